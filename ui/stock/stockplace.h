#pragma once

#include "model/store.h"
#include "ui/forms/actioncontroller.h"
#include "ui/place.h"

#include <QTimer>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tanaban::ui {

class DetailsPanel;
class EmptyPage;
class FilterBar;
class StockModel;
class StockView;

/// The place where stock is looked through: filter chips, the table, what stands in its stead while
/// nothing is there, and the details of the selected row.
class StockPlace : public Place
{
    Q_OBJECT

public:
    explicit StockPlace(const PlaceServices &services, QWidget *parent = nullptr);

    StockModel &model() { return *m_model; }
    StockView &view() { return *m_view; }
    FilterBar &filterBar() { return *m_filters; }
    DetailsPanel &detailsPanel() { return *m_details; }

    QString id() const override { return QStringLiteral("stock"); }
    QString title() const override;
    QWidget *details() override;
    /// Filters as people type: asks once the keys have rested for a moment.
    void setSearchText(const QString &text) override;
    bool readsSearchLanguage() const override { return true; }
    /// At once, and the first hit becomes the selected row.
    void acceptSearch(const QString &text) override;
    /// Rows in view now, the order of the list soon.
    void refresh() override;
    /// What `what` asks for (see searchTextFrom) in its "warehouse" and "zone", instead of what was
    /// searched for before; with "stock", selects that row.
    void show(const QJsonObject &what) override;
    QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    QList<QAction *> placeActions() const override;
    void takeFocus() override;
    void selectAll() override;
    QList<StockListRow> stockRows() const override;
    QString selectedText() const override;
    std::optional<ShownTable> table() const override;
    std::vector<PlaceScene> scenes() override;

    /// Only this warehouse and zone; an empty warehouse is all stock. Other filters stay.
    void setZone(const QString &warehouse, std::optional<int> zone);
    QString warehouse() const;
    std::optional<int> zone() const;
    /// The stock as it was at a past moment, to be read; nothing: as it is now.
    void showAsOf(std::optional<Instant> moment);
    bool isPast() const;
    /// Selects the row as soon as it is known, if the filters show it at all.
    void selectWhenThere(qint64 id);
    /// For the names of warehouses and zones.
    void setZones(const std::vector<ZoneSummary> &zones);

Q_SIGNALS:
    /// It shows another warehouse or zone.
    void zoneChanged();
    void readFailed(const tanaban::ReadFailure &failure);

protected:
    /// Esc leads from the past back to now.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectParts();
    QWidget *makeStrip();
    QWidget *makePastStrip();
    void askForMoment();
    void selectFor(ActionKind kind);
    void ask();
    void showWhatIsThere();
    void onFirstPage();
    void onBusy(bool busy);
    void fail(const ReadFailure &failure);
    void hideStrip();
    void showHistory();
    void makeHolders();
    void updateHolders();

    PlaceServices m_services;
    StockModel *m_model;
    FilterBar *m_filters;
    StockView *m_view;
    DetailsPanel *m_details;
    std::vector<ZoneSummary> m_zones;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QAction *m_history;
    QAction *m_asOf;
    QAction *m_now;
    QWidget *m_pastStrip = nullptr;
    QLabel *m_pastText = nullptr;
    QAction *m_holders;     ///< who has goods of the row
    QAction *m_showHistory; ///< of the row, in the place of that name
    QWidget *m_strip = nullptr;
    QLabel *m_stripText = nullptr;
    QPushButton *m_stripButton = nullptr;
    QProgressBar *m_working;
    QTimer m_typing;
    QTimer m_showWorking;
    QTimer m_showStop;
    QTimer m_requery;
    bool m_selectFirst = false;
    qint64 m_selectId = 0; ///< as soon as the list contains it
};

} // namespace tanaban::ui
