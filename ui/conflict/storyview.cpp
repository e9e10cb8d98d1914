#include "ui/conflict/storyview.h"

#include "ui/look/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *labelOf(const QString &text, const QColor &colour, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
    return label;
}

QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedHeight(1);
    line->setStyleSheet(u"background: %1;"_s.arg(Theme::colours().border.name()));
    return line;
}

} // namespace

StoryView::StoryView(const RowStory &story, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *place = labelOf(story.place, Theme::colours().text, this);
    place->setObjectName(u"placeLabel"_s);
    place->setFont(fontOf(TextSize::Normal, true));
    column->addWidget(place);
    if (!story.comparisons.empty())
        column->addWidget(buildTable(story));
    if (!story.lines.empty() || !story.more.isEmpty())
        column->addWidget(buildLines(story));
    if (story.effect) {
        const bool possible = story.effect->possible;
        auto *effect = labelOf((possible ? u"→  "_s : u"⚠  "_s) + story.effect->text,
                               possible ? Theme::colours().accent : Theme::colours().bad,
                               this);
        effect->setObjectName(u"rowEffect"_s);
        effect->setWordWrap(true);
        column->addWidget(effect);
    }
}

QWidget *StoryView::buildTable(const RowStory &story)
{
    const Colours &colours = Theme::colours();
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
        auto *head = labelOf(title, colours.secondary, table);
        head->setFont(fontOf(TextSize::Secondary));
        grid->addWidget(head, line, column++, Qt::AlignRight);
    }
    grid->addWidget(hairline(table), ++line, 0, 1, 3);
    for (const Comparison &comparison : story.comparisons) {
        ++line;
        auto *label = labelOf(comparison.label, colours.text, table);
        auto *seen = labelOf(comparison.seen, colours.secondary, table);
        auto *now = labelOf(comparison.now, colours.text, table);
        // Never by weight alone: the arrow tells it too.
        auto *mark = labelOf(comparison.changed ? u"◂"_s : QString(), colours.accent, table);
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
    const Colours &colours = Theme::colours();
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int line = 0;
    if (!story.more.isEmpty())
        grid->addWidget(labelOf(story.more, colours.secondary, box), line++, 1);
    for (const StoryLine &entry : story.lines) {
        auto *when = labelOf(entry.when, colours.secondary, box);
        auto *what = labelOf(entry.text, colours.text, box);
        what->setObjectName(u"storyLine"_s);
        what->setWordWrap(true);
        grid->addWidget(when, line, 0, Qt::AlignTop);
        grid->addWidget(what, line, 1, Qt::AlignTop);
        ++line;
    }
    return box;
}

} // namespace tanaban::ui
