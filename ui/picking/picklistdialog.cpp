#include "ui/picking/picklistdialog.h"

#include "ui/forms/formtext.h"
#include "ui/look/tint.h"
#include "ui/picking/pickpages.h"
#include "ui/print/printtext.h"
#include "ui/session.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String pickCodeKey("picklist/code");
constexpr qsizetype mostNumbersTold = 12;

} // namespace

PickListDialog::PickListDialog(Session &session, QStringList orders, QWidget *parent)
    : PaperDialog(session, u"pick-list"_s, parent)
    , m_orders(std::move(orders))
    , m_code(new QComboBox(this))
    , m_without(new QLabel(this))
{
    setObjectName(u"pickListDialog"_s);
    setWindowTitle(tr("Pick list"));
    m_code->setObjectName(u"codeBox"_s);
    m_code->addItem(tr("Of the product"), int(PickCode::Product));
    m_code->addItem(tr("Of the bin"), int(PickCode::Bin));
    m_code->addItem(tr("None"), int(PickCode::None));
    m_code->setCurrentIndex(std::max(0, m_code->findData(QSettings().value(pickCodeKey))));
    options()->addRow(tr("Bar &codes"), m_code);
    addPaperChoice(false);
    m_without->setObjectName(u"nothingLabel"_s);
    m_without->setTextFormat(Qt::PlainText);
    m_without->setWordWrap(true);
    m_without->hide();
    tint(m_without, Tint::Low);
    optionsColumn()->insertWidget(1, m_without);
    connect(m_code, &QComboBox::currentIndexChanged, this, [this] {
        QSettings().setValue(pickCodeKey, m_code->currentData());
        layOut();
    });
    read();
}

void PickListDialog::read()
{
    make(
        [](qint64) { return tr("Reading what is to be fetched…"); },
        0,
        [orders = m_orders,
         &claims = session().claims(),
         &records = session().records(),
         &store = session().store()](Progress &) {
            return Readings{pickListOf(orders, claims, records, store), PrintText::personOf(store)};
        },
        [this](const Readings &readings) { take(readings); });
}

void PickListDialog::take(const Readings &readings)
{
    if (!readings.list) {
        setNote(readFailureText(readings.list.error()), true);
        return;
    }
    m_list = *readings.list;
    m_person = readings.person;
    nameThoseWithout();
    if (m_list->stops.empty())
        setNote(tr("There is nothing to fetch: no goods are set aside for what is selected."), true);
    else
        layOut();
}

void PickListDialog::nameThoseWithout()
{
    QStringList numbers = m_list->nothingFor;
    m_without->setVisible(!numbers.isEmpty());
    const int more = int(numbers.size() - mostNumbersTold);
    if (more > 0) {
        numbers = numbers.first(mostNumbersTold);
        numbers << tr("and %n more", nullptr, more);
    }
    m_without->setText(tr("Nothing is set aside for: %1").arg(numbers.join(tr(", "))));
}

void PickListDialog::layOut()
{
    if (!m_list || m_list->stops.empty())
        return;
    make([](qint64) { return tr("Making the pages…"); },
         0,
         [list = *m_list,
          code = PickCode(m_code->currentData().toInt()),
          person = m_person,
          font = QApplication::font(),
          layout = chosenPaper()](Progress &) -> std::shared_ptr<const print::Document> {
             return std::make_shared<print::PickListDocument>(
                 PickPages::contentOf(list, code, person), font, layout);
         },
         [this](const std::shared_ptr<const print::Document> &document) {
             setDocument(document);
             setNote(tr("%1, %2", "12 stops in 7 places, 2 pages")
                         .arg(PickPages::summary(*m_list),
                              tr("%Ln page(s)", nullptr, document->pageCount())),
                     false);
         });
}

} // namespace tanaban::ui
