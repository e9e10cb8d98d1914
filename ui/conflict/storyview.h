#pragma once

#include "ui/conflict/conflicttext.h"

#include <QWidget>

namespace tanaban::ui {

/// One row of a conflict: a small table "when you looked / now", and under it who did what.
class StoryView : public QWidget
{
    Q_OBJECT

public:
    explicit StoryView(const RowStory &story, QWidget *parent = nullptr);

private:
    QWidget *buildTable(const RowStory &story);
    QWidget *buildLines(const RowStory &story);
};

} // namespace tanaban::ui
