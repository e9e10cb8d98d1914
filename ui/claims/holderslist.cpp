#include "ui/claims/claimtext.h"
#include "ui/claims/holdersdialog.h"
#include "ui/look/tableparts.h"
#include "ui/session.h"
#include "ui/words.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>

// Who has it, and who could get it, as it was read.

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QTableWidgetItem *holderCell(const QString &text, bool number = false)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(text);
    item->setData(Qt::TextAlignmentRole, alignmentOf(number));
    return item;
}

} // namespace

void HoldersDialog::fillLines()
{
    m_line->clear();
    for (const ClaimingLine &line : m_holding->ofOrder) {
        m_line->addItem(u"%1 / %2 · %3"_s.arg(line.order).arg(line.line).arg(line.product));
        if (line.line == m_request.line)
            m_line->setCurrentIndex(m_line->count() - 1);
    }
    // Of one row it is the product of the row.
    const bool several = m_line->count() > 1 && !m_request.stockId;
    m_line->setVisible(several);
    m_lineCaption->setVisible(several);
}

void HoldersDialog::fillTakers()
{
    m_filling = true;
    m_for->clear();
    int wanted = -1;
    for (size_t i = 0; m_holding && i < m_holding->lacking.size(); ++i) {
        const ClaimingLine &line = m_holding->lacking[i];
        m_for->addItem(ClaimText::lacking(line, m_holding->product));
        const bool asked = line.order == m_request.order
                           && (m_request.line == 0 || line.line == m_request.line);
        if (std::pair(line.orderId, line.line) == m_taker || (m_taker.first == 0 && asked))
            wanted = int(i);
    }
    // Whoever comes first, as long as nobody chose another one.
    if (wanted < 0 && m_taker.first == 0 && m_for->count() > 0)
        wanted = 0;
    m_for->setCurrentIndex(wanted);
    if (wanted >= 0)
        m_taker = {m_holding->lacking[size_t(wanted)].orderId,
                   m_holding->lacking[size_t(wanted)].line};
    if (m_for->count() == 0)
        m_for->setPlaceholderText(tr("no open order lacks this"));
    m_filling = false;
}

void HoldersDialog::fillTable()
{
    m_filling = true;
    const auto &claims = m_holding ? m_holding->claims : std::vector<Claim>();
    const Instant now = m_services.session.clock().now();
    m_table->clearContents();
    m_table->setRowCount(int(claims.size()));
    for (size_t i = 0; i < claims.size(); ++i) {
        const Claim &claim = claims[i];
        const int row = int(i);
        m_table->setItem(row, WhoColumn, holderCell(ClaimText::who(claim, now)));
        m_table->setItem(row, PlaceColumn, holderCell(ClaimText::place(claim)));
        m_table->setItem(
            row,
            QuantityColumn,
            holderCell(Words::quantity(claim.quantity, m_holding->product.decimals), true));
        m_table->setItem(
            row,
            PriorityColumn,
            holderCell(claim.priority ? QLocale().toString(*claim.priority) : QString(), true));
        m_table->setItem(
            row, DueColumn, holderCell(claim.dueOn ? Words::date(*claim.dueOn) : QString()));
        m_table->setItem(row, ByColumn, holderCell(ClaimText::madeBy(claim)));
        m_table->setItem(row, SinceColumn, holderCell(Words::moment(claim.since)));
    }
    if (m_chosen != 0) {
        select(m_chosen, m_chosenKind);
    } else if (!claims.empty()) {
        // The last one that may be taken from; they are the first to give way.
        size_t wanted = 0;
        for (size_t i = 0; i < claims.size(); ++i) {
            if (taker() && ClaimText::whyNot(claims[i], *taker()).isEmpty())
                wanted = i;
        }
        m_chosen = claims[wanted].id;
        m_chosenKind = claims[wanted].kind;
        select(m_chosen, m_chosenKind);
    }
    m_filling = false;
}

void HoldersDialog::select(qint64 id, Claim::Kind kind)
{
    const bool hold = kind == Claim::Kind::Hold;
    for (size_t i = 0; i < m_holding->claims.size(); ++i) {
        const Claim &claim = m_holding->claims[i];
        if (claim.id == id && (claim.kind == Claim::Kind::Hold) == hold) {
            m_table->setCurrentCell(int(i), WhoColumn);
            return;
        }
    }
    m_table->setCurrentItem(nullptr);
}

void HoldersDialog::showTimes()
{
    if (!m_holding)
        return;
    const Instant now = m_services.session.clock().now();
    for (size_t i = 0; i < m_holding->claims.size(); ++i) {
        const Claim &claim = m_holding->claims[i];
        QTableWidgetItem *item = m_table->item(int(i), WhoColumn);
        if (claim.kind == Claim::Kind::Hold && item)
            item->setText(ClaimText::who(claim, now));
    }
}

} // namespace tanaban::ui
