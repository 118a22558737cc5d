#include "tests/hostile/hosting.hpp"
#include "tests/grader/failures.hpp"

#include "grader/box/detect.hpp"
#include "grader/grading/grade.hpp"
#include "runtime/aio.hpp"
#include "tests/grader/test_environment.hpp"

#include <doctest/doctest.h>

#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <thread>

namespace hostile {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// What the attacks call the files that they try to leave, and where they look for the secret.
constexpr const char* telltale = "awaitlab-hostile";
constexpr key_t telltale_key = 0x0a11ab;
const fs::path secret_folder = "/tmp/awaitlab-hostile";

/// Folders of this test's own: one to hand in from, and one that the grader takes for that of temporary
/// files, so that nobody else's come and go in it.
class OwnFolders {
public:
    OwnFolders() {
        std::string name = "/tmp/awaitlab-watched-XXXXXX";
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
        desk = folder_ / "desk";
        temporary = folder_ / "temporary";
        for (const fs::path& one : {folder_, desk, temporary}) {
            fs::create_directories(one);
            fs::permissions(one, fs::perms(0755));
        }
        ::setenv("TMPDIR", temporary.c_str(), 1);
        fs::create_directories(secret_folder);
        std::ofstream(secret_folder / "secret") << "int " << secret() << " = ;\n";
        ::setenv("AWAITLAB_HOSTILE", secret().c_str(), 1);
        // Whoever loses his parent becomes a child of ours: so nobody can slip away.
        ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    }
    OwnFolders(const OwnFolders&) = delete;
    OwnFolders& operator=(const OwnFolders&) = delete;
    ~OwnFolders() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
        fs::remove_all(secret_folder, ignored);
    }

    fs::path desk;
    fs::path temporary;

private:
    fs::path folder_;
};

const OwnFolders& own_folders() {
    static const OwnFolders folders;
    return folders;
}

const grader::Environment& environment() {
    own_folders();
    static const grader::Expected<grader::Environment> opened = test_environment::open();
    REQUIRE_MESSAGE(opened, failures::sentence(opened));
    return *opened;
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

Attack read_attack(const fs::path& path) {
    Attack attack;
    attack.file = path;
    attack.modes = {"bubblewrap", "landlock", "rlimits"};
    attack.exercise = grader::find_exercise("toaster");
    std::ifstream file(path);
    for (std::string line; std::getline(file, line) && line.starts_with("// ");) {
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) continue;
        const std::string key = line.substr(3, colon - 3);
        const std::string value = line.substr(colon + 2);
        if (key == "Outcome") attack.outcomes = split(value, " | ");
        if (key == "Exercise") attack.exercise = grader::find_exercise(value);
        if (key == "Modes") attack.modes = split(value, " ");
        if (key == "Must not contain") attack.must_not_contain.push_back(value);
    }
    attack.takes_long = std::ranges::any_of(attack.outcomes, [](const std::string& outcome) {
        return outcome == "timed_out" || outcome == "compile_limit";
    });
    return attack;
}

aio::Coroutine<std::vector<grader::Graded>> grade_all(std::vector<Job> jobs,
                                                      const grader::Environment& place) {
    std::vector<aio::Coroutine<grader::Graded>> all;
    for (const Job& job : jobs) {
        grader::Assignment assignment;
        assignment.path = job.file.string();
        assignment.name = job.file.filename().string();
        assignment.exercise = job.exercise;
        all.push_back(grader::grade(std::move(assignment), place));
    }
    std::vector<grader::Graded> graded = co_await aio::gather(all);
    co_return graded;
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

/// Where an attack may have left a file, and what it may have changed of ours: one line for each entry.
std::vector<std::string> files_now() {
    std::vector<std::string> lines;
    std::error_code ignored;
    for (const char* folder :
         {"/", "/tmp", "/var/tmp", "/dev/shm", "/root", "/home", "/etc", "/usr", "/usr/lib", "/run", "."}) {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
            const fs::path& path = entry.path();
            if (path != secret_folder && path.filename().string().starts_with(telltale))
                lines.push_back(path);
        }
    }
    for (const fs::path& folder :
         {fs::path(AWAITLAB_SOURCE_DIR "/exercises"), fs::path(AWAITLAB_SOURCE_DIR "/reference"),
          fs::path(AWAITLAB_BUILD_DIR "/kit"), own_folders().temporary, secret_folder}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, ignored)) {
            std::ostringstream line;
            line << entry.path().string() << ' ' << entry.last_write_time(ignored).time_since_epoch().count();
            if (entry.is_regular_file(ignored)) line << ' ' << entry.file_size(ignored);
            lines.push_back(line.str());
        }
    }
    std::ranges::sort(lines);
    return lines;
}

