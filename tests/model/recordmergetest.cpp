#include "model/commandrunner.h"
#include "model/records.h"
#include "tests/model/scriptedstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// Records that answer what a test wrote down, the last answer for ever.
class ScriptedRecords final : public Records
{
public:
    std::deque<RecordContext> contexts;
    std::vector<RecordEvent> events; ///< newest first
    bool readable = true;
    int asked = 0;

    Read<std::vector<RecordId>> ids(const RecordFilter &) override
    {
        return std::vector<RecordId>();
    }
    Read<std::vector<RecordRow>> rows(Entity, const std::vector<RecordId> &) override
    {
        return std::vector<RecordRow>();
    }
    Read<RecordContext> context(const RecordCommand &) override
    {
        ++asked;
        if (!readable)
            return fail(ReadFailure{ReadFailure::Kind::Unavailable, u"gone"_s});
        const RecordContext answer = contexts.front();
        if (contexts.size() > 1)
            contexts.pop_front();
        return answer;
    }
    Read<std::vector<RecordEvent>> history(Entity,
                                           const QJsonObject &,
                                           qint64 after,
                                           qint64,
                                           int) override
    {
        std::vector<RecordEvent> found;
        for (const RecordEvent &event : events) {
            if (event.version > after)
                found.push_back(event);
        }
        return found;
    }
};

namespace {

QJsonObject fieldsOfRice()
{
    return {{u"name"_s, u"Rice"_s},
            {u"category"_s, u"Food"_s},
            {u"unit"_s, u"bag"_s},
            {u"quantity_decimals"_s, 0},
            {u"reorder_point"_s, 20},
            {u"storage_condition"_s, u"room_temperature"_s},
            {u"active"_s, true}};
}

} // namespace

/// Two people and one record: the merge itself, and the way of a command through it.
class RecordMergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merging_data();
    void merging();

    void init();
    void nobodyElse();
    void differentFields();
    void sameField();
    void sameValue();
    void sameValueByMyself();
    void overtakenWhileSending();
    void overtakenAgainAndAgain();
    void noAnswer();
    void createdByTheAttemptWithoutAnswer();
    void notNoted();
    void refusedByARule();

private:
    RecordCommand setting(const QJsonObject &fields) const
    {
        RecordCommand command;
        command.id = newCommandId();
        command.entity = Entity::Product;
        command.actor = u"sato"_s;
        command.before = {{{u"code"_s, u"P1"_s}}, fieldsOfRice(), 3};
        command.fields = fields;
        return command;
    }
    /// The record as others left it.
    static RecordContext contextWith(const QJsonObject &theirs, qint64 version)
    {
        RecordContext context;
        QJsonObject fields = fieldsOfRice();
        for (auto field = theirs.begin(); field != theirs.end(); ++field)
            fields.insert(field.key(), field.value());
        context.now = Record{{{u"code"_s, u"P1"_s}}, fields, version};
        return context;
    }
    CommandResult run(const RecordCommand &command) { return m_runner->run(command, *m_records); }

    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<ScriptedRecords> m_records;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ListedJournal> m_journal;
    std::unique_ptr<CommandRunner> m_runner;
};

