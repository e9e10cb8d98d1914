#pragma once

#include "model/import/importplan.h"
#include "model/stockcommands.h"

#include <map>
#include <unordered_map>

namespace tanaban {

class ImportFields;

/// The stock of a file: every line is a receipt by the rules that hold for receiving, each line
/// after the ones before it.
///
/// The file is read in parts of always the same lines, and each part has a command id of its own
/// that follows from the command's. A part that was written once is never written again, so what a
/// stop left over can be gone on with at any time, in parts or as a whole.
class StockImport
{
public:
    using Commit = std::function<CommitOutcome(const ChangeSet &)>;

    /// The references must outlive it.
    StockImport(const Intent &intent,
                RowReader &file,
                const ImportMapping &mapping,
                Store &store,
                ImportProgress &progress);

    /// What would be written under the command itself. `keep`: as changes, too; what is only
    /// checked takes no memory for them.
    Read<ImportPlan> plan(bool keep);
    /// Writes part after part, and stops at the first that cannot be written, or when that is
    /// wished. The report says what was written until then; a failure to read is in it.
    ImportReport write(const Commit &commit);

private:
    using Lines = std::vector<ImportLine>;

    /// What was put down by lines that are not in the database yet, at one place.
    struct Put
    {
        size_t index = 0; ///< in the changes
        qint64 quantity = 0;
    };
    /// Where the report and what was seen were before a part, to go back there.
    struct Mark
    {
        qint64 written = 0;
        qint64 leftOut = 0;
        qint64 refused = 0;
        size_t findings = 0;
    };

    Lines nextLines();
    Read<std::optional<CommitOutcome>> recallPart();
    void pass(const Lines &lines);
    Read<Done> check(const Lines &lines);
    std::optional<CommitOutcome> writePart(const Lines &lines, const Commit &commit);
    Mark mark() const;
    void goBackTo(const Mark &mark);
    void forgetPart();
    Intent partIntent() const;
    QString shared(const QString &text);
    StockKey keyIn(ImportFields &fields);
    std::vector<StockKey> keysOf(const Lines &lines);
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

    const ImportMapping &m_mapping;
    Store &m_store;
    ImportProgress &m_progress;
    ImportReader m_reader;
    ImportPlan m_plan;
    qint64 m_part = -1;
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
    std::vector<size_t> m_placesOfPart;
};

} // namespace tanaban
