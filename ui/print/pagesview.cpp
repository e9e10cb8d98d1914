#include "ui/print/pagesview.h"

#include "ui/look/theme.h"
#include "ui/look/tint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int aroundSheet = 12;

} // namespace

PageSheet::PageSheet(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"sheet"_s);
}

void PageSheet::show(std::shared_ptr<const print::Document> document, int page)
{
    m_document = std::move(document);
    m_page = page;
    m_image = {};
    update();
}

void PageSheet::render()
{
    const double ratio = devicePixelRatioF();
    m_image = QImage(size() * ratio, QImage::Format_RGB32);
    m_image.fill(Qt::white);
    if (!m_document)
        return;
    QPainter painter(&m_image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double scale = m_image.width() / m_document->paperSize().width();
    painter.scale(scale, scale);
    if (const auto painted = m_document->paint(painter, m_page); !painted)
        Q_EMIT failed(painted.error());
}

void PageSheet::paintEvent(QPaintEvent *)
{
    if (!m_document)
        return;
    if (m_image.size() != size() * devicePixelRatioF())
        render();
    QPainter painter(this);
    painter.drawImage(rect(), m_image);
    painter.setPen(Theme::colours().border);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

PagesView::PagesView(QWidget *parent)
    : QWidget(parent)
    , m_first(makeButton(u"«"_s, tr("First page"), "firstPage"))
    , m_previous(makeButton(u"‹"_s, tr("Previous page"), "previousPage"))
    , m_number(new QSpinBox(this))
    , m_count(new QLabel(this))
    , m_next(makeButton(u"›"_s, tr("Next page"), "nextPage"))
    , m_last(makeButton(u"»"_s, tr("Last page"), "lastPage"))
    , m_wide(makeButton(tr("Full width"), tr("Full width"), "fullWidth"))
    , m_area(new QScrollArea(this))
    , m_sheet(new PageSheet(m_area))
{
    m_number->setObjectName(u"pageNumber"_s);
    m_number->setAccessibleName(tr("Page"));
    m_number->setMinimumWidth(72);
    m_number->setAlignment(Qt::AlignRight);
    m_count->setObjectName(u"pageCount"_s);
    m_wide->setCheckable(true);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(m_first);
    bar->addWidget(m_previous);
    bar->addWidget(m_number);
    bar->addWidget(m_count);
    bar->addWidget(m_next);
    bar->addWidget(m_last);
    bar->addStretch(1);
    bar->addWidget(m_wide);
    m_area->setObjectName(u"pages"_s);
    m_area->setAccessibleName(tr("Preview"));
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setWidget(m_sheet);
    m_area->installEventFilter(this);
    m_area->viewport()->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_area, 1);
    connect(m_first, &QToolButton::clicked, this, [this] { goTo(0); });
    connect(m_previous, &QToolButton::clicked, this, [this] { goTo(page() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goTo(page() + 1); });
    connect(m_last, &QToolButton::clicked, this, [this] { goTo(pageCount() - 1); });
    connect(m_number, &QSpinBox::valueChanged, this, &PagesView::showPage);
    connect(m_wide, &QToolButton::toggled, this, &PagesView::fit);
    connect(m_sheet, &PageSheet::failed, this, &PagesView::failed);
    setDocument(nullptr);
}

QToolButton *PagesView::makeButton(const QString &text, const QString &name, const char *objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void PagesView::setDocument(std::shared_ptr<const print::Document> document)
{
    m_document = std::move(document);
    const QSignalBlocker quiet(m_number);
    m_number->setRange(pageCount() > 0 ? 1 : 0, pageCount());
    m_number->setEnabled(pageCount() > 1);
    m_count->setText(pageCount() > 0
                         ? tr("of %1", "page 2 of 7").arg(QLocale().toString(pageCount()))
                         : QString());
    m_wide->setEnabled(pageCount() > 0);
    fit();
    showPage();
}

int PagesView::page() const
{
    return std::max(0, m_number->value() - 1);
}

int PagesView::pageCount() const
{
    return m_document ? m_document->pageCount() : 0;
}

void PagesView::goTo(int page)
{
    m_number->setValue(page + 1);
}

void PagesView::showPage()
{
    m_sheet->show(m_document, page());
    m_sheet->setVisible(m_document != nullptr);
    m_first->setEnabled(page() > 0);
    m_previous->setEnabled(page() > 0);
    m_next->setEnabled(page() + 1 < pageCount());
    m_last->setEnabled(page() + 1 < pageCount());
    m_area->setAccessibleDescription(
        m_document ? tr("Page %1 of %2").arg(page() + 1).arg(pageCount()) : QString());
    m_area->verticalScrollBar()->setValue(0);
}

/// The whole page, or as wide as there is room.
void PagesView::fit()
{
    if (!m_document)
        return;
    const QSizeF paper = m_document->paperSize();
    const QSize room = m_area->maximumViewportSize() - QSize(2 * aroundSheet, 2 * aroundSheet);
    double width = std::min(double(room.width()), room.height() * paper.width() / paper.height());
    if (m_wide->isChecked())
        width = room.width() - m_area->verticalScrollBar()->sizeHint().width();
    width = std::max(width, 40.0);
    m_sheet->resize(int(width), int(width * paper.height() / paper.width()));
}

bool PagesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && event->type() == QEvent::Resize)
        fit();
    if (watched != m_area || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_PageUp:
        goTo(page() - 1);
        return true;
    case Qt::Key_PageDown:
        goTo(page() + 1);
        return true;
    case Qt::Key_Home:
        goTo(0);
        return true;
    case Qt::Key_End:
        goTo(pageCount() - 1);
        return true;
    default:
        return false;
    }
}

} // namespace tanaban::ui
