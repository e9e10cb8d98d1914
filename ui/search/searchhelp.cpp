#include "ui/search/searchhelp.h"

#include "ui/look/theme.h"
#include "ui/search/searchwords.h"

#include <QGridLayout>
#include <QLabel>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

SearchHelp::SearchHelp(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"searchHelp"_s);
    setAccessibleName(tr("How to search"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    auto *title = new QLabel(accessibleName(), this);
    title->setFont(fontOf(TextSize::Normal, true));
    grid->addWidget(title, 0, 0, 1, 2);
    const auto add = [this, grid](const QString &example, const QString &meaning) {
        const int line = grid->rowCount();
        auto *left = new QLabel(example, this);
        auto *right = new QLabel(meaning, this);
        for (QLabel *label : {left, right})
            label->setTextFormat(Qt::PlainText);
        right->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(left, line, 0);
        grid->addWidget(right, line, 1);
    };
    const auto term = [](SearchKey key, const QString &value) {
        return SearchWords::termOf(key, value);
    };
    const SearchWording wording = SearchWords::wording();
    add(tr("green tea", "example of a search: two words"),
        tr("both words, in product, barcode, lot or bin"));
    add(tr("\"green tea\"", "example of a search: a phrase"), tr("these words together"));
    add(tr("-milk", "example of a search: not this word"),
        tr("without this; also before what follows"));
    add(term(SearchKey::Lot, u"L-204"_s), tr("this lot; L-2* are all that begin like this"));
    add(term(SearchKey::Lot, u"L-204;L-205"_s), tr("one or the other"));
    add(term(SearchKey::Zone, u"WH001/2"_s), tr("this zone; 2 is that number in every warehouse"));
    add(term(SearchKey::Available, u"<10"_s), tr("less than 10; also <=10, >10, 10..20"));
    add(term(SearchKey::Expires, u"<2027-02"_s), tr("before a month or day; +30 within 30 days"));
    add(term(SearchKey::Status, wordOf(StockStatus::Damaged, wording)),
        tr("only goods in this state"));
    add(term(SearchKey::Is, wordOf(SearchTrait::Low, wording)), tr("at or below the reorder point"));
    auto *more = new QLabel(tr("Ctrl+Space proposes what can be typed."), this);
    more->setFont(fontOf(TextSize::Secondary));
    more->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(more, grid->rowCount(), 0, 1, 2);
}

void SearchHelp::showBelow(const QWidget &field)
{
    adjustSize();
    move(field.mapToGlobal(QPoint(0, field.height() + 4)));
    show();
}

} // namespace tanaban::ui
