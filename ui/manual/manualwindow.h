#pragma once

#include <QDialog>
#include <QStringList>

class QListWidget;
class QTextBrowser;

namespace tanaban::ui {

/// Names of the manual's pages in their order; the page of a place is called as the place.
QStringList manualPages();
/// The text of a page in the language in use, as Markdown; empty when there is no such page.
QString manualText(const QString &page);

/// The manual, beside the window it explains: contents on the left, a page on the right.
class ManualWindow : public QDialog
{
    Q_OBJECT

public:
    explicit ManualWindow(QWidget *parent);

    /// The first page when there is none of this name.
    void showPage(const QString &page);
    QString page() const;

private:
    QListWidget *m_contents;
    QTextBrowser *m_text;
};

} // namespace tanaban::ui
