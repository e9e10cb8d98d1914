#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace tanaban::test {

/// What other programs read out of a PDF file (poppler-utils).
class PdfFile
{
public:
    explicit PdfFile(QString path)
        : m_path(std::move(path))
    {}

    /// "Pages", "Page size", …: what pdfinfo says about it.
    QString info(const QString &field) const
    {
        for (const QString &line : run(QStringLiteral("pdfinfo"), {m_path}).split(u'\n')) {
            if (line.startsWith(field + u':'))
                return line.section(u':', 1).trimmed();
        }
        return {};
    }
    int pages() const { return info(QStringLiteral("Pages")).toInt(); }
    /// The text of a page (the first one is 1) as it stands there, line by line.
    QStringList lines(int page) const
    {
        const QString number = QString::number(page);
        QStringList lines;
        for (const QString &line : run(QStringLiteral("pdftotext"),
                                       {QStringLiteral("-layout"),
                                        QStringLiteral("-f"),
                                        number,
                                        QStringLiteral("-l"),
                                        number,
                                        m_path,
                                        QStringLiteral("-")})
                                       .split(u'\n'))
        {
            if (!line.trimmed().isEmpty())
                lines << line;
        }
        return lines;
    }
    QString text() const
    {
        return run(QStringLiteral("pdftotext"),
                   {QStringLiteral("-layout"), m_path, QStringLiteral("-")});
    }
    /// Where the words of a page stand: text, left and right edge in points.
    struct Word
    {
        QString text;
        double left = 0;
        double right = 0;
    };
    std::vector<Word> words(int page) const;
    /// Fonts that are used and not in the file.
    QStringList missingFonts() const
    {
        QStringList missing;
        const QStringList lines = run(QStringLiteral("pdffonts"), {m_path}).split(u'\n').mid(2);
        for (const QString &line : lines) {
            // name, type, encoding, emb, sub, uni, object: counted from the end, for names have spaces
            const QStringList fields = line.simplified().split(u' ');
            if (fields.size() > 5 && fields[fields.size() - 5] != QStringLiteral("yes"))
                missing << line;
        }
        return lines.size() < 2 ? QStringList{QStringLiteral("no fonts at all")} : missing;
    }
    /// A page as a printer would make it.
    QString picture(int page, int dotsPerInch, const QTemporaryDir &folder) const
    {
        const QString name = folder.filePath(QStringLiteral("page%1-%2").arg(page).arg(dotsPerInch));
        const QString number = QString::number(page);
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"),
             QString::number(dotsPerInch),
             QStringLiteral("-f"),
             number,
             QStringLiteral("-l"),
             number,
             QStringLiteral("-png"),
             QStringLiteral("-singlefile"),
             m_path,
             name});
        return name + QStringLiteral(".png");
    }

    /// Some characters share their picture with a radical, and a PDF tells that one's code.
    static QString withoutRadicals(QString text)
    {
        for (QChar &c : text) {
            if (c.unicode() >= 0x2F00 && c.unicode() <= 0x2FD5)
                c = QString(c).normalized(QString::NormalizationForm_KC).front();
        }
        return text;
    }

    static QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
            qFatal("%s does not work: is it installed?", qPrintable(program));
        return withoutRadicals(QString::fromUtf8(process.readAllStandardOutput()));
    }

private:
    QString m_path;
};

inline std::vector<PdfFile::Word> PdfFile::words(int page) const
{
    const QString number = QString::number(page);
    const QString html = run(QStringLiteral("pdftotext"),
                             {QStringLiteral("-bbox"),
                              QStringLiteral("-f"),
                              number,
                              QStringLiteral("-l"),
                              number,
                              m_path,
                              QStringLiteral("-")});
    static const QRegularExpression word(QStringLiteral(
        "<word xMin=\"([0-9.]+)\" yMin=\"[0-9.]+\" xMax=\"([0-9.]+)\"[^>]*>([^<]*)</word>"));
    std::vector<Word> words;
    for (auto match = word.globalMatch(html); match.hasNext();) {
        const auto found = match.next();
        words.push_back(
            {found.captured(3), found.captured(1).toDouble(), found.captured(2).toDouble()});
    }
    return words;
}

} // namespace tanaban::test
