#include "grader/box/landlock.hpp"
#include "grader/box/sandbox.hpp"

namespace grader {

namespace {

/// For machines that refuse namespaces: files that are not allowed cannot be opened. `enter` does this with
/// landlock.cpp.
class LandlockSandbox : public Sandbox {
public:
    std::string name() const override { return "landlock"; }

    aio::ProcessOptions process(const Box& box, bool spare_user) const override {
        aio::ProcessOptions options = enter_process(box, spare_user);
        options.command.emplace_back("landlock");
        // Landlock looks at the real path of a file, not at the links to it.
        for (const std::string& folder : system_folders(box.system))
            options.command.push_back("read=" + folder);
        for (const std::string& path : box.readable) options.command.push_back("read=" + path);
        return options;
    }

    Text title() const override { return say("Landlock:"); }

    Text described(const Text& outcome) const override {
        const int version = landlock_version();
        if (version == 0) return say("the kernel has none, or it is switched off");
        return say("{0} (version {1})", outcome, version);
    }
};

}  // namespace

const Sandbox& landlock_sandbox() {
    static const LandlockSandbox sandbox;
    return sandbox;
}

}  // namespace grader
