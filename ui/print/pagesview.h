#pragma once

#include <QImage>
#include <QWidget>

#include <memory>

#include "print/document.h"

class QLabel;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace tanaban::ui {

/// One page of a document as it will be printed.
class PageSheet : public QWidget
{
    Q_OBJECT

public:
    explicit PageSheet(QWidget *parent);

    void show(std::shared_ptr<const print::Document> document, int page);
    using QWidget::show;

Q_SIGNALS:
    /// A page could not be made; in the system's own words.
    void failed(const QString &detail);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void render();

    std::shared_ptr<const print::Document> m_document;
    int m_page = 0;
    QImage m_image; ///< of the page, in this size
};

/// The pages of a document, one at a time, with what leads from one to another. PageUp and PageDown,
/// Home and End do it too.
class PagesView : public QWidget
{
    Q_OBJECT

public:
    explicit PagesView(QWidget *parent);

    /// Keeps the page it is at as far as there is such a page; nothing: an empty ground.
    void setDocument(std::shared_ptr<const print::Document> document);
    /// The first one is 0.
    int page() const;
    int pageCount() const;
    void goTo(int page);

Q_SIGNALS:
    void failed(const QString &detail);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *makeButton(const QString &text, const QString &name, const char *objectName);
    void showPage();
    void fit();

    std::shared_ptr<const print::Document> m_document;
    QToolButton *m_first;
    QToolButton *m_previous;
    QSpinBox *m_number;
    QLabel *m_count;
    QToolButton *m_next;
    QToolButton *m_last;
    QToolButton *m_wide;
    QScrollArea *m_area;
    PageSheet *m_sheet;
};

} // namespace tanaban::ui