void RecordMergeTest::merging_data()
{
    QTest::addColumn<QJsonObject>("theirs");
    QTest::addColumn<QJsonObject>("mine");
    QTest::addColumn<QJsonObject>("wanted");
    QTest::addColumn<QStringList>("clashes");
    QTest::addColumn<QStringList>("others");
    const QJsonObject none;
    const QJsonObject name{{u"name"_s, u"Brown rice"_s}};
    const QJsonObject otherName{{u"name"_s, u"White rice"_s}};
    const QJsonObject category{{u"category"_s, u"Grain"_s}};
    QTest::newRow("nobody") << none << none << none << QStringList() << QStringList();
    QTest::newRow("only me") << none << name << name << QStringList() << QStringList();
    QTest::newRow("only they") << name << none << none << QStringList() << QStringList{u"name"_s};
    QTest::newRow("different fields")
        << category << name << name << QStringList() << QStringList{u"category"_s};
    QTest::newRow("same field") << otherName << name << none << QStringList{u"name"_s}
                                << QStringList();
    QTest::newRow("same value") << name << name << none << QStringList() << QStringList{u"name"_s};
    QTest::newRow("one clashes, one not")
        << otherName << QJsonObject{{u"name"_s, u"Brown rice"_s}, {u"active"_s, false}}
        << QJsonObject{{u"active"_s, false}} << QStringList{u"name"_s} << QStringList();
    QTest::newRow("set and taken back")
        << none << QJsonObject{{u"name"_s, u"Rice"_s}} << none << QStringList() << QStringList();
    QTest::newRow("emptied by one") << QJsonObject{{u"reorder_point"_s, QJsonValue::Null}}
                                    << QJsonObject{{u"reorder_point"_s, 30}} << none
                                    << QStringList{u"reorder_point"_s} << QStringList();
    // 20 bags or 2.0 bags: half of each would be wrong by a factor of ten.
    QTest::newRow("decimals and reorder point")
        << QJsonObject{{u"quantity_decimals"_s, 1}, {u"reorder_point"_s, 200}}
        << QJsonObject{{u"reorder_point"_s, 30}} << none
        << QStringList{u"quantity_decimals"_s, u"reorder_point"_s} << QStringList();
    QTest::newRow("unit and reorder point")
        << QJsonObject{{u"unit"_s, u"pallet"_s}} << QJsonObject{{u"reorder_point"_s, 30}} << none
        << QStringList{u"reorder_point"_s, u"unit"_s} << QStringList();
    QTest::newRow("the same measure")
        << QJsonObject{{u"unit"_s, u"box"_s}, {u"reorder_point"_s, 5}}
        << QJsonObject{{u"unit"_s, u"box"_s}, {u"reorder_point"_s, 5}} << none << QStringList()
        << QStringList{u"reorder_point"_s, u"unit"_s};
}

void RecordMergeTest::merging()
{
    QFETCH(QJsonObject, theirs);
    QFETCH(QJsonObject, mine);
    QFETCH(QJsonObject, wanted);
    QFETCH(QStringList, clashes);
    QFETCH(QStringList, others);
    const QJsonObject base = fieldsOfRice();
    const QJsonObject now = contextWith(theirs, 4).now->fields;
    const FieldMerge merge = mergeFields(Entity::Product, base, now, mine);
    QCOMPARE(merge.wanted, wanted);
    QCOMPARE(merge.others, others);
    QStringList names;
    for (const FieldClash &clash : merge.clashes) {
        names << clash.field;
        QCOMPARE(clash.base, base.value(clash.field));
        QCOMPARE(clash.theirs, now.value(clash.field));
        QCOMPARE(clash.mine, mine.contains(clash.field) ? mine.value(clash.field) : clash.base);
        QVERIFY(clash.theirs != clash.mine);
    }
    QCOMPARE(names, clashes);
    // Whoever of the two comes second, the same fields clash.
    QJsonObject mineNow = base;
    for (auto field = mine.begin(); field != mine.end(); ++field)
        mineNow.insert(field.key(), field.value());
    QStringList turned;
    for (const FieldClash &clash : mergeFields(Entity::Product, base, mineNow, theirs).clashes)
        turned << clash.field;
    QCOMPARE(turned, clashes);
}

void RecordMergeTest::init()
{
    m_store = std::make_unique<ScriptedStore>();
    m_records = std::make_unique<ScriptedRecords>();
    m_clock = std::make_unique<FakeClock>();
    m_journal = std::make_unique<ListedJournal>(m_store->calls);
    m_runner = std::make_unique<CommandRunner>(*m_store, *m_clock, *m_journal, [] { return 0.5; });
    m_store->commits = {Committed{}};
    RecordEvent theirs;
    theirs.version = 4;
    theirs.actorName = u"Mori"_s;
    m_records->events = {theirs};
}

void RecordMergeTest::nobodyElse()
{
    m_records->contexts = {contextWith({}, 3)};
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QVERIFY(!result.meanwhile);
    QCOMPARE(m_store->sent.at(0).records.at(0).expectedVersion, std::optional<qint64>(3));
    QCOMPARE(m_store->calls, (QStringList{u"begin"_s, u"commit"_s, u"end"_s}));
}

void RecordMergeTest::differentFields()
{
    m_records->contexts = {contextWith({{u"category"_s, u"Grain"_s}}, 4)};
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QCOMPARE(m_store->sent.at(0).records.at(0).expectedVersion, std::optional<qint64>(4));
    QCOMPARE(m_store->sent.at(0).records.at(0).fields, (QJsonObject{{u"name"_s, u"Brown rice"_s}}));
    QCOMPARE(result.meanwhile->merge.others, QStringList{u"category"_s});
    QCOMPARE(result.meanwhile->between.at(0).actorName, u"Mori"_s);
}

