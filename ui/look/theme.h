#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QDBusVariant;

namespace tanaban::ui {

/// The colours of one look. Meaning has its own: low, bad, changed, good; text on `base` and
/// `window` has a contrast of at least 4.5 : 1 in each of them.
struct Colours
{
    QColor window; ///< side bars, tool bars
    QColor base;   ///< where the data is
    QColor raised; ///< menus, chips, fields that stand out
    QColor text;
    QColor secondary; ///< what explains
    QColor hairline;  ///< between rows and panels
    QColor border;    ///< around fields and buttons
    QColor accent;
    QColor onAccent;  ///< text on the accent
    QColor selection; ///< behind selected rows
    QColor hover;
    QColor low;     ///< short, expiring soon
    QColor bad;     ///< expired, blocked, wrong
    QColor good;    ///< connected, done
    QColor changed; ///< tint of what somebody changed just now
};

enum class ThemeChoice {
    Light,
    Dark,
    System
};

/// "light", "dark" or "system"; anything else is System.
ThemeChoice themeFromCode(QStringView code);
QString codeOf(ThemeChoice choice);

/// The look of the whole program: base style, palette, fonts and style sheet. One per process.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Sets fonts and style at once; what the desktop prefers is asked for in the background.
    Theme(QApplication &application, ThemeChoice choice);

    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);
    bool dark() const { return m_dark; }

    /// The colours in use; light ones before a Theme exists (tests).
    static const Colours &colours();
    static const Colours &colours(bool dark);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onPortalSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void askDesktop();
    void apply();

    QApplication &m_application;
    ThemeChoice m_choice;
    bool m_desktopDark = false;
    bool m_dark = false;
    bool m_asked = false;
};

/// The text sizes: secondary, table and text, title, and the one figure that matters.
enum class TextSize {
    Secondary,
    Normal,
    Title,
    Figure
};
QFont fontOf(TextSize size, bool strong = false);

/// `above` laid over `below` with an opacity of 0 to 1.
QColor mixed(const QColor &below, const QColor &above, double opacity);

} // namespace tanaban::ui
