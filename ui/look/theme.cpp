#include "ui/look/theme.h"

#include "ui/look/sheet.h"
#include "ui/look/style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QPixmapCache>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String portal("org.freedesktop.portal.Desktop");
constexpr QLatin1String portalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String settingsInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String colourScheme("color-scheme");
constexpr double textPoints = 9.75; // 13 px at 96 dpi

const Colours lightColours{.window = QColor(0xf5, 0xf6, 0xf6),
                           .base = QColor(0xff, 0xff, 0xff),
                           .raised = QColor(0xff, 0xff, 0xff),
                           .text = QColor(0x1c, 0x22, 0x26),
                           .secondary = QColor(0x5a, 0x64, 0x6b),
                           .hairline = QColor(0xe6, 0xe9, 0xea),
                           .border = QColor(0xc6, 0xcc, 0xd0),
                           .accent = QColor(0x0d, 0x6e, 0x68),
                           .onAccent = QColor(0xff, 0xff, 0xff),
                           .selection = QColor(0xd3, 0xea, 0xe7),
                           .hover = QColor(0xe9, 0xec, 0xed),
                           .low = QColor(0x94, 0x58, 0x00),
                           .bad = QColor(0xb3, 0x26, 0x1e),
                           .good = QColor(0x2a, 0x75, 0x3a),
                           .changed = QColor(0xff, 0xe4, 0x8c)};

const Colours darkColours{.window = QColor(0x20, 0x24, 0x27),
                          .base = QColor(0x17, 0x1a, 0x1d),
                          .raised = QColor(0x2a, 0x2f, 0x33),
                          .text = QColor(0xe4, 0xe8, 0xea),
                          .secondary = QColor(0x9d, 0xa7, 0xae),
                          .hairline = QColor(0x2b, 0x30, 0x34),
                          .border = QColor(0x4a, 0x52, 0x58),
                          .accent = QColor(0x4f, 0xb8, 0xac),
                          .onAccent = QColor(0x0c, 0x1b, 0x19),
                          .selection = QColor(0x1c, 0x46, 0x43),
                          .hover = QColor(0x30, 0x36, 0x3a),
                          .low = QColor(0xe3, 0xa8, 0x4c),
                          .bad = QColor(0xf4, 0x8b, 0x82),
                          .good = QColor(0x7c, 0xc4, 0x8a),
                          .changed = QColor(0x8a, 0x6d, 0x1c)};

bool darkInUse = false;

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, mixed(c.base, c.text, 0.03));
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.secondary);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad); // Tint::Bad
    palette.setColor(QPalette::Light, mixed(c.raised, c.text, 0.02));
    palette.setColor(QPalette::Midlight, c.hairline);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, mixed(c.border, c.text, 0.2));
    palette.setColor(QPalette::Shadow, mixed(c.window, Qt::black, 0.6));
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.low); // as a role for texts: Tint::Low
    const QColor faded = mixed(c.window, c.text, 0.42);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    return palette;
}

/// One family for both languages, with figures of equal width; then what the system has.
QFont textFont()
{
    QFont font(QStringList{u"Noto Sans CJK JP"_s,
                           u"Noto Sans JP"_s,
                           u"IPAexGothic"_s,
                           u"VL Gothic"_s,
                           QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()});
    font.setPointSizeF(textPoints);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

} // namespace

ThemeChoice themeFromCode(QStringView code)
{
    if (code == "light"_L1)
        return ThemeChoice::Light;
    return code == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::System;
}

QString codeOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

Theme::Theme(QApplication &application, ThemeChoice choice)
    : m_application(application)
    , m_choice(choice)
{
    QApplication::setStyle(new Style);
    QApplication::setFont(textFont());
    apply();
    if (m_choice == ThemeChoice::System)
        askDesktop();
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    if (choice == ThemeChoice::System)
        askDesktop();
    apply();
}

void Theme::askDesktop()
{
    if (m_asked)
        return;
    m_asked = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portal,
                portalPath,
                settingsInterface,
                u"SettingChanged"_s,
                this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(
        portal, portalPath, settingsInterface, u"Read"_s);
    question << QString(appearance) << QString(colourScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            onPortalSetting(appearance, colourScheme, reply.value());
        watcher->deleteLater();
    });
}

void Theme::onPortalSetting(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != appearance || key != colourScheme)
        return;
    QVariant content = value.variant();
    if (content.canConvert<QDBusVariant>()) // Read() wraps it twice
        content = content.value<QDBusVariant>().variant();
    m_desktopDark = content.toUInt() == 1;
    if (m_choice == ThemeChoice::System)
        apply();
}

void Theme::apply()
{
    m_dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_desktopDark);
    darkInUse = m_dark;
    QPixmapCache::clear();
    QApplication::setPalette(paletteOf(colours()));
    m_application.setStyleSheet(styleSheetOf(colours()));
    Q_EMIT changed();
}

const Colours &Theme::colours()
{
    return colours(darkInUse);
}

const Colours &Theme::colours(bool dark)
{
    return dark ? darkColours : lightColours;
}

QFont fontOf(TextSize size, bool strong)
{
    QFont font = QApplication::font();
    double factor = 1.0;
    switch (size) {
    case TextSize::Secondary:
        factor = 0.9;
        break;
    case TextSize::Normal:
        break;
    case TextSize::Title:
        factor = 1.3;
        break;
    case TextSize::Figure:
        factor = 2.0;
        break;
    }
    font.setPointSizeF(font.pointSizeF() * factor);
    if (strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

QColor mixed(const QColor &below, const QColor &above, double opacity)
{
    const auto part = [opacity](int under, int over) {
        return qRound(under + (over - under) * opacity);
    };
    return QColor(part(below.red(), above.red()),
                  part(below.green(), above.green()),
                  part(below.blue(), above.blue()));
}

} // namespace tanaban::ui
