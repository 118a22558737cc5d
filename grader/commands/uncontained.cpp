#include "grader/commands/uncontained.hpp"

#include "grader/box/sandbox.hpp"

namespace grader {

bool is_uncontained(const Containment& containment) { return !containment.sandbox->contains(); }

Text refusal_to_run_uncontained() {
    return say(
        "Nothing here can keep a program from your files: bubblewrap makes no box, and the kernel has no "
        "Landlock. "
        "See grade doctor; for code that you trust, add --allow-uncontained.");
}

Text warning_of_uncontained() {
    return say(
        "What is run here can read and change your files; only system calls and resources are limited.");
}

}  // namespace grader
