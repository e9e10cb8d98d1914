#include "files/xlsxbook.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

#include "files/filetext.h"

namespace tanaban::files {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRelations = 1'000'000; ///< bytes, unpacked
constexpr qint64 mostOfABook = 4'000'000;
constexpr qint64 mostStyles = 16'000'000;

struct Relation
{
    QString type; ///< its last word: "worksheet", "styles"
    QString target;
};

/// Relations of a file, by their id. Targets are names within the package.
QHash<QString, Relation> relationsOf(const ZipPackage &package,
                                     const QString &name,
                                     const QString &folder)
{
    QHash<QString, Relation> relations;
    auto file = package.open(name, mostRelations);
    if (!file)
        return relations;
    XmlPart part(std::move(file));
    const QXmlStreamReader &xml = part.xml();
    while (!xml.atEnd()) {
        if (part.next() != QXmlStreamReader::StartElement || xml.name() != "Relationship"_L1)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        QString target = attributes.value("Target"_L1).toString();
        target = target.startsWith(u'/') ? target.mid(1) : QString(folder + target);
        relations.insert(attributes.value("Id"_L1).toString(),
                         {attributes.value("Type"_L1).toString().section(u'/', -1), target});
    }
    return relations;
}

/// Whether a number format shows days or times: it has a d, m, y, h or s outside of texts, escapes
/// and brackets ("[Red]0.00", but "[h]:mm" is a time anyway by its mm).
bool showsDays(const QString &format)
{
    static const QRegularExpression aside(u"\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]"_s);
    static const QRegularExpression parts(u"[dmyhs]"_s, QRegularExpression::CaseInsensitiveOption);
    QString bare = format.section(u';', 0, 0);
    bare.remove(aside).remove(u"General"_s, Qt::CaseInsensitive);
    return parts.match(bare).hasMatch();
}

/// The formats that every workbook has (18.8.30), also those of Chinese, Japanese and Korean.
bool showsDays(int builtIn)
{
    return (builtIn >= 14 && builtIn <= 22) || (builtIn >= 27 && builtIn <= 36)
           || (builtIn >= 45 && builtIn <= 47) || (builtIn >= 50 && builtIn <= 58);
}

std::vector<bool> readStyles(XmlPart &part)
{
    std::vector<bool> isDay;
    QHash<int, QString> formats;
    const QXmlStreamReader &xml = part.xml();
    bool inCells = false;
    while (!xml.atEnd()) {
        const auto token = part.next();
        if (xml.name() == "cellXfs"_L1)
            inCells = token == QXmlStreamReader::StartElement;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const int format = xml.attributes().value("numFmtId"_L1).toInt();
        if (xml.name() == "numFmt"_L1)
            formats.insert(format, xml.attributes().value("formatCode"_L1).toString());
        else if (inCells && xml.name() == "xf"_L1)
            isDay.push_back(formats.contains(format) ? showsDays(formats.value(format))
                                                     : showsDays(format));
    }
    return isDay;
}

/// The texts that cells share. What stands over Japanese to tell how it is read is none of them.
/// Nothing when they are more than `most` bytes in memory.
std::optional<QStringList> readTexts(XmlPart &part, qint64 most)
{
    QStringList texts;
    QXmlStreamReader &xml = part.xml();
    while (!xml.atEnd()) {
        if (part.next() != QXmlStreamReader::StartElement || xml.name() != "si"_L1)
            continue;
        texts << withoutEscapes(textWithin(xml));
        part.leave();
        most -= 64 + 2 * texts.back().size();
        if (most < 0)
            return std::nullopt;
    }
    return part.isExceeded() ? std::nullopt : std::optional(texts);
}

/// The id of the first sheet that is shown, and when days begin.
QString readSheets(XmlPart &part, bool &from1904)
{
    QString first;
    const QXmlStreamReader &xml = part.xml();
    while (!xml.atEnd()) {
        if (part.next() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == "workbookPr"_L1) {
            const auto value = attributes.value("date1904"_L1);
            from1904 = value == "1"_L1 || value == "true"_L1;
        }
        const auto state = attributes.value("state"_L1);
        const bool shown = state.isEmpty() || state == "visible"_L1;
        if (xml.name() != "sheet"_L1 || !first.isEmpty() || !shown)
            continue;
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == "id"_L1 && !attribute.namespaceUri().isEmpty())
                first = attribute.value().toString();
        }
    }
    return first;
}

} // namespace

