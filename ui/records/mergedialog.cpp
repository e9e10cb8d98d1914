#include "ui/records/mergedialog.h"

#include "ui/conflict/keyguard.h"
#include "ui/forms/formtext.h"
#include "ui/look/buttonbar.h"
#include "ui/look/theme.h"
#include "ui/look/tint.h"
#include "ui/records/recordtext.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *plain(const QString &text, QWidget *parent, bool quiet = false)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    if (quiet)
        tint(label, Tint::Secondary);
    return label;
}

} // namespace

MergeDialog::MergeDialog(const FormServices &services,
                         const RecordCommand &command,
                         const RecordMeanwhile &meanwhile,
                         QWidget *parent,
                         const Goods &goods)
    : QDialog(parent)
    , m_command(command)
    , m_meanwhile(meanwhile)
    , m_goods(goods)
{
    setObjectName(u"mergeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(620);
    setWindowTitle(tr("Changed by two people"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    const QString name = tanaban::nameOf(command.entity, command.before.key);
    auto *headline = plain(tr("Somebody else changed %1 too").arg(name), this);
    headline->setObjectName(u"headline"_s);
    headline->setFont(fontOf(TextSize::Title, true));
    column->addWidget(headline);
    for (const RecordEvent &event : meanwhile.between) {
        column->addWidget(plain(QString(RecordText::whoAndWhen(event) + u'\n'
                                        + RecordText::deedOf(command.entity, event)),
                                this,
                                true));
    }
    column->addWidget(buildTable());
    const QStringList others = meanwhile.merge.others;
    if (!others.isEmpty() || !meanwhile.merge.wanted.isEmpty()) {
        const int merged = int(others.size() + meanwhile.merge.wanted.size());
        auto *note = plain(
            tr("%n other field(s) do not clash; both changes are kept.", nullptr, merged),
            this,
            true);
        note->setObjectName(u"mergedNote"_s);
        column->addWidget(note);
    }
    column->addWidget(plain(tr("Nothing has been saved yet. What you typed is kept."), this, true));
    column->addWidget(buildButtons());
    m_guard = new KeyGuard(this, services.timing.keyGuard, services.timing.now);
    m_guard->arm();
    update();
}

/// Of the lines of an order those that are not the same for both.
QString MergeDialog::textOf(const FieldClash &clash,
                            const QJsonValue &value,
                            const QJsonObject &fields) const
{
    if (!value.isArray())
        return RecordText::valueOf(m_command.entity, clash.field, value, fields);
    return OrderText::lines(value, m_goods, value == clash.mine ? clash.theirs : clash.mine);
}

QWidget *MergeDialog::buildTable()
{
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    int column = 1;
    for (const QString &title : {tr("When you opened it"), tr("Theirs"), tr("Yours")})
        grid->addWidget(plain(title, table, true), 0, column++);
    int line = 0;
    for (const FieldClash &clash : m_meanwhile.merge.clashes) {
        ++line;
        const auto text = [&](const QJsonValue &value, const QJsonObject &fields) {
            return textOf(clash, value, fields);
        };
        QJsonObject mine = m_command.before.fields;
        for (auto field = m_command.fields.begin(); field != m_command.fields.end(); ++field)
            mine.insert(field.key(), field.value());
        const QString label = RecordText::labelOf(m_command.entity, clash.field);
        Choice choice{clash,
                      new QRadioButton(text(clash.theirs, m_meanwhile.now.fields), table),
                      new QRadioButton(text(clash.mine, mine), table)};
        choice.theirs->setObjectName(QString(clash.field + u"Theirs"));
        choice.mine->setObjectName(QString(clash.field + u"Mine"));
        choice.theirs->setAccessibleName(tr("%1, theirs: %2").arg(label, choice.theirs->text()));
        choice.mine->setAccessibleName(tr("%1, yours: %2").arg(label, choice.mine->text()));
        auto *group = new QButtonGroup(table);
        group->addButton(choice.theirs);
        group->addButton(choice.mine);
        connect(group, &QButtonGroup::buttonToggled, this, &MergeDialog::update);
        grid->addWidget(plain(label, table), line, 0);
        grid->addWidget(plain(text(clash.base, m_command.before.fields), table, true), line, 1);
        grid->addWidget(choice.theirs, line, 2);
        grid->addWidget(choice.mine, line, 3);
        m_choices.push_back(choice);
    }
    return table;
}

QWidget *MergeDialog::buildButtons()
{
    auto *bar = new ButtonBar(this);
    auto *theirs = bar->add(tr("All &theirs"), u"allTheirsButton"_s);
    auto *mine = bar->add(tr("All &mine"), u"allMineButton"_s);
    bar->space();
    auto *back = bar->add(tr("&Back"), u"backButton"_s);
    m_save = bar->add(tr("&Save"), u"saveButton"_s);
    m_save->setDefault(true);
    connect(theirs, &QPushButton::clicked, this, [this] { chooseAll(false); });
    connect(mine, &QPushButton::clicked, this, [this] { chooseAll(true); });
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &MergeDialog::save);
    return bar;
}

void MergeDialog::chooseAll(bool mine)
{
    for (const Choice &choice : m_choices)
        (mine ? choice.mine : choice.theirs)->setChecked(true);
}

void MergeDialog::update()
{
    const bool whole = std::all_of(m_choices.begin(), m_choices.end(), [](const Choice &choice) {
        return choice.mine->isChecked() || choice.theirs->isChecked();
    });
    m_save->setEnabled(whole);
    m_save->setToolTip(whole ? QString() : tr("Choose for each field first."));
}

void MergeDialog::save()
{
    QJsonObject fields = m_meanwhile.merge.wanted;
    for (const Choice &choice : m_choices) {
        if (choice.mine->isChecked())
            fields.insert(choice.clash.field, choice.clash.mine);
    }
    done(QDialog::Accepted);
    Q_EMIT decided(fields);
}

} // namespace tanaban::ui
