#include "grader/compile/work_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <tuple>

namespace grader {

namespace {

namespace fs = std::filesystem;

constexpr const char* prefix = "awaitlab-work-";

aio::Descriptor open_folder(const fs::path& path) {
    return aio::Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

bool lock(const aio::Descriptor& folder) { return ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0; }

/// A new folder, locked. Empty path: another grader removed it before it was locked.
std::pair<fs::path, aio::Descriptor> make_folder() {
    std::string name = (fs::temp_directory_path() / (std::string(prefix) + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    aio::Descriptor folder = open_folder(name);
    if (folder.get() < 0 && errno != ENOENT) {
        const int problem = errno;
        ::rmdir(name.c_str());
        throw std::system_error(problem, std::generic_category(), name);
    }
    const bool ours = folder.get() >= 0 && lock(folder) && fs::exists(name);
    return {ours ? fs::path(name) : fs::path(), std::move(folder)};
}

}  // namespace

WorkFolder::WorkFolder() {
    while (path_.empty()) std::tie(path_, lock_) = make_folder();
}

void remove_abandoned_work_folders() {
    std::error_code ignored;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(fs::temp_directory_path(ignored), ignored)) {
        if (!entry.path().filename().string().starts_with(prefix)) continue;
        const aio::Descriptor folder = open_folder(entry.path());
        if (folder.get() >= 0 && lock(folder)) fs::remove_all(entry.path(), ignored);
    }
}

}  // namespace grader
