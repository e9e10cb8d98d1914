#include "ui/print/labeldialog.h"

#include "ui/forms/formtext.h"
#include "ui/session.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QSpinBox>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDots = 600; ///< of printers for sheets
constexpr int faultsTold = 2;

/// A choice that is kept by its name.
void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

LabelDialog::LabelDialog(Session &session, LabelRequest request, QWidget *parent)
    : PaperDialog(session, u"labels"_s, parent)
    , m_request(std::move(request))
    , m_rows(new QComboBox(this))
    , m_code(new QComboBox(this))
    , m_stock(new QComboBox(this))
    , m_size(new QWidget(this))
    , m_width(new QDoubleSpinBox(this))
    , m_height(new QDoubleSpinBox(this))
    , m_dots(new QComboBox(this))
    , m_start(new QSpinBox(this))
    , m_copies(new QSpinBox(this))
{
    setObjectName(u"labelDialog"_s);
    setWindowTitle(tr("Print labels"));
    m_rows->setObjectName(u"rowsBox"_s);
    m_rows->addItem(tr("Selected: %Ln row(s)", nullptr, int(m_request.selected.size())), true);
    if (m_request.listed > 1)
        m_rows->addItem(tr("The whole list: %Ln row(s)", nullptr, int(m_request.listed)), false);
    options()->addRow(tr("Labels &for"), m_rows);
    addCodes();
    addStocks();
    addSize();
    addCounts();
    showFields();
    connect(m_rows, &QComboBox::currentIndexChanged, this, [this] {
        m_read = false;
        read();
    });
    for (QComboBox *box : {m_code, m_stock, m_dots})
        connect(box, &QComboBox::currentIndexChanged, this, &LabelDialog::keep);
    for (QDoubleSpinBox *box : {m_width, m_height})
        connect(box, &QDoubleSpinBox::valueChanged, this, &LabelDialog::keep);
    for (QSpinBox *box : {m_start, m_copies})
        connect(box, &QSpinBox::valueChanged, this, &LabelDialog::keep);
    read();
}

void LabelDialog::addCodes()
{
    m_code->setObjectName(u"codeBox"_s);
    m_code->addItem(tr("As fits best"), -1);
    std::vector<Symbology> offered{Symbology::Code128, Symbology::Qr};
    if (m_request.entity == Entity::Product)
        offered.insert(offered.begin(), Symbology::Ean13);
    if (m_request.entity != Entity::Bin)
        offered.push_back(Symbology::Gs1DataMatrix);
    for (const Symbology symbology : offered)
        m_code->addItem(Labels::nameOf(symbology), int(symbology));
    options()->addRow(tr("&Code"), m_code);
}

void LabelDialog::addStocks()
{
    m_stock->setObjectName(u"stockBox"_s);
    for (const print::LabelStock &sheet : print::labelSheets())
        m_stock->addItem(Labels::nameOf(sheet), sheet.key);
    m_stock->addItem(tr("Label printer"), u"roll"_s);
    choose(m_stock, QSettings().value(u"labels/stock"_s));
    options()->addRow(tr("&Labels"), m_stock);
}

/// Of a label printer: how large a label is, and how fine its dots are.
void LabelDialog::addSize()
{
    const QSettings settings;
    const auto millimetres = [](QDoubleSpinBox *box, const char *name, double value) {
        box->setObjectName(QString::fromLatin1(name));
        box->setDecimals(1);
        box->setRange(15, 300);
        box->setSuffix(tr(" mm"));
        box->setValue(value);
    };
    millimetres(m_width, "labelWidth", settings.value(u"labels/width"_s, 60).toDouble());
    millimetres(m_height, "labelHeight", settings.value(u"labels/height"_s, 40).toDouble());
    m_width->setAccessibleName(tr("Width of a label"));
    m_height->setAccessibleName(tr("Height of a label"));
    m_dots->setObjectName(u"dotsBox"_s);
    for (const int dots : {203, 300, 600})
        m_dots->addItem(tr("%1 dots per inch").arg(dots), dots);
    choose(m_dots, settings.value(u"labels/dots"_s, 203));
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_width, 1);
    row->addWidget(new QLabel(u"×"_s, m_size));
    row->addWidget(m_height, 1);
    auto *form = new QFormLayout(m_size);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(4);
    auto *caption = new QLabel(tr("&Width and height"), m_size);
    caption->setBuddy(m_width);
    form->addRow(caption, row);
    form->addRow(tr("P&rinter"), m_dots);
    options()->addRow(m_size);
}

