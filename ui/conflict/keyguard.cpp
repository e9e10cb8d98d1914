#include "ui/conflict/keyguard.h"

#include <QApplication>
#include <QKeyEvent>

#include <chrono>

namespace tanaban::ui {

namespace {

/// Between two keys of one scan.
constexpr qint64 longestPause = 60;

} // namespace

KeyGuard::KeyGuard(QWidget *window, int milliseconds, std::function<qint64()> now)
    : QObject(window)
    , m_window(window)
    , m_milliseconds(milliseconds)
    , m_now(std::move(now))
{
    if (!m_now) {
        m_now = [] {
            const auto since = std::chrono::steady_clock::now().time_since_epoch();
            return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
        };
    }
    // Keys go to whichever child has the focus, and shortcuts to none of them: so all are seen.
    qApp->installEventFilter(this);
    arm();
}

void KeyGuard::arm()
{
    m_since = m_now();
    m_swallowed.reset();
}

bool KeyGuard::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::Shortcut:
    case QEvent::ShortcutOverride:
        break;
    default:
        return false;
    }
    if (!m_window->isVisible() || !isOurs(object))
        return false;
    // What a scanner began to type in that time is swallowed to its end.
    const qint64 now = m_now();
    const bool fresh = now - m_since < m_milliseconds
                       || (m_swallowed && now - *m_swallowed < longestPause);
    const auto *key = dynamic_cast<QKeyEvent *>(event);
    const bool held = key && key->isAutoRepeat()
                      && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter
                          || key->key() == Qt::Key_Escape);
    if (!fresh && !held)
        return false;
    if (event->type() == QEvent::KeyPress && fresh)
        m_swallowed = now;
    event->accept(); // an override that is not taken would come back as a shortcut
    return true;
}

bool KeyGuard::isOurs(const QObject *object) const
{
    const auto *widget = qobject_cast<const QWidget *>(object);
    return widget && (widget == m_window || (widget->window() == m_window));
}

} // namespace tanaban::ui
