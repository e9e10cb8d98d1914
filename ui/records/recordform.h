#pragma once

#include "model/recordfields.h"
#include "model/records.h"
#include "ui/forms/submission.h"

#include <QDialog>
#include <QPointer>
#include <QSet>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tanaban::ui {

class MergeDialog;
class OrderLinesEdit;
class PartnerField;
class WaitingBar;

/// Makes or edits one record of any kind. Checks as one types, never clears, tells what others did
/// meanwhile, and asks only about fields that clash.
class RecordForm : public QDialog
{
    Q_OBJECT

public:
    /// `seen`: version 0 for a new one, whose key may be known in part (the warehouse of a zone).
    RecordForm(FormServices &services,
               Records &records,
               Entity entity,
               const Record &seen,
               QWidget *parent);

    /// Fills the fields with what was typed before, and says why the form is open again.
    void reopen(const QJsonObject &typed, const QString &why);
    /// What is typed, whether or not it can be saved, for such a form after the program has ended:
    /// "record" is the command as far as it makes sense, "fields" every field as it stands.
    QJsonObject draft() const;
    /// A command is on its way.
    bool busy() const { return m_submission->state() != Submission::State::Idle; }
    /// Fills in a field that nobody has typed in yet, and leads on to the next one.
    void propose(const QString &name, const QJsonValue &value);
    /// The fields of a draft, as they stood.
    void retype(const QJsonObject &fields);
    void reject() override;

Q_SIGNALS:
    /// Done; the form has closed.
    void committed(const QString &text, const QJsonObject &key);
    void left(const QString &text);
    /// draft() is another one, and it must be kept before anything is sent.
    void draftChanged();

private:
    struct Field
    {
        RecordField what;
        bool key = false;
        QLineEdit *edit = nullptr; ///< one of the three
        QComboBox *box = nullptr;
        OrderLinesEdit *lines = nullptr;
        QLabel *note = nullptr;
        QWidget *widget() const;
    };

    void addField(QGridLayout *grid, const RecordField &what, bool key);
    void makeEditor(Field &field);
    void makeLine(Field &field);
    QString noteOf(const Field &field) const;
    QString faultOf(const Field &field, const std::vector<RecordFault> &faults) const;
    QWidget *buildButtons();
    void setValue(const Field &field, const QJsonValue &value);
    /// Undefined when what is typed is no value of this field.
    QJsonValue valueOf(const Field &field) const;
    RecordCommand command() const;
    int decimals() const;
    void onTyped(const QString &field);
    void recheck();
    /// What is known about the record that is wanted now.
    RecordContext contextOf(const RecordCommand &wanted) const;
    void readContext();
    void poll();
    void submit();
    void onFinished(const CommandResult &result);
    void ask(const CommandResult &result);
    void openMerge(const RecordMeanwhile &meanwhile, const QHash<QString, Product> &goods);
    void say(const QString &text, bool bad);
    void updateState();

    FormServices &m_services;
    Records &m_records;
    Entity m_entity;
    Record m_seen;
    RecordContext m_context;
    RecordCommand m_contextOf; ///< what it is about
    std::vector<Field> m_fields;
    QSet<QString> m_touched;
    const QUuid m_draftId = newCommandId(); ///< stands for that of a command not made yet
    Submission *m_submission;
    WaitingBar *m_waiting = nullptr;
    QLabel *m_strip = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_back = nullptr;
    QPointer<MergeDialog> m_merge;
    QTimer m_poll;
    QTimer m_soon;
    quint64 m_turn = 0;
    bool m_filling = false;
    bool m_tried = false;
};

} // namespace tanaban::ui
