#include "tests/support/testprogram.h"
#include "tests/torture/everycommand.h"

using namespace tanaban;

class KillSweepPostgresqlTest : public torture::EveryCommand
{
    Q_OBJECT

public:
    KillSweepPostgresqlTest()
        : EveryCommand(test::Engine::Postgres)
    {}
};

TANABAN_TEST(KillSweepPostgresqlTest)

#include "killsweeppostgresqltest.moc"
