#pragma once

#include "model/instant.h"

#include <QUuid>

#include <array>
#include <string_view>

namespace tanaban::storage {

/// "2026-11-21T06:00:00.000000Z"; ten times as fast as the calendar of QDateTime.
class InstantText
{
public:
    explicit InstantText(Instant at);
    std::string_view view() const { return {m_text.data(), m_text.size()}; }

private:
    std::array<char, 27> m_text;
};

/// "2026-11-21" of a valid date of the years 0 to 9999.
class DateText
{
public:
    explicit DateText(QDate date);
    std::string_view view() const { return {m_text.data(), m_text.size()}; }

private:
    std::array<char, 10> m_text;
};

/// 8-4-4-4-12 hexadecimal digits, lower case.
class UuidText
{
public:
    explicit UuidText(const QUuid &id);
    std::string_view view() const { return {m_text.data(), m_text.size()}; }

private:
    std::array<char, 36> m_text;
};

} // namespace tanaban::storage
