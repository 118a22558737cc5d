#pragma once

#include "runtime/io/descriptor.hpp"

#include <cstddef>
#include <string>

namespace grader {

/// Where a submission's process writes its standard output and standard error: a file in memory. Unlike a
/// pipe it never makes the writer wait, and its length is known between two events.
class OutputFile {
public:
    /// Throws std::system_error when there are too many descriptors.
    OutputFile();

    int descriptor() const { return file_.get(); }

    /// Its length in bytes.
    std::size_t size() const;

    /// Discards everything that was written so far.
    void clear();

    /// The bytes written since the last call, up to `wanted` bytes from the start.
    std::string read_up_to(std::size_t wanted);
    /// All bytes written since the last call.
    std::string read_rest();

private:
    aio::Descriptor file_;
    std::size_t read_ = 0;
};

}  // namespace grader
