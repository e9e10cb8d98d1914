#include "ui/commandline.h"

#include "model/defaultdatabase.h"
#include "tests/support/testprogram.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tanaban::test {

/// Which database the window opens by what it was started with.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensTheFileThatIsNamed_data();
    void opensTheFileThatIsNamed();
    void refusesWhatIsNotClear_data();
    void refusesWhatIsNotClear();

private:
    static std::variant<ui::StartOptions, ui::SaidInstead> read(const QStringList &arguments)
    {
        return ui::readCommandLine(QStringList(u"tanaban"_s) + arguments);
    }
};

void CommandLineTest::opensTheFileThatIsNamed_data()
{
    const QString here = QDir::currentPath();
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("address");
    QTest::newRow("nothing") << QStringList() << defaultDatabase().toString();
    QTest::newRow("address") << QStringList{u"--db"_s, u"sqlite:/data/a.db"_s}
                             << u"sqlite:/data/a.db"_s;
    QTest::newRow("file") << QStringList{u"/data/a.db"_s} << u"sqlite:/data/a.db"_s;
    QTest::newRow("file here") << QStringList{u"a.db"_s}
                               << QString(u"sqlite:"_s + here + u"/a.db"_s);
    QTest::newRow("detour") << QStringList{u"/data/../stock/./a.db"_s} << u"sqlite:/stock/a.db"_s;
    QTest::newRow("strange name") << QStringList{u"/data/在庫 50%20?.db"_s}
                                  << u"sqlite:/data/在庫 50%20?.db"_s;
    QTest::newRow("like an option")
        << QStringList{u"--"_s, u"--db"_s} << QString(u"sqlite:"_s + here + u"/--db"_s);
    QTest::newRow("with options")
        << QStringList{u"--lang"_s, u"ja"_s, u"/a.db"_s, u"--as"_s, u"sato"_s} << u"sqlite:/a.db"_s;
}

void CommandLineTest::opensTheFileThatIsNamed()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, address);
    const auto options = read(arguments);
    QVERIFY(std::holds_alternative<ui::StartOptions>(options));
    QCOMPARE(std::get<ui::StartOptions>(options).database.toString(), address);
}

void CommandLineTest::refusesWhatIsNotClear_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("twice") << QStringList{u"--db"_s, u"sqlite:/a.db"_s, u"/a.db"_s} << u"once"_s;
    QTest::newRow("two files") << QStringList{u"/a.db"_s, u"/b.db"_s} << u"one FILE"_s;
    QTest::newRow("unseen") << QStringList{u"/data/a\u202e.db"_s} << u"cannot be seen"_s;
}

void CommandLineTest::refusesWhatIsNotClear()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const auto answer = read(arguments);
    QVERIFY(std::holds_alternative<ui::SaidInstead>(answer));
    const auto &refusal = std::get<ui::SaidInstead>(answer);
    QCOMPARE(refusal.exitStatus, 2);
    QVERIFY2(refusal.text.contains(said), qPrintable(refusal.text));
}

} // namespace tanaban::test

TANABAN_WINDOW_TEST(tanaban::test::CommandLineTest)
#include "commandlinetest.moc"
