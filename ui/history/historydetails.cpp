#include "ui/history/historydetails.h"

#include "ui/actiontext.h"
#include "ui/look/symbol.h"
#include "ui/look/theme.h"
#include "ui/words.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int edge = 16;

QLabel *plain(QWidget *parent, TextSize size, bool strong = false)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(fontOf(size, strong));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

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
    m_empty = makeEmptyPage();
    m_content = makeContent(open);
    layout->addWidget(m_empty);
    layout->addWidget(m_content);
    setWidget(pages);
    showEntry(nullptr);
}

QWidget *HistoryDetails::makeEmptyPage()
{
    auto *page = new QWidget(this);
    auto *text = new QLabel(tr("Select an entry to see who did what,\nand what was left."), page);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->addStretch(2);
    layout->addWidget(new Symbol(u"tanaban"_s, 40, page));
    layout->addSpacing(8);
    layout->addWidget(text);
    layout->addStretch(3);
    return page;
}

QWidget *HistoryDetails::makeContent(QAction *open)
{
    auto *page = new QWidget(this);
    m_kind = plain(page, TextSize::Title, true);
    m_kind->setObjectName(u"entryKind"_s);
    m_deed = plain(page, TextSize::Normal, true);
    m_deed->setObjectName(u"entryDeed"_s);
    m_when = plain(page, TextSize::Secondary);
    m_when->setForegroundRole(QPalette::PlaceholderText);
    m_when->setObjectName(u"entryWhen"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    addFact(grid, u"person"_s, tr("Person"));
    addFact(grid, u"reason"_s, tr("Reason"));
    addFact(grid, u"order"_s, tr("Order"));
    addFact(grid, u"product"_s, tr("Product"));
    addFact(grid, u"warehouse"_s, tr("Warehouse"));
    addFact(grid, u"zone"_s, tr("Zone"));
    addFact(grid, u"bin"_s, tr("Bin"));
    addFact(grid, u"lot"_s, tr("Lot"));
    addFact(grid, u"status"_s, tr("Status"));
    addFact(grid, u"onHand"_s, tr("On hand then"));
    addFact(grid, u"reserved"_s, tr("Reserved then"));
    addFact(grid, u"available"_s, tr("Available then"));
    addFact(grid, u"command"_s, tr("Command"));
    m_facts.at(u"command"_s)->setFont(fontOf(TextSize::Secondary)); // long, and cannot be broken
    auto *button = new QToolButton(page);
    button->setDefaultAction(open);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setProperty("outlined", true);
    button->setAccessibleName(plainText(open->text()));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusProxy(button);

    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(edge, 12, edge, edge);
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

void HistoryDetails::addFact(QGridLayout *grid, const QString &name, const QString &label)
{
    const int row = grid->rowCount();
    QLabel *caption = plain(this, TextSize::Secondary);
    caption->setForegroundRole(QPalette::PlaceholderText);
    caption->setText(label);
    caption->setWordWrap(false);
    QLabel *value = plain(this, TextSize::Normal);
    value->setObjectName(u"entry."_s + name);
    value->setAccessibleName(label);
    grid->addWidget(caption, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    m_facts.emplace(name, value);
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
    setFact(u"command"_s, event.command.toString(QUuid::WithoutBraces));
}

} // namespace tanaban::ui
