#pragma once

#include "model/scan/gs1.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QMenu;
class QWidget;

namespace tanaban::ui {

/// Tells the person with the scanner what came of it: they may look at the goods, not the screen.
class ScanFeedback : public QObject
{
    Q_OBJECT

public:
    /// `sound`: what is heard when something goes wrong; empty: the computer's own.
    explicit ScanFeedback(std::function<void()> sound = {}, QObject *parent = nullptr);

    /// Something is wrong: seen over the window for a while, and heard unless that is switched off.
    void fail(QWidget *window, const QString &text);
    /// What was said before is settled.
    void clear();

    /// Why an element string cannot be read, in words.
    static QString textOf(const Gs1Fault &fault);

    // Settings of this computer, as a scanner belongs to one.
    static bool isSilent();
    static void setSilent(bool silent);
    /// Scanners may end a scan with Tab; Enter does anyway.
    static bool endsWithTab();
    static void setEndsWithTab(bool tab);

private:
    std::function<void()> m_sound;
    QPointer<QWidget> m_notice;
    QTimer m_over;
};

/// Adds the settings of the scanner to a menu.
void fillScannerMenu(QMenu &menu);

/// Offers a choice at the keyboard: `chosen` gets the number of the line.
void chooseScanned(QWidget *window,
                   const QString &question,
                   const QStringList &lines,
                   const std::function<void(int)> &chosen);

} // namespace tanaban::ui
