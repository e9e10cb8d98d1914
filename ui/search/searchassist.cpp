#include "ui/search/searchassist.h"

#include "model/search/searchtokens.h"
#include "ui/look/icons.h"
#include "ui/palette/palettelist.h"
#include "ui/search/searchhelp.h"
#include "ui/search/searchwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int proposeAfterMilliseconds = 80;
constexpr int mostProposals = 8;
/// One letter of the alphabet begins too many keys, and is mostly the beginning of a plain word.
constexpr qsizetype fewestLetters = 2;

QString symbolOf(SearchKey key)
{
    switch (key) {
    case SearchKey::Product:
        return u"product"_s;
    case SearchKey::Lot:
        return u"lot"_s;
    case SearchKey::Bin:
        return u"bin"_s;
    case SearchKey::Zone:
    case SearchKey::Warehouse:
        return u"warehouse"_s;
    default:
        return u"filter"_s;
    }
}

} // namespace

SearchAssist::SearchAssist(QLineEdit &field,
                           CodeFinder &codes,
                           BackgroundRunner &runner,
                           QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_codes(codes)
    , m_runner(runner)
    , m_completer(new QCompleter(this))
    , m_model(new PaletteModel(this))
{
    auto *list = new QListView;
    list->setObjectName(u"searchProposals"_s);
    list->setAccessibleName(tr("Proposals"));
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostProposals + 1);
    m_completer->setPopup(list);
    list->setItemDelegate(new PaletteDelegate(list));
    list->installEventFilter(this); // after the completer's own: asked before it
    m_completer->setWidget(&field);
    connect(m_completer,
            qOverload<const QModelIndex &>(&QCompleter::activated),
            this,
            [this](const QModelIndex &index) { take(index.row()); });
    m_typing.setSingleShot(true);
    m_typing.setInterval(proposeAfterMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, [this] { propose(false); });
    connect(&field, &QLineEdit::textEdited, this, &SearchAssist::onEdited);
    // Whoever searches has finished typing: what would have been proposed must not take the next key.
    connect(&field, &QLineEdit::returnPressed, this, [this] {
        ++m_turn;
        m_typing.stop();
        hide();
    });
    field.installEventFilter(this);
}

void SearchAssist::setOffering(bool offering)
{
    m_offering = offering;
    hide();
}

void SearchAssist::showHelp()
{
    hide();
    auto *help = new SearchHelp(&m_field);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->showBelow(m_field);
}

bool SearchAssist::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_completer->popup()) {
        // A list that gets the keyboard makes its first line the current one: nobody chose it.
        QAbstractItemView *list = m_completer->popup();
        if (event->type() == QEvent::KeyPress && !list->selectionModel()->hasSelection())
            list->setCurrentIndex({});
        return false;
    }
    if (event->type() == QEvent::KeyPress && m_offering) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
            propose(true);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void SearchAssist::onEdited()
{
    ++m_turn;
    if (m_offering)
        m_typing.start();
}

void SearchAssist::propose(bool everything)
{
    m_typing.stop();
    if (!m_field.hasFocus())
        return;
    m_cursor = searchCursor(m_field.text(), m_field.cursorPosition());
    if (m_cursor.key == SearchKey::Words)
        proposeKeys(everything);
    else if (!SearchWords::examplesOf(m_cursor.key).isEmpty())
        proposeWords();
    else
        proposeCodes();
}

void SearchAssist::proposeKeys(bool everything)
{
    const QString typed = foldedWord(m_cursor.typed);
    const bool enough = typed.size() >= fewestLetters
                        || (!typed.isEmpty() && typed.front().unicode() > 0x7F);
    if (!enough && !everything) {
        hide();
        return;
    }
    std::vector<Proposal> proposals;
    for (const SearchKey key : searchKeys()) {
        const bool fits = std::ranges::any_of(
            std::array{SearchWording::English, SearchWording::Japanese},
            [&typed, key](SearchWording wording) { return wordOf(key, wording).startsWith(typed); });
        if (fits || foldedWord(SearchWords::nameOf(key)).startsWith(typed)) {
            const QString written = SearchWords::termOf(key, {});
            proposals.push_back(
                {written,
                 written,
                 tr("%1, e.g. %2", "what a key is about, and a value")
                     .arg(SearchWords::nameOf(key), exampleOf(key, SearchWords::wording()))});
        }
    }
    offer(std::move(proposals));
}

void SearchAssist::proposeWords()
{
    // Figures and days are typed; what is shown are examples, as long as nothing has been.
    const bool fixed = !valueWordsOf(m_cursor.key, SearchWords::wording()).isEmpty();
    const QString typed = foldedWord(m_cursor.typed);
    std::vector<Proposal> proposals;
    for (const auto &[word, explained] : SearchWords::examplesOf(m_cursor.key)) {
        if (typed.isEmpty() || (foldedWord(word).startsWith(typed) && (fixed || word != typed)))
            proposals.push_back({word, word, explained});
    }
    offer(std::move(proposals));
}

void SearchAssist::proposeCodes()
{
    m_runner.run(
        this,
        [&codes = m_codes, key = m_cursor.key, typed = m_cursor.typed] {
            return codes.propose(key, typed, mostProposals);
        },
        [this, turn = m_turn](const Read<std::vector<CodeProposal>> &found) {
            if (turn != m_turn || !found || !m_field.hasFocus())
                return;
            std::vector<Proposal> proposals;
            for (const CodeProposal &each : *found)
                proposals.push_back({quotedForSearch(each.code, true),
                                     each.code,
                                     each.name,
                                     symbolOf(m_cursor.key)});
            offer(std::move(proposals));
        });
}

void SearchAssist::offer(std::vector<Proposal> proposals)
{
    const bool complete = proposals.size() == 1
                          && proposals.front().written
                                 == m_field.text().mid(m_cursor.start, m_cursor.length);
    if (proposals.empty() || complete) {
        hide();
        return;
    }
    m_proposals = std::move(proposals);
    m_proposals.push_back({{}, tr("How to search…"), {}, u"help"_s});
    std::vector<PaletteEntry> entries;
    for (const Proposal &each : m_proposals) {
        PaletteEntry entry;
        entry.title = each.shown;
        entry.detail = each.explained;
        entry.icon = icon(each.symbol);
        entries.push_back(std::move(entry));
    }
    m_model->setEntries(std::move(entries));
    m_completer->complete();
}

void SearchAssist::take(int row)
{
    if (row < 0 || std::size_t(row) >= m_proposals.size())
        return;
    const QString written = m_proposals[std::size_t(row)].written;
    if (written.isEmpty()) {
        showHelp();
        return;
    }
    const qsizetype end = m_cursor.start + m_cursor.length;
    const bool key = m_cursor.key == SearchKey::Words;
    // After a value something else follows; after a key its value, at once.
    const bool last = end >= m_field.text().size();
    m_field.setSelection(int(m_cursor.start), int(m_cursor.length));
    m_field.insert(key || !last ? written : QString(written + u' '));
    if (key)
        propose(true);
}

void SearchAssist::hide()
{
    m_typing.stop();
    m_completer->popup()->hide();
}

} // namespace tanaban::ui
