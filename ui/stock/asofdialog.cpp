#include "ui/stock/asofdialog.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

AsOfDialog::AsOfDialog(Instant moment, QWidget *parent)
    : QDialog(parent)
    , m_edit(new QDateTimeEdit(moment.toDateTime().toLocalTime(), this))
{
    setObjectName(u"asOfDialog"_s);
    setWindowTitle(tr("Stock as of a past moment"));
    m_edit->setObjectName(u"momentEdit"_s);
    m_edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_edit->setMaximumDateTime(QDateTime::currentDateTime());
    m_edit->setMinimumWidth(240);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("&Moment"), m_edit);
    auto *text = new QLabel(tr("The list then shows what lay where at that moment, from the "
                               "history of every change. It "
                               "can be read, not changed."),
                            this);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(this);
    auto *back = buttons->addButton(tr("&Back"), QDialogButtonBox::RejectRole);
    auto *show = buttons->addButton(tr("&Show"), QDialogButtonBox::AcceptRole);
    show->setObjectName(u"showButton"_s);
    back->setAutoDefault(false);
    show->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT chosen(Instant::fromDateTime(m_edit->dateTime()));
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(text);
    column->addWidget(buttons);
    setMinimumWidth(420);
    m_edit->setSelectedSection(QDateTimeEdit::DaySection);
    m_edit->setFocus();
}

} // namespace tanaban::ui
