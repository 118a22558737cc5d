#include "runtime/clock.hpp"

#include <uv.h>

#include <algorithm>

namespace aio {

void RealClock::start() { started_ns_ = uv_hrtime(); }

Duration RealClock::now() const { return Duration(static_cast<std::int64_t>(uv_hrtime() - started_ns_)); }

bool VirtualClock::jump(std::optional<Duration> deadline) {
    if (!deadline) return false;
    now_ = std::max(now_, *deadline);
    return true;
}

}  // namespace aio
