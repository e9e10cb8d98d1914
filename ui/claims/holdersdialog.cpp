#include "ui/claims/holdersdialog.h"

#include "ui/claims/claimtext.h"
#include "ui/claims/holders.h"
#include "ui/forms/actioncontroller.h"
#include "ui/forms/formtext.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/reasonbox.h"
#include "ui/forms/waitingbar.h"
#include "ui/look/buttonbar.h"
#include "ui/look/celldelegate.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tableparts.h"
#include "ui/look/tint.h"
#include "ui/session.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

// What stands in the dialog; the list is filled in holderslist.cpp, and how goods
// are passed on is in holderstaking.cpp.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int holdersWidth = 1120;
constexpr int holderRowsShown = 8;
constexpr int holdTickMilliseconds = 1000;

} // namespace

HoldersDialog *openHolders(const PlaceServices &services,
                           const HoldersRequest &request,
                           Place *place,
                           QWidget *parent)
{
    auto *dialog = new HoldersDialog(services, request, parent ? parent : place->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &HoldersDialog::message, place, &Place::message);
    QObject::connect(dialog, &HoldersDialog::wanted, place, &Place::wanted);
    QObject::connect(dialog, &HoldersDialog::taken, place, &Place::refresh);
    dialog->open();
    return dialog;
}

HoldersDialog::HoldersDialog(const PlaceServices &services,
                             const HoldersRequest &request,
                             QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_forms(services.controller.services())
    , m_request(request)
    , m_submission(new Submission(m_forms, this))
{
    setObjectName(u"holdersDialog"_s);
    setWindowTitle(tr("Who has it"));
    setModal(true);
    build();
    connect(m_submission, &Submission::stateChanged, this, &HoldersDialog::updateState);
    connect(m_submission, &Submission::finished, this, &HoldersDialog::onFinished);
    connect(m_submission, &Submission::stopped, this, [this] {
        m_sent.reset();
        say(tr("It was called off; nothing was changed."), false);
        read();
    });
    connect(&m_services.controller, &ActionController::roleChanged, this, &HoldersDialog::recheck);
    connect(&m_tick, &QTimer::timeout, this, &HoldersDialog::showTimes);
    m_tick.start(holdTickMilliseconds);
    updateState();
    read();
}

void HoldersDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(buildHead());
    column->addWidget(buildTable());
    m_sum = plainLabel(this, TextSize::Normal, true);
    m_sum->setObjectName(u"sumLabel"_s);
    m_strip = plainLabel(this);
    m_strip->setObjectName(u"meanwhileLabel"_s);
    styleAsStrip(m_strip, u"padding: 6px 8px;"_s);
    m_strip->hide();
    column->addWidget(m_sum);
    column->addWidget(m_strip);
    column->addLayout(buildFields());
    m_effect = plainLabel(this);
    m_effect->setObjectName(u"effectLabel"_s);
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
    column->addWidget(m_effect);
    column->addWidget(m_problem);
    column->addWidget(m_waiting);
    column->addWidget(buildButtons());
    setMinimumWidth(holdersWidth);
    QWidget *before = m_line;
    for (QWidget *next : std::initializer_list<QWidget *>{
             m_table, m_for, m_quantity, m_reason, m_order, m_back, m_take})
    {
        setTabOrder(before, next);
        before = next;
    }
    m_table->setFocus();
}

QWidget *HoldersDialog::buildHead()
{
    auto *head = new QWidget(this);
    m_title = plainLabel(head, TextSize::Title, true);
    m_title->setObjectName(u"goodsLabel"_s);
    m_where = secondaryLabel(head);
    m_where->setObjectName(u"whereLabel"_s);
    m_line = new QComboBox(head);
    m_line->setObjectName(u"lineBox"_s);
    m_line->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_lineCaption = new QLabel(tr("Li&ne of the order"), head);
    m_lineCaption->setBuddy(m_line);
    connect(m_line, &QComboBox::activated, this, [this](int index) {
        const ClaimingLine &line = m_holding->ofOrder[size_t(index)];
        m_request.line = line.line;
        m_request.product = line.product;
        m_taker = {line.orderId, line.line};
        m_typed = false;
        read();
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_lineCaption);
    line->addWidget(m_line);
    line->addStretch(1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_where);
    column->addLayout(line);
    m_line->hide();
    m_lineCaption->hide();
    return head;
}

QTableWidget *HoldersDialog::buildTable()
{
    m_table = new QTableWidget(0, ColumnCount, this);
    m_table->setObjectName(u"holdersTable"_s);
    m_table->setAccessibleName(tr("Who has it"));
    m_table->setHorizontalHeaderLabels({tr("Who has it"),
                                        tr("Place and lot"),
                                        tr("Quantity"),
                                        tr("Priority"),
                                        tr("Due"),
                                        tr("By whom"),
                                        tr("Since")});
    setUpTable(*m_table);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const Column number : {QuantityColumn, PriorityColumn})
        m_table->horizontalHeaderItem(number)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(WhoColumn, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{PlaceColumn, 240},
                                          {QuantityColumn, 90},
                                          {PriorityColumn, 76},
                                          {DueColumn, 100},
                                          {ByColumn, 150},
                                          {SinceColumn, 136}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column, width);
    m_table->setMinimumHeight(34 + tableRowHeight * holderRowsShown);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::itemDoubleClicked, this, &HoldersDialog::goToOrder);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (m_filling || !m_holding || row < 0)
            return;
        m_chosen = m_holding->claims[size_t(row)].id;
        m_chosenKind = m_holding->claims[size_t(row)].kind;
        propose();
        recheck();
    });
    return m_table;
}

