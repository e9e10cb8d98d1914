#include "tests/support/testprogram.h"

#include <cstdio>
#include <map>

namespace tanaban::test {

namespace {

std::map<QString, TestMain> &knownTests()
{
    static std::map<QString, TestMain> tests;
    return tests;
}

} // namespace

QString nameOfTest(const char *file)
{
    const QString path = QString::fromUtf8(file);
    const QString folder = QStringLiteral("tests/");
    const auto at = path.lastIndexOf(folder);
    return path.mid(at < 0 ? 0 : at + folder.size()).section(u'.', 0, 0);
}

KnownTest::KnownTest(const char *file, TestMain main)
{
    knownTests()[nameOfTest(file)] = main;
}

} // namespace tanaban::test

int main(int argc, char *argv[])
{
    using tanaban::test::knownTests;
    const QString name = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    const auto found = knownTests().find(name);
    if (found == knownTests().end()) {
        std::fprintf(stderr, "Which test? One of:\n");
        for (const auto &[known, main] : knownTests())
            std::fprintf(stderr, "  %s\n", qPrintable(known));
        return 2;
    }
    // The test's name takes the place of the program's, also in paths that QtCore makes from it:
    // two tests at the same time must not share a folder.
    QCoreApplication::setApplicationName(QString(name).replace(u'/', u'_'));
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi); // as QtTest's own main does
    return found->second(argc - 1, argv + 1);
}
