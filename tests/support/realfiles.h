#pragma once

#include "model/import/importer.h"
#include "tests/support/importing.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>

namespace tanaban::test {

/// Files of other programs, which are not part of this one, and the mappings of docs/examples for
/// them.
class RealFiles
{
public:
    explicit RealFiles(const QString &name)
    {
        const QString source = qEnvironmentVariable("TANABAN_SOURCE");
        m_data = qEnvironmentVariable("TANABAN_SHARED_DATA", source + u"/../shared/data") + u'/'
                 + name;
        m_mappings = source + u"/docs/examples/" + name;
    }

    bool there() const { return QDir(m_data).exists(); }
    QByteArray data(const QString &file) const { return read(m_data + u'/' + file); }

    ImportRequest request(ImportKind kind, const QString &file, const QString &mapping) const
    {
        ImportRequest request;
        request.kind = kind;
        request.content = data(file);
        const auto parsed = ImportMapping::parse(read(m_mappings + u'/' + mapping), kind);
        if (!parsed)
            qFatal("%s: %s", qPrintable(mapping), qPrintable(parsed.error()));
        request.mapping = *parsed;
        return request;
    }

    static ImportReport run(TestDatabase &database, const ImportRequest &request)
    {
        SystemClock clock;
        return Importer(database.store(), database.database().records(), clock).run(request);
    }

    ImportReport import(TestDatabase &database,
                        ImportKind kind,
                        const QString &file,
                        const QString &mapping) const
    {
        const ImportReport report = run(database, request(kind, file, mapping));
        for (const ImportFinding &finding : report.findings) {
            if (finding.blocks)
                qWarning().noquote() << file << finding.line << finding.field << finding.text;
        }
        return report;
    }

private:
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        return file.readAll();
    }

    QString m_data;
    QString m_mappings;
};

} // namespace tanaban::test
