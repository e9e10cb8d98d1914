#pragma once

#include "ui/look/theme.h"

#include <QGridLayout>
#include <QLabel>

// What the panels of details are made of, so that all of them look the same.
namespace tanaban::ui {

/// From the edge of the panel to what stands in it, in pixels.
constexpr int detailsEdge = 16;

/// Text that is shown as it is, wraps, and can be copied.
QLabel *plainLabel(QWidget *parent, TextSize size = TextSize::Normal, bool strong = false);
/// The same in the colour of what explains, also after the look has changed.
QLabel *secondaryLabel(QWidget *parent, const QString &text = {});

/// For facts: names on the left, values on the right.
QGridLayout *factsGrid();
/// Adds a line to it; returns the value, which is called by that name.
QLabel *addFact(QGridLayout *grid, const QString &name, QWidget *parent);

/// What stands in the panel while nothing is selected.
QWidget *emptyDetails(const QString &text, QWidget *parent);

} // namespace tanaban::ui
