#include "tests/model/goods.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <set>
#include <thread>

using namespace tanaban;
using namespace tanaban::tests;
using namespace Qt::StringLiterals;

/// Commands as intents and as JSON, and their ids.
class CommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void brokenJson_data();
    void brokenJson();
    void brokenSeveral_data();
    void brokenSeveral();
    void kinds();
    void hashCoversTheIntent_data();
    void hashCoversTheIntent();
    void hashLeavesOutVersionAndId();
    void hashIsStable();
    void idsAscend();
    void idsOfThreadsDiffer();
    void idsAreVersion7();
};

void CommandTest::roundTrip_data()
{
    QTest::addColumn<StockCommand>("command");
    Receive receive = receipt();
    QTest::newRow("receive") << commandOf(receive);
    receive.expiresOn = QDate(2027, 1, 31);
    receive.key.lot.clear();
    receive.key.bin.clear();
    QTest::newRow("receive, with expiry") << commandOf(receive);
    QTest::newRow("reserve") << commandOf(Reserve{17, 1'000'000'000}, 3);
    QTest::newRow("large id") << commandOf(Reserve{9'007'199'254'740'993, 1});
    QTest::newRow("release") << commandOf(Release{17, 5, {}}, 3);
    QTest::newRow("release an allocation") << commandOf(Release{17, 0, 4});
    QTest::newRow("ship") << commandOf(Ship{17, 5, {}});
    QTest::newRow("ship an allocation") << commandOf(Ship{17, 5, 4}, 1);
    QTest::newRow("move") << commandOf(moveTo(u"B-02"_s), 3);
    QTest::newRow("move to the zone itself") << commandOf(moveTo({}), 3);
    QTest::newRow("adjust") << commandOf(Adjust{17, -5, u"数え直し \"棚卸\""_s}, 3);
    QTest::newRow("status") << commandOf(ChangeStatus{17, 5, StockStatus::Damaged, u"wet"_s}, 3);
    QTest::newRow("several") << commandOf(
        Several{{{Adjust{17, -5, u"wet"_s}, 3}, {Adjust{18, 2, u"wet"_s}, std::nullopt}}});
    QTest::newRow("several receipts") << commandOf(Several{{{receipt(), {}}, {receive, {}}}});
    QTest::newRow("undo") << commandOf(Undo{newCommandId(), u"reserve"_s, u"Undo"_s});
}

void CommandTest::roundTrip()
{
    QFETCH(const StockCommand, command);
    // Through text, as in the intent file.
    const QByteArray text = QJsonDocument(toJson(command)).toJson(QJsonDocument::Compact);
    const auto read = stockCommandFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY(read);
    QCOMPARE(read->id, command.id);
    QCOMPARE(read->actor, command.actor);
    QCOMPARE(read->expectedVersion, command.expectedVersion);
    QCOMPARE(read->action.index(), command.action.index());
    QCOMPARE(stockIdOf(read->action), stockIdOf(command.action));
    QCOMPARE(lookedAt(*read), lookedAt(command));
    QCOMPARE(intentOf(*read).undoes, intentOf(command).undoes);
    QCOMPARE(intentOf(*read).asked, intentOf(command).asked);
    QCOMPARE(intentOf(*read).reason, intentOf(command).reason);
    QCOMPARE(intentOf(*read).contentHash(), intentOf(command).contentHash());
    QCOMPARE(QJsonDocument(toJson(*read)).toJson(QJsonDocument::Compact), text);
}

void CommandTest::brokenJson_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"command_id"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("id that is none") << u"command_id"_s << QJsonValue(u"12"_s);
    QTest::newRow("unknown kind") << u"kind"_s << QJsonValue(u"steal"_s);
    QTest::newRow("kind of another action") << u"kind"_s << QJsonValue(u"adjust"_s);
    QTest::newRow("no actor") << u"actor"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("asked is no object") << u"asked"_s << QJsonValue(5);
    QTest::newRow("asked is empty") << u"asked"_s << QJsonValue(QJsonObject());
    QTest::newRow("version is a text") << u"expected_version"_s << QJsonValue(u"3"_s);
    QTest::newRow("one member more") << u"password"_s << QJsonValue(u"x"_s);
    const auto asked = [](QJsonValue quantity) {
        return QJsonValue(QJsonObject{{u"stock"_s, 17}, {u"quantity"_s, quantity}});
    };
    QTest::newRow("half a unit") << u"asked"_s << asked(0.5);
    QTest::newRow("quantity as a text") << u"asked"_s << asked(u"5"_s);
    QTest::newRow("quantity beyond 64 bits") << u"asked"_s << asked(1e30);
    QTest::newRow("more asked than there is")
        << u"asked"_s
        << QJsonValue(QJsonObject{{u"stock"_s, 17}, {u"quantity"_s, 1}, {u"price"_s, 1}});
}

void CommandTest::brokenJson()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    QJsonObject json = toJson(commandOf(Reserve{17, 5}, 3));
    QVERIFY(stockCommandFromJson(json));
    if (value.isUndefined())
        json.remove(member);
    else
        json[member] = value;
    QVERIFY(!stockCommandFromJson(json));
}

void CommandTest::brokenSeveral_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const QJsonObject row{{u"stock"_s, 17}, {u"quantity"_s, 5}};
    const auto rows = [](const QJsonArray &all) { return QJsonObject{{u"rows"_s, all}}; };
    QTest::newRow("no rows") << u"asked"_s << QJsonValue(rows({}));
    QTest::newRow("fewer rows than versions") << u"asked"_s << QJsonValue(rows({row}));
    QTest::newRow("a row that is none") << u"asked"_s << QJsonValue(rows({row, 5}));
    QTest::newRow("rows in rows") << u"asked"_s << QJsonValue(rows({row, rows({row})}));
    QTest::newRow("no versions") << u"expected_versions"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("a version as text")
        << u"expected_versions"_s << QJsonValue(QJsonArray{3, u"4"_s});
    QTest::newRow("undo of many") << u"kind"_s << QJsonValue(u"undo_reserve"_s);
}

void CommandTest::brokenSeveral()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    QJsonObject json = toJson(
        commandOf(Several{{{Reserve{17, 5}, 3}, {Reserve{18, 5}, std::nullopt}}}));
    QVERIFY(stockCommandFromJson(json));
    if (value.isUndefined())
        json.remove(member);
    else
        json[member] = value;
    QVERIFY(!stockCommandFromJson(json));
}

