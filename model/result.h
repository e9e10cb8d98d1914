#pragma once

#include <utility>
#include <variant>

namespace tanaban {

/// The failing half of a Result; made by fail().
template <typename E>
struct Failure
{
    E error;
};

template <typename E>
Failure<std::decay_t<E>> fail(E &&error)
{
    return {std::forward<E>(error)};
}

/// A value, or the reason why there is none. (std::expected needs C++23.)
template <typename T, typename E>
class [[nodiscard]] Result
{
public:
    using Value = T;
    using Error = E;

    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {}
    template <typename F>
    Result(Failure<F> failure)
        : m_content(std::in_place_index<1>, std::move(failure.error))
    {}

    explicit operator bool() const { return m_content.index() == 0; }
    bool ok() const { return m_content.index() == 0; }

    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const E &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, E> m_content;
};

/// A Result without a value: done, or why not.
struct Done
{};

template <typename... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace tanaban
