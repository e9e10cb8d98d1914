#pragma once

#include "ui/overview/plot.h"

#include <QFrame>

class QLabel;

namespace tanaban::ui {

/// What stands on a card.
struct CardContent
{
    QString id;    ///< the card's object name; its head's is this and "Head"
    QString title; ///< "Low"
    QString symbol;
    Symbol::Tone tone = Symbol::Tone::Quiet;
    QString figure;   ///< the one number that matters
    QString sentence; ///< what it is the number of
    Target target;    ///< the rows behind it
    Plot::Kind kind = Plot::Kind::Lying;
    std::vector<Bar> bars;
    std::vector<std::pair<int, QString>> axis; ///< see Plot::setBars()
    bool wide = false;                         ///< takes the whole width of the page
};

/// One thing that may need somebody: a number, what it says, and a small plot. The head is a button
/// that opens all rows, each bar one that opens some of them.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const CardContent &content, QWidget *parent = nullptr);

    /// Of the same id and kind; the keyboard stays where it is.
    void setContent(const CardContent &content);
    bool isWide() const { return m_wide; }
    QAbstractButton *head() const;
    Plot *plot() const { return m_plot; }

Q_SIGNALS:
    void opened(const tanaban::ui::Target &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    class Head;

    Head *m_head;
    Plot *m_plot;
    Target m_target;
    bool m_wide;
};

} // namespace tanaban::ui
