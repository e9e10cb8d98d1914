#pragma once

#include "model/commandrunner.h"
#include "model/records.h"
#include "ui/place.h"

namespace tanaban::ui {

class RecordDetails;
class RecordForms;
class RecordList;
class RecordSection;

/// A place of master data: a list, and below it what belongs to the selected record (the zones of a
/// warehouse, their bins; the lots of a product). The details tell the record and its history.
class RecordPlace : public Place
{
    Q_OBJECT

public:
    /// `entities`: the outermost first.
    RecordPlace(const PlaceServices &services,
                QString id,
                const std::vector<Entity> &entities,
                QWidget *parent);

    QString id() const override { return m_id; }
    QString title() const override;
    QWidget *details() override;
    void setSearchText(const QString &text) override;
    void acceptSearch(const QString &text) override;
    void refresh() override;
    /// {"code": …} of the first list.
    void show(const QJsonObject &what) override;
    QJsonObject state() const override;
    void restore(const QJsonObject &state) override;
    QList<QAction *> placeActions() const override;
    void takeFocus() override;
    void selectAll() override;
    QString selectedText() const override;
    std::optional<ShownTable> table() const override;
    void reopen(const RecordCommand &command) override;
    QJsonObject draft() const override;
    bool busy() const override;
    void reopen(const QJsonObject &draft) override;

private:
    struct Level
    {
        Entity entity = Entity::Product;
        RecordList *list = nullptr;
        RecordSection *section = nullptr;
        QAction *make = nullptr;
        QAction *edit = nullptr;
        QAction *toggle = nullptr; ///< out of use, or into it again; lots have none
        QAction *labels = nullptr; ///< of products, lots and bins
    };

    void addLevel(Entity entity);
    void addActions(Level &level);
    QAction *newAction(const QString &name,
                       const QString &text,
                       const QString &tip,
                       const QKeySequence &keys);
    void addOwnActions();
    size_t levelOf(Entity entity) const;
    void clearSearch();
    void ask(size_t level);
    void onCurrent(size_t level);
    void updateActions();
    void showDetails();
    void openForm(size_t level, bool isNew);
    void connectForms();
    void showBeside(Entity entity, const QJsonObject &record);
    void toggleUse(size_t level);
    void openLabels(size_t level);
    void showHistory();
    void onFailed(const ReadFailure &failure);

    PlaceServices m_services;
    QString m_id;
    std::vector<Level> m_levels;
    size_t m_current = 0; ///< the list that was used last
    QAction *m_inactive = nullptr;
    QAction *m_clear = nullptr;
    QAction *m_history = nullptr; ///< of the record in the list that was used last
    QString m_text;
    RecordDetails *m_details = nullptr;
    RecordForms *m_forms;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
