#pragma once

#include "grader/box/box.hpp"
#include "grader/box/kept_finding.hpp"
#include "grader/texts/text.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// What keeps a boxed program from the rest of the machine. Each has a file of its own, and sandboxes.cpp
/// lists them.
class Sandbox {
public:
    virtual ~Sandbox() = default;

    /// In verdicts, and in AWAITLAB_CONTAINMENT.
    virtual std::string name() const = 0;

    /// The process to start. The caller appends the arguments of `enter` (enter.cpp) to its command.
    virtual aio::ProcessOptions process(const Box& box, bool spare_user) const = 0;

    /// The program that process() starts, for messages.
    virtual std::string program() const { return "enter"; }

    /// Whether it keeps the program from the user's files at all.
    virtual bool contains() const { return true; }

    /// Whether the kernel counts the processes of each box apart, and not all processes of the user.
    virtual bool counts_processes() const { return false; }

    /// The file that remembers that this sandbox works here; only for a sandbox that takes long to try.
    virtual std::optional<KeptFinding> memory() const { return std::nullopt; }

    // For `grade doctor`.
    virtual Text title() const = 0;
    /// The result of trying it, with further details.
    virtual Text described(const Text& outcome) const { return outcome; }
    /// What to do where it does not work, or nothing.
    virtual Text remedy() const { return {}; }
};

/// The best first; the last one contains nothing.
std::span<const Sandbox* const> sandboxes();

/// Null where none has this name.
const Sandbox* find_sandbox(std::string_view name);

/// Whether we can make a namespace of users of our own, which bubblewrap needs.
bool can_make_user_namespaces();

inline constexpr const char* enter_path = AWAITLAB_BUILD_DIR "/kit/bin/enter";

/// `enter` as our own child, in the box's environment and work folder.
aio::ProcessOptions enter_process(const Box& box, bool spare_user);

/// The folders of the machine's own software that a program sees. Some may be missing, or be links.
std::vector<std::string> system_folders(SystemFiles system);

}  // namespace grader
