#include "ui/strategies/strategiesdialog.h"

#include "model/matrix.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/buttonbar.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tint.h"
#include "ui/session.h"
#include "ui/strategies/strategyeditor.h"
#include "ui/strategies/strategyusers.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int strategiesWidth = 880;
constexpr int strategyListWidth = 250;

} // namespace

StrategiesDialog::StrategiesDialog(const PlaceServices &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_forms(services.controller.services())
    , m_submission(new Submission(m_forms, this))
{
    setObjectName(u"strategiesDialog"_s);
    setWindowTitle(tr("Strategies"));
    setMinimumWidth(strategiesWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(buildLists());
    m_users = new StrategyUsers(services, this);
    m_problem = plainLabel(this);
    m_problem->setObjectName(u"problemLabel"_s);
    m_problem->hide();
    m_waiting = new WaitingBar(*m_submission, m_forms.timing, this);
    column->addWidget(m_users);
    column->addWidget(m_problem);
    column->addWidget(m_waiting);
    column->addWidget(buildButtons());
    connectParts();
    const QString first = builtInStrategies().front().name;
    present({}, first);
    m_list->setFocus();
    read(first);
}

bool StrategiesDialog::busy() const
{
    return m_making || m_submission->state() != Submission::State::Idle;
}

QJsonObject StrategiesDialog::draft() const
{
    std::map<QString, Strategy> typed = m_left;
    if (!m_selected.isEmpty() && m_editor->isTyped())
        typed[m_selected] = m_editor->strategy();
    if (typed.empty())
        return {};
    QJsonArray all;
    for (const auto &[of, strategy] : typed)
        all.append(
            QJsonObject{{u"of"_s, of}, {u"name"_s, strategy.name}, {u"rules"_s, toJson(strategy)}});
    return {{draftKey, m_selected}, {u"typed"_s, all}};
}

void StrategiesDialog::reopen(const QJsonObject &draft)
{
    for (const QJsonValue each : draft.value(u"typed"_s).toArray()) {
        if (const auto typed = strategyFromJson(each[u"name"_s].toString(),
                                                each[u"rules"_s].toObject()))
            m_left[each[u"of"_s].toString()] = *typed;
    }
    read(draft.value(draftKey).toString());
}

void StrategiesDialog::connectParts()
{
    connect(m_submission, &Submission::stateChanged, this, &StrategiesDialog::updateState);
    connect(m_submission, &Submission::finished, this, &StrategiesDialog::onFinished);
    connect(m_submission, &Submission::stopped, this, [this] {
        say(tr("It was called off; nothing was changed."), false);
    });
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        m_submission->leave();
        done(QDialog::Rejected);
        Q_EMIT message(tr("It is not known yet whether this happened. It will be asked for at the "
                          "next start."));
    });
    connect(&m_services.controller,
            &ActionController::roleChanged,
            this,
            &StrategiesDialog::updateState);
    connect(m_users,
            &StrategyUsers::chosen,
            this,
            [this](StrategyScope scope, const QString &code, const QString &strategy) {
                send(tr("Saved who uses which strategy."),
                     m_selected,
                     [scope, code, strategy](Records &records) {
                         return commandToUse(scope, code, strategy, records);
                     });
            });
}

QWidget *StrategiesDialog::buildLists()
{
    auto *area = new QWidget(this);
    m_list = new QListWidget(area);
    m_list->setObjectName(u"strategyList"_s);
    m_list->setAccessibleName(tr("Strategies"));
    m_list->setFixedWidth(strategyListWidth);
    auto *caption = new QLabel(tr("Strateg&ies"), area);
    caption->setBuddy(m_list);
    m_editor = new StrategyEditor(area);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(caption);
    left->addWidget(m_list, 1);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(left);
    row->addWidget(m_editor, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &StrategiesDialog::showChosen);
    return area;
}

