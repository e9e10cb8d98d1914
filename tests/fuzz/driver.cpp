// Runs a fuzz target without libFuzzer: the same inputs every time, made from its seeds.
//   PROGRAM [--inputs N] [--seed S]    a short run
//   PROGRAM FILE…                      these inputs, as they were kept
// An input that breaks something, or takes longer than ten seconds, is kept in $TANABAN_FUZZ_FOLDER.

#include "tests/fuzz/target.h"
#include "tests/support/filecontent.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <string>
#include <sys/time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

using namespace tanaban;
using namespace tanaban::fuzz;

namespace {

constexpr unsigned longestSeconds = 10;  ///< of work
constexpr unsigned longestWaiting = 120; ///< whatever else this computer does
constexpr size_t longestInput = 64 * 1024;

QByteArray current;
std::string whereToKeep;

/// Called while the program dies: nothing but what is allowed in a signal handler.
void keepInput()
{
    if (whereToKeep.empty())
        return;
    const int file = ::open(whereToKeep.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const ssize_t written = ::write(file, current.constData(), size_t(current.size()));
    ::close(file);
    const auto say = [](const char *words) { return ::write(2, words, std::strlen(words)); };
    if (written == current.size() && say("The input was kept; give it to this program: ") > 0)
        say((whereToKeep + "\n").c_str());
    whereToKeep.clear();
}

void onAbort(int)
{
    keepInput(); // then the program ends by the signal that it got
}

void onAlarm(int)
{
    constexpr char words[] = "BROKEN: an input is read within ten seconds\n";
    [[maybe_unused]] const ssize_t said = ::write(2, words, sizeof words - 1);
    keepInput();
    ::_exit(1);
}

void run(const QByteArray &input)
{
    current = input;
    itimerval work = {};
    work.it_value.tv_sec = longestSeconds;
    ::setitimer(ITIMER_PROF, &work, nullptr);
    ::alarm(longestWaiting);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(current.constData()),
                           size_t(current.size()));
    ::alarm(0);
}

/// Changes inputs; the same ones for the same seed.
class Mutator
{
public:
    explicit Mutator(uint64_t seed)
        : m_random(seed)
        , m_pool(target().seeds)
    {}

    QByteArray next()
    {
        QByteArray input = any(m_pool);
        for (size_t steps = 1 + below(6); steps > 0; --steps)
            change(input);
        input.truncate(qsizetype(longestInput));
        if (m_pool.size() < target().seeds.size() + 200)
            m_pool.push_back(input);
        else if (below(8) == 0) // now and then one goes on from there
            m_pool[target().seeds.size() + below(200)] = input;
        return input;
    }

private:
    size_t below(size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    qsizetype placeIn(const QByteArray &input)
    {
        return qsizetype(below(size_t(input.size()) + 1));
    }
    const QByteArray &any(const std::vector<QByteArray> &list) { return list[below(list.size())]; }

    void change(QByteArray &input)
    {
        const qsizetype at = placeIn(input);
        const qsizetype length = qsizetype(below(16));
        switch (below(9)) {
        case 0:
        case 1:
            if (at < input.size())
                input[at] = char(below(256));
            break;
        case 2:
            if (at < input.size())
                input[at] = char(uchar(input[at]) ^ (1U << below(8)));
            break;
        case 3:
            input.remove(at, length);
            break;
        case 4:
            input.insert(at, input.mid(placeIn(input), length));
            break;
        case 5:
            input.insert(at, any(target().pieces));
            break;
        case 6: {
            const QByteArray &piece = any(target().pieces);
            input.replace(at, piece.size(), piece);
            break;
        }
        case 7:
            if (below(4) == 0)
                input.truncate(at);
            break;
        default: {
            const QByteArray &other = any(m_pool);
            if (below(4) == 0)
                input = input.left(at) + other.mid(placeIn(other));
        }
        }
    }

    std::mt19937_64 m_random;
    std::vector<QByteArray> m_pool;
};

int runFiles(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        std::fprintf(stderr, "%s\n", argv[i]);
        run(test::contentOf(QString::fromLocal8Bit(argv[i])));
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    int inputs = target().inputs;
    uint64_t seed = 1;
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 < argc && std::strcmp(argv[i], "--inputs") == 0)
            inputs = std::atoi(argv[i + 1]);
        else if (i + 1 < argc && std::strcmp(argv[i], "--seed") == 0)
            seed = std::strtoull(argv[i + 1], nullptr, 10);
        else
            return runFiles(argc, argv);
    }
    const std::string name = std::string(argv[0]).substr(std::string(argv[0]).rfind('/') + 1);
    const char *folder = std::getenv("TANABAN_FUZZ_FOLDER");
    whereToKeep = std::string(folder ? folder : ".") + "/" + name + "-failed";
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_set_death_callback(keepInput);
#endif
    struct sigaction action = {};
    action.sa_handler = onAbort;
    action.sa_flags = int(SA_RESETHAND);
    sigaction(SIGABRT, &action, nullptr);
    std::signal(SIGALRM, onAlarm);
    std::signal(SIGPROF, onAlarm);

    const auto begin = std::chrono::steady_clock::now();
    for (const QByteArray &input : target().seeds)
        run(input);
    for (const QByteArray &input : target().heavy ? target().heavy() : std::vector<QByteArray>())
        run(input);
    run({});
    Mutator mutator(seed);
    for (int i = 0; i < inputs; ++i)
        run(mutator.next());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("%s: %d inputs in %.1f s, %.0f a second; at most %.1f MB over what was kept%s\n",
                name.c_str(),
                inputs,
                took.count(),
                inputs / took.count(),
                double(MemoryLimit::greatest()) / 1e6,
                MemoryLimit::counts() ? "" : " (not counted without the address sanitizer)");
    return 0;
}
