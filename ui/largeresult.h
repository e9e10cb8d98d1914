#pragma once

#include <QThreadPool>

#include <memory>

namespace tanaban::ui {

/// Something large that was read and that windows share. Who lets go of it last leaves it to another
/// thread to take it apart: a hundred thousand texts take a few frames.
template <typename T>
std::shared_ptr<const T> largeResult(T value)
{
    return {new T(std::move(value)), [](const T *done) {
                QThreadPool *pool = QThreadPool::globalInstance();
                const auto takeApart = [done] { delete done; };
                if (pool)
                    pool->start(takeApart);
                else
                    takeApart(); // the program ends
            }};
}

} // namespace tanaban::ui
