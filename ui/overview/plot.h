#pragma once

#include "ui/look/symbol.h"
#include "ui/place.h"

#include <QAbstractButton>

namespace tanaban::ui {

/// One bar of a plot, and what lies behind it.
struct Bar
{
    QString key;      ///< what it is about: it keeps the keyboard when the bars are arranged anew
    QString label;    ///< lying bars: what stands before it
    QString value;    ///< lying bars: what stands behind it; standing bars: above the highest
    double share = 0; ///< how long it is, 0 to 1
    QString name;     ///< all of it in words, with the numbers
    Target target;    ///< where it leads

    bool isEmpty() const { return share <= 0; }
};

/// A small plot whose bars are buttons: Tab comes to it, arrow keys go from bar to bar, Enter or
/// Space opens one. Drawn in the colours of the theme, sharp at any scale.
class Plot : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Standing, ///< a column for each day or hour, with an axis below
        Lying     ///< a line for each, with its label
    };

    explicit Plot(Kind kind, QWidget *parent = nullptr);
    ~Plot() override;

    /// `axis`: what is written below a standing bar, by its number.
    void setBars(std::vector<Bar> bars,
                 Symbol::Tone tone,
                 std::vector<std::pair<int, QString>> axis);
    const std::vector<Bar> &bars() const { return m_bars; }
    /// The button of a bar.
    QAbstractButton *button(size_t number) const;
    QSize sizeHint() const override;

    static constexpr int height = 100;

Q_SIGNALS:
    void opened(const tanaban::ui::Target &target);
    /// The bar that had the keyboard is gone, and there is no other.
    void focusLeft();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Button;

    void makeButtons();
    void arrange();
    void setCurrent(int number);
    void step(int from, int by);
    QColor colour() const;
    QRect barRect(const QRect &place, const Bar &bar) const;
    int labelWidth() const;
    int valueWidth() const;
    void paintBar(QPainter &painter, const QRect &place, const Bar &bar, bool lively) const;
    void paintAxis(QPainter &painter);
    void paintHighest(QPainter &painter);

    Kind m_kind;
    Symbol::Tone m_tone = Symbol::Tone::Accent;
    std::vector<Bar> m_bars;
    std::vector<std::pair<int, QString>> m_axis;
    std::vector<Button *> m_buttons; ///< at least one for each bar
    int m_current = 0;               ///< the one Tab comes to
};

} // namespace tanaban::ui
