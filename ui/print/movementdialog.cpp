#include "ui/print/movementdialog.h"

#include "ui/forms/formtext.h"
#include "ui/print/movementtable.h"
#include "ui/print/printtext.h"
#include "ui/session.h"
#include "ui/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfAWeek = 7;

QDateEdit *dayEdit(const char *name, QWidget *parent)
{
    auto *edit = new QDateEdit(QDate::currentDate(), parent);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setCalendarPopup(true);
    return edit;
}

} // namespace

MovementDialog::MovementDialog(Session &session,
                               QString warehouse,
                               std::optional<int> zone,
                               QWidget *parent)
    : PaperDialog(session, u"movements"_s, parent)
    , m_wantedWarehouse(std::move(warehouse))
    , m_wantedZone(zone)
    , m_warehouse(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_first(dayEdit("firstDay", this))
    , m_last(dayEdit("lastDay", this))
    , m_byLot(new QCheckBox(tr("One line for each &lot"), this))
{
    setObjectName(u"movementDialog"_s);
    setWindowTitle(tr("Movement report"));
    makeFields();
    addPaperChoice(true);
    choosePeriod();
    connect(m_warehouse, &QComboBox::currentIndexChanged, this, [this] {
        fillZones();
        report();
    });
    connect(m_zone, &QComboBox::currentIndexChanged, this, &MovementDialog::report);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        choosePeriod();
        report();
    });
    for (QDateEdit *day : {m_first, m_last}) {
        connect(day, &QDateEdit::dateChanged, this, [this] {
            const QSignalBlocker quiet(m_period);
            m_period->setCurrentIndex(m_period->findData(int(Period::Own)));
            report();
        });
    }
    connect(m_byLot, &QCheckBox::toggled, this, &MovementDialog::report);
    readPlaces();
}

