#pragma once

#include "model/databaseurl.h"

#include <QVariant>

class QHeaderView;

namespace tanaban::ui {

/// What one person has set up in one database: panels, columns, filters, where they were. Cheap to
/// copy; every copy for the same person and database sees the same values.
class PersonalSettings
{
public:
    PersonalSettings(const DatabaseUrl &url, const QString &login);

    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

    /// The values whose keys begin with this name.
    PersonalSettings part(const QString &name) const;

    /// Gives the header the columns, widths, order and sort that were kept under this key, and keeps
    /// every change from now on. What was kept for another number of columns is not used. False:
    /// nothing was kept.
    bool keepHeader(QHeaderView *header, const QString &key);

private:
    QString m_group;
};

} // namespace tanaban::ui
