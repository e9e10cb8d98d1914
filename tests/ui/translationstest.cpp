#include "model/database.h"
#include "tests/support/filecontent.h"
#include "tests/support/testprogram.h"
#include "ui/language.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace tanaban;
using namespace tanaban::ui;

/// Nothing in the window is left untranslated, and a translation keeps the places of its values.
class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsUntranslated();
    void nobodySpeaksPastIt();
    void speaksJapanese();
    void countsInEnglish();
};

void TranslationsTest::nothingIsUntranslated()
{
    QFile file(qEnvironmentVariable("TANABAN_SOURCE") + u"/resources/translations/tanaban_ja.ts"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int messages = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1)
            source = xml.readElementText();
        if (xml.name() != "translation"_L1)
            continue;
        QVERIFY2(!xml.attributes().hasAttribute(u"type"_s), qPrintable(source));
        const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        QVERIFY2(!text.isEmpty(), qPrintable(source));
        for (const QString &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%5"_s, u"%6"_s})
            QVERIFY2(text.contains(place) == source.contains(place),
                     qPrintable(QString(source + u" | " + text)));
        ++messages;
    }
    QVERIFY(!xml.hasError());
    QVERIFY2(messages > 400, "the file lost most of its texts");
}

/// Whoever speaks in the window is in the file: texts that were never brought into it are missed
/// by nobody, and would be English in the middle of Japanese.
void TranslationsTest::nobodySpeaksPastIt()
{
    const QString root = qEnvironmentVariable("TANABAN_SOURCE") + u'/';
    const QByteArray known = test::contentOf(root + u"resources/translations/tanaban_ja.ts"_s);
    static const QRegularExpression speaker(u"Q_DECLARE_TR_FUNCTIONS\\(([A-Za-z:]+)\\)"_s);
    int speakers = 0;
    for (const QString &room : {u"model"_s, u"files"_s, u"print"_s, u"ui"_s}) {
        QDirIterator files(
            root + room, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString content = QString::fromUtf8(test::contentOf(files.next()));
            for (const QRegularExpressionMatch &match : speaker.globalMatch(content)) {
                ++speakers;
                const QString context = match.captured(1);
                QVERIFY2(known.contains(u"<name>%1</name>"_s.arg(context).toUtf8()),
                         qPrintable(context));
            }
        }
    }
    QVERIFY(speakers > 20);
}

void TranslationsTest::speaksJapanese()
{
    useLanguage(u"ja"_s);
    QCOMPARE(Words::of(StockStatus::Quarantined), u"保留"_s);
    QVERIFY(messageOf(OpenFailure{OpenFailure::Kind::Damaged, {}}).contains(u"壊れて"_s));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"キャンセル"_s);
    QCOMPARE(Words::date(QDate(2026, 11, 21)), u"2026/11/21"_s);
    useLanguage(u"en"_s);
    QCOMPARE(Words::of(StockStatus::Quarantined), u"Quarantined"_s);
}

void TranslationsTest::countsInEnglish()
{
    useLanguage(u"en"_s);
    QCOMPARE(Words::tr("Expires in %n day(s)", nullptr, 1), u"Expires in 1 day"_s);
    QCOMPARE(Words::tr("Expires in %n day(s)", nullptr, 2), u"Expires in 2 days"_s);
}

TANABAN_WINDOW_TEST(TranslationsTest)
#include "translationstest.moc"
