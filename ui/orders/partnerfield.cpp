#include "ui/orders/partnerfield.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseBeforeAsking = 120;
constexpr size_t mostPartners = 20;

struct FoundPartners
{
    std::vector<RecordRow> offered;
    QString name; ///< of the one with exactly this code
};

QString partnerNameIn(const RecordRow &row)
{
    return row.record.fields.value(u"name"_s).toString();
}

Read<FoundPartners> lookForPartners(Records &records, const QString &typed, bool offer)
{
    FoundPartners found;
    const auto exact = records.rows(Entity::Partner, {typed});
    if (!exact)
        return fail(ReadFailure(exact.error()));
    if (!exact->empty())
        found.name = partnerNameIn(exact->front());
    if (!offer)
        return found;
    RecordFilter filter;
    filter.entity = Entity::Partner;
    filter.text = typed;
    filter.having = {{u"kind"_s, u"customer"_s}};
    auto ids = records.ids(filter);
    if (!ids)
        return fail(ReadFailure(ids.error()));
    ids->resize(std::min(ids->size(), mostPartners));
    auto rows = records.rows(Entity::Partner, *ids);
    if (!rows)
        return fail(ReadFailure(rows.error()));
    found.offered = std::move(*rows);
    return found;
}

} // namespace

PartnerField::PartnerField(FormServices &services, Records &records, QWidget *parent)
    : QLineEdit(parent)
    , m_services(services)
    , m_records(records)
    , m_completer(new QCompleter(this))
    , m_proposals(new QStringListModel(this))
{
    setPlaceholderText(tr("code or name"));
    setMaxLength(100);
    m_completer->setModel(m_proposals);
    // The database has matched already, by the name too.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->setWidget(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeAsking);
    connect(&m_pause, &QTimer::timeout, this, &PartnerField::lookUp);
    connect(this, &QLineEdit::textEdited, this, [this] { m_typed = true; });
    connect(this, &QLineEdit::textChanged, this, [this] {
        ++m_turn;
        m_name.clear();
        m_pause.start();
    });
    connect(m_completer,
            qOverload<const QModelIndex &>(&QCompleter::activated),
            this,
            [this](const QModelIndex &chosen) {
                m_typed = false;
                setText(m_codes.value(chosen.row()));
                lookUp();
            });
}

void PartnerField::lookUp()
{
    const QString typed = normalized(text().trimmed());
    const quint64 turn = ++m_turn;
    m_pause.stop();
    if (typed.isEmpty())
        return;
    m_services.background.run(
        this,
        [&records = m_records, typed, offer = m_typed] {
            return lookForPartners(records, typed, offer);
        },
        [this, turn](const Read<FoundPartners> &found) {
            if (turn != m_turn || !found)
                return;
            m_name = found->name;
            QStringList texts;
            m_codes.clear();
            for (const RecordRow &row : found->offered) {
                m_codes << row.record.key.value(u"code"_s).toString();
                texts << QString(m_codes.back() + u" · " + partnerNameIn(row));
            }
            m_proposals->setStringList(texts);
            if (texts.isEmpty() || !hasFocus() || m_codes == QStringList{text()})
                m_completer->popup()->hide();
            else
                m_completer->complete();
            Q_EMIT partnerChanged();
        });
}

} // namespace tanaban::ui
