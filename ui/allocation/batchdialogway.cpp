#include "model/matrix.h"
#include "model/planning/savedstrategies.h"
#include "ui/allocation/batchdialog.h"
#include "ui/allocation/resultsheet.h"
#include "ui/allocation/strategychoice.h"
#include "ui/export/exportdialog.h"
#include "ui/forms/formtext.h"
#include "ui/look/tint.h"
#include "ui/print/tableprintdialog.h"
#include "ui/strategies/strategypicker.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

// The way of a run: what there is to be done, how far it is, and what became of it.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1000; ///< of the bar

} // namespace

BatchDialog::Prospect BatchDialog::prospectOf(Store &store,
                                              Records &records,
                                              const BatchRequest &request)
{
    Prospect prospect;
    const auto people = store.people();
    BookQuery query;
    query.orders = request.orders;
    query.onlyLacking = true;
    query.onlyUsable = true;
    const auto book = store.allocationBook(query);
    auto strategies = allStrategies(records);
    if (!people || !book || !strategies) {
        prospect.failure = !people ? people.error() : !book ? book.error() : strategies.error();
        return prospect;
    }
    prospect.strategies = std::move(*strategies);
    for (const Person &person : *people) {
        if (person.login == store.actor())
            prospect.allowed = Matrix::instance().allows(person.role, u"allocate"_s);
    }
    prospect.orders = qint64(book->orders.size());
    prospect.lines = std::ranges::count_if(book->lines,
                                           [](const BookLine &line) { return line.wanted() > 0; });
    return prospect;
}

void BatchDialog::lookAhead()
{
    m_mayStart = false;
    m_prospect->setText(tr("Reading the orders…"));
    m_focusAsked = focusWidget();
    m_session.runner().run(
        this,
        [&store = m_session.store(), &records = m_session.records(), request = m_request] {
            return prospectOf(store, records, request);
        },
        [this, turn = ++m_turn](const Prospect &prospect) {
            if (turn == m_turn)
                showProspect(prospect);
        });
}

void BatchDialog::showProspect(const Prospect &prospect)
{
    const QLocale locale;
    if (!prospect.failure)
        m_strategy->picker().setStrategies(prospect.strategies);
    m_mayStart = !prospect.failure && prospect.allowed && prospect.lines > 0;
    if (prospect.failure)
        m_prospect->setText(u"⚠ "_s + readFailureText(*prospect.failure));
    else if (!prospect.allowed)
        m_prospect->setText(u"⚠ "_s + tr("Your role does not allow this."));
    else if (prospect.lines == 0)
        m_prospect->setText(tr("No open order lacks stock."));
    else
        m_prospect->setText(
            tr("%1 lines of %2 orders lack stock.")
                .arg(locale.toString(prospect.lines), locale.toString(prospect.orders)));
    updateButtons();
    // Whoever went elsewhere meanwhile stays there: a Space must not start it.
    if (m_mayStart && m_pages->currentIndex() == Asking && focusWidget() == m_focusAsked)
        m_start->setFocus();
}

void BatchDialog::begin()
{
    if (m_run->isRunning() || !m_run->report().open.empty())
        return;
    m_request.strategy = m_strategy->picker().strategy();
    m_request.forReview = m_forReview->isChecked();
    m_run->begin(m_request);
    showPage(Running);
    showProgress();
}

void BatchDialog::showProgress()
{
    const QLocale locale;
    const BatchProgress now = m_run->progress();
    m_bar->setRange(0, now.linesInAll > 0 ? steps : 0); // 0 to 0: nobody knows
    if (now.linesInAll > 0)
        m_bar->setValue(int(qint64(now.linesDone) * steps / now.linesInAll));
    if (m_run->isStopping())
        m_lines->setText(tr("Stopping: what is under way comes to its end…"));
    else if (now.linesInAll == 0)
        m_lines->setText(tr("Reading the orders and planning…"));
    else
        m_lines->setText(tr("%1 of %2 lines")
                             .arg(locale.toString(now.linesDone), locale.toString(now.linesInAll)));
    QStringList pace;
    if (const auto rate = m_run->rate())
        pace << tr("%1 lines per second").arg(locale.toString(qRound64(*rate)));
    if (const auto left = m_run->secondsLeft()) {
        pace << (*left < 60 ? tr("about %1 s left").arg(*left)
                            : tr("about %1 min left").arg((*left + 59) / 60));
    }
    if (now.retries > 0)
        pace << tr("others were faster %1 times; planned again").arg(locale.toString(now.retries));
    m_pace->setText(pace.join(u" · "_s));
    m_silence->setText(now.unanswered == 0
                           ? QString()
                           : u"⚠ "_s
                                 + tr("The database does not answer. What was sent is asked for "
                                      "again; it happens once at most."));
}

