#include "ui/stock/filterbar.h"

#include "ui/look/icons.h"
#include "ui/look/symbol.h"
#include "ui/search/searchwords.h"
#include "ui/stock/chiprow.h"
#include "ui/stock/namedfiltersmenu.h"
#include "ui/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Somebody who is still typing is not told that it is not finished.
constexpr int findingAfterMilliseconds = 600;

} // namespace

struct FilterBar::Switch
{
    QAction *action = nullptr;
    QString term; ///< as it is added; others that ask for the same are removed too
    StockFilter meaning;
};

FilterBar::FilterBar(PersonalSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_chips(new ChipRow(this))
    , m_menu(new QMenu(tr("&Filter"), this))
    , m_clear(new QAction(tr("&Clear all filters"), this))
    , m_button(new QToolButton(this))
    , m_named(new NamedFiltersMenu(settings, *m_menu, this))
    , m_findingRow(new QWidget(this))
    , m_finding(new QLabel(m_findingRow))
{
    setObjectName(u"filterBar"_s);
    m_title->setFont(fontOf(TextSize::Title, true));
    m_title->setText(tr("All stock"));
    m_count->setObjectName(u"rowCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_button->setText(tr("Filter"));
    m_button->setIcon(icon(u"filter"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    m_button->setObjectName(u"filterButton"_s);
    m_button->setToolTip(tr("Show only some of the stock"));
    m_clear->setObjectName(u"filter.clear"_s);
    m_clear->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_clear->setStatusTip(tr("Show all stock again: no filter, no search text, every zone"));
    connect(m_clear, &QAction::triggered, this, [this] {
        change(QString());
        Q_EMIT zoneRemoved();
    });
    connect(m_named, &NamedFiltersMenu::chosen, this, &FilterBar::applyNamed);
    m_finding->setObjectName(u"searchFinding"_s);
    m_finding->setFont(fontOf(TextSize::Secondary));
    m_finding->setForegroundRole(QPalette::PlaceholderText);
    m_finding->setTextFormat(Qt::PlainText);
    m_finding->setWordWrap(true);
    m_findingRow->hide();
    m_findingSoon.setSingleShot(true);
    m_findingSoon.setInterval(findingAfterMilliseconds);
    connect(&m_findingSoon, &QTimer::timeout, this, &FilterBar::showFinding);

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addWidget(m_chips, 1);
    row->addWidget(m_button);
    auto *said = new QHBoxLayout(m_findingRow);
    said->setContentsMargins(0, 0, 0, 0);
    said->setSpacing(6);
    auto *symbol = new Symbol(u"warning"_s, 14, m_findingRow);
    symbol->setSymbol(u"warning"_s, Symbol::Tone::Low);
    said->addWidget(symbol);
    said->addWidget(m_finding, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_findingRow);
    addSwitches();
    parse();
}

FilterBar::~FilterBar() = default;

void FilterBar::addSwitch(const QString &text,
                          const QString &tip,
                          SearchKey key,
                          const QString &value,
                          const QString &name,
                          const QKeySequence &keys)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(u"filter."_s + name);
    action->setShortcut(keys);
    action->setCheckable(true);
    action->setStatusTip(tip);
    const std::size_t number = m_switches.size();
    connect(action, &QAction::triggered, this, [this, number](bool on) {
        toggle(m_switches[number], on);
    });
    const QString term = SearchWords::termOf(key, value);
    m_switches.push_back({action, term, parseSearch(term).filter});
}

void FilterBar::addSwitches()
{
    const SearchWording wording = SearchWords::wording();
    using enum SearchTrait;
    addSwitch(tr("&Low"),
              tr("Products at or below their reorder point"),
              SearchKey::Is,
              wordOf(Low, wording),
              u"low"_s,
              Qt::ALT | Qt::Key_1);
    addSwitch(tr("E&xpiring within %1 days").arg(expiringDays),
              tr("Goods that may still be used, but not for long"),
              SearchKey::Is,
              wordOf(Expiring, wording),
              u"expiring"_s,
              Qt::ALT | Qt::Key_2);
    addSwitch(tr("&Expired"),
              tr("Goods that may no longer be used"),
              SearchKey::Is,
              wordOf(Expired, wording),
              u"expired"_s,
              Qt::ALT | Qt::Key_3);
    addSwitch(tr("&Reserved"),
              tr("Stock of which something is reserved"),
              SearchKey::Is,
              wordOf(Reserved, wording),
              u"reserved"_s,
              Qt::ALT | Qt::Key_4);
    m_menu->addSeparator();
    int next = Qt::Key_5; // Alt and a figure, in the order of the menu
    for (const StockStatus status :
         {StockStatus::Available, StockStatus::Quarantined, StockStatus::Damaged})
    {
        addSwitch(tr("Status: %1").arg(Words::of(status)),
                  tr("Only goods with this status"),
                  SearchKey::Status,
                  wordOf(status, wording),
                  codeOf(status),
                  Qt::ALT | Qt::Key(next++));
    }
    m_menu->addSeparator();
    for (const StorageCondition condition : {StorageCondition::RoomTemperature,
                                             StorageCondition::Refrigerated,
                                             StorageCondition::Frozen})
    {
        addSwitch(Words::of(condition),
                  tr("Only goods stored under this condition"),
                  SearchKey::Condition,
                  wordOf(condition, wording),
                  codeOf(condition),
                  Qt::ALT | (next > Qt::Key_9 ? Qt::Key_0 : Qt::Key(next)));
        ++next;
    }
    m_menu->addSeparator();
    addSwitch(tr("Show e&mpty rows"),
              tr("Also places where the goods have run out"),
              SearchKey::With,
              wordOf(Empty, wording),
              u"empty"_s,
              Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_menu->addSeparator();
    m_menu->addAction(m_clear);
    m_named->fill();
}

void FilterBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void FilterBar::setSearchText(const QString &text)
{
    m_text = text;
    parse();
}

void FilterBar::setZone(const QString &warehouse, std::optional<int> zone)
{
    m_warehouse = warehouse;
    m_zone = zone;
    parse();
}

void FilterBar::setCount(std::optional<int> rows, bool more)
{
    if (!rows)
        m_count->setText(tr("searching…"));
    else if (more)
        m_count->setText(tr("counting…"));
    else
        m_count->setText(tr("%Ln row(s)", nullptr, *rows));
}

void FilterBar::toggle(const Switch &changed, bool on)
{
    QString text = m_text;
    if (on) {
        text = withTerm(text, changed.term);
    } else {
        for (std::size_t i = m_meanings.size(); i-- > 0;) { // what stands before stays in its place
            if (m_meanings[i] == changed.meaning)
                text = withoutTerm(text, m_query.terms[i]);
        }
    }
    change(text);
}

void FilterBar::change(const QString &text)
{
    if (text == m_text)
        return;
    setSearchText(text);
    Q_EMIT searchTextChanged(text);
}

/// A filter with a name is for all stock: its zone is one of its terms.
void FilterBar::applyNamed(const QString &text)
{
    Q_EMIT zoneRemoved();
    change(text);
}

QString FilterBar::zoneTerm() const
{
    if (m_warehouse.isEmpty())
        return {};
    return m_zone
               ? SearchWords::termOf(SearchKey::Zone, m_warehouse + u'/' + QString::number(*m_zone))
               : SearchWords::termOf(SearchKey::Warehouse, m_warehouse);
}

void FilterBar::parse()
{
    m_query = parseSearch(m_text);
    m_query.filter.warehouse = m_warehouse;
    m_query.filter.zone = m_zone;
    m_meanings.clear();
    for (const SearchQuery::Term &term : m_query.terms)
        m_meanings.push_back(meaningOf(term));
    for (const Switch &each : m_switches)
        each.action->setChecked(std::ranges::find(m_meanings, each.meaning) != m_meanings.end());
    m_named->setCurrent(withTerm(m_text, zoneTerm()));
    showChips();
    if (m_query.findings.empty())
        showFinding();
    else
        m_findingSoon.start();
}

void FilterBar::showChips()
{
    std::vector<ChipRow::Chip> chips;
    QStringList words;
    for (const QString &word : m_query.filter.text.split(u' ', Qt::SkipEmptyParts))
        words << word;
    words << m_query.filter.terms.phrases;
    for (const QString &word : m_query.filter.terms.without)
        words << tr("not %1", "filter chip: what is left out").arg(word);
    if (!words.isEmpty()) {
        const QString all = words.join(u' ');
        chips.push_back({tr("“%1”").arg(ChipRow::shortened(all)), tr("“%1”").arg(all), [this] {
                             change(withoutWords(m_text));
                         }});
    }
    if (!m_warehouse.isEmpty()) {
        const QString zone = m_zone ? QString(m_warehouse + u" / " + QString::number(*m_zone))
                                    : m_warehouse;
        chips.push_back({zone, {}, [this] { Q_EMIT zoneRemoved(); }});
    }
    for (const SearchQuery::Term &term : m_query.terms) {
        const QString text = SearchWords::chipText(term);
        chips.push_back(
            {ChipRow::shortened(text), text, [this, term] { change(withoutTerm(m_text, term)); }});
    }
    m_chips->setChips(std::move(chips));
}

QStringList FilterBar::filterTexts() const
{
    return m_chips->texts();
}

void FilterBar::showFinding()
{
    m_findingSoon.stop();
    QStringList sentences;
    for (const SearchQuery::Finding &finding : m_query.findings) {
        const QString sentence = messageOf(finding, SearchWords::wording());
        if (!sentences.contains(sentence) && sentences.size() < 2)
            sentences << sentence;
    }
    m_finding->setText(sentences.join(u' '));
    m_findingRow->setVisible(!sentences.isEmpty());
}

} // namespace tanaban::ui
