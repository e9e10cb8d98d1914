#pragma once

#include <QFrame>

namespace tanaban::ui {

/// What the search language can, by examples, on one small sheet. Esc or a click beside it closes it.
class SearchHelp : public QFrame
{
    Q_OBJECT

public:
    explicit SearchHelp(QWidget *parent);

    void showBelow(const QWidget &field);
};

} // namespace tanaban::ui
