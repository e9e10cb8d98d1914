#pragma once

#include "model/recordcommand.h"
#include "ui/place.h"

#include <QPointer>

namespace tanaban::ui {

class RecordForm;

/// What is done with the records of a place: in forms, one at a time, and by one press. Forms that
/// an earlier run of the program left open again one after the other.
class RecordForms : public QObject
{
    Q_OBJECT

public:
    RecordForms(const PlaceServices &services, QWidget *place);
    ~RecordForms() override;

    /// Opens the form of a record (version 0: of a new one), or brings the one that is open to the
    /// front.
    void open(Entity entity, const Record &seen);
    /// The one that is open; nullptr: none is.
    RecordForm *form() const;
    /// Changes fields of a record without a form.
    void send(Entity entity, const Record &seen, const QJsonObject &fields);
    /// As Place has them.
    void reopen(const RecordCommand &command);
    void reopen(const QJsonObject &draft);
    QJsonObject draft() const;
    bool busy() const;

Q_SIGNALS:
    void message(const QString &text);
    /// A record was made or changed; a null key: what is shown may not be so any more.
    void changed(tanaban::Entity entity, const QJsonObject &key);
    /// The form of this record opens again, which should be seen beside it.
    void reopening(tanaban::Entity entity, const QJsonObject &key);
    void draftChanged();

private:
    /// What an earlier run left.
    struct Left
    {
        RecordCommand command;
        QJsonObject fields; ///< as they stood, when it was not sent
    };

    void reopenNext();

    PlaceServices m_services;
    QWidget *m_place;
    QPointer<RecordForm> m_form;
    std::vector<Left> m_left;
};

} // namespace tanaban::ui
