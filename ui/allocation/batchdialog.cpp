#include "ui/allocation/batchdialog.h"

#include "ui/allocation/resultsheet.h"
#include "ui/allocation/strategychoice.h"
#include "ui/look/buttonbar.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tint.h"
#include "ui/strategies/strategypicker.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    return layout;
}

} // namespace

BatchDialog::BatchDialog(Session &session,
                         FormServices &services,
                         BatchRequest request,
                         QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_request(std::move(request))
    , m_run(new BatchRun(session, services.commands, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(m_request.orders.empty() ? tr("Allocate all open orders")
                                            : tr("Allocate orders"));
    m_pages->addWidget(makeAsking());
    m_pages->addWidget(makeRunning());
    m_pages->addWidget(makeSheet());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeButtons());
    resize(1080, 640);
    connectParts();
    if (parent)
        parent->window()->installEventFilter(this);
    lookAhead();
    showPage(Asking);
}

QWidget *BatchDialog::makeAsking()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = pageLayout(page);
    m_prospect = plainLabel(page, TextSize::Title, true);
    m_prospect->setObjectName(u"prospect"_s);
    m_strategy = new StrategyChoice(tr("St&rategy"), true, page);
    if (m_request.strategy)
        m_strategy->picker().choose(*m_request.strategy);
    m_forReview = new QCheckBox(tr("Only &set the goods aside: a supervisor has to agree first"),
                                page);
    m_forReview->setObjectName(u"forReviewBox"_s);
    m_forReview->setChecked(m_request.forReview);
    layout->addWidget(m_prospect);
    layout->addWidget(m_strategy);
    layout->addWidget(m_forReview);
    layout->addWidget(secondaryLabel(
        page,
        tr("Orders get stock by priority, then due date. Each order is allocated whole in one "
           "step; it can be stopped at any time, and what is done by then stays done.")));
    layout->addStretch(1);
    return page;
}

QWidget *BatchDialog::makeRunning()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = pageLayout(page);
    m_lines = plainLabel(page, TextSize::Title, true);
    m_lines->setObjectName(u"lines"_s);
    m_bar = new QProgressBar(page);
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far it is"));
    m_pace = secondaryLabel(page);
    m_pace->setObjectName(u"pace"_s);
    m_silence = plainLabel(page);
    m_silence->setObjectName(u"silence"_s);
    tint(m_silence, Tint::Bad);
    layout->addStretch(1);
    layout->addWidget(m_lines);
    layout->addWidget(m_bar);
    layout->addWidget(m_pace);
    layout->addWidget(m_silence);
    layout->addStretch(2);
    return page;
}

QWidget *BatchDialog::makeSheet()
{
    auto *page = new QWidget(this);
    QVBoxLayout *layout = pageLayout(page);
    m_summary = plainLabel(page, TextSize::Title, true);
    m_summary->setObjectName(u"summary"_s);
    m_trouble = plainLabel(page);
    m_trouble->setObjectName(u"trouble"_s);
    m_sheet = new ResultSheet(page);
    layout->addWidget(m_summary);
    layout->addWidget(m_trouble);
    layout->addWidget(m_sheet, 1);
    return page;
}

QWidget *BatchDialog::makeButtons()
{
    auto *bar = new ButtonBar(this);
    m_again = bar->add(tr("&Try the remaining lines again…"),
                       u"againButton"_s,
                       tr("Plan the orders of the selected lines once more, or of all that are "
                          "shown (Ctrl+R)"));
    m_holders = bar->add(tr("&Who has it…"),
                         u"holdersButton"_s,
                         tr("Show who has the goods that the selected line lacks, and pass them on "
                            "(Ctrl+Alt+W)"));
    m_export = bar->add(
        tr("&Export…"), u"exportButton"_s, tr("Write the lines into a file (Ctrl+E)"));
    m_print = bar->add(tr("&Print…"), u"printButton"_s, tr("Print the lines (Ctrl+P)"));
    bar->space();
    m_back = bar->add(tr("&Back"), u"backButton"_s);
    m_start = bar->add(tr("&Allocate"), u"startButton"_s);
    m_again->setShortcut(Qt::CTRL | Qt::Key_R);
    m_holders->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_W);
    m_export->setShortcut(Qt::CTRL | Qt::Key_E);
    m_print->setShortcut(Qt::CTRL | Qt::Key_P);
    return bar;
}

void BatchDialog::connectParts()
{
    connect(m_start, &QPushButton::clicked, this, &BatchDialog::begin);
    connect(m_back, &QPushButton::clicked, this, &BatchDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &BatchDialog::tryAgain);
    connect(m_holders, &QPushButton::clicked, this, &BatchDialog::askForHolders);
    connect(m_export, &QPushButton::clicked, this, &BatchDialog::exportSheet);
    connect(m_print, &QPushButton::clicked, this, &BatchDialog::printSheet);
    connect(m_run, &BatchRun::progressed, this, &BatchDialog::showProgress);
    connect(m_run, &BatchRun::finished, this, &BatchDialog::showReport);
    connect(m_run, &BatchRun::answered, this, &BatchDialog::showReport);
    connect(m_sheet, &ResultSheet::selectionChanged, this, &BatchDialog::updateButtons);
    connect(m_sheet, &ResultSheet::orderWanted, this, [this](const QString &number) {
        Q_EMIT wanted({u"orders"_s, {{u"number"_s, number}}});
    });
}

void BatchDialog::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_back->setText(page == Running ? tr("&Stop") : page == Sheet ? tr("&Close") : tr("&Back"));
    m_start->setVisible(page == Asking);
    m_start->setDefault(page == Asking);
    for (QPushButton *button : {m_again, m_holders, m_export, m_print})
        button->setVisible(page == Sheet);
    updateButtons();
    if (page == Running)
        m_back->setFocus();
}

void BatchDialog::askForHolders()
{
    if (const LineOutcome *line = m_sheet->lackingLine())
        Q_EMIT holdersWanted(line->number, line->line);
}

void BatchDialog::updateButtons()
{
    const BatchReport &report = m_run->report();
    m_start->setEnabled(m_mayStart);
    m_back->setEnabled(!m_run->isStopping());
    m_again->setEnabled(report.open.empty() && !m_sheet->ordersLeft().empty());
    m_holders->setEnabled(m_sheet->lackingLine() != nullptr);
    m_export->setEnabled(m_sheet->model().rowCount() > 0);
    m_print->setEnabled(m_sheet->model().rowCount() > 0);
}

} // namespace tanaban::ui
