#include "grader/child/others.hpp"

#include <map>
#include <mutex>

namespace child {

namespace {

struct Board {
    std::mutex mutex;
    std::map<const void*, Others::Notices> notices;
};

// A function's static, and never destroyed: it is used before main() and by threads that outlive it.
Board& board() {
    static auto* const made = new Board;
    return *made;
}

}  // namespace

Others& others() {
    static auto* const made = new Others;
    return *made;
}

void Others::notify(const void* address) {
    const Nanoseconds now = virtual_now();
    Board& here = board();
    const std::lock_guard lock(here.mutex);
    Notices& notices = here.notices[address];
    ++notices.count;
    notices.last = now;
}

Others::Notices Others::notices(const void* address) const {
    Board& here = board();
    const std::lock_guard lock(here.mutex);
    const auto known = here.notices.find(address);
    return known == here.notices.end() ? Notices{} : known->second;
}

}  // namespace child
