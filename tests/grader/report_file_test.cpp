#include "grader/report/file.hpp"
#include "tests/grader/french.hpp"

#include "tests/grader/report_sample.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

using namespace grader;
using report_sample::contains;
namespace fs = std::filesystem;

namespace {

/// An empty folder of our own.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "awaitlab-file-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::ptrdiff_t entries() const {
        return std::distance(fs::directory_iterator(path_), fs::directory_iterator());
    }

private:
    fs::path path_;
};

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The sentence in English; both must be there, and name what it is about.
std::string complaint(const std::string& path, const std::string& bytes = "new") {
    const std::optional<Text> text = write_file(path, bytes);
    REQUIRE(text);
    CHECK_FALSE(text->in(french()).empty());
    CHECK_NE(text->in(french()), text->in(Language::english));
    return text->in(Language::english);
}

/// Standard output goes to `descriptor` while this lives.
class StandardOutputTo {
public:
    explicit StandardOutputTo(int descriptor) : before_(::dup(STDOUT_FILENO)) {
        std::fflush(stdout);
        ::dup2(descriptor, STDOUT_FILENO);
    }
    StandardOutputTo(const StandardOutputTo&) = delete;
    StandardOutputTo& operator=(const StandardOutputTo&) = delete;
    ~StandardOutputTo() {
        ::dup2(before_, STDOUT_FILENO);
        ::close(before_);
    }

private:
    int before_;
};

}  // namespace

TEST_CASE("a new file holds the bytes, has the usual rights, and nothing is left beside it") {
    const Folder folder;
    const std::string path = folder / "verdict.json";
    const mode_t mask = ::umask(022);
    CHECK_FALSE(write_file(path, std::string("a\0b", 3)));
    ::umask(mask);
    CHECK_EQ(bytes_of(path), std::string("a\0b", 3));
    CHECK_EQ(fs::status(path).permissions(), fs::perms{0644});
    CHECK_EQ(folder.entries(), 1);
}

TEST_CASE("an old file is replaced whole and keeps its rights") {
    const Folder folder;
    const std::string path = folder / "verdict.json";
    std::ofstream(path) << "something much longer than what comes";
    fs::permissions(path, fs::perms{0600});
    CHECK_FALSE(write_file(path, "new"));
    CHECK_EQ(bytes_of(path), "new");
    CHECK_EQ(fs::status(path).permissions(), fs::perms{0600});
    CHECK_EQ(folder.entries(), 1);
}

