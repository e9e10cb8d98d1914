#pragma once

#include "model/picking/confirming.h"
#include "model/scan/gs1.h"

#include <QJsonArray>
#include <QTableWidget>

namespace tanaban::ui {

class QuantityEdit;
class ReasonBox;

/// Stops in walking order, each with what was picked and, where that is less, why. Enter leads from
/// stop to stop and ticks them off; so does a scan of the goods or of their bin.
class PickTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PickTable(QWidget *parent);

    /// Shows these stops, all of each picked, of expired ones nothing. What was typed for those that
    /// were there stays; `shipped`: what was picked of them has left the house, and nothing of the
    /// rest was.
    void setStops(const std::vector<PickStop> &stops, bool shipped);
    /// What stands in the fields, for showing it again after the program has ended.
    QJsonArray typed() const;
    /// For the stops that are shown next.
    void retype(const QJsonArray &typed) { m_retyped = typed; }
    /// As typed; nothing while a quantity makes no sense.
    std::optional<std::vector<PickedStop>> picked() const;
    /// What is wrong or missing, in words, and its field; an empty text: nothing is.
    std::pair<QString, QWidget *> fault() const;
    /// The last one that Tab leads to; nothing without stops.
    QWidget *lastField() const;
    /// How many stops are ticked off.
    int ticked() const;
    /// The keyboard comes to the first stop that is not ticked off; false: there is none.
    bool takeFocus();
    /// Ticks off what was scanned; why not, in words; empty: it did.
    QString takeScan(const ScannedCode &code);

Q_SIGNALS:
    void changed();
    /// Enter after the last stop.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        PickStop stop;
        QTableWidgetItem *tick = nullptr;
        QuantityEdit *edit = nullptr;
        ReasonBox *reason = nullptr;
        qint64 counted = 0; ///< by the counts of scanned labels

        bool isTicked() const;
        bool isShort() const;
        QString why() const;
    };

    void addStop(const PickStop &stop);
    void addFields(Row &row);
    void judge(size_t index);
    void tick(size_t index);
    void onClicked(size_t index);
    void onEnter(size_t index, bool inReason);
    QString wrongLot(const QStringList &codes, const QString &lot) const;
    QString goTo(const std::vector<size_t> &rows, const ScannedCode &code, bool tickOff);

    std::vector<Row> m_rows;
    QJsonArray m_retyped;
};

} // namespace tanaban::ui