QWidget *StrategiesDialog::buildButtons()
{
    auto *bar = new ButtonBar(this);
    m_outOfUse = bar->add(tr("Take out of us&e"), u"outOfUseButton"_s);
    bar->space();
    m_back = bar->add(tr("Bac&k"), u"backButton"_s);
    m_save = bar->add(tr("Sa&ve"), u"saveButton"_s);
    m_save->setDefault(true);
    connect(m_outOfUse, &QPushButton::clicked, this, &StrategiesDialog::takeOutOfUse);
    connect(m_back, &QPushButton::clicked, this, &StrategiesDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &StrategiesDialog::save);
    return bar;
}

void StrategiesDialog::read(const QString &select)
{
    m_forms.background.run(
        this,
        [&records = m_services.session.records()] { return savedStrategies(records); },
        [this, select, turn = ++m_turn](const Read<std::vector<Strategy>> &saved) {
            if (turn != m_turn)
                return; // asked again meanwhile
            if (saved)
                present(*saved, select);
            else
                say(readFailureText(saved.error()), true);
        });
}

bool StrategiesDialog::isBuiltIn(int row)
{
    return row >= 0 && size_t(row) < builtInStrategies().size();
}

void StrategiesDialog::present(const std::vector<Strategy> &saved, const QString &select)
{
    std::vector<Strategy> all = builtInStrategies();
    all.insert(all.end(), saved.begin(), saved.end());
    if (all != m_strategies) {
        m_strategies = all;
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Strategy &each : all)
            (new QListWidgetItem(m_list))->setToolTip(describe(each));
        m_users->setStrategies(m_strategies);
        m_list->setCurrentRow(-1);
    }
    const auto wanted = std::ranges::find(m_strategies, select, &Strategy::name);
    const int row = wanted == m_strategies.end() ? 0 : int(wanted - m_strategies.begin());
    m_list->setCurrentRow(row); // what is typed for the one that is shown stays
    adoptOrphan();
    takeUpTyped();
    nameItems();
    m_users->read();
}

void StrategiesDialog::showChosen()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    leaveTyped();
    m_selected = m_strategies[size_t(row)].name;
    m_editor->present(m_strategies[size_t(row)], isBuiltIn(row));
    takeUpTyped();
    nameItems();
    updateState();
}

/// Whoever looks at another one finds it again.
void StrategiesDialog::leaveTyped()
{
    if (!m_selected.isEmpty() && m_editor->isTyped())
        m_left[m_selected] = m_editor->strategy();
}

/// Others took out of use what something typed began with: it goes on from the one that is shown, where
/// nothing is typed.
void StrategiesDialog::adoptOrphan()
{
    const auto orphan = std::ranges::find_if(m_left, [this](const auto &left) {
        return std::ranges::find(m_strategies, left.first, &Strategy::name) == m_strategies.end();
    });
    if (orphan == m_left.end() || m_left.contains(m_selected) || m_editor->isTyped())
        return;
    auto typed = m_left.extract(orphan);
    typed.key() = m_selected;
    m_left.insert(std::move(typed));
}

void StrategiesDialog::takeUpTyped()
{
    if (const auto typed = m_left.extract(m_selected))
        m_editor->retype(typed.mapped());
}

void StrategiesDialog::nameItems()
{
    for (int row = 0; row < m_list->count(); ++row) {
        const Strategy &strategy = m_strategies[size_t(row)];
        QString name = displayName(strategy);
        if (isBuiltIn(row))
            name = tr("%1 (built in)").arg(name);
        m_list->item(row)->setText(m_left.contains(strategy.name) ? tr("%1 – not saved").arg(name)
                                                                  : name);
    }
}

void StrategiesDialog::save()
{
    if (!m_editor->complain().isEmpty()) {
        m_editor->nameEdit()->setFocus();
        return;
    }
    const Strategy strategy = m_editor->strategy();
    send(tr("Saved the strategy “%1”.").arg(strategy.name),
         strategy.name,
         [strategy](Records &records) { return commandToSave(strategy, true, records); });
}

void StrategiesDialog::takeOutOfUse()
{
    const int row = m_list->currentRow();
    if (row < 0 || isBuiltIn(row))
        return;
    const Strategy strategy = m_strategies[size_t(row)];
    send(tr("“%1” is out of use. Saving something under this name brings it back.")
             .arg(strategy.name),
         builtInStrategies().front().name,
         [strategy](Records &records) { return commandToSave(strategy, false, records); });
}

