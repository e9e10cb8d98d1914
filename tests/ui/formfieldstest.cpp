#include "tests/support/testprogram.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/quantityedit.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::ActionKind;

/// What people may type, and when an action is not offered at all.
class FormFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void worksOutSums();
    void typedSignsOfAnAdjustment_data();
    void typedSignsOfAnAdjustment();
    void readsDays_data();
    void readsDays();
    void saysWhyNot_data();
    void saysWhyNot();
};

void FormFieldsTest::worksOutSums()
{
    ui::QuantityEdit edit;
    edit.setProduct(1, u"kg"_s);
    const auto valueOf = [&](const QString &text) {
        edit.setText(text);
        return edit.value();
    };
    QCOMPARE(valueOf(u"12*6+3"_s), std::optional<qint64>(750));
    QCOMPARE(edit.workedOut(), u"= 75.0 kg"_s);
    QCOMPARE(valueOf(u"１２×２"_s), std::optional<qint64>(240)); // from an input method
    QCOMPARE(edit.text(), u"１２×２"_s);                         // what was typed stays
    QCOMPARE(valueOf(u" 3.5 "_s), std::optional<qint64>(35));
    QCOMPARE(edit.workedOut(), QString());
    QCOMPARE(valueOf(u"3.55"_s), std::nullopt);
    QVERIFY(!edit.fault().isEmpty());
    QCOMPARE(valueOf(u""_s), std::nullopt);
    QVERIFY(edit.fault().isEmpty());
}

void FormFieldsTest::typedSignsOfAnAdjustment_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value"); // 0: refused
    QTest::newRow("plus") << u"+3"_s << 3LL;
    QTest::newRow("bare") << u"3"_s << 3LL;
    QTest::newRow("minus") << u"-3"_s << -3LL;
    QTest::newRow("real minus") << u"−3"_s << -3LL;
    QTest::newRow("full width") << u"－３"_s << -3LL;
    QTest::newRow("product") << u"-2*6"_s << -12LL;
    QTest::newRow("could mean two things") << u"-3+5"_s << 0LL;
    QTest::newRow("sign alone") << u"-"_s << 0LL;
}

void FormFieldsTest::typedSignsOfAnAdjustment()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    ui::QuantityEdit edit;
    edit.setSigned(true);
    edit.setText(text);
    QCOMPARE(edit.value(), value == 0 ? std::nullopt : std::optional(value));
}

void FormFieldsTest::readsDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QDate>("day");
    QTest::newRow("iso") << u"2027-02-28"_s << u"C"_s << QDate(2027, 2, 28);
    QTest::newRow("days") << u"+30"_s << u"C"_s << QDate(2026, 12, 21);
    QTest::newRow("month: its last day") << u"2027-02"_s << u"C"_s << QDate(2027, 2, 28);
    QTest::newRow("slashes") << u"2027/2/8"_s << u"C"_s << QDate(2027, 2, 8);
    QTest::newRow("digits") << u"20270208"_s << u"C"_s << QDate(2027, 2, 8);
    QTest::newRow("full width") << u"２０２７－０２－０８"_s << u"C"_s << QDate(2027, 2, 8);
    QTest::newRow("German") << u"08.02.27"_s << u"de_DE"_s << QDate(2027, 2, 8);
    QTest::newRow("American") << u"2/8/27"_s << u"en_US"_s << QDate(2027, 2, 8);
    QTest::newRow("no such day") << u"2027-02-30"_s << u"C"_s << QDate();
    QTest::newRow("no such month") << u"2027-13"_s << u"C"_s << QDate();
    QTest::newRow("word") << u"soon"_s << u"C"_s << QDate();
    QTest::newRow("nothing") << u""_s << u"C"_s << QDate();
}

void FormFieldsTest::readsDays()
{
    QFETCH(QString, text);
    QFETCH(QString, locale);
    QFETCH(QDate, day);
    QCOMPARE(ui::readDay(text, QDate(2026, 11, 21), QLocale(locale)).value_or(QDate()), day);
}

void FormFieldsTest::saysWhyNot_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<StockListRow>("row");
    QTest::addColumn<bool>("viewer");
    QTest::addColumn<QString>("why");
    StockListRow good;
    good.row.onHand = 10;
    good.today = QDate(2026, 11, 21);
    StockListRow quarantined = good;
    quarantined.row.key.status = StockStatus::Quarantined;
    StockListRow expired = good;
    expired.expiresOn = QDate(2026, 11, 20);
    StockListRow lastDay = good;
    lastDay.expiresOn = QDate(2026, 11, 21);
    StockListRow promised = good;
    promised.row.reserved = 10;
    StockListRow empty = good;
    empty.row.onHand = 0;
    const auto row = [](const char *name,
                        ActionKind kind,
                        const StockListRow &what,
                        bool viewer,
                        const QString &why) {
        QTest::newRow(name) << int(kind) << what << viewer << why;
    };
    row("reserve", ActionKind::Reserve, good, false, {});
    row("reserve on the last day", ActionKind::Reserve, lastDay, false, {});
    row("reserve quarantined", ActionKind::Reserve, quarantined, false, u"quarantined"_s);
    row("reserve expired", ActionKind::Reserve, expired, false, u"expired"_s);
    row("reserve promised", ActionKind::Reserve, promised, false, u"reserved"_s);
    row("reserve nothing", ActionKind::Reserve, empty, false, u"Nothing lies"_s);
    row("reserve as viewer", ActionKind::Reserve, good, true, u"role"_s);
    row("release", ActionKind::Release, promised, false, {});
    row("release nothing", ActionKind::Release, good, false, u"Nothing is reserved"_s);
    row("ship", ActionKind::Ship, promised, false, {});
    row("ship unreserved", ActionKind::Ship, good, false, u"Only reserved"_s);
    row("move quarantined", ActionKind::Move, quarantined, false, {});
    row("move promised", ActionKind::Move, promised, false, u"reserved"_s);
    row("adjust nothing", ActionKind::Adjust, empty, false, {});
    row("status of nothing", ActionKind::ChangeStatus, empty, false, u"Nothing lies"_s);
    row("receive", ActionKind::Receive, good, false, {});
    row("receive as viewer", ActionKind::Receive, good, true, u"role"_s);
}

void FormFieldsTest::saysWhyNot()
{
    QFETCH(int, kind);
    QFETCH(StockListRow, row);
    QFETCH(bool, viewer);
    QFETCH(QString, why);
    const auto role = viewer ? Role::Viewer : Role::Staff;
    const auto reason = ui::ActionController::whyNot(ActionKind(kind), &row, role);
    QCOMPARE(reason.has_value(), !why.isEmpty());
    QVERIFY2(!reason || reason->contains(why), qUtf8Printable(reason.value_or(QString())));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::FormFieldsTest)
#include "formfieldstest.moc"
