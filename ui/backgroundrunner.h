#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace tanaban::ui {

/// Runs work that touches the database away from the window's thread, and brings the answer back
/// to it by callback. An answer whose `context` is gone is dropped; nothing here ever waits.
class BackgroundRunner : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundRunner(int threads, QObject *parent = nullptr);
    ~BackgroundRunner() override;

    /// `work` runs on a worker; `done(result)` on this object's thread while `context` lives.
    /// Callers that may ask again before the answer comes keep a token and compare it in `done`.
    template <typename Work, typename Done>
    void run(QObject *context, Work work, Done done)
    {
        QPointer<QObject> guard(context);
        start([this, guard, work = std::move(work), done = std::move(done)]() mutable {
            auto result = work();
            deliver([guard, done = std::move(done), result = std::move(result)]() mutable {
                if (guard)
                    done(std::move(result));
            });
        });
    }

    /// How many pieces of work are under way or waiting.
    int pending() const { return m_pending; }

Q_SIGNALS:
    void pendingChanged(int pending);

private:
    void start(std::function<void()> work);
    void deliver(std::function<void()> answer);

    QThreadPool m_pool;
    int m_pending = 0;
};

} // namespace tanaban::ui