void CommandTest::kinds()
{
    const auto &shapes = Matrix::instance().shapes();
    for (const StockAction &action : {StockAction(Receive{}),
                                      StockAction(Reserve{}),
                                      StockAction(Release{}),
                                      StockAction(Ship{}),
                                      StockAction(Move{}),
                                      StockAction(Adjust{}),
                                      StockAction(ChangeStatus{})})
    {
        const QString kind = kindOf(action);
        QVERIFY2(shapes.contains(kind), qPrintable(kind));
        QVERIFY2(shapes.contains(undoKindOf(kind)), qPrintable(kind));
        QCOMPARE(kindOf(Undo{{}, kind, {}}), undoKindOf(kind));
        QCOMPARE(kindOf(Several{{{action, {}}}}), kind);
    }
}

void CommandTest::hashCoversTheIntent_data()
{
    QTest::addColumn<StockCommand>("other");
    QTest::newRow("quantity") << commandOf(Reserve{17, 6});
    QTest::newRow("row") << commandOf(Reserve{18, 5});
    QTest::newRow("kind") << commandOf(Release{17, 5, {}});
    StockCommand actor = commandOf(Reserve{17, 5});
    actor.actor = u"suzuki"_s;
    QTest::newRow("actor") << actor;
}

void CommandTest::hashCoversTheIntent()
{
    QFETCH(const StockCommand, other);
    QVERIFY(intentOf(other).contentHash() != intentOf(commandOf(Reserve{17, 5})).contentHash());
    const QByteArray one = intentOf(commandOf(Adjust{17, 5, u"a"_s})).contentHash();
    QVERIFY(intentOf(commandOf(Adjust{17, 5, u"b"_s})).contentHash() != one);
}

void CommandTest::hashLeavesOutVersionAndId()
{
    QCOMPARE(intentOf(commandOf(Reserve{17, 5}, 3)).contentHash(),
             intentOf(commandOf(Reserve{17, 5})).contentHash());
    QCOMPARE(intentOf(commandOf(Several{{{Reserve{17, 5}, 3}}})).contentHash(),
             intentOf(commandOf(Several{{{Reserve{17, 5}, 4}}})).contentHash());
}

void CommandTest::hashIsStable()
{
    // It stands in databases: printf '{"actor":"sato","asked":{"quantity":5,"stock":17},
    // "kind":"reserve","reason":""}' | sha256sum, without the line break.
    QCOMPARE(intentOf(commandOf(Reserve{17, 5})).contentHash().toHex(),
             QByteArray("3bd9964186b0793b948a3d506b8ecb3ec65edaae674cba86410c4f07028c736d"));
}

void CommandTest::idsAscend()
{
    QString last;
    for (int i = 0; i < 10'000; ++i) {
        const QString id = newCommandId().toString(QUuid::WithoutBraces);
        QVERIFY2(id > last, qPrintable(id));
        last = id;
    }
}

void CommandTest::idsOfThreadsDiffer()
{
    constexpr int perThread = 5'000;
    std::vector<std::vector<QUuid>> made(4);
    std::vector<std::thread> threads;
    for (auto &ids : made) {
        threads.emplace_back([&ids] {
            for (int i = 0; i < perThread; ++i)
                ids.push_back(newCommandId());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    std::set<QUuid> all;
    for (const auto &ids : made)
        all.insert(ids.begin(), ids.end());
    QCOMPARE(all.size(), made.size() * perThread);
}

void CommandTest::idsAreVersion7()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const QByteArray bytes = newCommandId().toRfc4122();
    QCOMPARE(uchar(bytes[6]) >> 4, 7);
    QCOMPARE(uchar(bytes[8]) >> 6, 2);
    const qint64 time = bytes.left(6).toHex().toLongLong(nullptr, 16);
    QVERIFY2(qAbs(time - before) < 60'000, qPrintable(QString::number(time)));
}

TANABAN_TEST(CommandTest)
#include "commandtest.moc"
