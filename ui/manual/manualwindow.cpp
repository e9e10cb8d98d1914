#include "ui/manual/manualwindow.h"

#include "ui/language.h"
#include "ui/look/theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int contentsWidth = 210;
constexpr int entryHeight = 28;

/// The first line of a page is its title: "# Stock".
QString titleOf(const QString &text)
{
    return text.section(u'\n', 0, 0).mid(2);
}

} // namespace

QStringList manualPages()
{
    return {u"start"_s,
            u"overview"_s,
            u"stock"_s,
            u"actions"_s,
            u"keys"_s,
            u"conflicts"_s,
            u"allocation"_s,
            u"batch"_s,
            u"search"_s,
            u"scanner"_s,
            u"print"_s,
            u"orders"_s,
            u"products"_s,
            u"places"_s,
            u"partners"_s,
            u"history"_s,
            u"people"_s};
}

QString manualText(const QString &page)
{
    QFile file(u":/manual/%1/%2.md"_s.arg(languageInUse(), page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

ManualWindow::ManualWindow(QWidget *parent)
    : QDialog(parent)
    , m_contents(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"manualWindow"_s);
    setWindowTitle(tr("Manual"));
    for (const QString &page : manualPages()) {
        auto *entry = new QListWidgetItem(titleOf(manualText(page)), m_contents);
        entry->setData(Qt::UserRole, page);
        entry->setSizeHint({0, entryHeight});
    }
    m_contents->setObjectName(u"contents"_s);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFixedWidth(contentsWidth);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(u"page"_s);
    m_text->setAccessibleName(tr("Page"));
    m_text->setStyleSheet(u"QTextBrowser { border: none; border-radius: 0 }"_s);
    m_text->document()->setDocumentMargin(20);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 16, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_contents);
    layout->addWidget(m_text, 1);
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *entry) {
        if (entry)
            m_text->setMarkdown(manualText(entry->data(Qt::UserRole).toString()));
    });
    m_contents->setCurrentRow(0);
    resize(820, 640);
}

void ManualWindow::showPage(const QString &page)
{
    m_contents->setCurrentRow(std::max<int>(0, int(manualPages().indexOf(page))));
    m_text->setFocus();
}

QString ManualWindow::page() const
{
    return m_contents->currentItem()->data(Qt::UserRole).toString();
}

} // namespace tanaban::ui
