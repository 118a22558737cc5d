#pragma once

#include "runtime/io/descriptor.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace grader {

/// A new folder. The destructor removes it with everything in it. The folder is locked while this lives. When
/// the grader is killed, the kernel releases the lock, and the next grader knows that the folder is unused.
class WorkFolder {
public:
    /// In the system's folder for temporary files. Throws std::system_error.
    WorkFolder();
    WorkFolder(WorkFolder&& other) noexcept
        : path_(std::exchange(other.path_, {})), lock_(std::move(other.lock_)) {}
    WorkFolder& operator=(WorkFolder&& other) noexcept {
        std::swap(path_, other.path_);
        std::swap(lock_, other.lock_);
        return *this;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }
    std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
    aio::Descriptor lock_;
};

/// Removes the work folders of graders that were killed.
void remove_abandoned_work_folders();

}  // namespace grader
