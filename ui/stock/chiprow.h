#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QMenu;
class QToolButton;

namespace tanaban::ui {

/// Filters in force as chips in one row, each removed by a click, Space or Delete. What does not fit
/// into the row is behind a button at its end.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    struct Chip
    {
        QString text;
        QString tip; ///< the whole of it, where the text is shortened
        std::function<void()> remove;
    };

    explicit ChipRow(QWidget *parent = nullptr);

    void setChips(std::vector<Chip> chips);
    /// The whole text of each of them.
    QStringList texts() const;
    /// As much of a text as a chip has room for.
    static QString shortened(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addButton();
    void remove(std::size_t number);
    void arrange();

    std::vector<Chip> m_chips;
    std::vector<QToolButton *> m_buttons; ///< those behind the chips' number are hidden
    QToolButton *m_more;
    QMenu *m_others;
};

} // namespace tanaban::ui
