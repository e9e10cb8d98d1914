#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

namespace tanaban::ui {

/// Swallows the keys that reach a window within a short time after it shows something new:
/// scanners type fast, and what they type was meant for what was there before. What follows them
/// without a pause is swallowed too, and a key that is held down until it is pressed anew.
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
    std::optional<qint64> m_swallowed; ///< when the last key was
};

} // namespace tanaban::ui
