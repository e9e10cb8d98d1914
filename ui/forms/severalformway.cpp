#include "ui/conflict/conflicttext.h"
#include "ui/forms/placechooser.h"
#include "ui/forms/quantityedit.h"
#include "ui/forms/severalform.h"
#include "ui/look/theme.h"

#include <QEvent>
#include <QJsonArray>
#include <QTableWidget>

// What is typed for several rows, and how it is judged.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

std::optional<StockAction> SeveralForm::action() const
{
    Several several;
    for (const Row &row : m_rows) {
        if (!row.takesPart())
            continue;
        const auto quantity = row.edit->value();
        if (!quantity || (m_place && m_place->zone() == 0))
            return std::nullopt;
        several.rows.push_back({actionOn(*row.view.stock, *quantity), std::nullopt});
    }
    return several.rows.empty() ? std::nullopt : std::optional<StockAction>(several);
}

QWidget *SeveralForm::complain(bool everything)
{
    setNote(quantityNote(), quantity()->fault(), true);
    const Row *wrong = nullptr;
    size_t count = 0;
    for (const Row &row : m_rows) {
        count += row.takesPart() ? 1U : 0U;
        if (row.takesPart() && !wrong && !row.edit->value())
            wrong = &row;
    }
    if (everything && count == 0)
        setNote(m_tableNote, tr("Choose at least one row."), true);
    else if (everything && wrong)
        setNote(m_tableNote, tr("How much of %1?").arg(wrong->name()), true);
    QWidget *reason = complainOfReason(everything);
    if (count == 0)
        return m_table;
    if (wrong)
        return wrong->edit->isBlank() && quantity()->isBlank() ? quantity() : wrong->edit;
    return reason;
}

std::pair<QWidget *, QLabel *> SeveralForm::fieldOf(const DomainError &error)
{
    const bool ofReason = error.rule == Rule::ReasonMissing || error.rule == Rule::InvalidCode;
    if (ofReason && error.row.isEmpty())
        return ReasonedForm::fieldOf(error);
    return {quantity(), nullptr};
}

bool SeveralForm::isEarly(const DomainError &error) const
{
    return StockForm::isEarly(error)
           || (error.rule == Rule::SamePlace && m_place && m_place->bin().isEmpty());
}

QString SeveralForm::refusalText(const DomainError &error) const
{
    return tr("Not possible in %1 of %2 rows; leave them out or change them.")
        .arg(error.others.size() + 1)
        .arg(glance().rows.size());
}

/// Beside each row what would become of it, and under them the sum.
void SeveralForm::judged()
{
    StockCommand command;
    const auto wanted = action();
    std::vector<Effect> effects;
    if (wanted) {
        command.action = *wanted;
        effects = effectsOf(command, glance());
        setNote(m_tableNote,
                tr("%1 of %2 rows, %3 in all.")
                    .arg(effects.size())
                    .arg(m_rows.size())
                    .arg(sumOf(*wanted, glance())),
                false);
    }
    m_filling = true;
    size_t next = 0;
    for (Row &row : m_rows) {
        Effect effect{true, {}};
        if (!row.takesPart())
            effect.text = hindranceOf(*row.view.stock).isEmpty() ? tr("left out")
                                                                 : hindranceOf(*row.view.stock);
        else if (next < effects.size())
            effect = effects[next++];
        if (row.takesPart() && m_place && !row.view.place)
            effect = {true, {}}; // not read yet
        row.effect->setText(effect.possible ? effect.text : u"⚠ "_s + effect.text);
        row.effect->setToolTip(effect.text);
        row.effect->setForeground(!effect.possible  ? Theme::colours().bad
                                  : row.takesPart() ? Theme::colours().text
                                                    : Theme::colours().secondary);
    }
    m_filling = false;
}

void SeveralForm::changeEvent(QEvent *event)
{
    ReasonedForm::changeEvent(event);
    // A cell keeps the colour that it was given.
    if (event->type() == QEvent::PaletteChange && !m_rows.empty() && m_rows.front().effect)
        judged();
}

std::vector<StockContext> SeveralForm::lookedAt() const
{
    std::vector<StockContext> stocks;
    for (const Row &row : m_rows)
        stocks.push_back(*row.view.stock);
    return stocks;
}

/// Which rows are left out, and which have a quantity of their own.
QJsonObject SeveralForm::moreTyped() const
{
    QJsonArray out;
    QJsonArray byHand;
    for (const Row &row : m_rows) {
        if (!row.takesPart())
            out.append(row.edit->objectName());
        if (row.byHand)
            byHand.append(row.edit->objectName());
    }
    return {{u"out"_s, out}, {u"byHand"_s, byHand}};
}

void SeveralForm::typeMore(const QJsonObject &typed)
{
    const QJsonArray out = typed.value(u"out"_s).toArray();
    const QJsonArray byHand = typed.value(u"byHand"_s).toArray();
    for (Row &row : m_rows) {
        row.byHand = byHand.contains(row.edit->objectName());
        if (out.contains(row.edit->objectName()))
            row.goods->setCheckState(Qt::Unchecked);
    }
    gather();
}

} // namespace tanaban::ui
