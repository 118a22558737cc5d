#pragma once

#include <utility>

namespace aio::detail {

template <class Awaitable>
concept HasCoAwait = requires(Awaitable& awaitable) { awaitable.operator co_await(); };

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

template <class Awaitable>
using AwaitResult = decltype(AwaiterOf<Awaitable>::of(std::declval<Awaitable&>()).await_resume());

}  // namespace aio::detail
