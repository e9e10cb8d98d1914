#include "ui/palette/paletteentry.h"

#include "ui/actiontext.h"
#include "ui/search/textfilter.h"

#include <QCoreApplication>
#include <QMenu>
#include <QRegularExpression>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

struct PaletteText
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

enum Fit {
    WholeTitle,
    TitleBegins,
    WordBegins,
    InTitle,
    Beside, ///< in the detail, or under another name
    Nowhere
};

bool beginsWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

Fit fitOf(const QString &title, const QString &beside, const QString &word)
{
    if (title == word)
        return WholeTitle;
    if (title.startsWith(word))
        return TitleBegins;
    if (beginsWord(title, word))
        return WordBegins;
    if (title.contains(word))
        return InTitle;
    return beside.contains(word) ? Beside : Nowhere;
}

/// "goToPlace" is found by "place" too: names in the program are English words.
QString wordsOfName(QString name)
{
    static const QRegularExpression hump(u"([a-z])([A-Z])"_s);
    return name.replace(hump, u"\\1 \\2"_s);
}

} // namespace

QString wordFor(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Place:
        return PaletteText::tr("Place");
    case PaletteEntry::Kind::Action:
        return {};
    case PaletteEntry::Kind::Warehouse:
        return PaletteText::tr("Warehouse");
    case PaletteEntry::Kind::Zone:
        return PaletteText::tr("Zone");
    case PaletteEntry::Kind::Product:
        return PaletteText::tr("Product");
    case PaletteEntry::Kind::Bin:
        return PaletteText::tr("Bin");
    case PaletteEntry::Kind::Lot:
        return PaletteText::tr("Lot");
    case PaletteEntry::Kind::Partner:
        return PaletteText::tr("Partner");
    case PaletteEntry::Kind::Order:
        return PaletteText::tr("Order");
    }
    Q_UNREACHABLE();
}

std::optional<int> rankOf(const PaletteEntry &entry, const QString &typed)
{
    const QString title = folded(entry.title);
    const QString beside = folded(entry.detail + u'\n' + entry.aliases);
    const QString whole = folded(typed).simplified();
    // What was typed as it stands first: "2 chilled" is one name, not two words.
    if (const Fit fit = fitOf(title, beside, whole); fit != Nowhere)
        return fit;
    int rank = 0;
    const QStringList words = whole.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const Fit fit = fitOf(title, beside, word);
        if (fit == Nowhere)
            return std::nullopt;
        rank = std::max(rank, int(fit));
    }
    return rank + 1;
}

std::vector<PaletteEntry> fitting(const std::vector<PaletteEntry> &entries,
                                  const std::vector<PaletteEntry> &found,
                                  const QString &typed,
                                  std::size_t most)
{
    struct Ranked
    {
        std::tuple<int, bool, PaletteEntry::Kind> rank;
        const PaletteEntry *entry;
    };
    std::vector<Ranked> ranked;
    const auto add = [&ranked](const PaletteEntry &entry, int rank) {
        ranked.push_back({{rank, !entry.hindrance.isEmpty(), entry.kind}, &entry});
    };
    for (const PaletteEntry &entry : entries) {
        if (const auto rank = rankOf(entry, typed))
            add(entry, *rank);
    }
    for (const PaletteEntry &entry : found)
        add(entry, rankOf(entry, typed).value_or(Beside));
    std::ranges::stable_sort(ranked, {}, &Ranked::rank);
    std::vector<PaletteEntry> result;
    for (const Ranked &each : ranked) {
        if (result.size() < most)
            result.push_back(*each.entry);
    }
    return result;
}

std::vector<PaletteEntry> entriesOf(const QList<QAction *> &actions, const QString &before)
{
    std::vector<PaletteEntry> entries;
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        QString title = plainText(action->text());
        if (!before.isEmpty())
            title = PaletteText::tr("%1: %2", "an action with the menu it is in").arg(before, title);
        if (const QMenu *menu = action->menu()) {
            const std::vector<PaletteEntry> below = entriesOf(menu->actions(), title);
            entries.insert(entries.end(), below.begin(), below.end());
            continue;
        }
        PaletteEntry entry;
        entry.title = title;
        entry.detail = action->statusTip();
        entry.aliases = wordsOfName(action->objectName());
        entry.icon = action->icon();
        entry.keys = action->shortcut().toString(QKeySequence::NativeText);
        // A disabled action says why in its status tip.
        entry.hindrance = action->isEnabled() ? QString() : action->statusTip();
        entry.action = action;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace tanaban::ui
