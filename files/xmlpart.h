#pragma once

#include <QXmlStreamReader>

#include "files/zippackage.h"

namespace tanaban::files {

/// Reads the XML of one file in a package, of which only so much is in memory at once as an honest
/// workbook has in one cell. Packages have no document type (ISO/IEC 29500-2), whose
/// entities could stand for any amount of text.
class XmlPart
{
public:
    explicit XmlPart(std::unique_ptr<ZipEntry> file)
        : m_file(std::move(file))
        , m_xml(m_file.get())
    {}

    QXmlStreamReader &xml() { return m_xml; }

    /// The next token; Invalid at the end, and for what nothing of ours would read.
    QXmlStreamReader::TokenType next()
    {
        m_file->allow(mostAtOnce);
        const auto token = m_xml.readNext();
        m_depth += token == QXmlStreamReader::StartElement ? 1 : 0;
        m_depth -= token == QXmlStreamReader::EndElement ? 1 : 0;
        if (token != QXmlStreamReader::DTD && m_depth <= mostDepth)
            return token;
        m_xml.raiseError();
        return QXmlStreamReader::Invalid;
    }

    /// Within an element that was begun by next(): so much again.
    void allowMore() { m_file->allow(mostAtOnce); }
    /// Whoever has read the end of the current element without next() says so.
    void leave() { --m_depth; }

    bool isExceeded() const { return m_file->isExceeded(); }

private:
    static constexpr qint64 mostAtOnce = 1024 * 1024;
    static constexpr int mostDepth = 100;

    std::unique_ptr<ZipEntry> m_file;
    QXmlStreamReader m_xml;
    int m_depth = 0;
};

} // namespace tanaban::files