void LabelDialog::addCounts()
{
    m_start->setObjectName(u"startBox"_s);
    m_start->setMinimum(1);
    m_copies->setObjectName(u"copiesBox"_s);
    m_copies->setRange(1, 999);
    options()->addRow(tr("&Begin at label"), m_start);
    options()->addRow(tr("Copies of &each"), m_copies);
}

print::LabelStock LabelDialog::stock() const
{
    for (const print::LabelStock &sheet : print::labelSheets()) {
        if (sheet.key == m_stock->currentData().toString())
            return sheet;
    }
    return print::labelRoll({m_width->value(), m_height->value()});
}

/// Only what matters for the labels that are chosen.
void LabelDialog::showFields()
{
    const print::LabelStock chosen = stock();
    options()->setRowVisible(m_size, chosen.isRoll());
    options()->setRowVisible(m_start, !chosen.isRoll());
    const QSignalBlocker quiet(m_start);
    m_start->setMaximum(chosen.perPage());
    m_start->setSuffix(tr(" of %1", "label 5 of 24").arg(chosen.perPage()));
}

void LabelDialog::keep()
{
    QSettings settings;
    settings.setValue(u"labels/stock"_s, m_stock->currentData());
    settings.setValue(u"labels/width"_s, m_width->value());
    settings.setValue(u"labels/height"_s, m_height->value());
    settings.setValue(u"labels/dots"_s, m_dots->currentData());
    showFields();
    if (m_read)
        makeLabels();
}

void LabelDialog::read()
{
    using Subjects = Read<std::vector<LabelSubject>>;
    const bool selected = m_rows->currentData().toBool();
    const qint64 rows = selected ? qint64(m_request.selected.size()) : m_request.listed;
    setDocument(nullptr);
    if (rows > mostLabels) {
        setNote(tr("At most %1 labels can be made at once. Search for fewer rows, or select them.")
                    .arg(QLocale().toString(mostLabels)),
                true);
        return;
    }
    make([](qint64) { return tr("Reading the rows…"); },
         0,
         [selected, request = m_request, &records = session().records()](Progress &) -> Subjects {
             if (selected)
                 return Labels::subjectsOf(records, request.entity, request.selected);
             auto ids = records.ids(request.list);
             if (!ids)
                 return fail(ReadFailure(ids.error()));
             if (qsizetype(ids->size()) > mostLabels)
                 ids->resize(size_t(mostLabels));
             return Labels::subjectsOf(records, request.entity, *ids);
         },
         [this](const Subjects &subjects) {
             if (!subjects) {
                 setNote(readFailureText(subjects.error()), true);
                 return;
             }
             m_subjects = *subjects;
             m_read = true;
             makeLabels();
         });
}

void LabelDialog::makeLabels()
{
    print::LabelJob job;
    job.stock = stock();
    job.start = job.stock.isRoll() ? 0 : m_start->value() - 1;
    job.copies = m_copies->value();
    job.dotsPerInch = job.stock.isRoll() ? m_dots->currentData().toInt() : usualDots;
    job.family = QApplication::font();
    const int code = m_code->currentData().toInt();
    make([](qint64) { return tr("Making the labels…"); },
         0,
         [subjects = m_subjects,
          wanted = code < 0 ? std::nullopt : std::optional(Symbology(code)),
          job](Progress &) { return Labels::make(subjects, wanted, job, QDate::currentDate()); },
         [this](const MadeLabels &made) { take(made); });
}

void LabelDialog::take(const MadeLabels &made)
{
    setDocument(made.document);
    QStringList sentences;
    for (const LabelFault &fault : made.faults) {
        if (sentences.size() < faultsTold)
            sentences << messageOf(fault);
    }
    if (m_subjects.empty()) {
        setNote(tr("There is nothing here that a label could be made for."), true);
    } else if (!sentences.isEmpty()) {
        if (made.faults.size() > 1 || made.labels > 0)
            sentences.prepend(tr("%Ln label(s) cannot be made.", nullptr, int(made.faults.size())));
        setNote(sentences.join(u' '), true);
    } else {
        const int labels = int(made.labels) * m_copies->value();
        setNote(tr("%1, %2", "24 labels, 1 page")
                    .arg(tr("%Ln label(s)", nullptr, labels),
                         tr("%Ln page(s)", nullptr, made.document->pageCount())),
                false);
    }
}

} // namespace tanaban::ui
