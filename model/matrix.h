#pragma once

#include "model/changeset.h"
#include "model/domainerror.h"

#include <QStringList>

#include <map>

namespace tanaban {

/// What a change set of one kind may contain: a row of resources/matrix.json.
struct Shape
{
    Role leastRole = Role::Staff;
    std::optional<EventKind> event;
    QString onHandSigns; ///< of "+", "-", "0"
    QString reservedSigns;
    QString couple; ///< none, equal, legs
    QStringList records;
    QStringList allocations; ///< "from>to", ">to" for a new one
    QStringList holds;
    bool needsReason = false;
};

/// The one data file from which checks, grants, tests and greyed-out buttons come.
class Matrix
{
public:
    /// The matrix compiled into the program. Aborts when the file is broken: a program that does
    /// not know the rights must not run.
    static const Matrix &instance();

    const std::map<QString, Shape> &shapes() const { return m_shapes; }
    bool allows(Role role, const QString &kind) const;

    /// Nothing when the change set fits its kind and the role may do it. The same rules stand in
    /// the server's commit function, which trusts no client.
    std::optional<DomainError> check(const ChangeSet &changes, Role role) const;

private:
    explicit Matrix(const QByteArray &json);

    std::map<QString, Shape> m_shapes;
};

} // namespace tanaban