std::optional<XlsxBook> XlsxBook::read(const ZipPackage &package, QString &fault)
{
    fault = FileText::tr("this is no workbook; save it as .xlsx or .csv");
    QString main;
    for (const Relation &relation : relationsOf(package, u"_rels/.rels"_s, {})) {
        if (relation.type == u"officeDocument"_s)
            main = relation.target;
    }
    auto file = main.isEmpty() ? nullptr : package.open(main, mostOfABook);
    if (!file)
        return std::nullopt;
    XlsxBook book;
    XmlPart sheets(std::move(file));
    const QString id = readSheets(sheets, book.from1904);
    const QString folder = main.left(main.lastIndexOf(u'/') + 1);
    const auto relations = relationsOf(
        package, folder + u"_rels/"_s + main.mid(folder.size()) + u".rels"_s, folder);
    const Relation sheet = relations.value(id);
    if (sheet.type != u"worksheet"_s) {
        fault = FileText::tr("the workbook has no sheet that is shown");
        return std::nullopt;
    }
    book.sheet = sheet.target;
    for (const Relation &relation : relations) {
        const bool styles = relation.type == u"styles"_s;
        const bool wanted = styles || relation.type == u"sharedStrings"_s;
        auto entry = wanted ? package.open(relation.target,
                                           styles ? mostStyles : mostUnpacked(package.size()))
                            : nullptr;
        if (!entry)
            continue;
        XmlPart part(std::move(entry));
        if (styles) {
            book.isDay = readStyles(part);
        } else if (auto texts = readTexts(part, mostKept(package.size()))) {
            book.texts = std::move(*texts);
        } else {
            fault = tooMuch();
            return std::nullopt;
        }
    }
    return book;
}

QString tooMuch()
{
    return FileText::tr("the workbook unpacks to far more than its size; save it again from its "
                        "program, or as .csv");
}

QString textWithin(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement) {
            --depth;
        } else if (token == QXmlStreamReader::StartElement && xml.name() == "t"_L1) {
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (token == QXmlStreamReader::StartElement && xml.name() == "rPh"_L1) {
            xml.skipCurrentElement(); // how Japanese is read
        } else if (token == QXmlStreamReader::StartElement) {
            ++depth;
        }
    }
    return text;
}

QString withoutEscapes(const QString &text)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    if (!text.contains(u"_x"_s))
        return text;
    QString plain;
    qsizetype from = 0;
    for (auto match = escape.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        plain += QStringView(text).mid(from, found.capturedStart() - from);
        plain += QChar(found.captured(1).toUShort(nullptr, 16));
        from = found.capturedEnd();
    }
    return plain + QStringView(text).mid(from);
}

QString numberText(double value)
{
    QString text = QString::number(value, 'g', 15);
    if (!text.contains(u'e'))
        return text;
    // Large enough to stand without a point, or small enough to need many digits behind it.
    text = QString::number(value, 'f', std::abs(value) < 1 ? 20 : 0);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString dayText(double value, bool from1904)
{
    constexpr double most = 2'958'466; // the year 9999 is over
    if (!(value >= 0) || value >= most)
        return numberText(value);
    // Day 60 is 29 February 1900, which never was; before it days are one more (18.17.4.1).
    const double days = from1904 ? value + 1462 : (value < 60 ? value + 1 : value);
    const qint64 seconds = std::llround(days * 86'400);
    const QDateTime at = QDateTime(QDate(1899, 12, 30), QTime(0, 0), Qt::UTC).addSecs(seconds);
    return at.time() == QTime(0, 0) ? at.date().toString(Qt::ISODate)
                                    : at.toString(u"yyyy-MM-dd hh:mm:ss"_s);
}

} // namespace tanaban::files
