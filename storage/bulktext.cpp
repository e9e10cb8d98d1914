#include "storage/bulktext.h"

namespace tanaban::storage {

namespace {

void putDigits(char *to, int count, qint64 number)
{
    for (int i = count - 1; i >= 0; --i) {
        to[i] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
}

void putDate(char *to, QDate date)
{
    putDigits(to, 4, date.year());
    to[4] = '-';
    putDigits(to + 5, 2, date.month());
    to[7] = '-';
    putDigits(to + 8, 2, date.day());
}

constexpr qint64 microsecondsPerDay = 86'400'000'000;
constexpr qint64 julianDayOf1970 = 2'440'588;

} // namespace

InstantText::InstantText(Instant at)
    : m_text{}
{
    qint64 day = at.microseconds / microsecondsPerDay;
    qint64 rest = at.microseconds % microsecondsPerDay;
    if (rest < 0) {
        rest += microsecondsPerDay;
        --day;
    }
    char *to = m_text.data();
    putDate(to, QDate::fromJulianDay(day + julianDayOf1970));
    to[10] = 'T';
    putDigits(to + 11, 2, rest / 3'600'000'000);
    to[13] = ':';
    putDigits(to + 14, 2, rest / 60'000'000 % 60);
    to[16] = ':';
    putDigits(to + 17, 2, rest / 1'000'000 % 60);
    to[19] = '.';
    putDigits(to + 20, 6, rest % 1'000'000);
    to[26] = 'Z';
}

DateText::DateText(QDate date)
    : m_text{}
{
    putDate(m_text.data(), date);
}

UuidText::UuidText(const QUuid &id)
    : m_text{}
{
    static constexpr char digits[] = "0123456789abcdef";
    size_t at = 0;
    const auto putBytes = [this, &at](quint64 number, int bytes) {
        for (int shift = bytes * 8 - 4; shift >= 0; shift -= 4)
            m_text[at++] = digits[(number >> shift) & 15];
    };
    putBytes(id.data1, 4);
    m_text[at++] = '-';
    putBytes(id.data2, 2);
    m_text[at++] = '-';
    putBytes(id.data3, 2);
    for (int i = 0; i < 8; ++i) {
        if (i == 0 || i == 2)
            m_text[at++] = '-';
        putBytes(id.data4[i], 1);
    }
}

} // namespace tanaban::storage
