#pragma once

#include <QWidget>

namespace tanaban::ui {

/// A line icon standing by itself, in the secondary colour unless told otherwise.
class Symbol : public QWidget
{
    Q_OBJECT

public:
    enum class Tone {
        Quiet,
        Accent,
        Good,
        Low,
        Bad
    };

    Symbol(QString name, int size, QWidget *parent = nullptr);

    void setSymbol(const QString &name, Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
    Tone m_tone = Tone::Quiet;
};

} // namespace tanaban::ui
