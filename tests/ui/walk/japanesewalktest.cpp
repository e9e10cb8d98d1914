#include "tests/support/testprogram.h"
#include "tests/ui/walk/walk.h"

using namespace Qt::StringLiterals;

namespace tanaban::test {

class JapaneseWalkTest : public Walk
{
    Q_OBJECT

public:
    JapaneseWalkTest()
        : Walk(u"ja"_s)
    {}
};

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::JapaneseWalkTest)

#include "japanesewalktest.moc"
