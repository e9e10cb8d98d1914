#pragma once

#include "model/ledger.h"
#include "ui/place.h"

#include <QTimer>

class QProgressBar;
class QStackedWidget;

namespace tanaban::ui {

class EmptyPage;
class HistoryBar;
class HistoryDetails;
class LedgerModel;
class LedgerView;

/// The place where the ledger is looked through: by product, place, person, order and time.
class HistoryPlace : public Place
{
    Q_OBJECT

public:
    explicit HistoryPlace(const PlaceServices &services, QWidget *parent = nullptr);

    LedgerModel &model() { return *m_model; }
    LedgerView &view() { return *m_view; }
    HistoryBar &bar() { return *m_bar; }

    QString id() const override { return QStringLiteral("history"); }
    QString title() const override;
    QWidget *details() override;
    /// Plain words; asks once the keys have rested for a moment.
    void setSearchText(const QString &text) override;
    /// At once, and the first hit becomes the selected entry.
    void acceptSearch(const QString &text) override;
    /// What is new is inserted; how many there are is counted soon.
    void refresh() override;
    /// What `what` asks for (see ledgerFilterFrom) instead of what was shown before.
    void show(const QJsonObject &what) override;
    QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    QList<QAction *> placeActions() const override;
    void takeFocus() override;
    QString selectedText() const override;
    std::optional<ShownTable> table() const override;

private:
    void connectParts();
    void ask();
    void count();
    void openStock();
    void onEntries();
    void onCurrent();
    void onFailed(const ReadFailure &failure);

    PlaceServices m_services;
    QAction *m_open;
    LedgerModel *m_model;
    HistoryBar *m_bar;
    LedgerView *m_view;
    HistoryDetails *m_details;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QProgressBar *m_working;
    QTimer m_typing;
    QTimer m_showWorking;
    QTimer m_countSoon;
    quint64 m_countToken = 0;
    bool m_counted = false; ///< of this question
    bool m_selectFirst = false;
};

} // namespace tanaban::ui
