#pragma once

#include "runtime/coroutine.hpp"
#include "runtime/loop/task_state.hpp"

#include <filesystem>
#include <string>

namespace aio {

namespace detail {
class FileEventsState;
}

/// What changes in a folder, or to one file, from the moment this is made. Folders inside the folder are not
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

    /// Waits for a change and gives the name, without folder, of what was made, written, renamed or removed.
    /// A name stands only once among those not asked for yet; saving a file can still give it several times
    /// in a row. Throws RuntimeError when somebody else waits already.
    Coroutine<std::string> next();

private:
    detail::Reference<detail::FileEventsState> state_;
};

}  // namespace aio
