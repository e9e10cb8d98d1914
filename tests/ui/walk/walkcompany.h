#pragma once

#include "model/databaseurl.h"
#include "tests/ui/walk/checks.h"

#include <QTemporaryDir>

namespace tanaban::test {

/// The demo company, small, with orders that come first in every list.
class WalkCompany
{
public:
    static constexpr int ownOrders = 6;
    inline static const QString login = QStringLiteral("walker");

    const DatabaseUrl &url() const { return m_url; }
    /// What went wrong; empty: nothing. Once.
    QString make();
    /// Every text in it, and what the window says of where it is.
    QString learn(Data &data) const;
    /// tanabanctl, in a process of its own; what went wrong.
    QString run(const QStringList &command) const;

private:
    QString firstProduct() const;

    QTemporaryDir m_folder;
    DatabaseUrl m_url;
};

} // namespace tanaban::test
