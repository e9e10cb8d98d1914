#pragma once

#include "model/stockfilter.h"
#include "ui/export/showntable.h"

#include <QJsonObject>
#include <QWidget>

#include <vector>

class QAction;

namespace tanaban {
struct RecordCommand;
}

namespace tanaban::ui {

class ActionController;
class PersonalSettings;
class Session;
class WindowActions;

/// Where somebody wants to go: a place, and what to show in it.
struct Target
{
    QString place;    ///< its id
    QJsonObject what; ///< as Place::show() of that place takes it; empty: as it was left
};

/// What a place needs from its window; all of it outlives the place.
struct PlaceServices
{
    Session &session;
    ActionController &controller;
    WindowActions &actions;
    PersonalSettings &settings;
};

/// A view of a place that is worth a picture.
struct PlaceScene
{
    QString name;                             ///< of the picture, after the place's own
    std::vector<std::function<void()>> steps; ///< the next one waits until nothing is under way
    bool dialog = false;                      ///< the picture is of the dialog that was opened
};

/// One of the places of the program, all there is in the window between side bar and details. A
/// place lives as long as its window. Making one asks the database nothing, for it may be made for
/// its actions alone: it begins with restore(), when somebody first goes there.
class Place : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    using QWidget::show;

    /// "stock", "products", …: the same as in the place list. Stable, for settings, links, pictures.
    virtual QString id() const = 0;
    /// What it shows now, translated.
    virtual QString title() const = 0;
    /// The panel on the right, if it has one: one widget for good, made together with the place.
    virtual QWidget *details() { return nullptr; }
    /// What is typed in the search field, key by key.
    virtual void setSearchText(const QString &text);
    /// What is typed there is the search language (model/search), with its terms.
    virtual bool readsSearchLanguage() const { return false; }
    /// Enter in the search field.
    virtual void acceptSearch(const QString &text);
    /// Somebody changed something: what is shown is read again, in place.
    virtual void refresh();
    /// Goes to something in it.
    virtual void show(const QJsonObject &what);
    /// Where it was left: filters and the like. restore() is called once, before the place is first
    /// shown: with an empty object when nothing was kept.
    virtual QJsonObject state() const { return {}; }
    virtual void restore(const QJsonObject &state);
    /// Its own actions, for its menu and the palette; one of them may be a submenu's.
    virtual QList<QAction *> placeActions() const { return {}; }
    /// The keyboard comes here. Without an own answer the focus proxy takes it.
    virtual void takeFocus();
    /// Selects all that can be selected at once.
    virtual void selectAll() {}
    /// A change of one of its records that did not happen in an earlier run: its form opens again.
    virtual void reopen(const tanaban::RecordCommand &command);
    /// What is typed in a form of its own, to be handed to reopen() after the program has ended.
    virtual QJsonObject draft() const { return {}; }
    /// What was typed there is on its way.
    virtual bool busy() const { return false; }
    virtual void reopen(const QJsonObject &draft);
    /// The stock rows selected here: what Reserve, Move and their like work on.
    virtual QList<StockListRow> stockRows() const { return {}; }
    /// What is selected, as text for the clipboard; empty: nothing is.
    virtual QString selectedText() const { return {}; }
    /// The table that is shown here, for whoever wants to export or print it; nothing: there is none.
    virtual std::optional<ShownTable> table() const { return std::nullopt; }
    /// More to be pictured than the place as one comes to it and the dialogs of its actions.
    virtual std::vector<PlaceScene> scenes() { return {}; }

Q_SIGNALS:
    /// One sentence for the status line.
    void message(const QString &text);
    /// Go elsewhere.
    void wanted(const tanaban::ui::Target &target);
    /// The answer of title(), stockRows() or selectedText() may be another.
    void titleChanged();
    void selectionChanged();
    /// table() has other rows now.
    void tableChanged();
    /// The search field should say this: a chip was removed, an earlier state restored.
    void searchTextWanted(const QString &text);
    /// Somebody types in a list: it belongs into the search field.
    void searchTyped(const QString &text);
    /// The answer of draft() is another, and it must be kept before anything is sent.
    void draftChanged();
    /// Show the details and put the keyboard there.
    void detailsWanted();
};

} // namespace tanaban::ui
