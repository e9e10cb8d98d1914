#include "ui/claims/reviewdialog.h"

#include "ui/forms/actioncontroller.h"
#include "ui/forms/reasonbox.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/buttonbar.h"
#include "ui/look/celldelegate.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tableparts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

// What stands in the dialog; how it is read and decided is in reviewing.cpp.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

ReviewDialog::ReviewDialog(const PlaceServices &services, const QString &order, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_forms(services.controller.services())
    , m_number(order)
    , m_model(new ReviewModel(this))
    , m_submission(new Submission(m_forms, this))
{
    setObjectName(u"reviewDialog"_s);
    setWindowTitle(m_number.isEmpty() ? tr("Review allocations")
                                      : tr("Goods of order %1").arg(m_number));
    build();
    connect(m_submission, &Submission::stateChanged, this, &ReviewDialog::updateState);
    connect(m_submission, &Submission::finished, this, &ReviewDialog::onFinished);
    connect(m_submission, &Submission::stopped, this, [this] {
        m_sent.reset();
        say(tr("It was called off; nothing was changed."), false);
        read();
    });
    connect(
        &m_services.controller, &ActionController::roleChanged, this, &ReviewDialog::updateState);
    read();
}

void ReviewDialog::build()
{
    m_title = plainLabel(this, TextSize::Title, true);
    m_title->setObjectName(u"reviewTitle"_s);
    buildTable();
    m_sum = plainLabel(this, TextSize::Normal, true);
    m_sum->setObjectName(u"chosenLabel"_s);
    m_problem = plainLabel(this);
    m_problem->setObjectName(u"problemLabel"_s);
    m_problem->hide();
    m_waiting = new WaitingBar(*m_submission, m_forms.timing, this);
    connect(m_waiting, &WaitingBar::leaveRequested, this, [this] {
        m_submission->leave();
        done(QDialog::Rejected);
        Q_EMIT message(tr("It is not known yet whether this happened. It will be asked for at the "
                          "next start."));
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(secondaryLabel(
        this,
        m_number.isEmpty()
            ? tr("These goods are set aside for their orders, and are fetched only after somebody "
                 "agreed.")
            : tr("What the order is not to have is given back: it is free for others at once.")));
    column->addWidget(m_table, 1);
    column->addWidget(m_sum);
    column->addWidget(buildReason());
    column->addWidget(m_problem);
    column->addWidget(m_waiting);
    column->addWidget(buildButtons());
    resize(1260, 620);
    m_table->setFocus();
}

void ReviewDialog::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"reviewTable"_s);
    m_table->setAccessibleName(tr("What waits for review"));
    m_table->setModel(m_model);
    setUpTable(*m_table);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    const std::pair<int, int> widths[] = {{ReviewModel::Order, 124},
                                          {ReviewModel::Partner, 140},
                                          {ReviewModel::Due, 96},
                                          {ReviewModel::Priority, 74},
                                          {ReviewModel::Quantity, 86},
                                          {ReviewModel::Place, 226},
                                          {ReviewModel::State, 140},
                                          {ReviewModel::By, 104},
                                          {ReviewModel::Since, 134}};
    for (const auto &[section, width] : widths)
        m_table->setColumnWidth(section, width);
    if (m_number.isEmpty())
        m_table->hideColumn(ReviewModel::State);
    else
        m_table->hideColumn(ReviewModel::Partner);
    header->setSectionResizeMode(ReviewModel::Product, QHeaderView::Stretch);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ReviewDialog::onChosen);
    connect(m_table, &QTableView::doubleClicked, this, &ReviewDialog::goToOrder);
}

QWidget *ReviewDialog::buildReason()
{
    auto *part = new QWidget(this);
    m_reason = new ReasonBox(
        {tr("Needed for other orders"), tr("Other lots are to be taken"), tr("The order changes")},
        part);
    m_reason->setObjectName(u"reasonBox"_s);
    m_reason->lineEdit()->setPlaceholderText(tr("why it is given back, in a few words"));
    m_reason->installEventFilter(this); // its line edit gets its keys from it
    auto *caption = new QLabel(tr("R&eason"), part);
    caption->setBuddy(m_reason);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(caption);
    row->addWidget(m_reason, 1);
    return part;
}

QWidget *ReviewDialog::buildButtons()
{
    auto *bar = new ButtonBar(this);
    m_order = bar->add(tr("Show the &order"), u"orderButton"_s);
    m_order->setVisible(m_number.isEmpty());
    if (m_number.isEmpty())
        m_release = bar->add(tr("&Give back"), u"releaseButton"_s);
    bar->space();
    m_back = bar->add(tr("&Back"), u"backButton"_s);
    m_agree = bar->add(tr("&Agree"), u"agreeButton"_s);
    if (!m_number.isEmpty()) // there it is what one came for
        m_release = bar->add(tr("&Give back"), u"releaseButton"_s);
    (m_number.isEmpty() ? m_agree : m_release)->setDefault(true);
    connect(m_order, &QPushButton::clicked, this, &ReviewDialog::goToOrder);
    connect(m_release, &QPushButton::clicked, this, [this] { submit(ClaimCommand::Kind::Release); });
    connect(m_back, &QPushButton::clicked, this, &ReviewDialog::reject);
    connect(m_agree, &QPushButton::clicked, this, [this] { submit(ClaimCommand::Kind::Approve); });
    return bar;
}

/// Whoever gave a reason wants to give back, whatever the button is that Enter presses elsewhere.
bool ReviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reason && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            submit(ClaimCommand::Kind::Release);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace tanaban::ui
