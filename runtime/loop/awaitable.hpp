#pragma once

#include <type_traits>
#include <utility>

namespace aio::detail {

template <class Awaitable>
concept HasCoAwait = requires(Awaitable& awaitable) { awaitable.operator co_await(); };

template <class Awaitable>
concept IsAwaiter = requires(Awaitable& awaitable) { awaitable.await_ready(); };

/// The awaiter that `co_await awaitable` uses: what operator co_await gives, or the awaitable itself.
template <class Awaitable>
struct AwaiterOf {
    using type = Awaitable&;
    static type of(Awaitable& awaitable) { return awaitable; }
};

template <HasCoAwait Awaitable>
struct AwaiterOf<Awaitable> {
    using type = decltype(std::declval<Awaitable&>().operator co_await());
    static type of(Awaitable& awaitable) { return awaitable.operator co_await(); }
};

/// An argument that can be kept and awaited later: any awaitable, except a const one that cannot be copied,
/// since awaiting it consumes it. As a parameter's type it says how the argument was passed.
template <class Passed, class Awaitable = std::remove_cvref_t<Passed>>
concept CanAwait =
    (HasCoAwait<Awaitable> || IsAwaiter<Awaitable>) &&
    (!std::is_const_v<std::remove_reference_t<Passed>> || std::is_copy_constructible_v<Awaitable>);

template <class Awaitable>
using AwaitResult = decltype(AwaiterOf<Awaitable>::of(std::declval<Awaitable&>()).await_resume());

/// The type in which a passed awaitable is kept. A variable (lvalue) that can be copied is a handle (a task,
/// a gather) and can be used again; anything else is consumed, as by co_await.
template <class Awaitable>
std::remove_cvref_t<Awaitable> body_of(Awaitable&& awaitable) {
    if constexpr (std::is_lvalue_reference_v<Awaitable> &&
                  std::is_copy_constructible_v<std::remove_cvref_t<Awaitable>>) {
        return awaitable;
    } else {
        return std::move(awaitable);
    }
}

}  // namespace aio::detail
