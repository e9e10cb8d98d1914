#pragma once

#include "model/planning/savedstrategies.h"
#include "ui/forms/submission.h"
#include "ui/place.h"

#include <QDialog>

#include <map>

class QLabel;
class QListWidget;
class QPushButton;

namespace tanaban::ui {

class StrategyEditor;
class StrategyUsers;
class WaitingBar;

/// How stock is chosen for orders: the built-in strategies and those that somebody saved, their
/// rules, and who uses which.
class StrategiesDialog : public QDialog
{
    Q_OBJECT

public:
    StrategiesDialog(const PlaceServices &services, QWidget *parent);

    /// Of a draft: the strategy that was shown.
    static constexpr QLatin1String draftKey{"strategy"};

    /// Something is being saved.
    bool busy() const;
    /// What is typed and not saved, for such a dialog after the program has ended.
    QJsonObject draft() const;
    /// Of an earlier one.
    void reopen(const QJsonObject &draft);
    void reject() override;

Q_SIGNALS:
    /// One sentence for the status line.
    void message(const QString &text);
    /// Something was saved.
    void changed();

private:
    /// For workers: the command, made of what is there now.
    using MakeCommand = std::function<Read<RecordCommand>(Records &records)>;

    QWidget *buildLists();
    QWidget *buildButtons();
    void connectParts();
    void read(const QString &select);
    void present(const std::vector<Strategy> &saved, const QString &select);
    void showChosen();
    void leaveTyped();
    void adoptOrphan();
    void takeUpTyped();
    void nameItems();
    static bool isBuiltIn(int row);
    void save();
    void takeOutOfUse();
    void send(const QString &doneText, const QString &select, const MakeCommand &make);
    std::optional<Strategy> unseen(const RecordCommand &command);
    void onFinished(const CommandResult &result);
    void say(const QString &text, bool bad);
    void updateState();

    PlaceServices m_services;
    FormServices &m_forms;
    Submission *m_submission;
    std::vector<Strategy> m_strategies; ///< the built-in ones first
    QString m_doneText;                 ///< what is said once it is saved
    QString m_selectThen;               ///< and what is selected then
    QString m_selected;                 ///< the name of the one that is shown
    QString m_sentFrom;                 ///< and of the one that was shown when it was sent
    std::map<QString, Strategy> m_left; ///< typed, and not shown; by the name it began with
    QString m_toldRules;                ///< what would be replaced, and was told
    bool m_making = false;
    quint64 m_turn = 0; ///< of reading
    QListWidget *m_list = nullptr;
    StrategyEditor *m_editor = nullptr;
    StrategyUsers *m_users = nullptr;
    QLabel *m_problem = nullptr;
    WaitingBar *m_waiting = nullptr;
    QPushButton *m_outOfUse = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace tanaban::ui
