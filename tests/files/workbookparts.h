#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <cstdio>
#include <zip.h>

namespace tanaban::test {

using namespace Qt::StringLiterals;

/// The parts of a workbook with one sheet, by their names.
inline QHash<QString, QByteArray> partsOf(const QByteArray &rows)
{
    const QByteArray ns = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const QByteArray relations =
        R"(xmlns="http://schemas.openxmlformats.org/package/2006/relationships")";
    const QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return {{u"_rels/.rels"_s,
             "<Relationships " + relations + "><Relationship Id='r' Type='" + types
                 + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
            {u"xl/workbook.xml"_s,
             "<workbook " + ns + " xmlns:r='" + types
                 + "'><sheets><sheet name='Notes' sheetId='1' state='hidden' r:id='n'/>"
                   "<sheet name='Goods' sheetId='2' r:id='s'/></sheets></workbook>"},
            {u"xl/_rels/workbook.xml.rels"_s,
             "<Relationships " + relations + "><Relationship Id='s' Type='" + types
                 + "/worksheet' Target='/xl/goods.xml'/><Relationship Id='t' Type='" + types
                 + "/sharedStrings' Target='texts.xml'/><Relationship Id='y' Type='" + types
                 + "/styles' Target='styles.xml'/></Relationships>"},
            {u"xl/texts.xml"_s,
             "<sst " + ns
                 + "><si><t>Code</t></si><si><r><t>棚</t></r><r><t xml:space='preserve"
                   "'> 番</t></r><rPh sb='0' eb='1'><t>タナ</t></rPh></si>"
                   "<si><t>two_x000A_lines</t></si></sst>"},
            {u"xl/styles.xml"_s,
             "<styleSheet " + ns
                 + "><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>"
                   "<numFmt numFmtId='165' formatCode='[Red]0.00\" days\"'/></numFmts>"
                   "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
                   "<xf numFmtId='14'/><xf numFmtId='164'/><xf "
                   "numFmtId='165'/></cellXfs></styleSheet>"},
            {u"xl/goods.xml"_s,
             "<worksheet " + ns + "><sheetData>" + rows + "</sheetData></worksheet>"}};
}

/// A package of these parts, always the same bytes.
inline QByteArray packed(const QHash<QString, QByteArray> &parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer); // it holds the package when that is closed
    zip_t *zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    QStringList names = parts.keys();
    names.sort();
    for (const QString &name : names) {
        const auto part = parts.constFind(name);
        zip_source_t *source = zip_source_buffer(zip, part->constData(), quint64(part->size()), 0);
        const zip_int64_t index = zip_file_add(zip, name.toUtf8().constData(), source, 0);
        if (index >= 0)
            zip_file_set_dostime(zip, quint64(index), 0, 0x5A21, 0);
    }
    QByteArray package;
    if (zip_close(zip) == 0 && zip_source_open(buffer) == 0) {
        zip_source_seek(buffer, 0, SEEK_END);
        package.resize(qsizetype(zip_source_tell(buffer)));
        zip_source_seek(buffer, 0, SEEK_SET);
        zip_source_read(buffer, package.data(), quint64(package.size()));
        zip_source_close(buffer);
    }
    zip_source_free(buffer);
    return package;
}

} // namespace tanaban::test
