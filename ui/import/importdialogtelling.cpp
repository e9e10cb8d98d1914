#include "ui/forms/formtext.h"
#include "ui/import/columnspage.h"
#include "ui/import/importdialog.h"
#include "ui/import/importtables.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

// What the dialog tells: how far it is, what was found, and what became of it.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostReplaced = 5; ///< values that are named

} // namespace

void ImportDialog::say(const QString &text)
{
    m_summary->setText(text);
}

void ImportDialog::warn(const QString &text)
{
    m_summary->setText(u"⚠ "_s + text);
}

void ImportDialog::showReport(const ImportReport &report)
{
    const QLocale locale;
    QString text =
        tr("Lines in the file: %1. To write: %2, unchanged: %3, left out: %4, refused: %5.")
            .arg(locale.toString(report.lines),
                 locale.toString(report.written),
                 locale.toString(report.unchanged),
                 locale.toString(report.leftOut),
                 locale.toString(report.refused));
    const auto *committed = report.outcome ? std::get_if<Committed>(&*report.outcome) : nullptr;
    if (committed && committed->repeated)
        text = tr("This file has been imported before; there is nothing left to do.");
    if (report.findings.size() > size_t(FindingsTable::mostFindings))
        text += u'\n'
                + tr("Only the first %1 findings are shown.")
                      .arg(locale.toString(FindingsTable::mostFindings));
    const QStringList same = m_columns->sameForAll();
    if (!same.isEmpty())
        text += u'\n' + tr("The same for all lines: %1.").arg(same.join(u", "_s));
    const QStringList replaced = m_columns->replaced();
    if (!replaced.isEmpty()) {
        const QString some = replaced.mid(0, mostReplaced).join(u", "_s);
        text += u'\n'
                + tr("Read as something else: %1.")
                      .arg(replaced.size() > mostReplaced ? QString(some + u", …") : some);
    }
    say(text);
    m_findings->showFindings(report.findings);
    if (!report.findings.empty())
        m_pages->setCurrentWidget(m_findings->parentWidget());
}

/// Why it ended before its end, and what is written all the same.
void ImportDialog::sayHowFar(const QString &why, const ImportReport &report)
{
    const QLocale locale;
    const QString far =
        report.notReached == 0
            ? tr("Nothing was written; check the file again when you like.")
            : tr("Lines written: %1, not yet: %2. Import the same file again to go on; nothing is "
                 "written twice.")
                  .arg(locale.toString(report.written), locale.toString(report.notReached));
    report.stopped ? say(why + u' ' + far) : warn(why + u' ' + far);
}

void ImportDialog::sayOutcome(const ImportReport &report, qint64 refusedBefore)
{
    if (!report.outcome)
        return;
    if (report.notReached == 0 && report.refused > refusedBefore && report.written > 0) {
        warn(tr("Lines written: %1. Meanwhile others changed what some lines need; those were "
                "refused. What the check found tells which and why.")
                 .arg(QLocale().toString(report.written)));
        return;
    }
    const auto failed = [&](const QString &why) {
        report.notReached > 0 ? sayHowFar(why, report) : warn(why);
    };
    std::visit(
        Overloaded{[&](const Committed &committed) {
                       Q_EMIT imported(committed.repeated
                                           ? tr("This file had been imported before; nothing was "
                                                "changed.")
                                           : tr("Imported. Lines written: %1.")
                                                 .arg(QLocale().toString(report.written)));
                       accept();
                   },
                   [&](const tanaban::Rejected &rejected) { failed(messageOf(rejected.error)); },
                   [&](const Busy &busy) { failed(busyText(busy)); },
                   [&](const Unavailable &) {
                       failed(tr("The database does not answer, so it is not known whether this "
                                 "happened. Press Import again: it happens once at most."));
                   },
                   [&](const auto &) { // a conflict, even after looking again
                       failed(tr("Others are changing the same things. Check the file again in a "
                                 "moment."));
                   }},
        *report.outcome);
}

void ImportDialog::showProgress()
{
    using Phase = ImportProgress::Phase;
    if (!m_progress)
        return;
    const QLocale locale;
    const qint64 done = m_progress->done;
    const qint64 all = m_progress->all;
    const Phase phase = m_progress->phase;
    m_working->setRange(0, phase != Phase::Reading && all > 0 ? 1000 : 0); // 0 to 0: nobody knows
    m_working->setValue(int(all > 0 ? done * 1000 / all : 0));
    if (phase == Phase::Reading) {
        say(tr("Lines read: %1", "so far").arg(locale.toString(done)));
    } else if (phase == Phase::Checking) {
        say(tr("Lines checked: %1 of %2", "so far").arg(locale.toString(done), locale.toString(all)));
    } else if (all > 0) {
        say(tr("Lines written: %1 of %2", "so far").arg(locale.toString(done), locale.toString(all)));
    } else {
        say(tr("Everything is being written, in one step that cannot be cut in two…"));
    }
    m_back->setEnabled(!isWriting());
}

} // namespace tanaban::ui
