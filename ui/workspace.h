#pragma once

#include "ui/changewatcher.h"
#include "ui/session.h"
#include "ui/windowactions.h"

#include <QSplitter>

class QLineEdit;

namespace tanaban::ui {

class DetailsPanel;
class PlacesTree;
class StockPlace;

/// Tree, table and details of an open database, and how they work together.
class Workspace : public QSplitter
{
    Q_OBJECT

public:
    Workspace(Session &session,
              WindowActions &actions,
              QLineEdit &search,
              QWidget *parent = nullptr);
    ~Workspace() override;

    StockPlace &stockPlace() { return *m_stock; }
    DetailsPanel &details() { return *m_details; }
    PlacesTree &places() { return *m_places; }
    ChangeWatcher &watcher() { return *m_watcher; }
    ActionController &controller() { return *m_controller; }
    void refresh();

Q_SIGNALS:
    void message(const QString &text);

private:
    void connectParts();
    void connectSearch();
    void connectActions();
    void choosePlace(const QString &warehouse, std::optional<int> zone);
    void readZones();
    void onChanged();
    void updateActions();
    void showCurrent(qint64 id);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Session &m_session;
    WindowActions &m_actions;
    QLineEdit &m_search;
    PlacesTree *m_places;
    StockPlace *m_stock;
    DetailsPanel *m_details;
    ChangeWatcher *m_watcher;
    ActionController *m_controller;
    QTimer m_zonesSoon;
};

} // namespace tanaban::ui
