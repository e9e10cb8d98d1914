#pragma once

#include "model/records.h"
#include "ui/forms/submission.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace tanaban::ui {

/// The customer of an order by code or part of the name; proposes as one types, and says whose code
/// it is.
class PartnerField : public QLineEdit
{
    Q_OBJECT

public:
    PartnerField(FormServices &services, Records &records, QWidget *parent);

    /// Of the partner whose code stands here; empty while it is not known.
    QString partnerName() const { return m_name; }

Q_SIGNALS:
    void partnerChanged();

private:
    void lookUp();

    FormServices &m_services;
    Records &m_records;
    QCompleter *m_completer;
    QStringListModel *m_proposals;
    QStringList m_codes; ///< of the proposals
    QString m_name;
    QTimer m_pause;
    quint64 m_turn = 0;
    bool m_typed = false; ///< by keys: proposals are wanted
};

} // namespace tanaban::ui
