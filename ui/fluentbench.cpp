#include "ui/fluentbench.h"

#include "ui/allocation/allocationdialogs.h"
#include "ui/allocation/allocationplace.h"
#include "ui/allocation/batchdialog.h"
#include "ui/allocation/waitinglist.h"
#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/workspace.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QWheelEvent>

#include <cstdio>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepMilliseconds = 16;
constexpr int tellEveryMilliseconds = 500;
constexpr int writerEndsWithinMilliseconds = 10'000;
constexpr int resting = 90; ///< steps to look at what came, about a second and a half

void printLine(const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
}

void press(QWidget &widget, int key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        QCoreApplication::sendEvent(&widget, &event);
    }
}

void turnWheel(QWidget &viewport, int notches)
{
    const QPointF middle = QRectF(viewport.rect()).center();
    QWheelEvent event(middle,
                      viewport.mapToGlobal(middle),
                      {},
                      QPoint(0, -120 * notches),
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&viewport, &event);
}

} // namespace

FluentBench::FluentBench(Desktop &desktop, const QString &writer, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_command(writer)
{
    m_looking.setInterval(50);
    m_stepping.setInterval(stepMilliseconds);
    m_stepping.setTimerType(Qt::PreciseTimer);
    m_telling.setInterval(tellEveryMilliseconds);
    m_writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_looking, &QTimer::timeout, this, &FluentBench::look);
    connect(&m_stepping, &QTimer::timeout, this, &FluentBench::step);
    connect(&m_telling, &QTimer::timeout, this, &FluentBench::tellWriter);
    // Only now: starting a process stops the thread that starts it, and is no part of working.
    connect(&m_writer, &QProcess::readyReadStandardOutput, this, &FluentBench::begin);
    connect(&m_writer, &QProcess::finished, this, &FluentBench::report);
    connect(&m_writer, &QProcess::errorOccurred, this, [this] {
        printLine(u"the writer failed: "_s + m_writer.errorString());
        give(1);
    });
}

FluentBench::~FluentBench()
{
    disconnect(&m_writer, nullptr, this, nullptr); // it ends with its input
}

void FluentBench::start()
{
    m_desktop.firstWindow()->resize(1280, 800);
    plan();
    m_looking.start();
}

Workspace &FluentBench::workspace()
{
    return *m_desktop.firstWindow()->workspace();
}

StockPlace &FluentBench::stock()
{
    return workspace().stockPlace();
}

void FluentBench::plan()
{
    const auto view = [this]() -> StockView & { return stock().view(); };
    const auto bar = [view] { return view().verticalScrollBar(); };
    m_acts.push_back({u"watching"_s, 2 * resting, [](int) {}});
    m_acts.push_back({u"scrolling"_s, 200, [view](int) { turnWheel(*view().viewport(), 1); }});
    m_acts.push_back({u"going through rows"_s, 200, [view](int step) {
                          if (step == 0)
                              view().selectFirst();
                          if (step % 6 == 0)
                              press(view(), Qt::Key_Down);
                      }});
    m_acts.push_back({u"paging"_s, 120, [view](int step) {
                          if (step % 6 == 0)
                              press(view(), Qt::Key_PageDown);
                      }});
    m_acts.push_back({u"jumping"_s, 160, [bar](int step) {
                          if (step % 20 == 0)
                              bar()->setValue(int(bar()->maximum() * qint64(7 * step % 160) / 160));
                      }});
    m_acts.push_back({u"dragging the bar"_s, 160, [bar](int step) {
                          bar()->setValue(int(bar()->maximum() * qint64(step) / 160));
                      }});
    planSearching();
    for (const StockColumn column :
         {StockColumn::Available, StockColumn::Expires, StockColumn::Name, StockColumn::Product})
    {
        m_acts.push_back(
            {u"sorting by column %1"_s.arg(int(column)), 2 * resting, [=, this](int step) {
                 if (step == 0)
                     stock().model().sort(int(column), Qt::AscendingOrder);
                 if (step > resting)
                     turnWheel(*view().viewport(), 1);
             }});
    }
    m_acts.push_back({u"selecting many"_s, 2 * resting, [view](int step) {
                          if (step == 0)
                              view().selectFirst();
                          if (step < 40)
                              press(view(), Qt::Key_PageDown, Qt::ShiftModifier);
                      }});
    m_acts.push_back({u"selecting all"_s, 2 * resting, [view](int step) {
                          if (step == 0)
                              view().selectAll();
                          else if (step == resting)
                              view().selectFirst();
                      }});
    planAllocating();
}

