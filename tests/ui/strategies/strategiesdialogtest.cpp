// Strategies: rules put together with keys, saved by a name, and given to those who use them.
#include "ui/strategies/strategiesdialog.h"

#include "model/planning/savedstrategies.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowfixture.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tanaban::test {

using ui::StrategiesDialog;

class StrategiesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WindowFixture::prepare(u"strategiesdialogtest"_s); }
    void cleanup();

    void savesWhatWasPutTogether();
    void savesAgainAndTakesOutOfUse();
    void namesThatAreNoNames();
    void companyPartnerOrder();
    void staffMayNot();
    void isThereAgainAfterTheEnd();
    void keepsWhatIsTypedWhileLookingAtOthers();

private:
    StrategiesDialog *open(const QString &actor = QString::fromLatin1(TestDatabase::login));
    template <typename Kind>
    Kind *part(const char *name)
    {
        return m_dialog->findChild<Kind *>(QLatin1String(name));
    }
    QString text(const char *name)
    {
        const auto *label = part<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    void press(const char *button)
    {
        QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton);
        QTRY_VERIFY(m_window->calm());
    }
    void typeInto(const char *field, const QString &typed)
    {
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        WindowFixture::type(typed);
    }
    QStringList preferences()
    {
        QStringList texts;
        const auto *list = part<QListWidget>("preferenceList");
        for (int row = 0; row < list->count(); ++row)
            texts << list->item(row)->text();
        return texts;
    }
    QString stored(const QString &column, const QString &scope, const QString &code)
    {
        return m_database
            ->scalar(u"SELECT %1 FROM strategies WHERE scope = ? AND code = ?"_s.arg(column),
                     {scope, code})
            .toString();
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<WindowFixture> m_window;
    StrategiesDialog *m_dialog = nullptr;
};

void StrategiesDialogTest::cleanup()
{
    m_window.reset();
    m_database.reset();
}

StrategiesDialog *StrategiesDialogTest::open(const QString &actor)
{
    QSettings().clear();
    m_database = std::make_unique<TestDatabase>(Engine::Sqlite);
    m_database->product(u"P1"_s);
    m_database->order(u"SO-1"_s, {u"P1"_s});
    if (actor != QLatin1String(TestDatabase::login))
        m_database->person(actor, u"staff"_s);
    m_window = std::make_unique<WindowFixture>(m_database->url(), actor);
    m_window->open();
    m_window->window->workspace()->go({u"orders"_s, {}});
    if (!QTest::qWaitFor([this] { return m_window->calm(); }))
        return nullptr;
    m_window->window->workspace()->current().takeFocus();
    WindowFixture::press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    const bool there = QTest::qWaitFor([this] {
        m_dialog = m_window->window->findChild<StrategiesDialog *>();
        return m_dialog && m_dialog->isVisible() && m_window->calm();
    });
    return there && QTest::qWaitForWindowActive(m_dialog) ? m_dialog : nullptr;
}

void StrategiesDialogTest::savesWhatWasPutTogether()
{
    QVERIFY(open());
    auto *list = part<QListWidget>("strategyList");
    QCOMPARE(list->count(), int(builtInStrategies().size()));
    QVERIFY(list->hasFocus());
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Down); // first expired, first out
    QCOMPARE(
        preferences(),
        (QStringList{u"first expired, first out"_s, u"first in, first out"_s, u"zone priority"_s}));
    auto *preferred = part<QListWidget>("preferenceList");
    preferred->setFocus();
    WindowFixture::press(Qt::Key_Down);
    WindowFixture::press(Qt::Key_Delete); // first in, first out
    QCOMPARE(preferred->count(), 2);
    preferred->setCurrentRow(1);
    WindowFixture::press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(preferences(), (QStringList{u"zone priority"_s, u"first expired, first out"_s}));
    part<QComboBox>("moreBox")->setCurrentText(u"fewest places"_s);
    press("addButton");
    QCOMPARE(preferences().last(), u"fewest places"_s);
    part<QComboBox>("completenessBox")->setCurrentIndex(1);
    QTest::mouseClick(part<QCheckBox>("oneWarehouseBox"), Qt::LeftButton, {}, {8, 8});
    QVERIFY(part<QCheckBox>("oneWarehouseBox")->isChecked());
    typeInto("lotEdit", u"L7"_s);
    QVERIFY(!part<QCheckBox>("oneLotBox")->isEnabled()); // one certain lot is one lot
    part<QSpinBox>("daysLeftBox")->setValue(14);
    QVERIFY2(text("descriptionLabel").contains(u"only lot L7"_s),
             qUtf8Printable(text("descriptionLabel")));
    typeInto("nameEdit", u"Hospitals"_s);
    WindowFixture::press(Qt::Key_Return);
    QTRY_COMPARE(m_database->count(u"strategies"_s), 1);
    Strategy wanted;
    wanted.name = u"Hospitals"_s;
    wanted.preferences = {PlanRule::ZonePriority, PlanRule::FirstExpired, PlanRule::FewestPlaces};
    wanted.completeness = Completeness::WholeLine;
    wanted.oneWarehouse = true;
    wanted.lot = u"L7"_s;
    wanted.daysLeft = 14;
    const auto rules = QJsonDocument::fromJson(
        stored(u"rules"_s, u"named"_s, u"Hospitals"_s).toUtf8());
    QCOMPARE(strategyFromJson(u"Hospitals"_s, rules.object()), std::optional(wanted));
    QTRY_COMPARE(list->currentItem()->text(), u"Hospitals"_s);
    QVERIFY(text("problemLabel").contains(u"Hospitals"_s));
    QCOMPARE(m_database->audit(), QStringList());
}

