#include "tests/support/testprogram.h"
#include "tests/ui/walk/walk.h"

namespace tanaban::test {

class PseudoWalkTest : public Walk
{
    Q_OBJECT

public:
    PseudoWalkTest()
        : Walk(pseudoLanguage)
    {}
};

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::PseudoWalkTest)

#include "pseudowalktest.moc"
