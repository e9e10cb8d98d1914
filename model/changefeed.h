#pragma once

namespace tanaban {

/// Hears, where the database can tell, that somebody committed something; ends with its life.
/// Nothing may depend on it: who shows data asks for Store::changeMark() once a second anyway.
class ChangeFeed
{
public:
    virtual ~ChangeFeed() = default;
};

} // namespace tanaban
