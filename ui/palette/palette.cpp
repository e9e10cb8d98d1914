#include "ui/palette/palette.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/workingbar.h"
#include "ui/palette/lookup.h"
#include "ui/palette/palettelist.h"
#include "ui/session.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 680;
constexpr int belowTop = 84;
constexpr int mostListed = 12;
constexpr int lookUpAfterMilliseconds = 60;
constexpr int leastLookedUp = 2;

QLatin1String symbolOf(PaletteEntry::Kind kind)
{
    switch (kind) {
    case PaletteEntry::Kind::Warehouse:
    case PaletteEntry::Kind::Zone:
        return "warehouse"_L1;
    case PaletteEntry::Kind::Product:
        return "product"_L1;
    case PaletteEntry::Kind::Bin:
        return "bin"_L1;
    case PaletteEntry::Kind::Lot:
        return "lot"_L1;
    case PaletteEntry::Kind::Partner:
        return "person"_L1;
    case PaletteEntry::Kind::Order:
        return "order"_L1;
    case PaletteEntry::Kind::Place:
    case PaletteEntry::Kind::Action:
        break;
    }
    return {};
}

void giveIcon(PaletteEntry &entry)
{
    const QLatin1String symbol = symbolOf(entry.kind);
    if (entry.icon.isNull() && !symbol.isEmpty())
        entry.icon = icon(symbol);
}

} // namespace

Palette::Palette(Session &session, const std::vector<PaletteEntry> &entries, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_session(session)
    , m_field(new QLineEdit(this))
    , m_working(makeWorkingBar(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_model(new PaletteModel(this))
{
    setObjectName(u"palette"_s);
    setWindowTitle(tr("Go to anything"));
    m_field->setObjectName(u"paletteField"_s);
    m_field->setAccessibleName(tr("Go to anything"));
    m_field->setPlaceholderText(tr("Place, action, product, order, bin or lot…"));
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keyboard
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setText(tr("Nothing is called that."));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(16, 4, 16, 8);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 4);
    layout->setSpacing(0);
    layout->addWidget(m_field);
    layout->addWidget(m_working);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    layout->addStretch();

    const auto once = [](QTimer &timer, int milliseconds) {
        timer.setSingleShot(true);
        timer.setInterval(milliseconds);
    };
    once(m_typing, lookUpAfterMilliseconds);
    once(m_showWorking, showWorkingAfterMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, &Palette::lookUp);
    connect(&m_showWorking, &QTimer::timeout, m_working, &QWidget::show);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::onTyped);
    connect(m_list, &QListView::clicked, this, &Palette::run);
    m_field->installEventFilter(this);
    m_field->setFocus();
    add(entries);

    const int width = std::min(widest, window->width() - 2 * belowTop);
    setFixedWidth(width);
    QDialog::move(window->mapToGlobal(QPoint((window->width() - width) / 2, belowTop)));
}

void Palette::add(const std::vector<PaletteEntry> &entries)
{
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    std::ranges::for_each(m_entries, giveIcon);
    update();
}

void Palette::onTyped()
{
    ++m_turn; // what is under way answers another question
    m_looking = m_field->text().trimmed().size() >= leastLookedUp;
    m_runWhenFound = false;
    if (m_looking) {
        m_typing.start();
        if (!m_showWorking.isActive() && !m_working->isVisible())
            m_showWorking.start();
    } else {
        m_typing.stop();
        m_showWorking.stop();
        m_working->hide();
        m_found.clear();
    }
    update();
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void Palette::lookUp()
{
    m_session.runner().run(
        this,
        [&session = m_session, text = m_field->text().trimmed()] {
            return ui::lookUp(session.store(), session.orders(), text);
        },
        [this, turn = m_turn](std::vector<PaletteEntry> found) {
            if (turn != m_turn)
                return;
            std::ranges::for_each(found, giveIcon);
            m_found = std::move(found);
            m_looking = false;
            m_showWorking.stop();
            m_working->hide();
            update();
            if (m_runWhenFound)
                run();
        });
}

/// The lines for what is typed; whoever had chosen one keeps it as long as it is there.
void Palette::update()
{
    const QModelIndex chosen = m_list->currentIndex();
    const QString before = chosen.row() > 0 ? chosen.data(Qt::AccessibleTextRole).toString()
                                            : QString();
    const QString typed = m_field->text().trimmed();
    m_model->setEntries(fitting(m_entries, m_found, typed, typed.isEmpty() ? m_entries.size() : 50));
    int row = 0;
    for (int each = 0; !before.isEmpty() && each < m_model->rowCount(); ++each) {
        if (m_model->index(each, 0).data(Qt::AccessibleTextRole).toString() == before)
            row = each;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->setFixedHeight(std::min(m_model->rowCount(), mostListed) * PaletteDelegate::rowHeight);
    m_nothing->setVisible(m_model->rowCount() == 0 && !m_looking);
    adjustSize();
}

void Palette::move(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    int row = m_list->currentIndex().row() + rows;
    if (std::abs(rows) == 1) // past the end, it begins again
        row = row < 0 ? last : row > last ? 0 : row;
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, last), 0));
    m_field->setAccessibleDescription(
        m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void Palette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) {
        m_runWhenFound = m_looking;
        return;
    }
    const PaletteEntry entry = m_model->entry(index.row());
    if (!entry.hindrance.isEmpty())
        return; // the line says why
    accept();
    Q_EMIT chosen(entry);
}

/// The keyboard goes back to where it came from, unless somebody took it elsewhere.
void Palette::done(int result)
{
    const bool active = isActiveWindow();
    QDialog::done(result);
    if (active)
        parentWidget()->activateWindow();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(mostListed);
        return true;
    case Qt::Key_PageUp:
        move(-mostListed);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_K:
        if (key->modifiers() == Qt::ControlModifier)
            reject();
        return key->modifiers() == Qt::ControlModifier;
    default:
        return false;
    }
}

void Palette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow())
        reject();
}

} // namespace tanaban::ui
