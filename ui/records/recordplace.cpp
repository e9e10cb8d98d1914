#include "ui/records/recordplace.h"

#include "model/matrix.h"
#include "ui/actiontext.h"
#include "ui/contextmenu.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/records/recorddetails.h"
#include "ui/records/recordforms.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordsection.h"
#include "ui/records/recordtext.h"
#include "ui/session.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

/// Of the first list, the second and the third: to edit; with Shift to make, with Ctrl to print
/// labels, with Ctrl and Shift to take out of use.
constexpr std::array keysOfLevels{Qt::Key_F2, Qt::Key_F3, Qt::Key_F4};

} // namespace

RecordPlace::RecordPlace(const PlaceServices &services,
                         QString id,
                         const std::vector<Entity> &entities,
                         QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_id(std::move(id))
    , m_forms(new RecordForms(services, this))
{
    connectForms();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter);
    addOwnActions();
    m_levels.reserve(entities.size());
    for (const Entity entity : entities) {
        addLevel(entity);
        splitter->addWidget(m_levels.back().section);
    }
    splitter->setStretchFactor(0, 2);
    m_details = new RecordDetails(this); // last, as Tab goes
    setFocusProxy(m_levels.front().list);
    connect(&services.controller, &ActionController::roleChanged, this, &RecordPlace::updateActions);
    updateActions();
}

QAction *RecordPlace::newAction(const QString &name,
                                const QString &text,
                                const QString &tip,
                                const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString(m_id + u'.' + name));
    action->setStatusTip(tip);
    action->setShortcut(keys);
    return action;
}

