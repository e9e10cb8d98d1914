#include "ui/stock/filterbar.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/windowactions.h"

#include <QAction>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

/// The first row in view that the action can work on.
void StockPlace::selectFor(ActionKind kind)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const StockListRow *known = m_model->listRow(row);
        if (known && !ActionController::whyNot(kind, known, std::nullopt)) {
            m_view->select(known->row.id);
            return;
        }
    }
}

std::vector<PlaceScene> StockPlace::scenes()
{
    const auto all = [this] { show(QJsonObject()); };
    const auto search = [this](const QString &text) { show({{u"text"_s, text}}); };
    std::vector<PlaceScene> scenes{
        {u"zone"_s, {[this] {
             if (!m_zones.empty())
                 setZone(m_zones.back().zone.warehouse, m_zones.back().zone.number);
         }}},
        {u"search"_s,
         {all,
          [this, search] {
              const StockListRow *row = m_model->listRow(0);
              search(row ? row->productName.left(2) : QString());
          }}},
        {u"filters"_s, {[this] {
             show({{u"expiresWithinDays"_s, 30}, {u"reserved"_s, true}});
         }}},
        {u"nothing-fits"_s, {[search] { search(u"no such goods"_s); }}},
    };
    for (const ActionKind kind : {ActionKind::Receive,
                                  ActionKind::Reserve,
                                  ActionKind::Release,
                                  ActionKind::Ship,
                                  ActionKind::Move,
                                  ActionKind::Adjust,
                                  ActionKind::ChangeStatus})
    {
        const bool reserved = kind == ActionKind::Release || kind == ActionKind::Ship;
        scenes.push_back(
            {kindOf(kind),
             {[this, reserved] {
                  show({{u"reserved"_s, reserved}, {u"status"_s, codeOf(StockStatus::Available)}});
              },
              [this, kind] { selectFor(kind); },
              [this, kind] { m_services.actions.stock(kind)->trigger(); }},
             true});
    }
    scenes.push_back({u"who-has-it"_s,
                      {[this] {
                           show({{u"reserved"_s, true}});
                       },
                       [this] { m_view->selectFirst(); },
                       [this] { m_holders->trigger(); }},
                      true});
    return scenes;
}

} // namespace tanaban::ui
