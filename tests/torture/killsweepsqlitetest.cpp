#include "tests/support/testprogram.h"
#include "tests/torture/everycommand.h"

using namespace tanaban;

class KillSweepSqliteTest : public torture::EveryCommand
{
    Q_OBJECT

public:
    KillSweepSqliteTest()
        : EveryCommand(test::Engine::Sqlite)
    {}
};

TANABAN_TEST(KillSweepSqliteTest)

#include "killsweepsqlitetest.moc"
