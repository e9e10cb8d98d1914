#include "model/changeset.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>
#include <mutex>

namespace tanaban {

using namespace Qt::StringLiterals;

QByteArray Intent::contentHash() const
{
    // QJsonObject keeps its keys sorted, so the compact text of equal intents is equal.
    const QJsonObject content{
        {u"kind"_s, kind}, {u"asked"_s, asked}, {u"actor"_s, actor}, {u"reason"_s, reason}};
    return QCryptographicHash::hash(QJsonDocument(content).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

QUuid newCommandId()
{
    // 48 bits of milliseconds and 12 bits that start at random and count on within the process:
    // ids made in the same millisecond, or after the clock was set back, still ascend.
    static std::mutex mutex;
    static quint64 last = 0;
    auto *random = QRandomGenerator::system();
    const auto now = quint64(QDateTime::currentMSecsSinceEpoch());
    quint64 stamp = (now << 12) | (random->generate() & 0x7ffU);
    {
        const std::scoped_lock lock(mutex);
        stamp = std::max(stamp, last + 1);
        last = stamp;
    }
    const quint64 high = ((stamp >> 12) << 16) | 0x7000U | (stamp & 0xfffU);
    const quint64 low = (random->generate64() & 0x3fff'ffff'ffff'ffffULL)
                        | 0x8000'0000'0000'0000ULL;
    std::array<uchar, 16> bytes{};
    qToBigEndian(high, bytes.data());
    qToBigEndian(low, bytes.data() + 8);
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

} // namespace tanaban
