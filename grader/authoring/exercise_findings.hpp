#pragma once

#include "grader/report/complain.hpp"
#include "grader/texts/text.hpp"

#include <cstdio>

namespace grader {

/// Prints findings, line by line, and remembers whether all was well.
class Findings {
public:
    explicit Findings(Language language) : language_(language) {}

    void well(const Text& what) { print("  ✓ ", what); }
    void wrong(const Text& what) {
        print("  ✗ ", what);
        all_well_ = false;
    }
    void print(const char* before, const Text& what) const {
        tell(before + what.in(language_));
        std::fflush(stdout);  // some seconds may pass until the next line
    }
    bool all_well() const { return all_well_; }
    /// A fault of the grader: the exercise may be sound or not.
    void failed(const Text& why) {
        fault_ = true;
        complain(why, language_);
    }
    int exit_code() const {
        if (fault_) return 3;
        return all_well_ ? 0 : 1;
    }

private:
    Language language_;
    bool all_well_ = true;
    bool fault_ = false;
};

}  // namespace grader
