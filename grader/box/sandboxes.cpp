#include "grader/box/sandbox.hpp"

#include <algorithm>

namespace grader {

const Sandbox& bubblewrap_sandbox();
const Sandbox& landlock_sandbox();

namespace {

/// No sandbox; system calls are still filtered, and rlimits still apply.
class NoSandbox : public Sandbox {
public:
    std::string name() const override { return "none"; }
    aio::ProcessOptions process(const Box& box, bool spare_user) const override {
        return enter_process(box, spare_user);
    }
    bool contains() const override { return false; }
    Text title() const override { return say("seccomp and rlimits:"); }
};

const NoSandbox none;

}  // namespace

std::span<const Sandbox* const> sandboxes() {
    static const Sandbox* const all[] = {&bubblewrap_sandbox(), &landlock_sandbox(), &none};
    return all;
}

const Sandbox* find_sandbox(std::string_view name) {
    const auto found = std::ranges::find(sandboxes(), name, &Sandbox::name);
    return found == sandboxes().end() ? nullptr : *found;
}

}  // namespace grader
