#include "ui/claims/claimlist.h"

#include "ui/claims/claimtext.h"
#include "ui/look/detailsparts.h"
#include "ui/words.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace tanaban::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostClaimsShown = 4; ///< the rest is one press away

/// A button of as many lines as its text needs beside the table: the one of the style has only one, and
/// would make the panel wider than its room.
class ClaimButton : public QToolButton
{
public:
    explicit ClaimButton(QWidget *parent)
        : QToolButton(parent)
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return {leastWidth, heightForWidth(leastWidth)}; }
    QSize minimumSizeHint() const override { return {leastWidth, 0}; }
    int heightForWidth(int width) const override
    {
        const QRect room(0, 0, width - 2 * edge, 1000);
        return fontMetrics().boundingRect(room, lines, text()).height() + 2 * edge;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        painter.setPen(palette().color(QPalette::ButtonText));
        painter.drawText(rect().adjusted(edge, edge, -edge, -edge), lines, text());
    }

private:
    static constexpr int edge = 4;
    static constexpr int leastWidth = 160;
    static constexpr int lines = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
};

} // namespace

ClaimList::ClaimList(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
{
    setObjectName(u"claimList"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(detailsEdge, 0, detailsEdge, 0);
    column->setSpacing(2);
    column->addWidget(secondaryLabel(this, tr("Reserved for")));
    column->addLayout(m_lines);
    m_lines->setSpacing(0);
    hide();
}

void ClaimList::addLine(const QString &text, const QString &about, const QString &order)
{
    auto *button = new ClaimButton(this);
    button->setObjectName(u"claimButton"_s);
    button->setText(text);
    button->setToolTip(about);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    m_lines->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this, order] {
        if (order.isEmpty())
            Q_EMIT allWanted();
        else
            Q_EMIT orderWanted(order);
    });
}

void ClaimList::present(const std::vector<Claim> &claims,
                        int decimals,
                        const QString &unit,
                        Instant now)
{
    setVisible(!claims.empty());
    if (claims == m_shown)
        return;
    m_shown = claims;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < std::min(claims.size(), mostClaimsShown); ++i) {
        const Claim &claim = claims[i];
        const QString whose = claim.kind == Claim::Kind::Order ? claim.orderNumber
                                                               : ClaimText::who(claim, now);
        //: for whom, how much, since when
        addLine(tr("%1 · %2 · since %3")
                    .arg(whose,
                         Words::quantity(claim.quantity, decimals, unit),
                         Words::moment(claim.since)),
                claim.kind == Claim::Kind::Order ? ClaimText::who(claim, now) : QString(),
                claim.orderNumber);
    }
    if (claims.size() > mostClaimsShown)
        addLine(tr("and %n more…", nullptr, int(claims.size() - mostClaimsShown)),
                tr("Show all who have some of it"),
                {});
}

} // namespace tanaban::ui
