#pragma once

#include "tests/support/testdatabase.h"

#include <QObject>

namespace tanaban::torture {

/// kill -9 after each statement of every writing command. Each engine is a test of its own: they can
/// run at the same time.
class EveryCommand : public QObject
{
    Q_OBJECT

public:
    explicit EveryCommand(test::Engine engine);

private Q_SLOTS:
    void sweep_data();
    void sweep();

private:
    test::Engine m_engine;
};

} // namespace tanaban::torture
