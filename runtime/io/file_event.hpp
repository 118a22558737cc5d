#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"

#include <filesystem>
#include <string>

namespace aio {

namespace detail {
class FileEventsState;
}

/// Changes in a folder, or of one file, from the moment this is made. Folders inside the folder are not
/// watched. A file is watched by its name, so that an editor that saves by renaming a new file over it is
/// noticed.
class FileEvents {
public:
    /// Throws std::system_error when there is no such folder (or the file's folder), RuntimeError outside
    /// run().
    explicit FileEvents(const std::filesystem::path& path);
    FileEvents(FileEvents&& other) noexcept;
    FileEvents& operator=(FileEvents&& other) noexcept;
    ~FileEvents();

    /// Waits for a change and gives the name, without folder, of a file that was made, written, renamed or
    /// removed. A name that is waiting to be read is not added again; saving a file can still give its name
    /// several times in a row. Throws RuntimeError when another task already waits.
    Coroutine<std::string> next();

private:
    detail::Reference<detail::FileEventsState> state_;
};

}  // namespace aio
