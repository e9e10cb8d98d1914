#pragma once

#include "model/claims/claimcommand.h"

#include <QWidget>

class QVBoxLayout;

namespace tanaban::ui {

/// For a panel of details: for whom goods are reserved, in short. Each line leads to the order or,
/// where there is none, to the whole list.
class ClaimList : public QWidget
{
    Q_OBJECT

public:
    explicit ClaimList(QWidget *parent);

    /// Hidden when there are none.
    void present(const std::vector<Claim> &claims, int decimals, const QString &unit, Instant now);

Q_SIGNALS:
    void orderWanted(const QString &number);
    void allWanted();

private:
    void addLine(const QString &text, const QString &about, const QString &order);

    QVBoxLayout *m_lines;
    std::vector<Claim> m_shown;
};

} // namespace tanaban::ui
