#include "grader/workshop.hpp"

#include "grader/box/detect.hpp"
#include "grader/compile/toolchain.hpp"

#include <utility>

namespace grader {

aio::Coroutine<OpenedWorkshop> open_workshop() {
    OpenedWorkshop opened;
    ToolchainSearch search = co_await find_toolchain();
    opened.advice = search.advice;
    if (!search.found) co_return opened;
    PreparedKit prepared = co_await prepare_kit(*search.found);
    if (!prepared.kit) {
        opened.advice = say("the compiler's kit could not be prepared: {0}",
                            "le nécessaire de compilation n'a pas pu être préparé : {0}", prepared.fault);
        co_return opened;
    }
    const Containment containment = co_await detect_containment();
    opened.workshop.emplace(Workshop{std::move(*prepared.kit), containment});
    co_return opened;
}

}  // namespace grader
