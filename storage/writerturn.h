#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace tanaban::storage {

/// The turn to write to one SQLite file, over all processes. SQLite before 3.51.3 can damage its
/// log when two connections write or checkpoint at the same moment; the turn also makes waiting
/// fair (measured: longest wait 9 ms instead of a second). One object, one descriptor, one
/// connection: flock belongs to the open file, so threads of one process take turns as well.
class WriterTurn
{
public:
    explicit WriterTurn(const QString &databasePath);
    ~WriterTurn();
    WriterTurn(const WriterTurn &) = delete;
    WriterTurn &operator=(const WriterTurn &) = delete;

    /// True when the turn is ours. `waited` tells whether somebody else had it.
    bool take(std::chrono::milliseconds longest, bool *waited = nullptr);
    void giveBack();
    /// False where the file of the turn cannot be made: nobody can write here.
    bool isPossible() const { return m_descriptor >= 0; }
    bool isTaken() const { return m_taken; }

    /// Who has the turn now, as far as the file tells: "tanabanctl (4711)".
    QStringList holder() const;

private:
    void sign();

    QString m_path;
    int m_descriptor = -1;
    bool m_taken = false;
};

} // namespace tanaban::storage
