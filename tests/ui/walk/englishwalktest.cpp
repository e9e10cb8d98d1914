#include "tests/support/testprogram.h"
#include "tests/ui/walk/walk.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

class EnglishWalkTest : public Walk
{
    Q_OBJECT

public:
    EnglishWalkTest()
        : Walk(u"en"_s)
    {}
};

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::EnglishWalkTest)

#include "englishwalktest.moc"
