#include "model/databaseurl.h"

#include "tests/support/testprogram.h"

#include <QTest>

using namespace tanaban;
using namespace Qt::StringLiterals;

/// Addresses of databases: what is understood, and what is refused before anything is opened.
class DatabaseUrlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understood_data();
    void understood();
    void roundTrip_data() { understood_data(); }
    void roundTrip();
    void refused_data();
    void refused();
    void passwordsNameTheFile_data();
    void passwordsNameTheFile();
};

void DatabaseUrlTest::understood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("hosts");
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("sslmode");
    const auto file = [](const char *name, const QString &text, const QString &path) {
        QTest::newRow(name) << text << path << QString() << QString() << QString() << QString()
                            << QString();
    };
    const auto server = [](const char *name,
                           const QString &text,
                           const QString &user,
                           const QString &hosts,
                           const QString &ports,
                           const QString &database,
                           const QString &sslmode = {}) {
        QTest::newRow(name) << text << QString() << user << hosts << ports << database << sslmode;
    };
    file("file", u"sqlite:/home/sato/stock.db"_s, u"/home/sato/stock.db"_s);
    file("relative", u"sqlite:stock.db"_s, u"stock.db"_s);
    file("spaces and percent signs", u"sqlite:/tmp/100% 棚/a?b.db"_s, u"/tmp/100% 棚/a?b.db"_s);
    server("usual",
           u"postgresql://sato@db.example.org/tanaban"_s,
           u"sato"_s,
           u"db.example.org"_s,
           {},
           u"tanaban"_s);
    server("port and option",
           u"postgresql://sato@db:5433/tanaban?sslmode=verify-full"_s,
           u"sato"_s,
           u"db"_s,
           u"5433"_s,
           u"tanaban"_s,
           u"verify-full"_s);
    server("two hosts",
           u"postgresql://sato@db1:5433,db2/tanaban"_s,
           u"sato"_s,
           u"db1,db2"_s,
           u"5433,"_s,
           u"tanaban"_s);
    server("address",
           u"postgresql://sato@192.168.0.1/tanaban"_s,
           u"sato"_s,
           u"192.168.0.1"_s,
           {},
           u"tanaban"_s);
    server("IPv6",
           u"postgresql://sato@[::1]:5433/tanaban"_s,
           u"sato"_s,
           u"::1"_s,
           u"5433"_s,
           u"tanaban"_s);
    server("socket folder",
           u"postgresql://sato@%2Fvar%2Frun%2Fpostgresql/tanaban"_s,
           u"sato"_s,
           u"/var/run/postgresql"_s,
           {},
           u"tanaban"_s);
    server("without user", u"postgresql://db/tanaban"_s, {}, u"db"_s, {}, u"tanaban"_s);
    server("percent in a name",
           u"postgresql://sato%40shop@db/stock%2Bmore"_s,
           u"sato@shop"_s,
           u"db"_s,
           {},
           u"stock+more"_s);
    server("Japanese",
           u"postgresql://%E4%BD%90%E8%97%A4@db/%E6%A3%9A"_s,
           u"佐藤"_s,
           u"db"_s,
           {},
           u"棚"_s);
}

void DatabaseUrlTest::understood()
{
    QFETCH(const QString, text);
    QFETCH(const QString, path);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY2(url.ok(), url ? "" : qPrintable(url.error()));
    QCOMPARE(url->engine,
             path.isEmpty() ? DatabaseUrl::Engine::Postgres : DatabaseUrl::Engine::Sqlite);
    QCOMPARE(url->path, path);
    QTEST(url->user, "user");
    QTEST(url->hosts, "hosts");
    QTEST(url->ports, "ports");
    QTEST(url->database, "database");
    QFETCH(const QString, sslmode);
    QCOMPARE(url->options.empty(), sslmode.isEmpty());
    if (!sslmode.isEmpty())
        QCOMPARE(url->options.at(u"sslmode"_s), sslmode);
}

