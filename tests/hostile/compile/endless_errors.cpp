// Attack: Makes every error as long as a book, by the name of the type it is about.
// Outcome: compile_error

#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

template <class... Parts>
struct Long {
    using Longer = Long<Long<Parts...>, Long<Parts...>, Long<Parts...>, Long<Parts...>>;
};
using Page = Long<int>::Longer::Longer::Longer::Longer::Longer;
int a = Page();
int b = Page();
int c = Page();
int d = Page();

aio::Coroutine<> toast_bread() {
    std::cout << "bread in\n";
    co_await aio::sleep(2s);
    std::cout << "bread ready\n";
}

aio::Coroutine<> brew_coffee() {
    std::cout << "coffee on\n";
    co_await aio::sleep(2s);
    std::cout << "coffee ready\n";
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast measured;
    auto start = aio::now();
    co_await toast_bread();
    co_await brew_coffee();
    measured.one_after_the_other = aio::now() - start;

    start = aio::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    measured.together = aio::now() - start;
    co_return measured;
}
