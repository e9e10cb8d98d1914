#pragma once

#include "model/picking/confirming.h"
#include "ui/forms/submission.h"
#include "ui/scan/scantarget.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tanaban::ui {

class PickTable;
class Session;
class WaitingBar;

/// A picker is back: what was picked of each stop of an order, and why less. What was not found is
/// planned again from elsewhere, and then stands here to be fetched.
class ConfirmDialog
    : public QDialog
    , public ScanTarget
{
    Q_OBJECT

public:
    ConfirmDialog(FormServices &services, Session &session, QString order, QWidget *parent);
    ~ConfirmDialog() override;

    bool busy() const;
    /// What is typed, for such a dialog after the program has ended.
    QJsonObject draft() const;
    /// Of an earlier one.
    void reopen(const QJsonObject &draft);
    void reject() override;
    bool takesScans() const override;
    void takeScan(const ScannedCode &code, QWidget *field, ScanFeedback &feedback) override;

Q_SIGNALS:
    /// What was done, or is not known yet, in a sentence.
    void told(const QString &text);
    /// Something was changed.
    void changed();
    /// The answer of draft() is another.
    void typed();
    /// This command sent what was picked; `deed` says so in a sentence.
    void shipped(const QUuid &command, const QString &deed);

private:
    class Way;

    void build();
    QWidget *makeButtons();
    /// `shipped`: as PickTable::setStops() has it.
    void read(bool shipped);
    void take(const Read<PickList> &list, bool shipped);
    void recheck();
    void confirm();
    void onFinished();
    void onStopped();
    void offerBack(const ConfirmReport &report);
    void tell(const QString &done);
    void say(QLabel *label, const QString &text);
    void updateState();

    FormServices &m_services;
    Session &m_session;
    QString m_order;
    Submission *m_submission;
    WaitingBar *m_waiting = nullptr;
    QLabel *m_result = nullptr;
    PickTable *m_table = nullptr;
    QLabel *m_effect = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_confirm = nullptr;
    std::shared_ptr<Way> m_way;
    std::vector<PickedStop> m_sent;
    bool m_reading = false;
    bool m_allSent = false;         ///< nothing is left to fetch, and nothing is lacking
    bool m_tried = false;           ///< the person wanted to confirm: what is missing is wrong now
    bool m_closesWhenEmpty = false; ///< all is done when nothing new is to be fetched
};

} // namespace tanaban::ui
