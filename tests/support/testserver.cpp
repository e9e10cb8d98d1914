// tanaban_testserver COMMAND [ARGUMENT…]: runs the command with one throw-away PostgreSQL for all
// the test programs in it (TANABAN_TEST_PG), and answers with its exit status.

#include "tests/support/throwawaypostgres.h"

#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 2) {
        std::fputs("usage: tanaban_testserver COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    const tanaban::test::ThrowAwayPostgres &server = tanaban::test::ThrowAwayPostgres::instance();
    if (!server.isRunning()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.failure()));
        return 1;
    }
    qputenv("TANABAN_TEST_PG", server.host().toUtf8() + ':' + QByteArray::number(server.port()));
    qputenv("TANABAN_TEST_PG_LOG", server.logFile().toUtf8());
    const pid_t child = fork();
    if (child == 0) {
        execvp(argv[1], argv + 1);
        std::perror(argv[1]);
        _exit(127);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
