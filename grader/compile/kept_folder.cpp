#include "grader/compile/kept_folder.hpp"

#include "runtime/sleep.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

namespace grader {

aio::Coroutine<aio::Descriptor> lock_file(std::string path) {
    aio::Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (file.get() < 0) throw std::system_error(errno, std::generic_category(), path);
    while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            throw std::system_error(errno, std::generic_category(), path);
        co_await aio::sleep(std::chrono::milliseconds(50));
    }
    co_return std::move(file);
}

}  // namespace grader
