#include "model/export/csvwriter.h"
#include "model/export/exporter.h"
#include "model/harmlesstext.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tanaban;
using namespace tanaban::test;
using namespace Qt::StringLiterals;

namespace {

/// So many lines, some at a time; perhaps the database goes away after some of them.
class Numbers final : public TableSource
{
public:
    explicit Numbers(qint64 lines, qint64 failsAfter = -1)
        : m_lines(lines)
        , m_failsAfter(failsAfter)
    {}

    QStringList titles() const override { return {u"number"_s, u"=name"_s}; }
    Read<qint64> count() override { return m_lines; }
    Read<std::vector<TableLine>> next() override
    {
        if (m_next == m_failsAfter)
            return fail(ReadFailure{ReadFailure::Kind::Unavailable, u"gone"_s});
        std::vector<TableLine> lines;
        for (int i = 0; i < 10 && m_next < m_lines; ++i, ++m_next)
            lines.push_back({TableNumber{m_next, 1}, u"n"_s});
        return lines;
    }

private:
    qint64 m_lines;
    qint64 m_failsAfter;
    qint64 m_next = 0;
};

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void writesAWholeTable();
    void leavesWhatWasThere_data();
    void leavesWhatWasThere();
    void knowsFormatsByTheirEnd();
    void saysWhatToDoNext();
};

void ExportTest::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << u"Rice"_s << QByteArray("Rice");
    QTest::newRow("Japanese") << u"こしひかり"_s << QByteArray("こしひかり");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quotes") << u"5\" pan"_s << QByteArray("\"5\"\" pan\"");
    QTest::newRow("two lines") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("formula") << u"=HYPERLINK(1)"_s << QByteArray("'=HYPERLINK(1)");
    QTest::newRow("plus") << u"+81-3"_s << QByteArray("'+81-3");
    QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
    QTest::newRow("return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("formula with quotes") << u"=\"a\""_s << QByteArray("\"'=\"\"a\"\"\"");
    QTest::newRow("space before a formula") << u" =1"_s << QByteArray("' =1");
    QTest::newRow("wide space before a formula")
        << u"\u3000\u00a0@A"_s << QByteArray("'\xe3\x80\x80\xc2\xa0@A");
    QTest::newRow("wide sign") << u"＝cmd"_s << QByteArray("'＝cmd");
    QTest::newRow("formula in the second line") << u"a\n=1\nb"_s << QByteArray("\"a\n'=1\nb\"");
    QTest::newRow("formula behind apostrophes and spaces") << u"' '=1"_s << QByteArray("'' '=1");
    QTest::newRow("apostrophe before a formula") << u"'=1"_s << QByteArray("''=1");
    QTest::newRow("apostrophe alone") << u"'s"_s << QByteArray("'s");
    QTest::newRow("equals within") << u"a=b"_s << QByteArray("a=b");
    QTest::newRow("empty") << QString() << QByteArray();
}

void ExportTest::cells()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    QCOMPARE(csvCell(text), written);
    // Whoever reads the cell gets the text back.
    QString read = QString::fromUtf8(written);
    if (read.startsWith(u'"'))
        read = read.mid(1, read.size() - 2).replace(u"\"\""_s, u"\""_s);
    QCOMPARE(ordinary(read), text);
    // Numbers are no text: their sign is their own.
    QCOMPARE(csvCell(TableNumber{-1500, 3}), QByteArray("-1.500"));
    QCOMPARE(csvCell(QDate(2027, 2, 28)), QByteArray("2027-02-28"));
    QCOMPARE(csvCell(QDateTime(QDate(2027, 2, 28), QTime(10, 41, 7))),
             QByteArray("2027-02-28 10:41:07"));
    QCOMPARE(csvCell(std::monostate()), QByteArray());
}

void ExportTest::writesAWholeTable()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"numbers.csv"_s);
    QVERIFY(put(path, "older"));
    Numbers numbers(25);
    std::vector<qint64> progress;
    {
        CsvWriter writer(path);
        const auto written = exportTable(
            numbers, writer, TableFormat::Csv, [&](qint64 done) { progress.push_back(done); });
        QVERIFY(written);
        QCOMPARE(*written, 25);
    }
    QCOMPARE(progress, (std::vector<qint64>{10, 20, 25}));
    const QList<QByteArray> lines = contentOf(path).split('\n');
    QCOMPARE(lines.size(), 27); // titles, 25, and nothing behind the last end of a line
    QCOMPARE(lines.first(), QByteArray("\xef\xbb\xbfnumber,'=name\r"));
    QCOMPARE(lines[25], QByteArray("2.4,n\r"));
    QVERIFY(lines.last().isEmpty());
}

void ExportTest::leavesWhatWasThere_data()
{
    QTest::addColumn<qint64>("lines");
    QTest::addColumn<qint64>("failsAfter");
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<int>("kind");
    QTest::newRow("stopped") << 25LL << -1LL << true << int(ExportFailure::Kind::Stopped);
    QTest::newRow("database gone") << 25LL << 20LL << false << int(ExportFailure::Kind::Read);
    QTest::newRow("too many for a sheet")
        << (1LL << 20) << -1LL << false << int(ExportFailure::Kind::TooManyLines);
}

void ExportTest::leavesWhatWasThere()
{
    QFETCH(qint64, lines);
    QFETCH(qint64, failsAfter);
    QFETCH(bool, stopped);
    QFETCH(int, kind);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"numbers.csv"_s);
    QVERIFY(put(path, "older"));
    Numbers numbers(lines, failsAfter);
    std::stop_source stop;
    {
        CsvWriter writer(path);
        const auto written = exportTable(
            numbers,
            writer,
            TableFormat::Xlsx, // for its limit
            [&](qint64) {
                if (stopped)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!written);
        QCOMPARE(int(written.error().kind), kind);
        QVERIFY(!messageOf(written.error(), TableFormat::Xlsx, path).isEmpty());
    }
    QCOMPARE(contentOf(path), QByteArray("older"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"numbers.csv"_s});
}

void ExportTest::knowsFormatsByTheirEnd()
{
    QCOMPARE(tableFormatOf(u"a.csv"_s), TableFormat::Csv);
    QCOMPARE(tableFormatOf(u"a.b.XLSX"_s), TableFormat::Xlsx);
    QVERIFY(!tableFormatOf(u"csv"_s));
    QVERIFY(!tableFormatOf(u"a.xls"_s));
}

void ExportTest::saysWhatToDoNext()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"no/such/folder/a.csv"_s);
    Numbers numbers(1);
    CsvWriter writer(path);
    const auto written = exportTable(numbers, writer, TableFormat::Csv);
    QVERIFY(!written);
    const QString text = messageOf(written.error(), TableFormat::Csv, path);
    QVERIFY2(text.contains(path) && text.contains(u"another folder"_s), qPrintable(text));
}

TANABAN_TEST(ExportTest)
#include "exporttest.moc"
