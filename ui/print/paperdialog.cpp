#include "ui/print/paperdialog.h"

#include "ui/forms/pathline.h"
#include "ui/look/tint.h"
#include "ui/look/workingbar.h"
#include "ui/session.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String paperKey("print/paper");
constexpr QLatin1String directionKey("print/wide");
constexpr int optionsWidth = 264;

} // namespace

PaperDialog::PaperDialog(Session &session, QString fileName, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_fileName(std::move(fileName))
    , m_options(new QFormLayout)
    , m_pages(new PagesView(this))
    , m_note(new QLabel(this))
    , m_bar(makeWorkingBar(this))
{
    m_options->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_options->setVerticalSpacing(4);
    auto *left = new QWidget(this);
    left->setFixedWidth(optionsWidth);
    m_column = new QVBoxLayout(left);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addLayout(m_options);
    m_column->addStretch(1);
    auto *both = new QHBoxLayout;
    both->setSpacing(20);
    both->addWidget(left);
    both->addWidget(m_pages, 1);
    m_note->setObjectName(u"note"_s);
    m_note->setWordWrap(true);
    m_bar->setAccessibleName(tr("How far it is"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(both, 1);
    column->addWidget(m_bar);
    column->addWidget(makeButtons());
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &PaperDialog::showProgress);
    connect(m_pages, &PagesView::failed, this, [this](const QString &detail) {
        setNote(tr("This page could not be made: %1").arg(detail), true);
    });
    resize(1080, 700);
}

PaperDialog::~PaperDialog()
{
    if (m_running)
        m_running->stop.request_stop(); // nobody would hear of it any more
}

QWidget *PaperDialog::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_back = new QPushButton(tr("&Back"), bar);
    m_back->setObjectName(u"backButton"_s);
    m_back->setAutoDefault(false);
    m_pdf = new QPushButton(tr("Save as P&DF…"), bar);
    m_pdf->setObjectName(u"pdfButton"_s);
    m_pdf->setAutoDefault(false);
    m_print = new QPushButton(tr("&Print…"), bar);
    m_print->setObjectName(u"printButton"_s);
    m_print->setDefault(true);
    row->addWidget(m_note, 1);
    row->addWidget(m_back);
    row->addWidget(m_pdf);
    row->addWidget(m_print);
    connect(m_back, &QPushButton::clicked, this, &PaperDialog::reject);
    connect(m_pdf, &QPushButton::clicked, this, &PaperDialog::choosePdf);
    connect(m_print, &QPushButton::clicked, this, &PaperDialog::choosePrinter);
    return bar;
}

/// The keyboard goes through the choices, then to the pages, then to the buttons.
void PaperDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    QList<QWidget *> order;
    for (QWidget *part :
         {m_column->parentWidget(), static_cast<QWidget *>(m_pages), m_back->parentWidget()})
    {
        for (QWidget *field : part->findChildren<QWidget *>()) {
            const bool inside = qobject_cast<QAbstractSpinBox *>(field->parentWidget())
                                || qobject_cast<QComboBox *>(field->parentWidget());
            if (field->window() == this && (field->focusPolicy() & Qt::TabFocus) && !inside
                && !field->focusProxy())
                order << field;
        }
    }
    // All behind the first one, then in their order: the round of the keyboard begins at the first
    // only when nothing is left before it.
    for (QWidget *field : order.mid(1))
        setTabOrder(order.front(), field);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    order.front()->setFocus(Qt::TabFocusReason);
}

void PaperDialog::addPaperChoice(bool wide)
{
    const QSettings settings;
    m_size = new QComboBox(this);
    m_size->setObjectName(u"paperBox"_s);
    m_size->addItem(tr("A4"), int(QPageSize::A4));
    m_size->addItem(tr("Letter"), int(QPageSize::Letter));
    m_size->setCurrentIndex(std::max(0, m_size->findData(settings.value(paperKey))));
    m_direction = new QComboBox(this);
    m_direction->setObjectName(u"directionBox"_s);
    m_direction->addItem(tr("Portrait"), false);
    m_direction->addItem(tr("Landscape"), true);
    m_direction->setCurrentIndex(settings.value(directionKey, wide).toBool() ? 1 : 0);
    m_options->addRow(tr("Pap&er"), m_size);
    m_options->addRow(tr("Di&rection"), m_direction);
    const auto changed = [this] {
        QSettings().setValue(paperKey, m_size->currentData());
        QSettings().setValue(directionKey, m_direction->currentData());
        paperChanged();
    };
    connect(m_size, &QComboBox::currentIndexChanged, this, changed);
    connect(m_direction, &QComboBox::currentIndexChanged, this, changed);
}

