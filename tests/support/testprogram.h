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

/// The file in which a class of tests stands; several files may be compiled as one.
template <typename Test>
struct TestFile
{
    static const KnownTest known;
};

template <typename Application, typename Test>
int runTest(int argc, char *argv[])
{
    if constexpr (requires { Test::initMain(); })
        Test::initMain(); // as QtTest's own main does: before there is an application
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tanaban::test

#define TANABAN_TEST_OF(Class, Application)                                                        \
    template <>                                                                                    \
    const tanaban::test::KnownTest tanaban::test::TestFile<Class>::known(                          \
        __FILE__, &tanaban::test::runTest<Application, Class>);

/// A file of tests without a window.
#define TANABAN_TEST(Class) TANABAN_TEST_OF(Class, QCoreApplication)
/// A file of tests of windows.
#define TANABAN_WINDOW_TEST(Class) TANABAN_TEST_OF(Class, QApplication)
