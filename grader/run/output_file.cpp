#include "grader/run/output_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace grader {

OutputFile::OutputFile() : file_(memfd_create("output", MFD_CLOEXEC)) {
    if (file_.get() < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
    fcntl(file_.get(), F_SETFL, O_APPEND);  // so that after clear() the next byte is the first
}

void OutputFile::clear() {
    read_ = 0;
    if (ftruncate(file_.get(), 0) != 0) throw std::system_error(errno, std::generic_category(), "ftruncate");
}

std::size_t OutputFile::size() const {
    struct stat facts{};
    return fstat(file_.get(), &facts) == 0 ? static_cast<std::size_t>(facts.st_size) : 0;
}

std::string OutputFile::read_up_to(std::size_t wanted) {
    // The number comes from the submission, so it may be wrong; the file's size is the limit.
    const std::size_t end = std::min(wanted, size());
    if (end <= read_) return {};
    std::string text(end - read_, '\0');
    const ssize_t got = pread(file_.get(), text.data(), text.size(), static_cast<off_t>(read_));
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    read_ += text.size();
    return text;
}

std::string OutputFile::read_rest() { return read_up_to(SIZE_MAX); }

}  // namespace grader
