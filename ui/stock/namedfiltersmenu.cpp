#include "ui/stock/namedfiltersmenu.h"

#include "ui/stock/namedfilterdialogs.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String settingsKey("namedFilters");

} // namespace

std::vector<NamedFilter> namedFilters(const PersonalSettings &settings)
{
    std::vector<NamedFilter> filters;
    for (const QJsonValue &each : settings.value(settingsKey).toJsonArray())
        filters.push_back({each["name"_L1].toString(), each["text"_L1].toString()});
    return filters;
}

void keepNamedFilters(PersonalSettings &settings, const std::vector<NamedFilter> &filters)
{
    QJsonArray array;
    for (const NamedFilter &each : filters)
        array.append(QJsonObject{{u"name"_s, each.name}, {u"text"_s, each.text}});
    settings.setValue(settingsKey, array);
}

NamedFiltersMenu::NamedFiltersMenu(PersonalSettings &settings, QMenu &menu, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_menu(menu)
    , m_window(window)
    , m_save(new QAction(tr("&Save this filter…"), this))
    , m_manage(new QAction(tr("Saved &filters…"), this))
{
    m_save->setObjectName(u"saveFilter"_s);
    m_manage->setObjectName(u"savedFilters"_s);
    m_save->setStatusTip(tr("Give what is searched for now a name, to find it in this menu"));
    m_manage->setStatusTip(tr("Rename or delete the filters that have a name"));
    m_save->setObjectName(u"filter.save"_s);
    m_save->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_manage->setObjectName(u"filter.saved"_s);
    m_manage->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    connect(m_save, &QAction::triggered, this, &NamedFiltersMenu::save);
    connect(m_manage, &QAction::triggered, this, &NamedFiltersMenu::manage);
    // Another window of the same person may have changed them.
    connect(&m_menu, &QMenu::aboutToShow, this, &NamedFiltersMenu::refill);
}

void NamedFiltersMenu::fill()
{
    m_menu.addSeparator();
    m_menu.addAction(m_save);
    m_menu.addAction(m_manage);
    refill();
}

void NamedFiltersMenu::setCurrent(const QString &text)
{
    m_current = text;
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setChecked(m_filters[std::size_t(i)].text == text);
}

void NamedFiltersMenu::refill()
{
    std::vector<NamedFilter> filters = namedFilters(m_settings);
    if (filters == m_filters)
        return;
    m_filters = std::move(filters);
    for (QAction *action : std::as_const(m_actions)) {
        m_menu.removeAction(action);
        action->deleteLater(); // one of them may be what brought us here
    }
    m_actions.clear();
    for (const NamedFilter &each : m_filters) {
        auto *action = new QAction(QString(each.name).replace(u'&', u"&&"_s), this);
        action->setCheckable(true);
        action->setStatusTip(tr("Search for %1").arg(each.text));
        connect(action, &QAction::triggered, this, [this, text = each.text] {
            Q_EMIT chosen(text);
            setCurrent(m_current); // choosing it again does not switch it off
        });
        m_menu.insertAction(m_save, action);
        m_actions << action;
    }
    setCurrent(m_current);
}

void NamedFiltersMenu::save()
{
    const std::vector<NamedFilter> filters = namedFilters(m_settings);
    auto *dialog = new SaveFilterDialog(filters, m_current, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveFilterDialog::named, this, [this](const NamedFilter &filter) {
        std::vector<NamedFilter> all = namedFilters(m_settings);
        const auto same = std::ranges::find(all, filter.name, &NamedFilter::name);
        if (same == all.end())
            all.push_back(filter);
        else
            *same = filter;
        keepNamedFilters(m_settings, all);
        refill();
    });
    dialog->open();
}

void NamedFiltersMenu::manage()
{
    auto *dialog = new SavedFiltersDialog(namedFilters(m_settings), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &SavedFiltersDialog::changed, this, [this](const std::vector<NamedFilter> &filters) {
            keepNamedFilters(m_settings, filters);
            refill();
        });
    dialog->open();
}

} // namespace tanaban::ui