void MovementDialog::makeFields()
{
    m_warehouse->setObjectName(u"warehouseBox"_s);
    m_zone->setObjectName(u"zoneBox"_s);
    m_period->setObjectName(u"periodBox"_s);
    m_byLot->setObjectName(u"byLot"_s);
    const std::pair<Period, QString> periods[]{{Period::ThisMonth, tr("This month so far")},
                                               {Period::LastMonth, tr("Last month")},
                                               {Period::LastWeek, tr("Last 7 days")},
                                               {Period::Today, tr("Today")},
                                               {Period::Own, tr("These days:")}};
    for (const auto &[period, text] : periods)
        m_period->addItem(text, int(period));
    for (QComboBox *box : {m_warehouse, m_zone}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    options()->addRow(tr("&Warehouse"), m_warehouse);
    options()->addRow(tr("&Zone"), m_zone);
    options()->addRow(tr("&Time"), m_period);
    options()->addRow(tr("&From"), m_first);
    options()->addRow(tr("T&o and with"), m_last);
    options()->addRow(m_byLot);
}

void MovementDialog::readPlaces()
{
    PaperDialog::make([](qint64) { return tr("Reading the warehouses…"); },
                      0,
                      [&store = session().store()](Progress &) {
                          return Places{store.warehouses(), store.zones()};
                      },
                      [this](const Places &places) { takePlaces(places); });
}

void MovementDialog::takePlaces(const Places &places)
{
    if (!places.warehouses || !places.zones) {
        const ReadFailure &failure = !places.warehouses ? places.warehouses.error()
                                                        : places.zones.error();
        setNote(readFailureText(failure), true);
        return;
    }
    m_warehouses = *places.warehouses;
    m_zones = *places.zones;
    {
        const QSignalBlocker quiet(m_warehouse);
        for (const Warehouse &warehouse : m_warehouses)
            m_warehouse->addItem(QString(warehouse.code + u' ' + warehouse.name).trimmed(),
                                 warehouse.code);
        m_warehouse->setCurrentIndex(std::max(0, m_warehouse->findData(m_wantedWarehouse)));
    }
    fillZones();
    report();
}

void MovementDialog::fillZones()
{
    const QSignalBlocker quiet(m_zone);
    m_zone->clear();
    m_zone->addItem(tr("All zones"), QVariant());
    for (const ZoneSummary &each : m_zones) {
        if (each.zone.warehouse == m_warehouse->currentData().toString())
            m_zone->addItem(QString::number(each.zone.number) + u' ' + each.zone.name,
                            each.zone.number);
    }
    if (m_wantedZone)
        m_zone->setCurrentIndex(std::max(0, m_zone->findData(*m_wantedZone)));
    m_wantedZone.reset(); // of the warehouse that was wanted with it
}

void MovementDialog::choosePeriod()
{
    const QDate today = QDate::currentDate();
    const QDate firstOfMonth(today.year(), today.month(), 1);
    QDate first = today;
    QDate last = today;
    switch (Period(m_period->currentData().toInt())) {
    case Period::ThisMonth:
        first = firstOfMonth;
        break;
    case Period::LastMonth:
        first = firstOfMonth.addMonths(-1);
        last = firstOfMonth.addDays(-1);
        break;
    case Period::LastWeek:
        first = today.addDays(1 - daysOfAWeek);
        break;
    case Period::Today:
        break;
    case Period::Own:
        return;
    }
    const QSignalBlocker quietFirst(m_first);
    const QSignalBlocker quietLast(m_last);
    m_first->setDate(first);
    m_last->setDate(last);
}

void MovementDialog::report()
{
    const auto warehouse = std::ranges::find(
        m_warehouses, m_warehouse->currentData().toString(), &Warehouse::code);
    if (warehouse == m_warehouses.end())
        return;
    if (m_first->date() > m_last->date()) {
        setDocument(nullptr);
        setNote(tr("The last day is before the first one."), true);
        return;
    }
    Wish wish{*warehouse, {}, {}, {}, {}, false, chosenPaper(), QApplication::font()};
    if (m_zone->currentData().isValid())
        wish.zone = m_zone->currentData().toInt();
    wish.place = m_warehouse->currentText() + u" · " + m_zone->currentText();
    wish.first = m_first->date();
    wish.last = m_last->date();
    wish.byLot = m_byLot->isChecked();
    PaperDialog::make([](qint64) { return tr("Adding up the ledger…"); },
                      0,
                      [&session = session(), wish](Progress &progress) {
                          return make(session, wish, progress.stop.get_token());
                      },
                      [this](const Report &report) { take(report); });
}

MovementDialog::Report MovementDialog::make(Session &session,
                                            const Wish &wish,
                                            const std::stop_token &stop)
{
    const QString &zone = wish.warehouse.timeZone;
    const auto lines = session.ledger().movements({wish.warehouse.code,
                                                   wish.zone,
                                                   startOfDay(wish.first, zone),
                                                   startOfDay(wish.last.addDays(1), zone)});
    if (!lines)
        return {fail(readFailureText(lines.error())), 0, 0};
    Report report{fail(QString()), 0, 0};
    for (const MovementLine &line : *lines)
        report.wrong += line.addsUp() ? 0 : 1;
    QStringList notes{wish.place};
    if (report.wrong > 0)
        notes.prepend(tr("⚠ %Ln line(s) do not add up.", nullptr, int(report.wrong)));
    print::PageFrame frame = PrintText::frame(
        tr("Movements %1 to %2", "title of a report; from one day to another")
            .arg(Words::date(wish.first), Words::date(wish.last)),
        notes,
        PrintText::personOf(session.store()));
    MovementTable table(*lines, wish.byLot);
    report.lines = wish.byLot ? qsizetype(lines->size()) : qsizetype(byProduct(*lines).size());
    frame.footer = tr("Opening + in − out = closing. What was moved within the place is left out.");
    const auto spool = print::TableSpool::read(table, &PrintText::cell, wish.font, {}, stop);
    if (!spool) {
        report.document = fail(PrintText::messageOf(spool.error()));
        return report;
    }
    const auto document = print::TableDocument::make(*spool, frame, wish.paper, stop);
    if (document)
        report.document = *document;
    else
        report.document = fail(PrintText::messageOf(document.error()));
    return report;
}

void MovementDialog::take(const Report &report)
{
    if (!report.document) {
        setDocument(nullptr);
        setNote(report.document.error(), true);
        return;
    }
    setDocument(*report.document);
    if (report.wrong > 0) {
        setNote(tr("%Ln line(s) do not add up: the ledger is damaged. Run “tanabanctl verify”, and "
                   "tell whoever looks after the database.",
                   nullptr,
                   int(report.wrong)),
                true);
        return;
    }
    setNote(report.lines == 0
                ? tr("Nothing lay there, and nothing came or went.")
                : tr("%1, %2", "120 lines, 3 pages")
                      .arg(tr("%Ln line(s)", nullptr, int(report.lines)),
                           tr("%Ln page(s)", nullptr, (*report.document)->pageCount())),
            false);
}

} // namespace tanaban::ui