QGridLayout *HoldersDialog::buildFields()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &label, QWidget *field, const QString &name) {
        const int line = grid->rowCount();
        field->setObjectName(name);
        auto *caption = new QLabel(label, this);
        caption->setBuddy(field);
        QLabel *note = plainLabel(this, TextSize::Secondary);
        note->setObjectName(name + u"Note"_s);
        note->hide();
        grid->addWidget(caption, line, 0);
        grid->addWidget(field, line, 1);
        grid->addWidget(note, line + 1, 1);
        return note;
    };
    m_for = new QComboBox(this);
    add(tr("Pass on &to"), m_for, u"takerBox"_s);
    m_quantity = new QuantityEdit(this);
    m_quantityNote = add(tr("&Quantity"), m_quantity, u"quantityEdit"_s);
    m_reason = new ReasonBox(
        {tr("More urgent"), tr("Promised to the customer"), tr("Entered late")}, this);
    m_reasonNote = add(tr("R&eason"), m_reason, u"reasonBox"_s);
    connect(m_for, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_filling || !m_holding || index < 0)
            return;
        const ClaimingLine &line = m_holding->lacking[size_t(index)];
        m_taker = {line.orderId, line.line};
        propose();
        recheck();
    });
    connect(m_quantity, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_typed = !text.trimmed().isEmpty();
        recheck();
    });
    connect(m_reason, &QComboBox::currentTextChanged, this, &HoldersDialog::recheck);
    return grid;
}

QWidget *HoldersDialog::buildButtons()
{
    auto *bar = new ButtonBar(this);
    m_order = bar->add(tr("Show the &order"), u"orderButton"_s);
    bar->space();
    m_back = bar->add(tr("&Back"), u"backButton"_s);
    m_take = bar->add(tr("&Pass on"), u"takeButton"_s);
    m_take->setDefault(true);
    connect(m_order, &QPushButton::clicked, this, &HoldersDialog::goToOrder);
    connect(m_back, &QPushButton::clicked, this, &HoldersDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &HoldersDialog::submit);
    return bar;
}

/// Enter in the list leads to the order; in a field it passes on.
bool HoldersDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            goToOrder();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void HoldersDialog::goToOrder()
{
    const Claim *claim = chosen();
    if (!claim || claim->orderNumber.isEmpty() || m_submission->state() != Submission::State::Idle)
        return;
    const QString number = claim->orderNumber;
    done(QDialog::Accepted);
    Q_EMIT wanted({u"orders"_s, {{u"number"_s, number}}});
}

void HoldersDialog::read()
{
    const quint64 turn = ++m_turn;
    m_reading = true;
    updateState();
    m_forms.background.run(
        this,
        [&store = m_forms.store, &claims = m_services.session.claims(), request = m_request] {
            return readHolding(store, claims, request);
        },
        [this, turn](const Read<std::optional<Holding>> &holding) {
            if (turn != m_turn)
                return;
            m_reading = false;
            if (!holding)
                say(readFailureText(holding.error()), true);
            else if (*holding)
                present(**holding);
            else
                showNothing();
            updateState();
        });
}

void HoldersDialog::showNothing()
{
    m_holding.reset();
    m_title->setText(m_request.order.isEmpty()
                         ? tr("This stock is no longer there.")
                         : tr("The order %1 lacks nothing.").arg(m_request.order));
    m_where->clear();
    m_sum->clear();
    fillTable();
    fillTakers();
    recheck();
}

void HoldersDialog::present(const Holding &holding)
{
    m_holding = holding;
    m_request = holding.asked;
    const Product &product = holding.product;
    m_title->setText(product.name.isEmpty() ? product.code
                                            : QString(product.name + u" · " + product.code));
    if (holding.stock) {
        const StockKey &key = holding.stock->row.key;
        const QString place = Words::place(key.warehouse, key.zone, key.bin);
        m_where->setText(key.lot.isEmpty() ? place : QString(place + u" · " + key.lot));
    } else {
        m_where->setText(tr("In all warehouses"));
    }
    m_sum->setText(ClaimText::sum(holding));
    m_quantity->setProduct(product.decimals, product.unit);
    fillLines();
    fillTakers();
    fillTable();
    propose();
    recheck();
}

} // namespace tanaban::ui
