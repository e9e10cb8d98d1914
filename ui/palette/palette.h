#pragma once

#include "ui/palette/paletteentry.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;

namespace tanaban::ui {

class PaletteModel;

/// One field that finds everything: places, actions, and the things of the warehouse, which are
/// looked up in the background. Works with the keyboard alone and closes when it loses it.
class Palette : public QDialog
{
    Q_OBJECT

public:
    Palette(Session &session, const std::vector<PaletteEntry> &entries, QWidget *window);

    /// More of what is known without the database.
    void add(const std::vector<PaletteEntry> &entries);
    void done(int result) override;

Q_SIGNALS:
    /// Enter or a click on an entry that can be done; the palette has closed.
    void chosen(const tanaban::ui::PaletteEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void onTyped();
    void lookUp();
    void update();
    void run();
    void move(int rows);

    Session &m_session;
    std::vector<PaletteEntry> m_entries;
    std::vector<PaletteEntry> m_found;
    QLineEdit *m_field;
    QProgressBar *m_working;
    QListView *m_list;
    QLabel *m_nothing;
    PaletteModel *m_model;
    QTimer m_typing;
    QTimer m_showWorking;
    quint64 m_turn = 0;
    bool m_looking = false;
    bool m_runWhenFound = false; ///< Enter came before the answer, as from a scanner
};

} // namespace tanaban::ui
