#include "ui/allocation/comparestrategies.h"

#include "model/planning/savedstrategies.h"
#include "ui/allocation/effectview.h"
#include "ui/allocation/strategychoice.h"
#include "ui/forms/formtext.h"
#include "ui/look/buttonbar.h"
#include "ui/look/detailsparts.h"
#include "ui/look/tint.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"
#include "ui/strategies/strategypicker.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QString captionOf(const StrategyChoice &box)
{
    return box.picker().currentText();
}

} // namespace

CompareStrategies::CompareStrategies(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_first(new StrategyChoice(tr("&First"), false, this))
    , m_second(new StrategyChoice(tr("&Second"), false, this))
    , m_working(makeWorkingBar(this))
    , m_note(plainLabel(this))
    , m_effect(new EffectView(tr("First"), tr("Second"), this))
{
    setObjectName(u"compareStrategies"_s);
    setWindowTitle(tr("Compare strategies"));
    m_first->picker().setObjectName(u"firstStrategy"_s);
    m_second->picker().setObjectName(u"secondStrategy"_s);
    m_second->picker().choose(u"fefo"_s);
    m_note->setObjectName(u"note"_s);
    auto *buttons = new ButtonBar(this);
    buttons->space();
    auto *close = buttons->add(tr("&Close"), u"closeButton"_s);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(24);
    choices->addWidget(m_first, 1);
    choices->addWidget(m_second, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(choices);
    layout->addWidget(m_working);
    layout->addWidget(m_note);
    layout->addWidget(m_effect, 1);
    layout->addWidget(buttons);
    resize(1260, 620);
    connect(&m_first->picker(), &StrategyPicker::chosen, this, &CompareStrategies::compare);
    connect(&m_second->picker(), &StrategyPicker::chosen, this, &CompareStrategies::compare);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_effect, &EffectView::orderWanted, this, [this](const QString &number) {
        Q_EMIT wanted({u"orders"_s, {{u"number"_s, number}}});
    });
    read();
}

void CompareStrategies::read()
{
    m_note->setText(tr("Reading the open orders…"));
    m_working->show();
    struct Reading
    {
        Read<AllocationBook> book;
        Read<std::vector<Strategy>> strategies;
    };
    m_session.runner().run(
        this,
        [&store = m_session.store(), &records = m_session.records()] {
            BookQuery query;
            query.onlyLacking = true;
            query.onlyUsable = true;
            return std::make_shared<Reading>(
                Reading{store.allocationBook(query), allStrategies(records)});
        },
        [this](const std::shared_ptr<Reading> &reading) {
            m_working->hide();
            if (!reading->book)
                return showFailure(reading->book.error());
            if (!reading->strategies)
                return showFailure(reading->strategies.error());
            for (StrategyChoice *choice : {m_first, m_second})
                choice->picker().setStrategies(*reading->strategies);
            m_book = std::shared_ptr<const AllocationBook>(reading, &reading->book.value());
            compare();
        });
}

void CompareStrategies::showFailure(const ReadFailure &failure)
{
    tint(m_note, Tint::Bad);
    m_note->setText(u"⚠ "_s + readFailureText(failure));
}

void CompareStrategies::compare()
{
    m_effect->setCaptions(captionOf(*m_first), captionOf(*m_second));
    if (!m_book)
        return;
    m_working->show();
    m_session.runner().run(
        this,
        [book = m_book,
         first = m_first->picker().strategy(),
         second = m_second->picker().strategy()] {
            return effectOf(*book, planWith(*book, first), planWith(*book, second));
        },
        [this, turn = ++m_turn](const PlanEffect &effect) {
            if (turn != m_turn)
                return; // something else was chosen meanwhile
            m_working->hide();
            m_effect->setEffect(effect);
            m_note->setText(
                effect.before.orders == 0
                    ? tr("No open order lacks stock, so there is nothing to compare.")
                    : tr("What all open orders would get now, by the one or by the other. Nothing "
                         "is written."));
        });
}

} // namespace tanaban::ui