void RecordPlace::addOwnActions()
{
    m_inactive = newAction(u"showInactive"_s,
                           tr("&Show what is out of use"),
                           tr("List also what can no longer be used"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_inactive->setCheckable(true);
    connect(m_inactive, &QAction::toggled, this, [this] { ask(0); });
    m_clear = newAction(u"clearSearch"_s,
                        tr("&Clear the search"),
                        tr("Show the whole list again"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    connect(m_clear, &QAction::triggered, this, &RecordPlace::clearSearch);
    m_history = newAction(u"showHistory"_s,
                          tr("Show histor&y"),
                          tr("Go to the history of stock of the selected record"),
                          Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    connect(m_history, &QAction::triggered, this, &RecordPlace::showHistory);
}

/// The entries of the ledger that the record has to do with.
void RecordPlace::showHistory()
{
    const Level &level = m_levels[m_current];
    const QJsonObject key = keyOf(level.entity, level.list->currentId());
    const QJsonValue code = key.value(u"code"_s);
    QJsonObject what;
    switch (level.entity) {
    case Entity::Product:
        what = {{u"product"_s, code}};
        break;
    case Entity::Lot:
        what = {{u"product"_s, key.value(u"product_code"_s)}, {u"lot"_s, key.value(u"lot"_s)}};
        break;
    case Entity::Warehouse:
        what = {{u"warehouse"_s, code}};
        break;
    case Entity::Bin:
        what = {{u"bin"_s, code}};
        [[fallthrough]];
    case Entity::Zone:
        what.insert(u"warehouse"_s, key.value(u"warehouse_code"_s));
        what.insert(u"zone"_s, key.value(u"zone_number"_s));
        break;
    case Entity::Partner:
        what = {{u"partner"_s, code}};
        break;
    case Entity::Person:
        what = {{u"person"_s, key.value(u"login"_s)}};
        break;
    case Entity::Order:
    case Entity::Strategy:
        break; // kept elsewhere
    }
    Q_EMIT wanted({u"history"_s, what});
}

void RecordPlace::clearSearch()
{
    m_text.clear();
    ask(0);
    Q_EMIT searchTextWanted(m_text);
}

QWidget *RecordPlace::details()
{
    return m_details;
}

void RecordPlace::addLevel(Entity entity)
{
    const size_t at = m_levels.size();
    Level level;
    level.entity = entity;
    auto *model = new RecordModel(
        m_services.session.records(), m_services.session.runner(), entity, this);
    level.list = new RecordList(*model, m_services.settings, u"records/"_s + codeOf(entity), this);
    connect(model, &RecordModel::failed, this, &RecordPlace::onFailed);
    connect(model, &RecordModel::rearranged, this, &Place::tableChanged);
    connect(model, &RecordModel::rowsRead, this, [this] {
        updateActions();
        showDetails();
    });
    connect(level.list, &RecordList::currentIdChanged, this, [this, at] { onCurrent(at); });
    connect(level.list, &RecordList::searched, this, &Place::searchTyped);
    connect(level.list, &RecordList::focused, this, [this, at] {
        if (std::exchange(m_current, at) != at) { // the details are of the list one works in
            updateActions();
            showDetails();
        }
    });
    if (at > 0) {
        // What belongs to the selected record is at hand without another press.
        connect(model, &RecordModel::rearranged, level.list, [list = level.list] {
            if (list->currentId().isEmpty())
                list->selectFirst();
        });
    }
    connect(level.list, &RecordList::opened, this, [this, at] {
        if (m_levels[at].edit->isEnabled())
            openForm(at, false);
    });
    addActions(level);
    level.section = new RecordSection(
        level.list, RecordText::namesOf(entity), level.make, at == 0 ? m_clear : nullptr, this);
    m_levels.push_back(level);
    offerContextMenu(level.list, [this, at] {
        const Level &here = m_levels[at];
        QList<QAction *> offered{here.edit};
        if (here.toggle)
            offered << here.toggle;
        if (here.labels)
            offered << here.labels;
        offered << here.make << nullptr << m_history << m_services.actions.copy;
        return offered;
    });
}

void RecordPlace::addActions(Level &level)
{
    const size_t at = m_levels.size();
    const QString name = codeOf(level.entity);
    const QString what = RecordText::nameOf(level.entity);
    level.make = newAction(u"new."_s + name,
                           tr("New: %1…", "%1 is a kind of record").arg(what),
                           tr("Make a new record of the kind: %1").arg(what),
                           Qt::SHIFT | keysOfLevels[at]);
    level.make->setIconText(tr("New"));
    level.edit = newAction(u"edit."_s + name,
                           tr("Edit: %1…", "%1 is a kind of record").arg(what),
                           tr("Change the selected record of the kind: %1").arg(what),
                           keysOfLevels[at]);
    level.edit->setIconText(tr("Edit"));
    connect(level.make, &QAction::triggered, this, [this, at] { openForm(at, true); });
    connect(level.edit, &QAction::triggered, this, [this, at] { openForm(at, false); });
    if (level.entity == Entity::Product || level.entity == Entity::Lot
        || level.entity == Entity::Bin) {
        level.labels = newAction(
            u"labels."_s + name,
            tr("Labels: %1…", "%1 is a kind of record").arg(what),
            tr("Print labels with bar codes for the selected rows: %1").arg(what),
            Qt::CTRL | keysOfLevels[at]);
        level.labels->setIconText(tr("Labels"));
        connect(level.labels, &QAction::triggered, this, [this, at] { openLabels(at); });
    }
    if (level.entity == Entity::Lot)
        return;
    level.toggle = newAction(u"toggle."_s + name,
                             tr("Take out of use: %1", "%1 is a kind of record").arg(what),
                             tr("It is no longer offered; what is there stays on record"),
                             Qt::CTRL | Qt::SHIFT | keysOfLevels[at]);
    connect(level.toggle, &QAction::triggered, this, [this, at] { toggleUse(at); });
}

QString RecordPlace::title() const
{
    if (m_id == u"products"_s)
        return tr("Products");
    if (m_id == u"places"_s)
        return tr("Warehouses & zones");
    return m_id == u"partners"_s ? tr("Partners") : tr("People");
}

void RecordPlace::ask(size_t level)
{
    for (size_t at = level; at < m_levels.size(); ++at) {
        RecordModel &model = m_levels[at].list->records();
        RecordFilter filter = model.filter();
        filter.withInactive = m_inactive->isChecked();
        filter.text = at == 0 ? m_text : QString();
        m_levels[at].section->setSearched(filter.text.trimmed());
        filter.within = {};
        if (at > 0) {
            const QJsonObject parent = keyOf(m_levels[at - 1].entity,
                                             m_levels[at - 1].list->currentId());
            // The key of what belongs to something begins with the key of that.
            const auto &keys = keyFieldsOf(m_levels[at].entity);
            const auto &above = keyFieldsOf(m_levels[at - 1].entity);
            for (size_t i = 0; i < above.size(); ++i)
                filter.within.insert(keys[i].name, parent.value(above[i].name));
        }
        model.setFilter(filter);
    }
}

void RecordPlace::onCurrent(size_t level)
{
    if (level == 0 || m_levels[level].list->hasFocus())
        m_current = level;
    if (level + 1 < m_levels.size())
        ask(level + 1);
    updateActions();
    showDetails();
    Q_EMIT selectionChanged();
}

void RecordPlace::updateActions()
{
    const bool chosen = m_levels[m_current].list->currentRow() != nullptr;
    m_history->setEnabled(chosen);
    m_history->setToolTip(chosen ? m_history->statusTip() : tr("Choose a row first."));
    const auto role = m_services.controller.role();
    for (size_t at = 0; at < m_levels.size(); ++at) {
        Level &level = m_levels[at];
        const RecordRow *row = level.list->currentRow();
        if (level.labels) {
            level.labels->setEnabled(row != nullptr);
            level.labels->setToolTip(row ? level.labels->statusTip() : tr("Choose a row first."));
        }
        const bool allowed = !role || Matrix::instance().allows(*role, kindOf(level.entity));
        const bool within = at == 0 || !m_levels[at - 1].list->currentId().isEmpty();
        const auto set = [allowed](QAction *action, bool possible, const QString &otherwise) {
            allow(action,
                  !allowed    ? tr("Your role does not allow this.")
                  : !possible ? otherwise
                              : QString());
        };
        set(level.make, within, tr("Choose what it belongs to first."));
        set(level.edit, row != nullptr, tr("Choose a row first."));
        if (!level.toggle)
            continue;
        const bool active = !row || row->record.fields.value(u"active"_s).toBool();
        const QString what = RecordText::nameOf(level.entity);
        level.toggle->setText(active ? tr("Take out of use: %1", "%1 is a kind of record").arg(what)
                                     : tr("Use again: %1", "%1 is a kind of record").arg(what));
        level.toggle->setIconText(active ? tr("Take out of use") : tr("Use again"));
        set(level.toggle, row != nullptr, tr("Choose a row first."));
    }
}

void RecordPlace::showDetails()
{
    const Level &level = m_levels[m_current];
    const RecordRow *row = level.list->currentRow();
    const quint64 turn = ++m_turn;
    if (!row) {
        m_details->clear();
        return;
    }
    QList<QAction *> actions{level.edit};
    if (level.toggle)
        actions << level.toggle;
    m_details->showRecord(level.entity, *row, actions);
    m_services.session.runner().run(
        this,
        [&records = m_services.session.records(), entity = level.entity, key = row->record.key] {
            return records.history(entity, key, 0, 0, 50);
        },
        [this, turn, entity = level.entity](const Read<std::vector<RecordEvent>> &events) {
            if (turn == m_turn && events)
                m_details->showHistory(entity, *events);
        });
}

void RecordPlace::onFailed(const ReadFailure &failure)
{
    Q_EMIT message(readFailureText(failure));
}

void RecordPlace::setSearchText(const QString &text)
{
    m_text = text;
    ask(0);
}

void RecordPlace::acceptSearch(const QString &text)
{
    setSearchText(text);
    m_levels.front().list->selectFirst();
}

void RecordPlace::refresh()
{
    for (const Level &level : m_levels)
        level.list->records().refresh();
    showDetails();
}

void RecordPlace::show(const QJsonObject &what)
{
    m_levels.front().list->select(idOf(m_levels.front().entity, what));
    ask(0);
}

QJsonObject RecordPlace::state() const
{
    return {{u"inactive"_s, m_inactive->isChecked()}, {u"text"_s, m_text}};
}

void RecordPlace::restore(const QJsonObject &state)
{
    m_text = state.value(u"text"_s).toString();
    m_inactive->setChecked(state.value(u"inactive"_s).toBool());
    Q_EMIT searchTextWanted(m_text);
    ask(0);
}

QList<QAction *> RecordPlace::placeActions() const
{
    QList<QAction *> actions;
    for (const Level &level : m_levels) {
        actions << level.make << level.edit;
        if (level.toggle)
            actions << level.toggle;
        if (level.labels)
            actions << level.labels;
    }
    return actions << m_history << m_clear << m_inactive;
}

void RecordPlace::takeFocus()
{
    m_levels.front().section->takeFocus();
}

QString RecordPlace::selectedText() const
{
    return m_levels[m_current].list->currentAsText();
}

} // namespace tanaban::ui
