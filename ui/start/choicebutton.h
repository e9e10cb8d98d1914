#pragma once

#include <QAbstractButton>

namespace tanaban::ui {

/// A large button with a symbol, what it does, and a sentence on what comes of it.
class ChoiceButton : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceButton(QString symbol, const QString &title, QString sentence, QWidget *parent);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect textPlace(int width) const;

    QString m_symbol;
    QString m_sentence;
};

} // namespace tanaban::ui
