#include "ui/statusline.h"

#include "ui/look/scale.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QTime>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// A hint would cover the line that it stands in, and itself with it.
class UndoButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    bool event(QEvent *event) override
    {
        return event->type() == QEvent::StatusTip || QToolButton::event(event);
    }
};

} // namespace

StatusLine::StatusLine(QAction *undo, QWidget *parent)
    : QStatusBar(parent)
    , m_undo(undo)
    , m_message(new QLabel(this))
    , m_button(new UndoButton(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(12, 0, 12, 0);
    m_message->setObjectName(u"message"_s);
    m_button->setObjectName(u"undoButton"_s);
    m_button->setDefaultAction(undo);
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_button->setVisible(false);
    connect(undo, &QAction::changed, this, &StatusLine::onUndoChanged);
    addWidget(m_message);
    addWidget(m_button);
    addWidget(new QWidget(this), 1);
    m_asOf = addPermanent(u"asOf"_s);
    m_person = addPermanent(u"person"_s);
    m_database = addPermanent(u"database"_s);
}

QLabel *StatusLine::addPermanent(const QString &name)
{
    auto *label = new QLabel(this);
    label->setObjectName(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(fontOf(TextSize::Secondary));
    label->setContentsMargins(8, 0, 0, 0);
    addPermanentWidget(label);
    return label;
}

void StatusLine::say(const QString &text)
{
    clearMessage(); // the hint of the button that was pressed
    m_message->setText(text);
    m_message->setToolTip(text);
    showUndo();
}

void StatusLine::setDatabase(const QString &name, const QString &address)
{
    m_database->setText(name);
    m_database->setToolTip(address);
}

void StatusLine::setPerson(const QString &text)
{
    m_person->setText(text);
}

void StatusLine::setAnswered(QTime time)
{
    m_asOf->setText(tr("data as of %1").arg(time.toString(u"HH:mm:ss"_s)));
}

void StatusLine::onUndoChanged()
{
    m_button->setAccessibleName(m_undo->text().remove(u'&'));
    if (const QString deed = m_undo->isEnabled() ? m_undo->text() : QString(); deed != m_deed) {
        m_deed = deed;
        m_undoable = m_message->text();
    }
    showUndo();
}

/// The button stands beside the sentence that came with what can be undone, and beside no other.
void StatusLine::showUndo()
{
    m_button->setVisible(!m_deed.isEmpty() && m_message->text() == m_undoable);
}

} // namespace tanaban::ui