/// At the desk first, which plans again for every change; then all of it is given away in the
/// background while somebody scrolls there, and after that the sheet of results stands open.
void FluentBench::planAllocating()
{
    const auto desk = [this]() -> QTableView & {
        auto &place = static_cast<AllocationPlace &>(workspace().current());
        return place.list();
    };
    m_acts.push_back({u"coming to the desk"_s, 2 * resting, [this](int step) {
                          if (step == 0)
                              workspace().go({u"allocation"_s, {}});
                      }});
    m_acts.push_back({u"going through orders"_s, 200, [desk](int step) {
                          if (step % 6 == 0)
                              press(desk(), Qt::Key_Down);
                      }});
    m_acts.push_back({u"allocating all orders"_s, 4 * resting, [this, desk](int step) {
                          if (step == 0)
                              workspace().allocation().allocate()->begin();
                          if (step % 6 == 0)
                              turnWheel(*desk().viewport(), step / 6 % 2 == 0 ? 1 : -1);
                      }});
}

void FluentBench::planSearching()
{
    for (const QString &words : {u"0157"_s, u"バター"_s, u"expires:<+30"_s, u"is:low"_s, u"a"_s}) {
        const auto search = [this, words](int step) {
            QLineEdit &field = m_desktop.firstWindow()->search();
            constexpr int between = 8;
            if (step % between == 0 && step / between < words.size())
                press(field, Qt::Key_unknown, {}, words.mid(step / between, 1));
            if (step == int(words.size()) * between + resting)
                field.clear();
        };
        m_acts.push_back({u"searching for "_s + words, int(words.size()) * 8 + 2 * resting, search});
    }
}

/// The list is there: the writer may begin.
void FluentBench::look()
{
    if (m_desktop.session().state() == Session::State::Failed) {
        printLine(u"the database could not be opened: "_s + m_desktop.session().failure().detail);
        give(1);
        return;
    }
    if (!m_desktop.firstWindow()->workspace() || !stock().model().complete())
        return;
    m_looking.stop();
    QStringList words = QProcess::splitCommand(m_command);
    const QString program = words.isEmpty() ? QString() : words.takeFirst();
    m_writer.start(program, words);
}

void FluentBench::begin()
{
    if (m_telling.isActive())
        return;
    if (!m_watchdog.start()) {
        printLine(u"frames cannot be measured here: set QT_NO_GLIB=1"_s);
        give(1);
        return;
    }
    tellWriter();
    m_telling.start();
    m_since.start();
    m_watchdog.setDoing(m_acts.front().name);
    m_stepping.start();
}

void FluentBench::step()
{
    const Act &act = m_acts[m_act];
    act.step(m_step);
    if (++m_step < act.steps)
        return;
    m_step = 0;
    if (++m_act == m_acts.size()) {
        end();
        return;
    }
    m_watchdog.setDoing(m_acts[m_act].name);
}

void FluentBench::tellWriter()
{
    const StockView &view = stock().view();
    const int last = view.rowAt(view.viewport()->height() - 1);
    QByteArray line;
    for (int row = std::max(0, view.rowAt(0)); row <= last; ++row)
        line += QByteArray::number(stock().model().idAt(row)) + ' ';
    m_writer.write(line + '\n');
}

void FluentBench::end()
{
    m_stepping.stop();
    m_telling.stop();
    m_ended = true;
    const LoopWatchdog::Report report = m_watchdog.stop();
    printLine(
        u"used for: %1 s, rows: %2"_s.arg(m_since.elapsed() / 1000).arg(stock().model().rowCount()));
    printLine(u"frames: %1, of 1000 the 999 shortest took at most %2 ms"_s.arg(report.frames)
                  .arg(report.nearlyAll, 0, 'f', 1));
    printLine(u"frames over %1 ms: %2"_s.arg(LoopWatchdog::longestAllowed).arg(report.tooLong));
    for (const LoopWatchdog::Frame &frame : report.longest) {
        printLine(u"  %1 ms, %2 ms of them working, while %3"_s.arg(frame.milliseconds, 0, 'f', 1)
                      .arg(frame.working, 0, 'f', 1)
                      .arg(frame.during));
    }
    m_writer.closeWriteChannel();
    QTimer::singleShot(writerEndsWithinMilliseconds, this, [this] {
        printLine(u"the writer does not end"_s);
        give(1);
    });
}

void FluentBench::report()
{
    const QString figures = QString::fromUtf8(m_writer.readAllStandardOutput()).trimmed();
    printLine(u"written meanwhile: "_s + figures.section(u'\n', -1));
    give(m_ended && m_writer.exitCode() == 0 ? 0 : 1);
}

void FluentBench::give(int exitStatus)
{
    m_looking.stop();
    m_stepping.stop();
    m_telling.stop();
    Q_EMIT finished(exitStatus);
}

} // namespace tanaban::ui
