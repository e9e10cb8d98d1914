#pragma once

#include "model/scan/gs1.h"
#include "ui/changewatcher.h"
#include "ui/palette/paletteentry.h"
#include "ui/personalsettings.h"
#include "ui/placelist.h"
#include "ui/session.h"
#include "ui/windowactions.h"
#include "ui/windowstart.h"

#include <QSplitter>

class QLineEdit;
class QStackedWidget;

namespace tanaban::ui {

class AllocationDialogs;
class Palette;
class ScanFeedback;
class SearchAssist;
class SideBar;
class StockPlace;

/// One thing that a scanned code can be.
struct ScanMeaning
{
    QString line;
    QJsonObject what; ///< as its place takes it
    QString place;    ///< empty: stock
};

/// Side bar, the place the window is at, and its details, on an open database. Places are made when
/// somebody first goes there and stay as they were left.
class Workspace : public QSplitter
{
    Q_OBJECT

public:
    Workspace(Session &session,
              WindowActions &actions,
              QLineEdit &search,
              const WindowStart &start,
              QWidget *parent = nullptr);
    ~Workspace() override;

    /// Goes to a place and to something in it; an id that is not in the place list goes nowhere.
    void go(const Target &target);
    /// The place with this id, made if need be; nullptr when the list has none.
    Place *place(const QString &id);
    Place &current() { return *m_current; }
    StockPlace &stockPlace();
    SideBar &sideBar() { return *m_sideBar; }
    ChangeWatcher &watcher() { return *m_watcher; }
    ActionController &controller() { return *m_controller; }
    AllocationDialogs &allocation() { return *m_allocation; }
    void refresh();
    /// Asks where the table that is shown is to be written.
    void exportTable();
    /// Shows its pages, to be printed or saved as PDF.
    void printTable();
    /// Asks for a place and days, and shows what came and went.
    void reportMovements();
    /// What was typed in one of its forms is on its way.
    bool busy() const;
    /// All that is typed in its forms and not done.
    QJsonArray drafts() const;
    /// Shows the stock of what was scanned; `field` had the keyboard.
    void takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback);
    /// For another window that begins where this one is.
    WindowStart here() const;

Q_SIGNALS:
    void message(const QString &text);
    /// Another place, or the same with another title.
    void titleChanged(const QString &title);
    /// A window with one place only leaves other places to others.
    void elsewhereWanted(const tanaban::ui::Target &target);
    /// Where everything stands has just been written down.
    void kept();

private:
    /// A place that has been made.
    struct Room
    {
        Place *place = nullptr;
        QWidget *details = nullptr;
        QString searchText;
        bool restored = false; ///< somebody has been there
        bool outdated = false; ///< something changed while the window was elsewhere
    };

    static constexpr QLatin1String firstPlace{"stock"};

    Room *made(const QString &id);
    Room *room(const QString &id);
    void connectPlace(Room &room);
    void connectParts();
    void connectSearch();
    void connectActions();
    void reopen(const RecordCommand &command);
    void enter(Room &room);
    void showInSideBar();
    void showDetails();
    void movePanel(int step);
    void readZones();
    void onChanged();
    void updateActions();
    std::vector<PaletteEntry> paletteEntries() const;
    std::vector<PaletteEntry> entriesOfPlace(const Room &room) const;
    void openPalette();
    void makeNextPlace();
    void showScannedGoods(const Gs1 &gs1, const CodeHits &hits, ScanFeedback &feedback);
    void showScanned(const QString &text,
                     const std::vector<ScanMeaning> &meanings,
                     bool inSearch,
                     ScanFeedback &feedback);
    void showMeaning(const ScanMeaning &meaning);
    QJsonObject stateOf(const QString &place) const;
    QVariant own(const QString &key) const;
    void restore();
    void keep();
    void keepDrafts();
    Place *placeOf(Entity entity);
    void reopenDraft(const QJsonObject &draft);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Session &m_session;
    WindowActions &m_actions;
    QLineEdit &m_search;
    WindowStart m_start;
    PersonalSettings m_settings;
    PersonalSettings m_own; ///< of this window alone
    std::vector<PlaceEntry> m_list;
    std::map<QString, Room> m_rooms;
    Place *m_current = nullptr;
    QPointer<Palette> m_palette;
    SearchAssist *m_assist;
    SideBar *m_sideBar;
    QStackedWidget *m_places;
    QStackedWidget *m_details;
    ChangeWatcher *m_watcher;
    ActionController *m_controller;
    AllocationDialogs *m_allocation = nullptr;
    std::vector<ZoneSummary> m_zones;
    QTimer m_zonesSoon;
    QTimer m_keep;
    QTimer m_keepDrafts;
    quint64 m_scanTurn = 0;
};

} // namespace tanaban::ui
