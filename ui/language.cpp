#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QString inUse; // NOLINT: one language per process, like QLocale's own default

/// Installed for as long as the program runs; loading another file replaces the texts.
QTranslator &translator(bool ours)
{
    static QTranslator own;
    static QTranslator qts;
    return ours ? own : qts;
}

} // namespace

void useLanguage(const QString &code)
{
    inUse = code == u"ja"_s ? u"ja"_s : u"en"_s;
    QCoreApplication::removeTranslator(&translator(true));
    QCoreApplication::removeTranslator(&translator(false));
    if (inUse == u"ja"_s) {
        QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
        if (translator(true).load(u":/i18n/tanaban_ja.qm"_s))
            QCoreApplication::installTranslator(&translator(true));
        if (translator(false).load(u":/i18n/qtbase_ja.qm"_s)
            || translator(false).load(u"qtbase_ja"_s,
                                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&translator(false));
        return;
    }
    const QLocale system = QLocale::system();
    const bool speaksEnglish = system.language() == QLocale::English;
    QLocale::setDefault(speaksEnglish ? system : QLocale(QLocale::English, QLocale::UnitedStates));
    // English is the language of the sources, but plurals need their forms all the same.
    if (translator(true).load(u":/i18n/tanaban_en.qm"_s))
        QCoreApplication::installTranslator(&translator(true));
}

QString languageInUse()
{
    return inUse;
}

QString preferredLanguage()
{
    const QString setting = QSettings().value(u"language"_s).toString();
    if (!setting.isEmpty())
        return setting;
    return QLocale::system().language() == QLocale::Japanese ? u"ja"_s : u"en"_s;
}

} // namespace tanaban::ui
