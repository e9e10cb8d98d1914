#pragma once

#include "model/import/importtable.h"
#include "model/rows.h"

#include <QJsonValue>

namespace tanaban {

/// Reads the fields of one line as what they mean; what cannot be read becomes a finding.
class ImportFields
{
public:
    ImportFields(const ImportLine &line,
                 const ImportMapping &mapping,
                 std::vector<ImportFinding> &findings);

    bool has(const QString &field) const { return m_line.has(field); }
    /// Something that blocks was found in this line.
    bool faulty() const { return m_faulty; }

    QString warehouseCode(const QString &field);
    QString code(const QString &field);         ///< needed
    QString optionalCode(const QString &field); ///< may be empty
    QString name(const QString &field);
    QString freeText(const QString &field); ///< may be empty
    QString timeZone(const QString &field);
    std::optional<int> positive(const QString &field);
    std::optional<qint64> number(const QString &field, qint64 greatest); ///< empty, or from 0 on
    /// Decimals in a unit with so many digits after the point; empty: nothing.
    std::optional<qint64> quantity(const QString &field, int decimals);
    std::optional<QDate> date(const QString &field);
    std::optional<StorageCondition> condition(const QString &field);
    StockStatus status(const QString &field); ///< empty: available
    QString partnerKind(const QString &field);
    QString orderState(const QString &field); ///< may be empty
    bool flag(const QString &field);          ///< empty: true

    void refuse(const QString &field, const QString &text, std::optional<Rule> rule = {});
    void refuse(const QString &field, const DomainError &error);
    /// Tells something that does not stop the line.
    void note(const QString &field, const QString &text);

private:
    QString checked(const QString &field, CodeFault (*check)(QStringView));

    const ImportLine &m_line;
    const ImportMapping &m_mapping;
    std::vector<ImportFinding> &m_findings;
    bool m_faulty = false;
};

} // namespace tanaban
