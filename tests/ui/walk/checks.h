#pragma once

#include "tests/ui/walk/pseudotranslator.h"

#include <QStringList>
#include <QWidget>

namespace tanaban::test {

// What is wrong with a window or dialog as it stands there, one sentence each. Only what is visible
// is judged.

/// Controls that a screen reader could not name. The name of a combo box is its value, so it needs a
/// label that says it is for it.
QStringList namelessControls(const QWidget &window);
/// Texts that came neither through translation nor from the data, to be called with the
/// PseudoTranslator installed before the window was made.
QStringList strangeTexts(const QWidget &window, const Data &data);
/// Texts that are wider or higher than what shows them.
QStringList cutTexts(const QWidget &window);
/// More than a screen of 1920 × 1080 has at 200 %, under a title. A dialog is made fit first, as it is
/// when it comes up there.
QStringList tooLarge(QWidget &window);
/// Steps of the Tab key that go up or to the left without going on to another column.
QStringList focusJumps(const QWidget &window);

/// How a widget is called in a finding: class, object name, text.
QString nameOf(const QWidget &widget);

} // namespace tanaban::test