void StrategiesDialogTest::savesAgainAndTakesOutOfUse()
{
    QVERIFY(open());
    QVERIFY(!part<QPushButton>("outOfUseButton")->isEnabled()); // built in
    typeInto("nameEdit", u"Mine"_s);
    press("saveButton");
    QTRY_COMPARE(part<QListWidget>("strategyList")->currentItem()->text(), u"Mine"_s);
    press("saveButton");
    QTRY_VERIFY(text("problemLabel").contains(u"nothing to change"_s));
    part<QSpinBox>("daysLeftBox")->setValue(3);
    press("saveButton");
    QTRY_VERIFY(stored(u"rules"_s, u"named"_s, u"Mine"_s).contains(u"days_left"_s));
    QTRY_VERIFY(part<QPushButton>("outOfUseButton")->isEnabled());
    press("outOfUseButton");
    QTRY_COMPARE(stored(u"active"_s, u"named"_s, u"Mine"_s), u"0"_s);
    QTRY_COMPARE(part<QListWidget>("strategyList")->count(), int(builtInStrategies().size()));
    QCOMPARE(m_database->count(u"strategies"_s), 1);
    QCOMPARE(m_database->audit(), QStringList());
}

void StrategiesDialogTest::namesThatAreNoNames()
{
    QVERIFY(open());
    const auto before = m_database->checksums();
    press("saveButton");
    QVERIFY(text("nameNote").contains(u"name"_s));
    QVERIFY(part<QLineEdit>("nameEdit")->hasFocus());
    for (const QString &taken : {u"fifo"_s, u"Whole Orders"_s}) {
        typeInto("nameEdit", taken);
        press("saveButton");
        QVERIFY2(text("nameNote").contains(u"built-in"_s), qUtf8Printable(taken));
    }
    QCOMPARE(m_database->checksums(), before);
}

void StrategiesDialogTest::companyPartnerOrder()
{
    QVERIFY(open());
    auto *used = part<QComboBox>("usedBox");
    const auto choose = [&](const QString &strategy) {
        used->setCurrentIndex(used->findData(strategy));
        QTRY_VERIFY(part<QPushButton>("useButton")->isEnabled());
        press("useButton");
    };
    QVERIFY(text("usedNote").contains(u"Zone priority"_s));
    QVERIFY(!part<QPushButton>("useButton")->isEnabled());
    choose(u"fefo"_s);
    QTRY_COMPARE(stored(u"uses"_s, u"company"_s, companyCode), u"fefo"_s);
    QTRY_VERIFY(text("usedNote").contains(u"First expired"_s));

    part<QComboBox>("scopeBox")->setCurrentIndex(1);
    QVERIFY(!part<QPushButton>("useButton")->isEnabled());
    typeInto("partnerEdit", u"nobody"_s);
    QTRY_VERIFY(text("usedNote").contains(u"no partner"_s));
    QVERIFY(!part<QPushButton>("useButton")->isEnabled());
    typeInto("partnerEdit", u"C1"_s);
    QTRY_VERIFY(text("usedNote").contains(u"company's"_s));
    choose(u"fifo"_s);
    QTRY_COMPARE(stored(u"uses"_s, u"partner"_s, u"C1"_s), u"fifo"_s);

    part<QComboBox>("scopeBox")->setCurrentIndex(2);
    typeInto("orderEdit", u"SO-2"_s);
    QTRY_VERIFY(text("usedNote").contains(u"no order"_s));
    typeInto("orderEdit", u"SO-1"_s);
    QTRY_VERIFY(text("usedNote").contains(u"partner's"_s));
    choose(u"whole-orders"_s);
    QTRY_COMPARE(stored(u"uses"_s, u"order"_s, u"SO-1"_s), u"whole-orders"_s);
    QTRY_VERIFY(text("usedNote").contains(u"Whole orders"_s));
    choose(QString());
    QTRY_COMPARE(stored(u"uses"_s, u"order"_s, u"SO-1"_s), QString());
    QCOMPARE(m_database->audit(), QStringList());
}

