#include "ui/history/historydetails.h"

#include "ui/actiontext.h"
#include "ui/look/detailsparts.h"
#include "ui/words.h"

#include <QAction>
#include <QToolButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype secondHalfOfId = 19; ///< xxxxxxxx-xxxx-xxxx-|xxxx-xxxxxxxxxxxx

QString nameAndCode(const QString &name, const QString &code)
{
    return name.isEmpty() ? code : QString(name + u" ("_s + code + u')');
}

QString codeAndName(const QString &code, const QString &name)
{
    return name.isEmpty() ? code : QString(code + u' ' + name);
}

} // namespace

HistoryDetails::HistoryDetails(QAction *open, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"historyDetails"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details"));
    auto *pages = new QWidget(this);
    auto *layout = new QVBoxLayout(pages);
    layout->setContentsMargins(0, 0, 0, 0);
    m_empty = emptyDetails(tr("Select an entry to see who did what,\nand what was left."), this);
    m_content = makeContent(open);
    layout->addWidget(m_empty);
    layout->addWidget(m_content);
    setWidget(pages);
    showEntry(nullptr);
}

QWidget *HistoryDetails::makeContent(QAction *open)
{
    auto *page = new QWidget(this);
    m_kind = plainLabel(page, TextSize::Title, true);
    m_kind->setObjectName(u"entryKind"_s);
    m_deed = plainLabel(page, TextSize::Normal, true);
    m_deed->setObjectName(u"entryDeed"_s);
    m_when = secondaryLabel(page);
    m_when->setObjectName(u"entryWhen"_s);
    auto *grid = factsGrid();
    const auto add = [&](const QString &name, const QString &caption) {
        QLabel *value = addFact(grid, caption, page);
        value->setObjectName(u"entry."_s + name);
        m_facts.emplace(name, value);
    };
    add(u"person"_s, tr("Person"));
    add(u"reason"_s, tr("Reason"));
    add(u"order"_s, tr("Order"));
    add(u"product"_s, tr("Product"));
    add(u"warehouse"_s, tr("Warehouse"));
    add(u"zone"_s, tr("Zone"));
    add(u"bin"_s, tr("Bin"));
    add(u"lot"_s, tr("Lot"));
    add(u"status"_s, tr("Status"));
    add(u"onHand"_s, tr("On hand then"));
    add(u"reserved"_s, tr("Reserved then"));
    add(u"available"_s, tr("Available then"));
    add(u"command"_s, tr("Command"));
    m_facts.at(u"command"_s)->setFont(fontOf(TextSize::Secondary)); // long
    auto *button = new QToolButton(page);
    button->setDefaultAction(open);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setProperty("outlined", true);
    button->setAccessibleName(plainText(open->text()));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(button);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(detailsEdge, 12, detailsEdge, detailsEdge);
    layout->setSpacing(2);
    layout->addWidget(m_kind);
    layout->addWidget(m_deed);
    layout->addWidget(m_when);
    layout->addSpacing(8);
    layout->addWidget(button);
    layout->addSpacing(8);
    layout->addLayout(grid);
    layout->addStretch(1);
    return page;
}

void HistoryDetails::setFact(const QString &name, const QString &value)
{
    m_facts.at(name)->setText(value.isEmpty() ? u"–"_s : value);
}

void HistoryDetails::showEntry(const LedgerEntry *entry)
{
    m_content->setVisible(entry != nullptr);
    m_empty->setVisible(entry == nullptr);
    if (!entry)
        return;
    const StockEvent &event = entry->event;
    const auto quantity = [entry](qint64 amount) {
        return Words::quantity(amount, entry->decimals, entry->unit);
    };
    m_kind->setText(Words::of(event.kind));
    m_deed->setText(Words::deedOf(event, entry->decimals, entry->unit));
    m_deed->setVisible(!m_deed->text().isEmpty());
    const QDateTime time = event.at.toDateTime().toLocalTime();
    m_when->setText(Words::date(time.date()) + u' ' + time.toString(u"HH:mm:ss"_s));
    setFact(u"person"_s, nameAndCode(event.actorName, event.actor));
    setFact(u"reason"_s, event.reason);
    setFact(u"order"_s, event.orderNumber);
    setFact(u"product"_s, codeAndName(entry->key.product, entry->productName));
    setFact(u"warehouse"_s, codeAndName(entry->key.warehouse, entry->warehouseName));
    setFact(u"zone"_s, codeAndName(QString::number(entry->key.zone), entry->zoneName));
    setFact(u"bin"_s, entry->key.bin);
    setFact(u"lot"_s, entry->key.lot);
    setFact(u"status"_s, Words::of(entry->key.status));
    setFact(u"onHand"_s, quantity(event.onHandAfter));
    setFact(u"reserved"_s, quantity(event.reservedAfter));
    setFact(u"available"_s, quantity(event.onHandAfter - event.reservedAfter));
    // One line has no room for it, and no rule breaks it where figures follow a hyphen.
    setFact(u"command"_s,
            event.command.toString(QUuid::WithoutBraces).insert(secondHalfOfId, u'\n'));
}

} // namespace tanaban::ui
