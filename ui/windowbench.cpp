#include "ui/windowbench.h"

#include "ui/stock/stockmodel.h"
#include "ui/stock/stockplace.h"
#include "ui/stock/stockview.h"
#include "ui/workspace.h"

#include <QFile>
#include <QLineEdit>
#include <QScrollBar>

#include <cstdio>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

void print(const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
}

/// "VmRSS:  123456 kB" of this process, in MB; 0 where the system does not tell.
qint64 memory(const QByteArray &field)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').value(0).toLongLong() / 1024;
    }
    return 0;
}

} // namespace

WindowBench::WindowBench(Desktop &desktop, QElapsedTimer sinceStart, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop)
    , m_sinceStart(sinceStart)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &WindowBench::look);
}

void WindowBench::start()
{
    m_desktop.firstWindow()->resize(1280, 800);
    plan();
    m_timer.start();
}

/// Every row that is on the screen has been read.
bool WindowBench::screenFull() const
{
    Workspace *workspace = m_desktop.firstWindow()->workspace();
    if (!workspace || !workspace->stockPlace().model().answered())
        return false;
    const StockModel &model = workspace->stockPlace().model();
    const StockView &view = workspace->stockPlace().view();
    const int rows = model.rowCount();
    const int last = view.rowAt(view.viewport()->height() - 1);
    for (int row = std::max(0, view.rowAt(0)); row <= (last < 0 ? rows - 1 : last); ++row) {
        if (!model.listRow(row))
            return false;
    }
    return true;
}

void WindowBench::plan()
{
    const auto full = [this] { return screenFull(); };
    const auto place = [this]() -> StockPlace & {
        return m_desktop.firstWindow()->workspace()->stockPlace();
    };
    const auto whole = [place] { return place().model().complete(); };
    const auto bar = [place] { return place().view().verticalScrollBar(); };
    const auto search = [this](const QString &text) {
        m_desktop.firstWindow()->search().setText(text);
    };
    const auto asked = [this, place] { // the question typed, not the one before
        return place().model().filter().text == m_desktop.firstWindow()->search().text()
               && screenFull();
    };
    m_steps.push_back({u"first page"_s, [] {}, full});
    m_steps.push_back({u"all ids"_s, [] {}, whole});
    m_steps.push_back(
        {u"next page"_s, [bar] { bar()->setValue(bar()->value() + 40 * bar()->pageStep()); }, full});
    m_steps.push_back({u"jump to the end"_s, [bar] { bar()->setValue(bar()->maximum()); }, full});
    m_steps.push_back({u"filter (product)"_s, [search] { search(u"0157"_s); }, asked});
    m_steps.push_back({u"filter whole"_s, [] {}, whole});
    m_steps.push_back({u"filter (name)"_s, [search] { search(u"バター"_s); }, asked});
    m_steps.push_back({u"filter whole"_s, [] {}, whole});
    m_steps.push_back({u"clear filter"_s, [search] { search(QString()); }, asked});
    m_steps.push_back({u"clear whole"_s, [] {}, whole});
    for (const StockColumn column :
         {StockColumn::Available, StockColumn::Expires, StockColumn::Name}) {
        m_steps.push_back(
            {u"sort (column %1)"_s.arg(int(column)),
             [place, column] { place().model().sort(int(column), Qt::AscendingOrder); },
             full});
        m_steps.push_back({u"sort whole"_s, [] {}, whole});
    }
}

void WindowBench::look()
{
    if (m_desktop.session().state() == Session::State::Failed) {
        print(u"the database could not be opened: "_s + m_desktop.session().failure().detail);
        m_timer.stop();
        Q_EMIT finished(1);
        return;
    }
    if (!m_desktop.firstWindow()->workspace() || !m_steps[m_at].reached())
        return;
    // The time includes the painting.
    m_desktop.firstWindow()->repaint();
    const qint64 took = m_at == 0 ? m_sinceStart.elapsed() : m_step.elapsed();
    print(u"%1: %2 ms"_s.arg(m_steps[m_at].name).arg(took));
    next();
}

void WindowBench::next()
{
    if (++m_at < m_steps.size()) {
        m_step.start();
        m_steps[m_at].act();
        return;
    }
    m_timer.stop();
    print(u"rows: %1"_s.arg(m_desktop.firstWindow()->workspace()->stockPlace().model().rowCount()));
    print(u"memory: %1 MB"_s.arg(memory("VmRSS:")));
    print(u"memory peak: %1 MB"_s.arg(memory("VmHWM:")));
    Q_EMIT finished(0);
}

} // namespace tanaban::ui