void RecordMergeTest::sameField()
{
    m_records->contexts = {contextWith({{u"name"_s, u"White rice"_s}}, 4)};
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(std::holds_alternative<VersionConflict>(result.outcome));
    QCOMPARE(result.meanwhile->merge.clashes.size(), size_t(1));
    QCOMPARE(result.meanwhile->now.version, 4);
    QVERIFY(m_store->sent.empty());
    QVERIFY(!result.idSpent);
}

void RecordMergeTest::sameValue()
{
    m_records->contexts = {contextWith({{u"name"_s, u"Brown rice"_s}}, 4)};
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QVERIFY(result.nothingLeft);
    QVERIFY(m_store->sent.empty());
}

void RecordMergeTest::sameValueByMyself()
{
    // An attempt that got no answer did happen after all.
    m_records->contexts = {contextWith({}, 3), contextWith({{u"name"_s, u"Brown rice"_s}}, 4)};
    m_store->commits = {Unavailable{u"gone"_s, true}};
    m_store->abandoned = Committed{};
    const RecordCommand command = setting({{u"name"_s, u"Brown rice"_s}});
    QVERIFY(std::holds_alternative<Unavailable>(run(command).outcome));
    const CommandResult again = run(command);
    QVERIFY(std::holds_alternative<Committed>(again.outcome));
    QVERIFY(std::get<Committed>(again.outcome).repeated);
    QCOMPARE(m_store->calls.last(), u"end"_s);
}

void RecordMergeTest::overtakenWhileSending()
{
    m_records->contexts = {contextWith({}, 3), contextWith({{u"category"_s, u"Grain"_s}}, 4)};
    m_store->commits = {VersionConflict{}, Committed{}};
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(std::holds_alternative<Committed>(result.outcome));
    QCOMPARE(result.tries, 2);
    QCOMPARE(m_store->sent.at(1).records.at(0).expectedVersion, std::optional<qint64>(4));
    QCOMPARE(m_store->sent.at(0).intent.id, m_store->sent.at(1).intent.id);
}

void RecordMergeTest::overtakenAgainAndAgain()
{
    m_records->contexts = {contextWith({}, 3)};
    ConflictRow row;
    row.record = u"product P1"_s;
    m_store->commits = {VersionConflict{{row}}};
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(std::holds_alternative<Busy>(result.outcome));
    QCOMPARE(result.tries, 3);
    QCOMPARE(m_records->asked, 3);
}

void RecordMergeTest::noAnswer()
{
    m_records->contexts = {contextWith({}, 3)};
    m_store->commits = {Unavailable{u"gone"_s, true}, Committed{}};
    const RecordCommand command = setting({{u"name"_s, u"Brown rice"_s}});
    const CommandResult lost = run(command);
    QVERIFY(std::get<Unavailable>(lost.outcome).sent);
    QVERIFY(!m_store->calls.contains(u"end"_s)); // asked for again, at the latest next time
    QVERIFY(std::holds_alternative<Committed>(run(command).outcome));
    QCOMPARE(m_store->sent.at(0).intent.id, m_store->sent.at(1).intent.id);
    m_records->readable = false;
    QVERIFY(!std::get<Unavailable>(run(setting({{u"active"_s, false}})).outcome).sent);
}

void RecordMergeTest::createdByTheAttemptWithoutAnswer()
{
    RecordCommand command = setting(fieldsOfRice());
    command.before.fields = {};
    command.before.version = 0;
    m_records->contexts = {RecordContext(), contextWith({}, 1)};
    m_store->commits = {Unavailable{u"gone"_s, true}};
    m_store->abandoned = Committed{};
    QVERIFY(std::holds_alternative<Unavailable>(run(command).outcome));
    // "Exists" would be the truth about the record, but not about the command.
    QVERIFY(std::holds_alternative<Committed>(run(command).outcome));
}

void RecordMergeTest::notNoted()
{
    m_records->contexts = {contextWith({}, 3)};
    m_journal->works = false;
    const CommandResult result = run(setting({{u"name"_s, u"Brown rice"_s}}));
    QVERIFY(!std::get<Unavailable>(result.outcome).sent);
    QVERIFY(m_store->sent.empty());
}

void RecordMergeTest::refusedByARule()
{
    m_records->contexts = {contextWith({}, 3)};
    m_records->contexts.front().use.hasRows = true;
    const CommandResult result = run(setting({{u"storage_condition"_s, u"frozen"_s}}));
    QCOMPARE(std::get<Rejected>(result.outcome).error.rule, Rule::ConditionFixed);
    QVERIFY(m_store->sent.empty());
}

TANABAN_TEST(RecordMergeTest)
#include "recordmergetest.moc"
