#include "ui/print/printtext.h"

#include "ui/forms/formtext.h"
#include "ui/words.h"

#include <QLocale>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

QString PrintText::cell(const TableCell &cell)
{
    return std::visit(Overloaded{[](std::monostate) { return QString(); },
                                 [](const QString &text) { return text; },
                                 [](const TableNumber &number) {
                                     return Words::quantity(number.value, number.decimals);
                                 },
                                 [](const QDate &day) { return Words::date(day); },
                                 [](const QDateTime &time) { return moment(time); }},
                      cell);
}

QString PrintText::moment(const QDateTime &moment)
{
    return Words::date(moment.date()) + u' ' + moment.toString(u"HH:mm"_s);
}

print::PageFrame PrintText::frame(const QString &title,
                                  const QStringList &notes,
                                  const QString &person)
{
    print::PageFrame frame;
    frame.title = title;
    frame.notes = notes;
    frame.when = moment(QDateTime::currentDateTime());
    frame.who = person;
    frame.pageNumber = [](int page, int pages) {
        return tr("Page %1 of %2").arg(QLocale().toString(page), QLocale().toString(pages));
    };
    return frame;
}

QString PrintText::personOf(Store &store)
{
    const QString login = store.actor();
    const auto people = store.people();
    if (!people)
        return login;
    const auto found = std::ranges::find(*people, login, &Person::login);
    return found == people->end() || found->name.isEmpty() ? login : found->name;
}

QString PrintText::messageOf(const print::SpoolFailure &failure)
{
    using Kind = print::SpoolFailure::Kind;
    switch (failure.kind) {
    case Kind::Stopped:
        return tr("Stopped. Nothing was printed.");
    case Kind::TooManyRows:
        return tr("At most %1 rows can be printed. Filter the table, or export it into a file.")
            .arg(QLocale().toString(print::mostRowsToPrint));
    case Kind::Read:
        return failure.read ? readFailureText(*failure.read) : QString();
    case Kind::Disk:
        return tr("The pages could not be kept in the folder for temporary files: %1. Make room "
                  "there and try again.")
            .arg(failure.detail);
    }
    return {};
}

} // namespace tanaban::ui
