#include "grader/workshop.hpp"

#include "grader/box/detect.hpp"
#include "grader/compile/toolchain.hpp"
#include "grader/compile/work_folder.hpp"

#include <utility>

namespace grader {

aio::Coroutine<OpenedWorkshop> open_workshop() {
    OpenedWorkshop opened;
    remove_abandoned_work_folders();
    ToolchainSearch search = co_await find_toolchain();
    opened.advice = search.advice;
    if (!search.found) co_return opened;
    PreparedKit prepared = co_await prepare_kit(*search.found);
    if (!prepared.kit) {
        opened.advice = say("the compiler's kit could not be prepared: {0}",
                            "le nécessaire de compilation n'a pas pu être préparé : {0}", prepared.fault);
        co_return opened;
    }
    const Tried tried = co_await detect_containment();
    if (!tried.works) {
        opened.advice = say("no program can be started in a box: {0}", "aucun programme ne peut être lancé dans une boîte : {0}",
                            tried.why_not);
        co_return opened;
    }
    if (tried.works->walls == Containment::Walls::none && !tried.why_not.empty())
        opened.advice = Text(tried.why_not, tried.why_not);
    opened.workshop.emplace(Workshop{std::move(*prepared.kit), *tried.works});
    co_return opened;
}

}  // namespace grader