void DatabaseUrlTest::roundTrip()
{
    QFETCH(const QString, text);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY(url.ok());
    const auto again = DatabaseUrl::parse(url->toString());
    QVERIFY2(again.ok(), qPrintable(url->toString()));
    QVERIFY2(*again == *url, qPrintable(url->toString()));
}

void DatabaseUrlTest::refused_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &text) { QTest::newRow(qPrintable(text)) << text; };
    row(u""_s);
    row(u"stock.db"_s);
    row(u"sqlite:"_s);
    row(u"mysql://db/tanaban"_s);
    row(u"POSTGRESQL://db/tanaban"_s);
    row(u"postgresql://"_s);
    row(u"postgresql://db"_s);
    row(u"postgresql://db/"_s);
    row(u"postgresql:///tanaban"_s);
    row(u"postgresql://sato@/tanaban"_s);
    row(u"postgresql://db:0/tanaban"_s);
    row(u"postgresql://db:65536/tanaban"_s);
    row(u"postgresql://db:x/tanaban"_s);
    row(u"postgresql://db:/tanaban"_s);
    row(u"postgresql://db1,,db2/tanaban"_s);
    row(u"postgresql://a:b:c/tanaban"_s);
    row(u"postgresql://db/a/b"_s);
    row(u"postgresql://db/tana%ban"_s);
    row(u"postgresql://db/tana%+1ban"_s);
    row(u"postgresql://db/tana%2"_s);
    row(u"postgresql://db/%ff"_s);
    row(u"postgresql://db/x%20sslmode=disable"_s);
    row(u"postgresql://db/x%27y"_s);
    row(u"postgresql://sato%20host=evil@db/tanaban"_s);
    row(u"postgresql://sa'to@db/tanaban"_s);
    row(u"postgresql://sato@db%20host%3Devil/tanaban"_s);
    row(u"postgresql://sato@db%00/tanaban"_s);
    row(u"postgresql://db/tanaban%0A"_s);
    row(u"postgresql://db/tanaban?options=-c%20role%3Dpostgres"_s);
    row(u"postgresql://db/tanaban?service=x"_s);
    row(u"postgresql://db/tanaban?host=evil"_s);
    row(u"postgresql://db/tanaban?application_name=x"_s);
    row(u"postgresql://db/tanaban?SSLMODE=disable"_s);
    row(u"postgresql://db/tanaban?sslmode"_s);
    row(u"postgresql://db/tanaban?sslmode="_s);
    row(u"postgresql://db/tanaban?sslmode=a&sslmode=b"_s);
    row(u"postgresql://db/tanaban?sslmode=a%20b"_s);
    row(u"postgresql://db/tanaban?sslmode=require&"_s);
    QTest::newRow("line break") << u"sqlite:/tmp/a\nb"_s;
    QTest::newRow("right to left") << u"sqlite:/tmp/\u202eb"_s;
}

void DatabaseUrlTest::refused()
{
    QFETCH(const QString, text);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY2(!url.ok(), qPrintable(url ? url->toString() : QString()));
    QVERIFY2(url.error().endsWith(u'.') || url.error().contains(u"://"_s)
                 || url.error().contains(u"sqlite:"_s),
             qPrintable(url.error()));
}

void DatabaseUrlTest::passwordsNameTheFile_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("before the host") << u"postgresql://sato:secret@db/tanaban"_s;
    QTest::newRow("empty") << u"postgresql://sato:@db/tanaban"_s;
    QTest::newRow("with an at sign") << u"postgresql://sato:sec@ret@db/tanaban"_s;
    QTest::newRow("as an option") << u"postgresql://sato@db/tanaban?password=secret"_s;
    QTest::newRow("as an option, capital") << u"postgresql://sato@db/tanaban?Password=secret"_s;
}

void DatabaseUrlTest::passwordsNameTheFile()
{
    QFETCH(const QString, text);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY(!url.ok());
    QVERIFY2(url.error().contains(u".pgpass"_s), qPrintable(url.error()));
    QVERIFY2(!url.error().contains(u"sec"_s), qPrintable(url.error()));
}

TANABAN_TEST(DatabaseUrlTest)
#include "databaseurltest.moc"