QPageLayout PaperDialog::chosenPaper() const
{
    return print::paper(QPageSize(QPageSize::PageSizeId(m_size->currentData().toInt())),
                        m_direction->currentData().toBool());
}

void PaperDialog::start(std::function<QString(qint64)> text, qint64 all)
{
    if (m_running)
        m_running->stop.request_stop();
    m_running = std::make_shared<Progress>();
    m_text = std::move(text);
    m_steps = all;
    m_said.clear();
    m_timer.start();
    updateState();
}

void PaperDialog::runWork(std::function<std::shared_ptr<void>(Progress &)> work,
                          std::function<void(std::shared_ptr<void>)> done)
{
    m_session.runner().run(
        this,
        [work = std::move(work), running = m_running] { return work(*running); },
        [this, done = std::move(done), turn = ++m_turn](const std::shared_ptr<void> &made) {
            if (turn != m_turn)
                return;
            m_running.reset();
            m_timer.stop();
            done(made);
            updateState();
        });
}

void PaperDialog::setDocument(std::shared_ptr<const print::Document> document)
{
    m_document = std::move(document);
    m_pages->setDocument(m_document);
    updateState();
}

void PaperDialog::setNote(const QString &text, bool bad)
{
    m_said = text;
    m_bad = bad;
    updateState();
}

void PaperDialog::updateState()
{
    const bool ready = m_document && m_document->pageCount() > 0 && !m_running;
    m_pdf->setEnabled(ready);
    m_print->setEnabled(ready);
    m_bar->setVisible(m_running != nullptr);
    m_back->setText(m_running && m_output ? tr("&Stop") : tr("&Back"));
    m_column->parentWidget()->setEnabled(!m_output);
    if (m_running) {
        tint(m_note, Tint::Secondary);
        showProgress();
        return;
    }
    tint(m_note, m_bad && !m_said.isEmpty() ? Tint::Bad : Tint::Secondary);
    m_note->setText(m_bad && !m_said.isEmpty() ? QString(u"⚠ "_s + m_said) : m_said);
}

void PaperDialog::showProgress()
{
    if (!m_running)
        return;
    const qint64 done = m_running->done.load();
    m_bar->setRange(0, m_steps > 0 ? 1000 : 0); // 0 to 0: nobody knows
    if (m_steps > 0)
        m_bar->setValue(int(std::min(done, m_steps) * 1000 / m_steps));
    m_note->setText(m_text(done));
}

QString PaperDialog::startPath() const
{
    const QString last = QSettings().value(u"print/folder"_s).toString();
    const QString folder = !last.isEmpty() && QFileInfo(last).isDir() ? last : documentsFolder();
    return QDir(folder).filePath(
        u"%1-%2.pdf"_s.arg(m_fileName, QDate::currentDate().toString(Qt::ISODate)));
}

void PaperDialog::takeOutput(const Result<Done, print::OutputFailure> &result,
                             const QString &done,
                             const QString &path)
{
    m_output = false;
    if (result) {
        if (!path.isEmpty())
            QSettings().setValue(u"print/folder"_s, QFileInfo(path).absolutePath());
        Q_EMIT printed(done);
        accept();
        return;
    }
    const print::OutputFailure &failure = result.error();
    const bool stopped = failure.kind == print::OutputFailure::Kind::Stopped;
    QString text;
    if (stopped && path.isEmpty())
        text = tr("Stopped. Pages that were sent to the printer already may still come out.");
    else if (stopped)
        text = tr("Stopped. No file was written.");
    else if (failure.kind == print::OutputFailure::Kind::Pages)
        text = tr("A page could not be made, and nothing more was printed: %1").arg(failure.detail);
    else if (path.isEmpty())
        text = tr("The printer did not take the pages. Choose another one, or save them as PDF.");
    else
        text = tr("%1 could not be written: %2 Choose another folder or name.")
                   .arg(QDir::toNativeSeparators(path),
                        failure.detail.isEmpty() ? QString() : QString(failure.detail + u'.'));
    setNote(text, !stopped);
}

void PaperDialog::reject()
{
    if (m_running && m_output)
        m_running->stop.request_stop(); // takeOutput() tells what became of it
    else
        QDialog::reject();
}

} // namespace tanaban::ui
