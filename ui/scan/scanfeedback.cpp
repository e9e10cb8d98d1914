#include "ui/scan/scanfeedback.h"

#include "ui/look/symbol.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownMilliseconds = 6000;
constexpr int margin = 16;
constexpr QLatin1String silentKey("scanner/silent");
constexpr QLatin1String tabKey("scanner/endsWithTab");

/// Over the upper edge of the window, so that nothing below it moves.
class Notice final : public QWidget
{
public:
    Notice(QWidget *window, const QString &text)
        : QWidget(window)
    {
        setObjectName(u"scanNotice"_s);
        setAttribute(Qt::WA_StyledBackground);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *symbol = new Symbol(u"warning"_s, 18, this);
        symbol->setSymbol(u"warning"_s, Symbol::Tone::Bad);
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setObjectName(u"scanNoticeText"_s);
        setAccessibleName(text);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(12, 8, 12, 8);
        layout->setSpacing(8);
        layout->addWidget(symbol, 0, Qt::AlignTop);
        layout->addWidget(label, 1);
        const int width = std::min(window->width() - 2 * margin, 560);
        setGeometry((window->width() - width) / 2, margin / 2, width, heightForWidth(width));
        raise();
        show();
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
};

} // namespace

ScanFeedback::ScanFeedback(std::function<void()> sound, QObject *parent)
    : QObject(parent)
    , m_sound(std::move(sound))
{
    if (!m_sound)
        m_sound = [] { QApplication::beep(); };
    m_over.setSingleShot(true);
    m_over.setInterval(shownMilliseconds);
    connect(&m_over, &QTimer::timeout, this, &ScanFeedback::clear);
}

void ScanFeedback::fail(QWidget *window, const QString &text)
{
    clear();
    if (!isSilent())
        m_sound();
    m_notice = new Notice(window, text);
    m_over.start();
}

void ScanFeedback::clear()
{
    delete m_notice;
    m_over.stop();
}

QString ScanFeedback::textOf(const Gs1Fault &fault)
{
    switch (fault.kind) {
    case Gs1Fault::Kind::CheckDigit:
        return tr("The barcode was read wrongly: its check digit does not fit. Scan it again.");
    case Gs1Fault::Kind::Day:
        return tr("The barcode has a date in (%1) that does not exist.").arg(fault.element);
    case Gs1Fault::Kind::Length:
        return tr("The barcode is not complete: (%1) has the wrong length. Scan it again.")
            .arg(fault.element);
    case Gs1Fault::Kind::Character:
        return tr("The barcode has signs in (%1) that cannot stand there.").arg(fault.element);
    case Gs1Fault::Kind::Contradiction:
        return tr("The barcode says two different things in (%1).").arg(fault.element);
    }
    return {};
}

bool ScanFeedback::isSilent()
{
    return QSettings().value(silentKey).toBool();
}

void ScanFeedback::setSilent(bool silent)
{
    QSettings().setValue(silentKey, silent);
}

bool ScanFeedback::endsWithTab()
{
    return QSettings().value(tabKey).toBool();
}

void ScanFeedback::setEndsWithTab(bool tab)
{
    QSettings().setValue(tabKey, tab);
}

void fillScannerMenu(QMenu &menu)
{
    const auto add = [&menu](const QString &text, const QString &tip, bool on, void (*set)(bool)) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        action->setStatusTip(tip);
        QObject::connect(action, &QAction::triggered, &menu, set);
    };
    add(ScanFeedback::tr("&Sound when a scan fails"),
        ScanFeedback::tr("Beep when a scanned code is not known or was read wrongly"),
        !ScanFeedback::isSilent(),
        [](bool on) { ScanFeedback::setSilent(!on); });
    add(ScanFeedback::tr("Scans may end with &Tab"),
        ScanFeedback::tr("For scanners that end a code with Tab instead of Enter"),
        ScanFeedback::endsWithTab(),
        [](bool on) { ScanFeedback::setEndsWithTab(on); });
}

void chooseScanned(QWidget *window,
                   const QString &question,
                   const QStringList &lines,
                   const std::function<void(int)> &chosen)
{
    auto *menu = new QMenu(window);
    menu->setObjectName(u"scanChooser"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(question);
    menu->addAction(question)->setEnabled(false);
    menu->addSeparator();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // The figure before it chooses it.
        const QString figure = i < 9 ? u"&%1  "_s.arg(i + 1) : QString();
        QAction *action = menu->addAction(figure + QString(lines[i]).replace(u'&', u"&&"_s));
        QObject::connect(action, &QAction::triggered, window, [chosen, i] { chosen(int(i)); });
    }
    const QSize size = menu->sizeHint();
    menu->popup(window->mapToGlobal(
        QPoint((window->width() - size.width()) / 2, (window->height() - size.height()) / 3)));
    menu->setActiveAction(menu->actions().at(2));
}

} // namespace tanaban::ui
