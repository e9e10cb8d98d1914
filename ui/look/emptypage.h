#pragma once

#include <QAction>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace tanaban::ui {

/// What stands in the stead of a list without rows: what belongs there, and the actions that fill
/// it.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    /// A button for each of these actions, in their order; while one is disabled its button is too,
    /// and says why.
    void offer(const QList<QAction *> &actions);
    /// `offered`: those of them that help now.
    void say(const QString &title, const QString &text, const QList<QAction *> &offered);

    /// The keyboard goes to the first button that can be pressed, or to the next thing there is.
    void takeFocus();

    /// The title and the buttons: in a low window the rest gives way.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Offer
    {
        QAction *action = nullptr;
        QPushButton *button = nullptr;
    };

    /// That the title, the buttons and, if wanted, the words need.
    int heightNeeded(bool withText) const;
    /// Shows as much as there is room for.
    void fit();

    QWidget *m_symbol;
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_buttons;
    std::vector<Offer> m_offers;
};

} // namespace tanaban::ui