void StrategiesDialogTest::staffMayNot()
{
    QVERIFY(open(u"picker"_s));
    QTRY_VERIFY(!part<QPushButton>("saveButton")->isEnabled());
    QVERIFY(part<QPushButton>("saveButton")->toolTip().contains(u"supervisor"_s));
    QVERIFY(!part<QLineEdit>("nameEdit")->isEnabled());
    QVERIFY(!part<QPushButton>("addButton")->isEnabled());
    part<QComboBox>("usedBox")->setCurrentIndex(2);
    QVERIFY(!part<QPushButton>("useButton")->isEnabled());
    QVERIFY(part<QListWidget>("strategyList")->isEnabled()); // to be read
}

void StrategiesDialogTest::isThereAgainAfterTheEnd()
{
    QVERIFY(open());
    QVERIFY(m_dialog->draft().isEmpty());
    auto *list = part<QListWidget>("strategyList");
    list->setCurrentRow(1);
    QVERIFY(m_dialog->draft().isEmpty()); // looked at, not typed
    typeInto("nameEdit", u"Mine"_s);
    part<QSpinBox>("daysLeftBox")->setValue(12);
    const QStringList chosen = preferences();
    m_window.reset();
    m_window = std::make_unique<WindowFixture>(m_database->url());
    m_window->open();
    QTRY_VERIFY((m_dialog = m_window->window->findChild<StrategiesDialog *>()));
    QTRY_COMPARE(part<QLineEdit>("nameEdit")->text(), u"Mine"_s);
    QCOMPARE(part<QSpinBox>("daysLeftBox")->value(), 12);
    QCOMPARE(preferences(), chosen);
    QCOMPARE(part<QListWidget>("strategyList")->currentRow(), 1);
    // Nor is it lost by an end before everything is read again.
    const QJsonObject draft = m_dialog->draft();
    press("backButton");
    QVERIFY(open());
    QVERIFY(m_dialog->draft().isEmpty());
    m_dialog->reopen(draft);
    QCOMPARE(m_dialog->draft()[u"typed"_s], draft[u"typed"_s]);
    QTRY_COMPARE(part<QLineEdit>("nameEdit")->text(), u"Mine"_s);
    press("saveButton");
    QTRY_COMPARE(m_database->count(u"strategies"_s), 1);
    QTRY_VERIFY(m_dialog->draft().isEmpty());
}

void StrategiesDialogTest::keepsWhatIsTypedWhileLookingAtOthers()
{
    QVERIFY(open());
    auto *list = part<QListWidget>("strategyList");
    list->setCurrentRow(1);
    typeInto("nameEdit", u"Mine"_s);
    part<QSpinBox>("daysLeftBox")->setValue(12);
    list->setCurrentRow(2);
    QVERIFY2(list->item(1)->text().contains(u"not saved"_s), qPrintable(list->item(1)->text()));
    QCOMPARE(part<QLineEdit>("nameEdit")->text(), QString());
    QCOMPARE(part<QSpinBox>("daysLeftBox")->value(), 0);
    typeInto("nameEdit", u"Other"_s);
    list->setCurrentRow(1);
    QVERIFY(!list->item(1)->text().contains(u"not saved"_s)); // it is in sight
    QVERIFY(list->item(2)->text().contains(u"not saved"_s));
    QCOMPARE(part<QLineEdit>("nameEdit")->text(), u"Mine"_s);
    QCOMPARE(part<QSpinBox>("daysLeftBox")->value(), 12);
    // Both come back, and saving one of them leaves the other.
    const QJsonObject draft = m_dialog->draft();
    QCOMPARE(draft[u"typed"_s].toArray().size(), 2);
    press("saveButton");
    QTRY_COMPARE(m_database->count(u"strategies"_s), 1);
    QTRY_COMPARE(list->currentItem()->text(), u"Mine"_s);
    QCOMPARE(m_dialog->draft()[u"typed"_s].toArray().size(), 1);
    list->setCurrentRow(1);
    QCOMPARE(part<QLineEdit>("nameEdit")->text(), QString()); // as it is built in
    list->setCurrentRow(2);
    QCOMPARE(part<QLineEdit>("nameEdit")->text(), u"Other"_s);
    // What began with one that others took out of use meanwhile goes on from the one that is shown.
    press("backButton");
    QVERIFY(open());
    m_dialog->reopen({{StrategiesDialog::draftKey, u"zone priority"_s},
                      {u"typed"_s,
                       QJsonArray{QJsonObject{{u"of"_s, u"Gone"_s},
                                              {u"name"_s, u"Orphan"_s},
                                              {u"rules"_s, draft[u"typed"_s][0][u"rules"_s]}}}}});
    QTRY_COMPARE(part<QLineEdit>("nameEdit")->text(), u"Orphan"_s);
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::StrategiesDialogTest)
#include "strategiesdialogtest.moc"
