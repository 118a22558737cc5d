#include "exercises/toaster/toaster.hpp"

#include "grader/child/driver.hpp"

#include <iostream>

namespace child {

aio::Coroutine<> perform(std::string function, Arguments, Results& results) {
    if (function == "toast_bread") co_await toast_bread();
    if (function == "brew_coffee") co_await brew_coffee();
    if (function == "breakfast") {
        const Breakfast measured = co_await breakfast();
        results.add("one_after_the_other", measured.one_after_the_other);
        results.add("together", measured.together);
    }
}

aio::Coroutine<> perform_live() {
    const Breakfast measured = co_await breakfast();
    std::cout << "one after the other: " << seconds(measured.one_after_the_other) << '\n'
              << "together: " << seconds(measured.together) << '\n';
}

}  // namespace child
