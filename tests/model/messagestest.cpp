#include "model/database.h"
#include "model/domainerror.h"
#include "tests/support/testprogram.h"

#include <QRegularExpression>
#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

/// What people are told: every rule and every failure to open has its sentences.
class MessagesTest final : public QObject
{
    Q_OBJECT

private:
    static void readsWell(const QString &message);
    static DomainError whole(Rule rule)
    {
        DomainError error;
        error.rule = rule;
        error.subject = u"Subject"_s;
        error.detail = u"Detail"_s;
        error.asked = 805;
        error.possible = 50;
        error.decimals = 1;
        error.unit = u"kg"_s;
        return error;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void namesRoundTrip();
    void everyRuleReadsWell();
    void quantitiesHaveTheirUnit();
    void contractWordsAreSaidAsPeopleSayThem();
    void datesAreShownAsUsual();
    void valuesStayWhatTheyAre();
    void missingValuesLeaveNoGaps();
    void everyFailureToOpenReadsWell();
};

void MessagesTest::readsWell(const QString &message)
{
    static const QRegularExpression technical(
        u"version|optimistic|transaction|lock\\b|%|null|\\bid\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(message.size() > 20, qPrintable(message));
    QVERIFY2(!technical.match(message).hasMatch(), qPrintable(message));
    QVERIFY2(message.endsWith(u'.') && !message.contains(u"  "_s), qPrintable(message));
}

void MessagesTest::namesRoundTrip()
{
    QStringList names;
    for (int i = 0; i <= int(Rule::Damaged); ++i) {
        const QString name = nameOf(Rule(i));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names += name;
        QCOMPARE(ruleFromName(name), std::optional(Rule(i)));
    }
    QCOMPARE(nameOf(Rule::InsufficientStock), u"InsufficientStock"_s);
    QCOMPARE(nameOf(Rule::InvalidReleaseQuantity), u"InvalidReleaseQuantity"_s);
    QVERIFY(!ruleFromName(u"insufficientstock"_s));
    QVERIFY(!ruleFromName(u""_s));
}

void MessagesTest::everyRuleReadsWell()
{
    for (int i = 0; i <= int(Rule::Damaged); ++i) {
        readsWell(messageOf(whole(Rule(i))));
        DomainError bare;
        bare.rule = Rule(i);
        readsWell(messageOf(bare));
    }
}

void MessagesTest::quantitiesHaveTheirUnit()
{
    const QString message = messageOf(whole(Rule::InsufficientStock));
    QVERIFY2(message.contains(u"80.5 kg"_s), qPrintable(message));
    QVERIFY2(message.contains(u"5.0 kg"_s), qPrintable(message));
    DomainError range = whole(Rule::QuantityOutOfRange);
    QVERIFY2(messageOf(range).contains(u"0.1 kg"_s), qPrintable(messageOf(range)));
    QVERIFY2(messageOf(range).contains(u"100,000,000.0 kg"_s), qPrintable(messageOf(range)));
}

void MessagesTest::contractWordsAreSaidAsPeopleSayThem()
{
    DomainError error = whole(Rule::StorageConditionMismatch);
    error.detail = u"room_temperature"_s;
    QVERIFY(messageOf(error).contains(u"at room temperature"_s));
    error = whole(Rule::NotAllocatable);
    error.detail = u"quarantined"_s;
    QVERIFY(messageOf(error).contains(u"is quarantined"_s));
}

void MessagesTest::datesAreShownAsUsual()
{
    DomainError error = whole(Rule::Expired);
    error.detail = u"2026-11-20"_s;
    QVERIFY2(messageOf(error).contains(u"2026-11-20"_s), qPrintable(messageOf(error)));
}

void MessagesTest::valuesStayWhatTheyAre()
{
    DomainError error = whole(Rule::UnknownProduct);
    error.subject = u"A%3%1"_s;
    QVERIFY2(messageOf(error).contains(u"A%3%1"_s), qPrintable(messageOf(error)));
}

void MessagesTest::missingValuesLeaveNoGaps()
{
    DomainError error = whole(Rule::LotExpiryDiffers);
    error.detail.clear(); // known without a date
    QVERIFY(messageOf(error).contains(u"or with none"_s));
    error = whole(Rule::InsufficientStock);
    error.possible.reset();
    QVERIFY(!messageOf(error).contains(u"80.5"_s));
}

void MessagesTest::everyFailureToOpenReadsWell()
{
    QStringList messages;
    for (int i = 0; i <= int(OpenFailure::Kind::UpgradeFailed); ++i) {
        const QString message = messageOf(OpenFailure{OpenFailure::Kind(i), u"errno 5"_s});
        readsWell(message);
        QVERIFY2(message.contains(u"Nothing was changed"_s), qPrintable(message));
        QVERIFY2(!messages.contains(message), qPrintable(message));
        messages += message;
    }
}

TANABAN_TEST(MessagesTest)
#include "messagestest.moc"
