#pragma once

#include <QCoreApplication>
#include <QTest>

// All tests of a folder are one program, since linking each by itself takes longer than compiling it:
// `PROGRAM ui/draftstest [arguments of QtTest]` runs the test in tests/ui/draftstest.cpp.

namespace tanaban::test {

using TestMain = int (*)(int argc, char *argv[]);

/// Makes a test known under the name of its source file. For the macros below.
struct KnownTest
{
    KnownTest(const char *file, TestMain main);
};

/// "ui/draftstest" for ".../tests/ui/draftstest.cpp".
QString nameOfTest(const char *file);

template <typename Application, typename Test>
int runTest(int argc, char *argv[])
{
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tanaban::test

/// A file of tests without a window.
#define TANABAN_TEST(Class)                                                                        \
    static const tanaban::test::KnownTest knownTest(                                               \
        __FILE__, &tanaban::test::runTest<QCoreApplication, Class>);

/// A file of tests of windows.
#define TANABAN_WINDOW_TEST(Class)                                                                 \
    static const tanaban::test::KnownTest knownTest(__FILE__,                                      \
                                                    &tanaban::test::runTest<QApplication, Class>);
