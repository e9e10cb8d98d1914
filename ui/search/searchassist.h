#pragma once

#include "model/codefinder.h"
#include "model/search/searchquery.h"
#include "ui/backgroundrunner.h"

#include <QTimer>

class QCompleter;
class QLineEdit;

namespace tanaban::ui {

class PaletteModel;

/// Proposes what can be typed next in a search field: keys, then values, which are looked up in the
/// background. Nothing is chosen before somebody goes to it, so Enter and scans are not disturbed.
class SearchAssist : public QObject
{
    Q_OBJECT

public:
    SearchAssist(QLineEdit &field, CodeFinder &codes, BackgroundRunner &runner, QObject *parent);

    /// Only while the place that is searched reads the language.
    void setOffering(bool offering);
    /// Says what the language can, below the field.
    void showHelp();

private:
    struct Proposal
    {
        QString written; ///< takes the place of what was typed; empty: leads to the help
        QString shown;
        QString explained;
        QString symbol = QStringLiteral("filter");
    };

    bool eventFilter(QObject *watched, QEvent *event) override;
    void onEdited();
    void propose(bool everything);
    void proposeKeys(bool everything);
    void proposeWords();
    void proposeCodes();
    void offer(std::vector<Proposal> proposals);
    void take(int row);
    void hide();

    QLineEdit &m_field;
    CodeFinder &m_codes;
    BackgroundRunner &m_runner;
    QCompleter *m_completer;
    PaletteModel *m_model;
    std::vector<Proposal> m_proposals;
    SearchCursor m_cursor;
    QTimer m_typing;
    quint64 m_turn = 0;
    bool m_offering = false;
};

} // namespace tanaban::ui
