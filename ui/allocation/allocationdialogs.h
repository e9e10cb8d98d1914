#pragma once

#include "model/planning/batch.h"
#include "ui/place.h"

#include <QPointer>

namespace tanaban::ui {

class BatchDialog;
class ReviewDialog;

/// The dialogs about many orders that belong to no place: batch allocation, the review, comparing
/// strategies, zone priorities. One of each for a window.
class AllocationDialogs : public QObject
{
    Q_OBJECT

public:
    /// `services` and the window outlive it.
    AllocationDialogs(const PlaceServices &services, QWidget *window);

    /// Allocates these orders, or all open ones; while a run is shown already, it comes to front.
    BatchDialog *allocate(const BatchRequest &request = {});
    /// A run is under way, or something is being sent.
    bool busy() const;
    /// Somebody changed something.
    void refresh();

Q_SIGNALS:
    void message(const QString &text);
    void wanted(const tanaban::ui::Target &target);

private:
    void review();
    void compareStrategies();
    void setZonePriorities();
    /// Shows a dialog beside the window, which goes on working.
    void show(QDialog *dialog);
    void tellLasting(const QString &text);

    PlaceServices m_services;
    QWidget *m_window;
    QPointer<BatchDialog> m_batch;
    QPointer<ReviewDialog> m_review;
    QPointer<QDialog> m_comparison;
    QPointer<QDialog> m_priorities;
};

} // namespace tanaban::ui
