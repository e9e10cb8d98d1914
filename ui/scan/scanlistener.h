#pragma once

#include "model/scan/scandetector.h"
#include "ui/scan/scanfeedback.h"

#include <QKeyEvent>

#include <memory>
#include <vector>

class QLineEdit;

namespace tanaban::ui {

class ScanTarget;

/// Hears a scanner among the keys of the whole program, whatever has the keyboard, and hands what
/// was scanned to the window there. Fields get their keys at once and their text back when it was a
/// scan; for everything else keys that come fast are held back until it is known. A dialog that
/// takes no scans gets the code as if it had been typed, but never the Enter that ends it.
class ScanListener : public QObject
{
    Q_OBJECT

public:
    /// `now` in ms for keys that bring no time of their own; without it these are nobody's (they
    /// come from programs, not from keyboards).
    explicit ScanListener(ScanFeedback &feedback,
                          std::function<qint64()> now = {},
                          QObject *parent = nullptr);
    ~ScanListener() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A key that was held back, and who was to have it.
    struct Held
    {
        QPointer<QWidget> widget;
        std::unique_ptr<QKeyEvent> event;
    };
    /// A field before the first key.
    struct Before
    {
        QPointer<QLineEdit> edit;
        QString text;
        int cursor = 0;
        int selectionStart = -1;
        int selectionLength = 0;
    };

    bool onPress(QWidget *widget, QKeyEvent &key);
    bool onRelease(QWidget *widget, QKeyEvent &key);
    bool onCharacter(QWidget *widget, QKeyEvent &key, const QString &text, qint64 time);
    bool onEnd(QWidget *widget, const QKeyEvent &key, qint64 time);
    bool deliver(const QString &text, QWidget *widget);
    std::optional<qint64> timeOf(const QKeyEvent &key) const;
    void hold(QWidget *widget, const QKeyEvent &key);
    void letGo();
    void forget();
    void putBack();

    ScanFeedback &m_feedback;
    std::function<qint64()> m_now;
    ScanDetector m_detector;
    std::vector<Held> m_held;
    Before m_before;
    QPointer<QWidget> m_receiver; ///< of the keys so far
    QTimer m_patience;
    const QEvent *m_last = nullptr; ///< only to know it again on its way to the parents
    QPointer<QWidget> m_lastWidget;
    int m_swallowed = 0; ///< the key whose release belongs to a scan
    bool m_lettingGo = false;
    bool m_tab = false;
};

} // namespace tanaban::ui
