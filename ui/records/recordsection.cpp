#include "ui/records/recordsection.h"

#include "ui/actiontext.h"
#include "ui/look/emptypage.h"
#include "ui/look/theme.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordtext.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

RecordSection::RecordSection(RecordList *list,
                             const QString &title,
                             QAction *make,
                             QAction *clear,
                             QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_make(make)
    , m_clear(clear)
    , m_count(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyPage(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const bool outermost = clear != nullptr;
    auto *name = new QLabel(title, this);
    name->setFont(fontOf(outermost ? TextSize::Title : TextSize::Normal, true));
    m_count->setObjectName(u"rowCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *button = new QToolButton(this);
    button->setDefaultAction(make);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setProperty("outlined", true);
    button->setAccessibleName(plainText(make->text()));
    button->setFocusPolicy(Qt::TabFocus);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(outermost ? 16 : 8, outermost ? 8 : 4, 8, outermost ? 8 : 0);
    head->setSpacing(12);
    head->addWidget(name);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(button);
    m_pages->addWidget(list);
    m_pages->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    setTabOrder(button, list);
    m_empty->offer(clear ? QList<QAction *>{make, clear} : QList<QAction *>{make});
    connect(&list->records(), &RecordModel::rearranged, this, &RecordSection::showWhatIsThere);
}

void RecordSection::setSearched(const QString &text)
{
    m_searched = text;
}

void RecordSection::showWhatIsThere()
{
    const Entity entity = m_list->records().entity();
    const int rows = m_list->records().rowCount();
    m_count->setText(QLocale().toString(rows));
    if (rows == 0 && !m_searched.isEmpty()) {
        m_empty->say(
            tr("Nothing here fits"),
            tr("Nothing has the words “%1” in its code, its name or another text.").arg(m_searched),
            {m_clear});
    } else if (rows == 0) {
        m_empty->say(RecordText::emptyTitleOf(entity), RecordText::emptyTextOf(entity), {m_make});
    }
    const bool hadFocus = m_pages->currentWidget()->isAncestorOf(QApplication::focusWidget());
    m_pages->setCurrentIndex(rows == 0 ? 1 : 0);
    if (hadFocus && !m_pages->currentWidget()->isAncestorOf(QApplication::focusWidget()))
        takeFocus();
}

void RecordSection::takeFocus()
{
    if (m_pages->currentWidget() != m_empty) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        if (m_list->currentId().isEmpty())
            m_list->selectFirst();
        return;
    }
    m_empty->takeFocus();
}

} // namespace tanaban::ui
