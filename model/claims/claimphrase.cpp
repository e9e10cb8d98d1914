#include "model/claims/claimphrase.h"

#include "model/quantity.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tanaban {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostNamed = 4;

class HolderText
{
    Q_DECLARE_TR_FUNCTIONS(HolderText)

public:
    static QString of(const Claim &claim)
    {
        const QString amount = formatQuantity(claim.quantity, claim.decimals);
        if (claim.kind == Claim::Kind::ByHand)
            return tr("reserved by hand %1").arg(amount);
        if (claim.kind == Claim::Kind::Order)
            return claim.pending
                       ? tr("order %1 %2, waits for review").arg(claim.orderNumber, amount)
                       : tr("order %1 %2", "number, quantity").arg(claim.orderNumber, amount);
        const QString until = claim.expiresAt->toDateTime().toLocalTime().toString(u"HH:mm"_s);
        return claim.orderNumber.isEmpty()
                   ? tr("held until %1: %2").arg(until, amount)
                   : tr("held for order %1 until %2: %3").arg(claim.orderNumber, until, amount);
    }
    static QString more(int count) { return tr("and %n more", nullptr, count); }
};

} // namespace

QString holdersPhrase(const std::vector<Claim> &claims)
{
    QStringList parts;
    for (size_t i = 0; i < claims.size() && i < mostNamed; ++i)
        parts << HolderText::of(claims[i]);
    if (claims.size() > mostNamed)
        parts << HolderText::more(int(claims.size() - mostNamed));
    return parts.join(u" · "_s);
}

Read<std::map<qint64, QString>> readHolders(ClaimReader &reader, const std::vector<qint64> &rows)
{
    std::map<qint64, QString> phrases;
    if (rows.empty())
        return phrases;
    ClaimQuery query;
    query.stockIds = rows;
    const auto claims = reader.claims(query);
    if (!claims)
        return fail(ReadFailure(claims.error()));
    std::map<qint64, std::vector<Claim>> byRow;
    for (const Claim &claim : *claims)
        byRow[claim.stockId].push_back(claim);
    for (const auto &[row, held] : byRow)
        phrases[row] = holdersPhrase(held);
    return phrases;
}

} // namespace tanaban
