#include "ui/conflict/storyview.h"

#include "ui/look/theme.h"
#include "ui/look/tint.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *labelOf(const QString &text, Tint colour, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    tint(label, colour);
    return label;
}

QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setStyleSheet(u"background: palette(mid);"_s);
    return line;
}

} // namespace

StoryView::StoryView(const RowStory &story, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *place = labelOf(story.place, Tint::Plain, this);
    place->setObjectName(u"placeLabel"_s);
    place->setFont(fontOf(TextSize::Normal, true));
    place->setWordWrap(true);
    column->addWidget(place);
    if (!story.comparisons.empty())
        column->addWidget(buildTable(story));
    if (!story.lines.empty() || !story.more.isEmpty())
        column->addWidget(buildLines(story));
    if (story.effect) {
        const bool possible = story.effect->possible;
        auto *effect = labelOf((possible ? u"→  "_s : u"⚠  "_s) + story.effect->text,
                               possible ? Tint::Accent : Tint::Bad,
                               this);
        effect->setObjectName(u"rowEffect"_s);
        effect->setWordWrap(true);
        column->addWidget(effect);
    }
}

QWidget *StoryView::buildTable(const RowStory &story)
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, 104);
    grid->setColumnMinimumWidth(1, 88);
    grid->setColumnMinimumWidth(2, 88);
    grid->setColumnStretch(3, 1);
    int line = 0;
    int column = 1;
    for (const QString &title : {tr("When you looked"), tr("Now")}) {
        auto *head = labelOf(title, Tint::Secondary, table);
        head->setFont(fontOf(TextSize::Secondary));
        grid->addWidget(head, line, column++, Qt::AlignRight);
    }
    grid->addWidget(hairline(table), ++line, 0, 1, 3);
    for (const Comparison &comparison : story.comparisons) {
        ++line;
        auto *label = labelOf(comparison.label, Tint::Plain, table);
        auto *seen = labelOf(comparison.seen, Tint::Secondary, table);
        auto *now = labelOf(comparison.now, Tint::Plain, table);
        // Never by weight alone: the arrow tells it too.
        auto *mark = labelOf(comparison.changed ? u"◂"_s : QString(), Tint::Accent, table);
        mark->setAccessibleName(comparison.changed ? tr("changed") : QString());
        if (comparison.changed)
            now->setFont(fontOf(comparison.principal ? TextSize::Title : TextSize::Normal, true));
        if (comparison.principal)
            label->setFont(fontOf(TextSize::Normal, true));
        now->setAccessibleName(tr("%1: %2 when you looked, %3 now")
                                   .arg(comparison.label, comparison.seen, comparison.now));
        grid->addWidget(label, line, 0);
        grid->addWidget(seen, line, 1, Qt::AlignRight);
        grid->addWidget(now, line, 2, Qt::AlignRight);
        grid->addWidget(mark, line, 3);
    }
    return table;
}

QWidget *StoryView::buildLines(const RowStory &story)
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int line = 0;
    if (!story.more.isEmpty())
        grid->addWidget(labelOf(story.more, Tint::Secondary, box), line++, 1);
    for (const StoryLine &entry : story.lines) {
        auto *when = labelOf(entry.when, Tint::Secondary, box);
        auto *what = labelOf(entry.text, Tint::Plain, box);
        what->setObjectName(u"storyLine"_s);
        what->setWordWrap(true);
        grid->addWidget(when, line, 0, Qt::AlignTop);
        grid->addWidget(what, line, 1, Qt::AlignTop);
        ++line;
    }
    return box;
}

} // namespace tanaban::ui