std::size_t descriptors_now() {
    const fs::directory_iterator all("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

/// "process 123 (bash)" for each child of ours, those that lost their parents among them.
std::vector<std::string> children_now() {
    std::vector<std::string> children;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator("/proc", ignored)) {
        if (entry.path().filename().string().find_first_not_of("0123456789") != std::string::npos) continue;
        std::ifstream file(entry.path() / "stat");
        std::string stat;
        std::getline(file, stat, '\0');  // nothing when it has ended meanwhile
        // "123 (name) S 1 …": the state, then the parent. The name may hold anything, brackets too.
        const std::size_t after_name = stat.rfind(") ");
        if (after_name == std::string::npos) continue;
        std::istringstream rest(stat.substr(after_name + 2));
        char state = 0;
        pid_t parent = 0;
        rest >> state >> parent;
        if (parent == ::getpid() && state != 'Z')
            children.push_back("process " + stat.substr(0, after_name + 1));
    }
    return children;
}

}  // namespace

std::vector<Attack> attacks() {
    std::vector<Attack> all;
    const char* chosen = std::getenv("AWAITLAB_ATTACK");
    const std::vector<std::string> only = split(chosen != nullptr ? chosen : "", ",");
    for (const char* stage : {"compile", "run"}) {
        for (const auto& entry :
             fs::directory_iterator(fs::path(AWAITLAB_SOURCE_DIR "/tests/hostile") / stage)) {
            const bool wanted = chosen == nullptr || std::ranges::any_of(only, [&](const std::string& word) {
                                    return entry.path().filename().string().find(word) != std::string::npos;
                                });
            if (wanted && entry.path().extension() == ".cpp") all.push_back(read_attack(entry.path()));
        }
    }
    std::ranges::sort(all, [](const Attack& one, const Attack& other) {
        return std::pair(!one.takes_long, one.file) < std::pair(!other.takes_long, other.file);
    });
    return all;
}

Mode mode(const std::string& name) {
    const grader::Sandbox* named = grader::find_sandbox(name);
    const grader::Tried tried = aio::run(grader::try_sandbox(
        named != nullptr ? *named : *grader::sandboxes().back(), environment().kit.needed_to_run()));
    return {name, tried.works, "this machine does not contain programs by " + name + ": " + tried.why_not};
}

Mode best_mode() {
    for (const char* name : {"bubblewrap", "landlock"}) {
        const Mode one = mode(name);
        if (one.containment) return one;
    }
    return mode("rlimits");
}

std::vector<grader::Verdict> grade(const std::vector<Job>& jobs, const grader::Containment& containment) {
    grader::Environment place = environment();
    place.containment = containment;
    std::vector<grader::Verdict> verdicts;
    for (grader::Graded& graded : aio::run(grade_all(jobs, place)))
        verdicts.push_back(std::move(graded.verdict));
    return verdicts;
}

const fs::path& desk() { return own_folders().desk; }

const std::string& secret() {
    static const std::string text = "secret_of_process_" + std::to_string(::getpid());
    return text;
}

std::string filled_in(std::string text) {
    char hostname[256] = {};
    ::gethostname(hostname, sizeof hostname - 1);
    const std::time_t now = std::time(nullptr);
    char today[32] = {};
    std::strftime(today, sizeof today, "%b %e %Y", std::localtime(&now));  // as __DATE__ spells it
    replace_all(text, "{secret}", secret());
    replace_all(text, "{hostname}", hostname);
    replace_all(text, "{today}", today);
    return text;
}

Traces::Traces() {
    // What is opened once for all gradings is open afterwards.
    [[maybe_unused]] static const auto first = [] {
        const grader::Exercise* toaster = grader::find_exercise("toaster");
        return grade({{grader::reference_path(*toaster), toaster}}, *best_mode().containment);
    }();
    files_ = files_now();
    descriptors_ = descriptors_now();
}

std::vector<std::string> Traces::left_behind() const {
    std::vector<std::string> left;
    // Who was killed a moment ago may still be on his way out.
    for (int tries = 0; tries < 200 && !children_now().empty(); ++tries) std::this_thread::sleep_for(10ms);
    for (const std::string& child : children_now()) left.push_back(child);
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    const std::vector<std::string> files = files_now();
    std::ranges::set_symmetric_difference(files_, files, std::back_inserter(left));
    if (const std::size_t now = descriptors_now(); now != descriptors_) {
        left.push_back(std::to_string(now) + " open descriptors, where there were " +
                       std::to_string(descriptors_));
    }
    if (::shmget(telltale_key, 0, 0) >= 0) left.push_back("shared memory");
    return left;
}

}  // namespace hostile
