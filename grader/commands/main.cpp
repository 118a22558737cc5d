#include "grader/commands/command_line.hpp"
#include "grader/report/utf8.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <system_error>
#include <vector>

namespace {

using grader::Language;

/// Whether some descriptors can still be opened. libuv calls abort() if it cannot open its first ones.
bool can_open_files() {
    constexpr int enough = 24;
    std::vector<int> opened;
    while (opened.size() < enough && (opened.empty() || opened.back() >= 0)) {
        opened.push_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    const bool could = opened.back() >= 0;
    const int problem = errno;
    for (const int descriptor : opened) ::close(descriptor);
    errno = problem;
    return could;
}

int fault_of_ours(Language language, const char* what) {
    const grader::Text sentence =
        grader::say("The grader failed, not you; please report this: {0}", grader::visible(what));
    std::fprintf(stderr, "%s\n", sentence.in(language).c_str());
    return 3;
}

}  // namespace

int main(int argc, char** argv) {
    const Language language =
        grader::language_of_locale(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
    try {
        if (!can_open_files())
            throw std::system_error(errno, std::generic_category(), "opening files (see ulimit -n)");
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        return grader::CommandLine(arguments, language).run();
    } catch (const std::exception& error) {
        return fault_of_ours(language, error.what());
    } catch (...) {
        // aio::CancelledError, for one, is no std::exception.
        return fault_of_ours(language, "?");
    }
}
