#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace tanaban::ui {

/// Swallows the keys that reach a window within a short time after it shows something new:
/// scanners type fast, and what they type was meant for what was there before. A key that is held
/// down is swallowed until it is pressed anew.
class KeyGuard : public QObject
{
    Q_OBJECT

public:
    /// `now` in ms; empty: the real time.
    KeyGuard(QWidget *window, int milliseconds, std::function<qint64()> now);

    /// Something new is shown from this moment on.
    void arm();

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool isOurs(const QObject *object) const;

    QWidget *m_window;
    int m_milliseconds;
    std::function<qint64()> m_now;
    qint64 m_since = 0;
};

} // namespace tanaban::ui
