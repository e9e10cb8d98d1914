#include "ui/shotscenes.h"

#include "ui/conflict/conflictdialog.h"
#include "ui/mainwindow.h"
#include "ui/records/mergedialog.h"
#include "ui/session.h"
#include "ui/start/startpage.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/windowactions.h"
#include "ui/workspace.h"

#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsTogether = 3;

/// Somebody else reserved a quarter of what is available.
FreshGlance overtaken(const Glance &seen, Instant now)
{
    FreshGlance fresh{seen, {}};
    StockRow &row = fresh.view.stock->row;
    const qint64 taken = std::max<qint64>(1, row.available() / 4);
    StockEvent event;
    event.stockId = row.id;
    event.version = row.version + 1;
    event.kind = EventKind::Reserve;
    event.reservedDelta = taken;
    event.onHandAfter = row.onHand;
    event.reservedAfter = row.reserved + taken;
    event.actor = u"sato"_s;
    event.actorName = u"佐藤 Sato"_s;
    event.at = now;
    ConflictRow conflict;
    conflict.id = row.id;
    conflict.expected = row.version;
    conflict.actual = event.version;
    row.reserved = event.reservedAfter;
    row.version = event.version;
    conflict.now = row;
    conflict.between = {event};
    fresh.since.rows = {conflict};
    return fresh;
}

void openConflict(MainWindow &window, Session &session)
{
    Workspace &workspace = *window.workspace();
    const QList<StockListRow> rows = workspace.current().stockRows();
    if (rows.isEmpty())
        return;
    FormServices &services = workspace.controller().services();
    services.background.run(
        &window,
        [&store = services.store, id = rows.first().row.id] { return store.stock(id); },
        [&window, &services, &clock = session.clock()](
            const Read<std::optional<StockContext>> &stock) {
            if (!stock || !*stock)
                return;
            const Glance seen{**stock, std::nullopt, std::nullopt};
            StockCommand command;
            command.id = newCommandId();
            command.action = Reserve{seen.stock->row.id,
                                     std::max<qint64>(1, seen.stock->row.available() / 2)};
            auto *dialog = new ConflictDialog(
                services, command, seen, overtaken(seen, clock.now()), &window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
}

void openMerge(MainWindow &window, Session &session)
{
    RecordCommand command;
    command.entity = Entity::Partner;
    command.before = {{{u"code"_s, u"C0042"_s}}, {{u"name"_s, u"山田商店"_s}}, 1};
    command.fields = {{u"name"_s, u"山田商店 本店"_s}};
    RecordMeanwhile meanwhile;
    meanwhile.now = {command.before.key, {{u"name"_s, u"株式会社山田商店"_s}}, 2};
    meanwhile.merge = mergeFields(
        command.entity, command.before.fields, meanwhile.now.fields, command.fields);
    RecordEvent event;
    event.version = 2;
    event.actor = u"mori"_s;
    event.at = session.clock().now();
    event.before = command.before.fields;
    event.after = meanwhile.now.fields;
    meanwhile.between = {event};
    auto *dialog = new MergeDialog(
        window.workspace()->controller().services(), command, meanwhile, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// As large as the window it is the first page of.
void openStart(MainWindow &window)
{
    auto *dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new StartPage(window.actions(), DatabaseUrl(), dialog));
    dialog->resize(window.size());
    dialog->open();
}

} // namespace

std::vector<PlaceScene> shotScenes(MainWindow &window, Session &session)
{
    const auto available = [&window] {
        window.workspace()->go({u"stock"_s, {{u"status"_s, codeOf(StockStatus::Available)}}});
    };
    const auto select = [&window](int rows) {
        StockView &view = window.workspace()->stockPlace().view();
        const QAbstractItemModel &model = *view.model();
        view.setCurrentIndex(model.index(0, 0));
        view.selectionModel()->select({model.index(0, 0), model.index(rows - 1, 0)},
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    return {{u"several"_s,
             {available,
              [select] { select(rowsTogether); },
              [&window] { window.actions().stock(ActionKind::Reserve)->trigger(); }},
             true},
            {u"conflict"_s,
             {available,
              [select] { select(1); },
              [&window, &session] { openConflict(window, session); }},
             true},
            {u"merge"_s, {[&window, &session] { openMerge(window, session); }}, true},
            {u"start"_s, {[&window] { openStart(window); }}, true}};
}

} // namespace tanaban::ui
