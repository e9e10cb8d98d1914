#include "ui/scan/scanlistener.h"

#include "ui/scan/scantarget.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// The text field that keys for this widget end in.
QLineEdit *editOf(QWidget *widget)
{
    // The list of proposals passes its keys on to the field it is for.
    if (widget->focusProxy() && widget->window()->windowType() == Qt::Popup)
        widget = widget->focusProxy();
    auto *edit = qobject_cast<QLineEdit *>(widget);
    if (auto *box = qobject_cast<QComboBox *>(widget))
        edit = box->lineEdit();
    else if (qobject_cast<QAbstractSpinBox *>(widget))
        edit = widget->findChild<QLineEdit *>();
    return edit && edit->isEnabled() && !edit->isReadOnly() ? edit : nullptr;
}

/// Around the widget, but not beyond its window: a dialog answers for itself.
ScanTarget *targetOf(QWidget *widget)
{
    if (widget->window()->windowType() == Qt::Popup)
        widget = widget->focusProxy() ? widget->focusProxy() : widget->window()->parentWidget();
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        auto *target = dynamic_cast<ScanTarget *>(widget);
        if (target && target->takesScans())
            return target;
    }
    return nullptr;
}

/// What the key adds to a scan; empty for keys that no scanner sends between two others.
QString charactersOf(const QKeyEvent &key)
{
    const auto modifiers = key.modifiers()
                           & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const bool separator = key.text() == groupSeparator
                           || (key.key() == Qt::Key_BracketRight
                               && modifiers == Qt::ControlModifier);
    if (separator)
        return groupSeparator;
    const QString text = key.text();
    const bool printable = modifiers == Qt::NoModifier && !text.isEmpty() && text.front().isPrint();
    return printable ? text : QString();
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
           || key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

bool hasDefaultButton(const QWidget *window)
{
    const auto buttons = window->findChildren<QPushButton *>();
    return std::ranges::any_of(buttons, &QPushButton::isDefault);
}

} // namespace

ScanListener::ScanListener(ScanFeedback &feedback, std::function<qint64()> now, QObject *parent)
    : QObject(parent)
    , m_feedback(feedback)
    , m_now(std::move(now))
{
    m_patience.setSingleShot(true);
    m_patience.setTimerType(Qt::PreciseTimer);
    m_patience.setInterval(int(ScanDetector::longestPause));
    connect(&m_patience, &QTimer::timeout, this, &ScanListener::letGo);
    qApp->installEventFilter(this);
}

ScanListener::~ScanListener() = default;

bool ScanListener::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || m_lettingGo)
        return false;
    switch (event->type()) {
    case QEvent::KeyPress: {
        // The same event again, on its way from a widget that did not want it.
        const bool passedOn = event == m_last && m_lastWidget && m_lastWidget != widget
                              && widget->isAncestorOf(m_lastWidget);
        m_last = event;
        m_lastWidget = widget;
        return !passedOn && onPress(widget, static_cast<QKeyEvent &>(*event));
    }
    case QEvent::KeyRelease:
        return onRelease(widget, static_cast<QKeyEvent &>(*event));
    case QEvent::ShortcutOverride: {
        // A letter within a scan is no shortcut.
        const auto &key = static_cast<QKeyEvent &>(*event);
        const auto time = timeOf(key);
        if (time && !m_detector.isIdle(*time) && !charactersOf(key).isEmpty())
            event->accept();
        return false;
    }
    case QEvent::MouseButtonPress:
        letGo();
        return false;
    default:
        return false;
    }
}

std::optional<qint64> ScanListener::timeOf(const QKeyEvent &key) const
{
    if (m_now)
        return m_now();
    return key.timestamp() == 0 ? std::nullopt : std::optional(qint64(key.timestamp()));
}