TEST_CASE("a symbolic link stays one, and what it points at is replaced") {
    const Folder folder;
    std::ofstream(folder / "real") << "old";
    fs::create_symlink("real", folder / "link");
    CHECK_FALSE(write_file(folder / "link", "new"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK_EQ(bytes_of(folder / "real"), "new");
}

TEST_CASE("a name without a folder is a file of the current one") {
    const Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder / "");
    CHECK_FALSE(write_file("verdict.json", "new"));
    fs::current_path(before);
    CHECK_EQ(bytes_of(folder / "verdict.json"), "new");
}

TEST_CASE("a device is written to and stays a device") {
    CHECK_FALSE(write_file("/dev/null", "new"));
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a folder that does not exist is named, with what to do") {
    const Folder folder;
    const std::string said = complaint(folder / "missing/verdict.json");
    CHECK(contains(said, "the folder " + (folder / "missing/") + " does not exist"));
    CHECK(contains(said, "make it first"));
}

TEST_CASE("a path that is a folder is refused, with an example of a file in it") {
    const Folder folder;
    fs::create_directory(folder / "results");
    CHECK(contains(complaint(folder / "results"), "is a folder"));
    CHECK(contains(complaint(folder / "results"), (folder / "results") + "/verdict.json"));
    CHECK(contains(complaint(folder / "results/"), (folder / "results/verdict.json")));
}

TEST_CASE("a file in the place of a folder is named") {
    const Folder folder;
    std::ofstream(folder / "file") << "old";
    CHECK(contains(complaint(folder / "file/verdict.json"), "is not a folder"));
    CHECK_EQ(bytes_of(folder / "file"), "old");
}

TEST_CASE("a path that cannot be written to is named") {
    // Not even root may make a file there.
    CHECK(contains(complaint("/proc/sys/kernel/verdict.json"),
                   "/proc/sys/kernel/verdict.json cannot be written"));
}

TEST_CASE("a full disk is named") { CHECK(contains(complaint("/dev/full"), "there is no room left")); }

TEST_CASE("when there is no room, the old file stays whole and nothing half-written is left") {
    const Folder folder;
    const std::string path = folder / "verdict.json";
    std::ofstream(path) << "old";
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{1000, before.rlim_max};
    const auto handler = ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const std::optional<Text> said = write_file(path, std::string(5000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, handler);
    REQUIRE(said);
    CHECK(contains(said->in(Language::english), "no room left"));
    CHECK(contains(said->in(french()), "n'a pas changé"));
    CHECK_EQ(bytes_of(path), "old");
    CHECK_EQ(folder.entries(), 1);
}

TEST_CASE(
    "a process that is killed in the middle of writing leaves the old file whole, and nothing beside it") {
    Folder folder;
    const std::string path = folder / "verdict.json";
    std::ofstream(path) << "old";
    const pid_t killed = ::fork();
    if (killed == 0) {
        std::signal(SIGXFSZ, SIG_DFL);
        const rlimit room{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &room);
        const rlimit no_core{0, 0};
        ::setrlimit(RLIMIT_CORE, &no_core);
        ::_exit(write_file(path, std::string(1 << 20, 'x')) ? 1 : 0);
    }
    int status = 0;
    REQUIRE(::waitpid(killed, &status, 0) == killed);
    CHECK(WIFSIGNALED(status));
    CHECK(bytes_of(path) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a name that is too long, empty or cut by a zero byte gives a sentence") {
    const Folder folder;
    CHECK(contains(complaint(folder / std::string(300, 'x')), "File name too long"));
    CHECK_EQ(folder.entries(), 0);
    CHECK(contains(complaint(""), "no usable name"));
    CHECK(contains(complaint(std::string("/tmp/a\0b", 8)), "no usable name"));
}

TEST_CASE("escape sequences in a name are not printed raw") {
    CHECK_FALSE(contains(complaint("/nowhere\x1b[2J/verdict.json"), "\x1b"));
}

TEST_CASE("- is standard output, whole even when its reader is slow") {
    int ends[2];
    REQUIRE_EQ(::pipe(ends), 0);
    // Small and non-blocking: every write is a short one, and many find no room.
    ::fcntl(ends[1], F_SETPIPE_SZ, 4096);
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    const std::string bytes(200'000, 'x');
    std::string read;
    std::thread reader([&] {
        char buffer[1000];
        while (const ssize_t count = ::read(ends[0], buffer, sizeof buffer)) {
            read.append(buffer, static_cast<std::size_t>(count));
        }
    });
    std::optional<Text> said;
    {
        const StandardOutputTo pipe(ends[1]);
        said = write_file("-", bytes);
    }
    ::close(ends[1]);
    reader.join();
    ::close(ends[0]);
    CHECK_FALSE(said);
    CHECK_EQ(read.size(), bytes.size());
}

TEST_CASE("standard output without a reader is a sentence, not a signal") {
    int ends[2];
    REQUIRE_EQ(::pipe(ends), 0);
    ::close(ends[0]);
    std::optional<Text> said;
    {
        const StandardOutputTo pipe(ends[1]);
        said = write_file("-", "new");
    }
    ::close(ends[1]);
    REQUIRE(said);
    CHECK(contains(said->in(Language::english), "stopped early"));
    const bool as_before = ::signal(SIGPIPE, SIG_DFL) == SIG_DFL;
    CHECK(as_before);
}
