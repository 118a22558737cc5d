#include "grader/commands/arguments.hpp"
#include "grader/commands/commands.hpp"
#include "grader/report/utf8.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

namespace {

using grader::Language;

/// What the student reads goes to standard output, or to standard error where the JSON takes that.
bool wants_colour(int screen) {
    const char* const no_colour = std::getenv("NO_COLOR");  // no-color.org
    const char* const terminal = std::getenv("TERM");
    return ::isatty(screen) == 1 && (no_colour == nullptr || *no_colour == '\0') &&
           (terminal == nullptr || std::string_view(terminal) != "dumb");
}

/// Does what was asked for, and gives the exit code.
struct Carry {
    int operator()(const grader::Answer& answer) const {
        std::fputs(answer.text.c_str(), answer.exit_code == 0 ? stdout : stderr);
        return answer.exit_code;
    }
    int operator()(grader::CheckOptions options) const {
        options.colour = wants_colour(options.json_path == "-" ? STDERR_FILENO : STDOUT_FILENO);
        return grader::check(options);
    }
    int operator()(grader::ReplayOptions options) const {
        options.colour = wants_colour(STDOUT_FILENO);
        return grader::replay(options);
    }
    int operator()(const grader::RunRequest& request) const {
        return grader::run_live(request.what, request.exercises, request.language, request.allow_uncontained);
    }
    int operator()(const grader::ListRequest& request) const {
        return grader::list(request.exercises, request.language);
    }
    int operator()(const grader::ExerciseRequest& request) const {
        return request.make
                   ? grader::new_exercise(request.what, request.language)
                   : grader::check_exercise(request.what, request.language, request.allow_uncontained);
    }
    int operator()(const grader::DoctorRequest& request) const { return grader::doctor(request.language); }
};

/// Whether some descriptors can still be opened. Without its first ones libuv gives up by abort().
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
        return std::visit(Carry{}, grader::read_arguments(arguments, language));
    } catch (const std::exception& error) {
        return fault_of_ours(language, error.what());
    } catch (...) {
        // aio::CancelledError, for one, is no std::exception.
        return fault_of_ours(language, "?");
    }
}