bool ScanListener::onPress(QWidget *widget, QKeyEvent &key)
{
    const auto time = timeOf(key);
    if (!time || isModifier(key.key()))
        return false;
    // Some send a line feed.
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter
                       || key.text() == u"\n"_s;
    const bool alone = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (alone && !key.isAutoRepeat() && (enter || (m_tab && key.key() == Qt::Key_Tab)))
        return onEnd(widget, key, *time);
    const QString text = charactersOf(key);
    if (text.isEmpty() || key.isAutoRepeat()) {
        letGo();
        m_detector.reset();
        return false;
    }
    return onCharacter(widget, key, text, *time);
}

bool ScanListener::onCharacter(QWidget *widget, QKeyEvent &key, const QString &text, qint64 time)
{
    if (widget != m_receiver)
        m_detector.reset(); // the keyboard went elsewhere in between
    if (!m_detector.add(text, time)) {
        letGo();
        m_tab = ScanFeedback::endsWithTab();
        m_receiver = widget;
        m_before = {};
        if (QLineEdit *edit = editOf(widget)) {
            m_before = {edit,
                        edit->text(),
                        edit->cursorPosition(),
                        edit->selectionStart(),
                        edit->selectionLength()};
        }
    }
    if (!m_before.edit) {
        hold(widget, key);
        return true;
    }
    return text == groupSeparator; // a field has no use for it
}

void ScanListener::hold(QWidget *widget, const QKeyEvent &key)
{
    m_held.push_back({widget, std::unique_ptr<QKeyEvent>(key.clone())});
    m_patience.start();
}

/// They were a person's keys.
void ScanListener::letGo()
{
    m_patience.stop();
    std::vector<Held> held;
    held.swap(m_held);
    m_lettingGo = true;
    for (const Held &each : held) {
        if (each.widget)
            QCoreApplication::sendEvent(each.widget, each.event.get());
    }
    m_lettingGo = false;
}

void ScanListener::forget()
{
    m_patience.stop();
    m_held.clear();
}

void ScanListener::putBack()
{
    if (!m_before.edit)
        return;
    m_before.edit->setText(m_before.text);
    m_before.edit->setCursorPosition(m_before.cursor);
    if (m_before.selectionStart >= 0)
        m_before.edit->setSelection(m_before.selectionStart, m_before.selectionLength);
}

bool ScanListener::onEnd(QWidget *widget, const QKeyEvent &key, qint64 time)
{
    const auto scan = m_detector.end(time);
    if (!scan || widget != m_receiver) {
        letGo();
        return false;
    }
    const bool taken = deliver(*scan, widget);
    if (taken)
        m_swallowed = key.key();
    return taken;
}

bool ScanListener::onRelease(QWidget *widget, QKeyEvent &key)
{
    if (key.key() == m_swallowed) {
        m_swallowed = 0;
        return true;
    }
    const bool ofHeld = std::ranges::any_of(m_held, [&key](const Held &each) {
        return each.event->type() == QEvent::KeyPress && each.event->key() == key.key();
    });
    if (ofHeld)
        m_held.push_back({widget, std::unique_ptr<QKeyEvent>(key.clone())});
    return ofHeld;
}

bool ScanListener::deliver(const QString &text, QWidget *widget)
{
    forget();
    m_feedback.clear();
    ScanTarget *target = targetOf(widget);
    QWidget *window = widget->window();
    if (QWidget *popup = QApplication::activePopupWidget()) {
        if (popup == window && popup->parentWidget())
            window = popup->parentWidget()->window();
        popup->close();
    }
    if (!target) {
        if (!m_before.edit) {
            m_feedback.fail(window, tr("Nothing can be scanned here."));
            return true;
        }
        // It stands in the field. Enter would press the button of the dialog.
        if (!hasDefaultButton(window))
            return false;
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
        m_lettingGo = true;
        QCoreApplication::sendEvent(widget, &tab);
        m_lettingGo = false;
        return true;
    }
    putBack();
    const auto code = readScan(text, QDate::currentDate());
    if (code)
        target->takeScan(*code, m_before.edit ? m_before.edit.data() : widget, m_feedback);
    else
        m_feedback.fail(window, ScanFeedback::textOf(code.error()));
    return true;
}

} // namespace tanaban::ui
