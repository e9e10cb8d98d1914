#pragma once

#include <QAction>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace tanaban::ui {

class EmptyPage;
class RecordList;

/// One list of a place of master data with its head: what it is, how many there are, and what can
/// be made. In the stead of an empty list it says what belongs there.
class RecordSection : public QWidget
{
    Q_OBJECT

public:
    /// `make` makes a record of the list, `clear` ends the search that found nothing.
    RecordSection(RecordList *list,
                  const QString &title,
                  QAction *make,
                  QAction *clear,
                  QWidget *parent = nullptr);

    /// The search that was asked for; empty: there is none.
    void setSearched(const QString &text);
    /// The keyboard goes to the list, or to what would fill it.
    void takeFocus();

private:
    void showWhatIsThere();

    RecordList *m_list;
    QAction *m_make;
    QAction *m_clear;
    QLabel *m_count;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QString m_searched;
};

} // namespace tanaban::ui
