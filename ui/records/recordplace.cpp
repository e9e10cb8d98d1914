#include "ui/records/recordplace.h"

#include "model/matrix.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/look/theme.h"
#include "ui/records/recordform.h"
#include "ui/records/recordlist.h"
#include "ui/records/recordtext.h"
#include "ui/session.h"

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

RecordPlace::RecordPlace(const PlaceServices &services,
                         QString id,
                         std::vector<Entity> entities,
                         QWidget *parent)
    : Place(parent)
    , m_services(services)
    , m_id(std::move(id))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter);
    m_levels.reserve(entities.size());
    for (const Entity entity : entities) {
        addLevel(entity);
        splitter->addWidget(m_levels.back().list);
    }
    splitter->setStretchFactor(0, 2);
    m_inactive = newAction(u"showInactive"_s,
                           tr("&Show what is out of use"),
                           tr("List also what can no longer be used"));
    m_inactive->setCheckable(true);
    connect(m_inactive, &QAction::toggled, this, [this] { ask(0); });
    m_details = makeDetails();
    setFocusProxy(m_levels.front().list);
    connect(&services.controller, &ActionController::roleChanged, this, &RecordPlace::updateActions);
    connect(&services.controller,
            &ActionController::recordLeft,
            this,
            [this](const RecordCommand &command) {
                if (command.entity != m_levels.front().entity)
                    return;
                openForm(command.entity, command.before);
                if (m_form)
                    m_form->reopen(command.fields,
                                   tr("The program ended before this was done. It did not happen; "
                                      "look at it and save it again if it is still wanted."));
            });
    updateActions();
}

RecordPlace::~RecordPlace()
{
    delete m_form; // it works with what is the session's
}

QAction *RecordPlace::newAction(const QString &name, const QString &text, const QString &tip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString(m_id + u'.' + name));
    action->setStatusTip(tip);
    return action;
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
    connect(model, &RecordModel::rowsRead, this, [this] {
        updateActions();
        showDetails();
    });
    connect(level.list, &RecordList::currentIdChanged, this, [this, at] { onCurrent(at); });
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
    m_levels.push_back(level);
}

void RecordPlace::addActions(Level &level)
{
    const size_t at = m_levels.size();
    const QString name = codeOf(level.entity);
    const QString what = RecordText::nameOf(level.entity);
    level.make = newAction(u"new."_s + name,
                           tr("New: %1…", "%1 is a kind of record").arg(what),
                           tr("Make a new record of the kind: %1").arg(what));
    level.edit = newAction(u"edit."_s + name,
                           tr("Edit: %1…", "%1 is a kind of record").arg(what),
                           tr("Change the selected record of the kind: %1").arg(what));
    connect(level.make, &QAction::triggered, this, [this, at] { openForm(at, true); });
    connect(level.edit, &QAction::triggered, this, [this, at] { openForm(at, false); });
    if (level.entity == Entity::Lot)
        return;
    level.toggle = newAction(u"toggle."_s + name,
                             tr("Take out of use: %1", "%1 is a kind of record").arg(what),
                             tr("It is no longer offered; what is there stays on record"));
    connect(level.toggle, &QAction::triggered, this, [this, at] { toggleUse(at); });
}

QWidget *RecordPlace::makeDetails()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Details"));
    auto *content = new QWidget(area);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    const auto add = [&](const QString &name) {
        auto *label = new QLabel(content);
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    m_name = add(u"recordName"_s);
    m_name->setFont(fontOf(TextSize::Title, true));
    m_facts = add(u"recordFacts"_s);
    m_history = add(u"recordHistory"_s);
    m_history->setFont(fontOf(TextSize::Secondary));
    tint(m_history, Theme::colours().secondary);
    column->addStretch(1);
    area->setWidget(content);
    return area;
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
    const auto role = m_services.controller.role();
    for (size_t at = 0; at < m_levels.size(); ++at) {
        Level &level = m_levels[at];
        const RecordRow *row = level.list->currentRow();
        const bool allowed = !role || Matrix::instance().allows(*role, kindOf(level.entity));
        const bool within = at == 0 || !m_levels[at - 1].list->currentId().isEmpty();
        const auto set = [allowed](QAction *action, bool possible, const QString &otherwise) {
            const QString tip = !allowed    ? tr("Your role does not allow this.")
                                : !possible ? otherwise
                                            : QString();
            action->setEnabled(tip.isEmpty());
            action->setToolTip(tip.isEmpty() ? action->statusTip() : tip);
        };
        set(level.make, within, tr("Choose what it belongs to first."));
        set(level.edit, row != nullptr, tr("Choose a row first."));
        if (!level.toggle)
            continue;
        const bool active = !row || row->record.fields.value(u"active"_s).toBool();
        const QString what = RecordText::nameOf(level.entity);
        level.toggle->setText(active ? tr("Take out of use: %1", "%1 is a kind of record").arg(what)
                                     : tr("Use again: %1", "%1 is a kind of record").arg(what));
        set(level.toggle, row != nullptr, tr("Choose a row first."));
    }
}

