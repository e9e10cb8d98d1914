#pragma once

#include "model/planning/comparing.h"
#include "model/records.h"
#include "ui/forms/submission.h"
#include "ui/place.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tanaban::ui {

class EffectView;
class PriorityTable;

/// From which zones stock is taken first: all priorities at once, and what today's open orders would
/// get with what is typed, before it is saved.
class ZonePriorities : public QDialog
{
    Q_OBJECT

public:
    ZonePriorities(Session &session, FormServices &services, QWidget *parent);

    /// Of a draft: what is typed.
    static constexpr QLatin1String draftKey{"priorities"};

    /// Something is being saved.
    bool busy() const { return m_sending; }
    /// What is typed and not saved, for such a page after the program has ended.
    QJsonObject draft() const;
    /// Of an earlier one.
    void reopen(const QJsonObject &draft);
    void reject() override;

Q_SIGNALS:
    void message(const QString &text);
    /// To the order of a line.
    void wanted(const tanaban::ui::Target &target);

private:
    /// What the page is about, read at once.
    struct Reading
    {
        std::optional<ReadFailure> failure;
        std::vector<RecordRow> zones;
        std::shared_ptr<const AllocationBook> book;
    };

    void makeLayout();
    QWidget *makeButtons();
    void read();
    static Reading readAll(Store &store, Records &records);
    void take(Reading reading);
    void onTyped();
    void plan();
    void save();
    void sendNext();
    void onFinished(const CommandResult &result);
    void merge(const CommandResult &result);
    void end(const QString &trouble);
    void say(const QString &text, bool bad);
    void updateButtons();

    Session &m_session;
    FormServices &m_services;
    Submission *m_submission;
    std::shared_ptr<const AllocationBook> m_book;
    PriorityTable *m_table;
    QProgressBar *m_working;
    QLabel *m_note;
    EffectView *m_effect;
    QPushButton *m_save = nullptr;
    QPushButton *m_takeBack = nullptr;
    QPushButton *m_back = nullptr;
    QTimer m_soon;
    std::vector<RecordCommand> m_left; ///< to be sent yet, the next one last
    std::vector<ZonePriority> m_typed; ///< to be typed again once all was read again
    QString m_trouble;                 ///< to be said then
    int m_saved = 0;
    bool m_sending = false;
    quint64 m_turn = 0;
};

} // namespace tanaban::ui
