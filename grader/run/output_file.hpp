#pragma once

#include "runtime/io/descriptor.hpp"

#include <cstddef>
#include <string>

namespace grader {

/// Where a submission's process writes its standard output and standard error: a file in memory. Unlike a
/// pipe it never makes the writer wait, and how much stands in it can be told between two events.
class OutputFile {
public:
    /// Throws std::system_error when there are too many descriptors.
    OutputFile();

    int descriptor() const { return file_.get(); }

    /// How much stands in it, in bytes.
    std::size_t size() const;

    /// Forgets what was written so far.
    void clear();

    /// What was written since the last call, up to `wanted` bytes from the start.
    std::string read_up_to(std::size_t wanted);
    /// What was written since the last call, all of it.
    std::string read_rest();

private:
    aio::Descriptor file_;
    std::size_t read_ = 0;
};

}  // namespace grader
