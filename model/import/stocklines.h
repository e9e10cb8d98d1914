#pragma once

#include "model/import/importplan.h"
#include "model/stockcommands.h"

#include <QSet>

#include <map>
#include <span>
#include <unordered_map>

namespace tanaban {

class ImportFields;

/// What the rules for receiving say of the lines of a file, each line after the ones before it.
class StockLines
{
public:
    /// Where the report and what was seen were before some lines, to go back there.
    struct Mark
    {
        qint64 written = 0;
        qint64 leftOut = 0;
        qint64 refused = 0;
        size_t findings = 0;
    };

    /// What is found goes into `plan`, under whose command it happens. All must outlive it.
    StockLines(ImportPlan &plan, const ImportMapping &mapping, Store &store);

    /// Without it what is only checked takes no memory for changes.
    void keepChanges(bool keep) { m_keep = keep; }
    Read<Done> check(std::span<const ImportLine> lines);
    /// These are in the database already; their places are taken all the same.
    void pass(std::span<const ImportLine> lines);
    Mark mark() const;
    /// To before the lines that were checked last.
    void goBackTo(const Mark &mark);
    /// What was planned so far is written, or is not to be: later lines do not take it into account.
    void forgetChanges();

private:
    /// What was put down by lines that are not in the database yet, at one place.
    struct Put
    {
        size_t index = 0; ///< in the changes
        qint64 quantity = 0;
    };

    QString shared(const QString &text);
    StockKey keyIn(ImportFields &fields);
    std::vector<StockKey> keysOf(std::span<const ImportLine> lines);
    void checkLine(const ImportLine &line, PlaceContext &place);
    void take(const ImportLine &line, ImportFields &fields, PlaceContext &place);
    void receive(const ImportLine &line,
                 ImportFields &fields,
                 Receive &receipt,
                 qint64 quantity,
                 PlaceContext &place);
    QString adviceOn(Rule rule, const StockKey &key, const PlaceContext &place);
    void considerEarlierLines(const StockKey &key, PlaceContext &place) const;
    bool isTaken(const ImportLine &line, const StockKey &key, ImportFields &fields);
    void add(const Receive &receipt,
             const StockChange &change,
             qint64 there,
             const Product &product);
    void addLots(const StockKey &key,
                 const std::optional<QDate> &expiresOn,
                 const std::vector<RecordChange> &records);

    ImportPlan &m_plan;
    const ImportMapping &m_mapping;
    Store &m_store;
    bool m_keep = true;
    bool m_nothing = false; ///< the line puts nothing down
    QSet<QString> m_texts;
    std::optional<std::vector<Zone>> m_zones;           ///< once somebody needs advice
    std::map<StockKey, Put> m_put;                      ///< kept for what is not written yet
    std::map<std::pair<QString, int>, qint64> m_growth; ///< whole units, by zone
    /// By a number made of their names: names of a long file would take hundreds of megabytes. Two
    /// of a million have the same number once in tens of millions of files; then a line is refused.
    std::unordered_map<size_t, qint64> m_lineOfPlace;
    std::unordered_map<size_t, std::optional<QDate>> m_lots; ///< of what is not written yet
    std::vector<size_t> m_newPlaces;                         ///< of the lines checked last
};

} // namespace tanaban
