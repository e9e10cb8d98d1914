#pragma once

#include "model/records.h"

#include <QAction>
#include <QScrollArea>

class QGridLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace tanaban::ui {

/// What is known of one record of master data: how much of it there is, its facts, what can be done
/// with it, and who changed what.
class RecordDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit RecordDetails(QWidget *parent = nullptr);

    /// `actions`: those that work on this record.
    void showRecord(Entity entity, const RecordRow &row, const QList<QAction *> &actions);
    /// Newest first.
    void showHistory(Entity entity, const std::vector<RecordEvent> &events);
    /// Nothing is selected.
    void clear();

private:
    QWidget *makeContent();
    void showFigure(Entity entity, const RecordRow &row);
    void showFacts(Entity entity, const Record &record);
    void showActions(const QList<QAction *> &actions);

    QWidget *m_empty;
    QWidget *m_content;
    QLabel *m_name = nullptr;
    QLabel *m_code = nullptr;
    QLabel *m_figure = nullptr;
    QLabel *m_unit = nullptr;
    QLabel *m_split = nullptr;
    QGridLayout *m_facts = nullptr;
    QVBoxLayout *m_events = nullptr;
    QWidget *m_history = nullptr;
    std::vector<QToolButton *> m_buttons;
};

} // namespace tanaban::ui