void StrategiesDialog::send(const QString &doneText, const QString &select, const MakeCommand &make)
{
    if (busy())
        return;
    m_making = true;
    m_sentFrom = m_selected;
    m_problem->hide();
    updateState();
    m_forms.background.run(
        this,
        [&records = m_services.session.records(), make] { return make(records); },
        [this, doneText, select](const Read<RecordCommand> &command) {
            m_making = false;
            m_doneText = doneText;
            m_selectThen = select;
            if (!command)
                say(readFailureText(command.error()), true);
            else if (command->before.version > 0 && command->fields.isEmpty())
                say(tr("It is so already; there was nothing to change."), false);
            else if (const auto other = unseen(*command))
                say(tr("“%1” means something else by now, or you have not looked at it: %2 "
                       "Nothing was changed. Press again, and yours takes its place.")
                        .arg(other->name, describe(*other)),
                    true);
            else
                m_submission->submit(*command, m_services.session.records());
            updateState();
        });
}

/// What would be replaced without having been seen: told once for what stands there.
std::optional<Strategy> StrategiesDialog::unseen(const RecordCommand &command)
{
    const QJsonObject &before = command.before.fields;
    const QString rules = before.value(u"rules"_s).toString();
    const QString name = command.before.key.value(u"code"_s).toString();
    const auto stands = strategyFromJson(name, QJsonDocument::fromJson(rules.toUtf8()).object());
    if (!stands || !before.value(u"active"_s).toBool() || rules == m_toldRules)
        return std::nullopt;
    const auto known = std::ranges::find(m_strategies, name, &Strategy::name);
    if (m_selected == name && known != m_strategies.end() && *known == *stands)
        return std::nullopt;
    m_toldRules = rules;
    return stands;
}

void StrategiesDialog::onFinished(const CommandResult &result)
{
    if (std::holds_alternative<Committed>(result.outcome)) {
        say(m_doneText, false);
        Q_EMIT message(m_doneText);
        Q_EMIT changed();
        if (m_selectThen != m_sentFrom) { // it has another name now, or is out of use
            m_left.erase(m_sentFrom);
            if (m_selected == m_sentFrom)
                m_editor->present(m_editor->strategy(), false);
        }
        read(m_selectThen);
    } else if (const auto *rejected = std::get_if<tanaban::Rejected>(&result.outcome)) {
        say(messageOf(rejected->error), true);
    } else if (const auto *busy = std::get_if<Busy>(&result.outcome)) {
        say(busyText(*busy), true);
    } else {
        say(tr("Somebody else saved it at the same moment. Nothing was changed; what you typed is "
               "kept. Save again if it is to stand."),
            true);
    }
}

void StrategiesDialog::say(const QString &text, bool bad)
{
    m_problem->setText(bad ? QString(u"⚠ " + text) : text);
    tint(m_problem, bad ? Tint::Bad : Tint::Plain);
    m_problem->show();
    fitHeight(this);
}

void StrategiesDialog::updateState()
{
    const bool idle = !busy();
    const auto role = m_services.controller.role();
    const bool allowed = !role || Matrix::instance().allows(*role, kindOf(Entity::Strategy));
    const QString forbidden = allowed
                                  ? QString()
                                  : tr("Your role does not allow this; a supervisor can do it.");
    const bool saved = m_list->currentRow() >= 0 && !isBuiltIn(m_list->currentRow());
    m_editor->setAllowed(allowed);
    m_users->setAllowed(allowed && idle);
    m_save->setEnabled(allowed && idle);
    m_save->setToolTip(forbidden);
    m_outOfUse->setEnabled(allowed && idle && saved);
    m_outOfUse->setToolTip(!allowed ? forbidden
                           : saved  ? tr("Nobody can choose it any more; who uses it falls back")
                                    : tr("A built-in strategy stays in use."));
    m_back->setEnabled(m_submission->state() == Submission::State::Idle);
    if (!allowed)
        say(forbidden, false);
}

void StrategiesDialog::reject()
{
    if (m_submission->state() == Submission::State::Idle)
        QDialog::reject();
    else
        m_waiting->giveUp();
}

} // namespace tanaban::ui