QString BatchDialog::summaryText() const
{
    using Kind = LineOutcome::Kind;
    const QLocale locale;
    const BatchReport &report = m_run->report();
    const auto count = [&](Kind kind) { return locale.toString(report.count(kind)); };
    return tr("%1 lines done, %2 partly, %3 short, %4 blocked.")
        .arg(count(Kind::Done), count(Kind::Partly), count(Kind::Short), count(Kind::Blocked));
}

/// What is not as it should be, and what follows.
QString BatchDialog::troubleText() const
{
    const BatchReport &report = m_run->report();
    const QLocale locale;
    const auto count = [&](LineOutcome::Kind kind) { return locale.toString(report.count(kind)); };
    if (report.failure)
        return readFailureText(*report.failure);
    if (!report.open.empty())
        return tr("The database does not answer. Of %1 lines it is not known whether they were "
                  "done; it goes on asking. Closing this loses nothing: the next start tells what "
                  "happened.")
            .arg(count(LineOutcome::Kind::Unknown));
    if (report.lost)
        return tr("The database stopped answering in between. What follows is known now; %1 lines "
                  "were not begun.")
            .arg(count(LineOutcome::Kind::Cancelled));
    if (report.stopped)
        return tr("Stopped. Every order is allocated as one or left as it was; %1 lines were not "
                  "begun.")
            .arg(count(LineOutcome::Kind::Cancelled));
    return {};
}

void BatchDialog::showReport()
{
    if (m_run->isRunning())
        return;
    const bool first = m_pages->currentIndex() != Sheet;
    m_summary->setText(summaryText());
    const QString trouble = troubleText();
    m_trouble->setText(trouble.isEmpty() ? QString() : u"⚠ "_s + trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    tint(m_trouble, m_run->report().open.empty() ? Tint::Low : Tint::Bad);
    m_sheet->setLines(m_run->report().lines);
    // Its chips are new: the buttons come after all of it.
    QWidget *before = &m_sheet->view();
    for (QPushButton *button : {m_again, m_export, m_print, m_back, m_start}) {
        setTabOrder(before, button);
        before = button;
    }
    if (first) {
        showPage(Sheet);
        m_sheet->view().setFocus();
    }
    // Current for the keyboard, but not chosen: nobody has chosen what to try again.
    m_sheet->view().selectionModel()->setCurrentIndex(m_sheet->model().index(0, 0),
                                                      QItemSelectionModel::NoUpdate);
    updateButtons();
    Q_EMIT message(trouble.isEmpty() ? summaryText() : trouble);
}

/// Back to the choice of how, for the orders that are left.
void BatchDialog::tryAgain()
{
    m_request.orders = m_sheet->ordersLeft();
    m_request.id = newCommandId();
    m_run->keepReport(true);
    lookAhead();
    showPage(Asking);
    m_strategy->picker().setFocus();
}

void BatchDialog::exportSheet()
{
    auto *dialog = new ExportDialog(m_session, m_sheet->table(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, &BatchDialog::message);
    dialog->open();
}

void BatchDialog::printSheet()
{
    auto *dialog = new TablePrintDialog(m_session, m_sheet->table(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TablePrintDialog::printed, this, &BatchDialog::message);
    dialog->open();
}

void BatchDialog::reject()
{
    if (m_run->isRunning()) {
        m_run->stop(); // showReport() tells what became of it
        showProgress();
        updateButtons();
    } else if (m_pages->currentIndex() == Asking && !m_run->report().lines.empty()) {
        showPage(Sheet); // nothing was tried again
        m_sheet->view().setFocus();
    } else {
        QDialog::reject();
    }
}

/// The window is to be closed in the middle: first it is told what was done.
bool BatchDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || !m_run->isRunning())
        return QDialog::eventFilter(watched, event);
    reject();
    raise();
    activateWindow();
    event->ignore();
    return true;
}

} // namespace tanaban::ui
