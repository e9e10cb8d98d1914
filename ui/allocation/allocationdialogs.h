#pragma once

#include "model/planning/batch.h"
#include "ui/place.h"

#include <QDialog>
#include <QJsonArray>
#include <QPointer>

namespace tanaban::ui {

class BatchDialog;
class ReviewDialog;
class StrategiesDialog;
class ZonePriorities;

/// The dialogs about many orders that belong to no place: batch allocation, the review, strategies
/// and their comparison, zone priorities. One of each for a window.
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
    /// What is typed in them and not saved, and such a draft again; false: it is of no dialog here.
    QJsonArray drafts() const;
    bool reopen(const QJsonObject &draft);

Q_SIGNALS:
    void message(const QString &text);
    void wanted(const tanaban::ui::Target &target);
    /// How stock is chosen was changed.
    void changed();

private:
    void review();
    void setStrategies();
    void compareStrategies();
    void setZonePriorities();
    /// Shows a dialog beside the window, which goes on working.
    void show(QDialog *dialog);
    /// What is typed in a dialog that somebody leaves is wanted no more.
    template <typename Dialog>
    void forgetOnceLeft(const Dialog *dialog, QPointer<Dialog> &kept)
    {
        connect(dialog, &QDialog::finished, this, [&kept] { kept.clear(); });
    }
    void showHolders(const QString &order, int line);
    void tellLasting(const QString &text);

    PlaceServices m_services;
    QWidget *m_window;
    QPointer<BatchDialog> m_batch;
    QPointer<ReviewDialog> m_review;
    QPointer<QDialog> m_comparison;
    QPointer<StrategiesDialog> m_strategies;
    QPointer<ZonePriorities> m_priorities;
};

} // namespace tanaban::ui
