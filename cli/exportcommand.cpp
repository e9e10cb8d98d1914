#include "model/export/exporter.h"
#include "model/export/fieldtable.h"

#include "cli/commands.h"
#include "cli/text.h"

namespace tanaban::cli {

using namespace Qt::StringLiterals;

ExitStatus runExport(Session &session, const Invocation &invocation)
{
    const QString &kindWord = invocation.operands[0];
    const QString &path = invocation.operands[1];
    const auto kind = importKindFromWord(kindWord);
    if (!kind) {
        return session.wrongUsage(Text::tr("\"%1\" cannot be exported; KIND is one of %2.")
                                      .arg(kindWord, importKindWords().join(u", "_s)));
    }
    const auto format = tableFormatOf(path);
    if (!format)
        return session.wrongUsage(Text::tr("The name of the file must end in .csv or .xlsx."));
    Database *database = session.open();
    if (!database)
        return session.failure();
    const auto source = fieldTable(*kind, database->store(), database->records());
    const auto writer = session.environment().writers(*format, path);
    const auto written = exportTable(*source, *writer, *format);
    if (!written) {
        if (written.error().read)
            return session.failed(*written.error().read);
        session.say(messageOf(written.error(), *format, path));
        return ExitStatus::RuleSaysNo;
    }
    session.print(Text::tr("%1 rows were written into %2.").arg(*written).arg(path));
    session.document({{u"export"_s, kindWord}, {u"file"_s, path}, {u"rows"_s, *written}});
    return ExitStatus::Done;
}

} // namespace tanaban::cli