void RecordPlace::showDetails()
{
    const Level &level = m_levels[m_current];
    const RecordRow *row = level.list->currentRow();
    const quint64 turn = ++m_turn;
    if (!row) {
        m_name->clear();
        m_history->clear();
        m_facts->setText(tr("Select a row to see what it is and who changed it."));
        return;
    }
    const Record &record = row->record;
    const QString code = tanaban::nameOf(level.entity, record.key);
    const QString name = record.fields.value(u"name"_s).toString();
    m_name->setText(name.isEmpty() ? code : name);
    QStringList facts{
        tr("%1: %2", "kind of record, its code").arg(RecordText::nameOf(level.entity), code)};
    for (const RecordField &field : fieldsOf(level.entity)) {
        if (field.name != u"name"_s)
            facts << tr("%1: %2", "field, its value")
                         .arg(RecordText::labelOf(level.entity, field.name),
                              RecordText::valueOf(
                                  field, record.fields.value(field.name), record.fields));
    }
    m_facts->setText(facts.join(u'\n'));
    m_services.session.runner().run(
        this,
        [&records = m_services.session.records(), entity = level.entity, key = record.key] {
            return records.history(entity, key, 0, 0, 50);
        },
        [this, turn, entity = level.entity](const Read<std::vector<RecordEvent>> &events) {
            if (turn != m_turn || !events)
                return;
            QStringList lines;
            for (const RecordEvent &event : *events)
                lines << QString(RecordText::whoAndWhen(event) + u'\n'
                                 + RecordText::deedOf(entity, event));
            m_history->setText(lines.join(u"\n\n"_s));
        });
}

void RecordPlace::openForm(size_t level, bool isNew)
{
    const Level &what = m_levels[level];
    Record seen;
    if (isNew)
        seen.key = what.list->records().filter().within;
    else if (const RecordRow *row = what.list->currentRow())
        seen = row->record;
    openForm(what.entity, seen);
}

void RecordPlace::openForm(Entity entity, const Record &seen)
{
    if (m_form) {
        m_form->raise();
        m_form->activateWindow();
        return;
    }
    m_form = new RecordForm(
        m_services.controller.services(), m_services.session.records(), entity, seen, window());
    connect(m_form,
            &RecordForm::committed,
            this,
            [this, entity](const QString &text, const QJsonObject &key) {
                Q_EMIT message(text);
                for (Level &level : m_levels) {
                    if (level.entity == entity)
                        level.list->select(idOf(entity, key));
                }
                refresh();
            });
    connect(m_form, &RecordForm::left, this, &Place::message);
    m_form->open();
}

/// One press; the same action takes it back.
void RecordPlace::toggleUse(size_t level)
{
    const RecordRow *row = m_levels[level].list->currentRow();
    if (!row)
        return;
    RecordCommand command;
    command.id = newCommandId();
    command.entity = m_levels[level].entity;
    command.before = row->record;
    command.fields = {{u"active"_s, !row->record.fields.value(u"active"_s).toBool()}};
    auto *submission = new Submission(m_services.controller.services(), this);
    connect(submission, &Submission::finished, this, [this, submission](const CommandResult &result) {
        const RecordCommand sent = submission->recordCommand();
        submission->deleteLater();
        if (std::holds_alternative<Committed>(result.outcome))
            Q_EMIT message(RecordText::doneText(sent, result));
        else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome))
            Q_EMIT message(messageOf(rejected->error));
        else if (const auto *busy = std::get_if<Busy>(&result.outcome))
            Q_EMIT message(busyText(*busy));
        else
            Q_EMIT message(tr("Somebody else changed this just now. Look at it and try again."));
        refresh();
    });
    submission->submit(command, m_services.session.records());
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
    }
    return actions << m_inactive;
}

void RecordPlace::takeFocus()
{
    RecordList *list = m_levels.front().list;
    list->setFocus(Qt::ShortcutFocusReason);
    if (list->currentId().isEmpty())
        list->selectFirst();
}

QString RecordPlace::selectedText() const
{
    return m_levels[m_current].list->currentAsText();
}

} // namespace tanaban::ui
