#include "grader/commands/find_submissions.hpp"
#include "grader/exercise/course.hpp"
#include "grader/report/json.hpp"
#include "tests/grader/schema.hpp"
#include "tests/hostile/hosting.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Submissions that the repository cannot hold: odd files, odd names, odd bytes. Made here, graded, removed.

namespace {

namespace fs = std::filesystem;
using grader::Verdict;

std::string reference() {
    std::ifstream file(AWAITLAB_SOURCE_DIR "/reference/toaster.cpp", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The desk, empty again when this dies.
struct Desk {
    ~Desk() {
        for (const auto& entry : fs::directory_iterator(hostile::desk())) fs::remove_all(entry.path());
    }
    fs::path operator/(const std::string& name) const { return hostile::desk() / name; }
    fs::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(*this / name, std::ios::binary) << bytes;
        return *this / name;
    }
};

Verdict grade_toaster(const fs::path& file) {
    const hostile::Mode mode = hostile::best_mode();
    const std::vector<hostile::Job> jobs = {{file, grader::find_exercise("toaster")}};
    const Verdict verdict = hostile::grade(jobs, *mode.containment).front();
    CHECK(schema::complaints(grader::report_json({verdict})) == "");
    CHECK(grader::verdict_json(verdict).find(hostile::secret()) == std::string::npos);
    return verdict;
}

void check_outcome(const std::string& expected, const fs::path& file) {
    const Verdict verdict = grade_toaster(file);
    CAPTURE(file.filename().string());
    CAPTURE(verdict.reason.in(grader::Language::english));
    CHECK(std::string(grader::word(verdict.outcome)) == expected);
    CHECK(verdict.points == (expected == "passed" ? verdict.max_points : 0));
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

}  // namespace

TEST_CASE("what is no regular file is no submission") {
    const Desk desk;
    fs::create_directory(desk / "folder.cpp");
    REQUIRE(::mkfifo((desk / "pipe.cpp").c_str(), 0644) == 0);
    fs::create_symlink(AWAITLAB_SOURCE_DIR "/reference/toaster.cpp", desk / "link.cpp");
    fs::create_symlink("/tmp/awaitlab-hostile/secret", desk / "link_to_secret.cpp");
    fs::create_symlink("circle.cpp", desk / "circle.cpp");
    for (const char* name :
         {"folder.cpp", "pipe.cpp", "link.cpp", "link_to_secret.cpp", "circle.cpp", "missing.cpp"}) {
        check_outcome("invalid_submission", desk / name);
    }
    check_outcome("invalid_submission", "/dev/zero");
}

TEST_CASE("a file we may not read is no submission") {
    if (::geteuid() == 0) {
        MESSAGE("not tried as root, who may read everything");
        return;
    }
    const Desk desk;
    const fs::path file = desk.write("toaster.cpp", reference());
    fs::permissions(file, fs::perms::none);
    check_outcome("invalid_submission", file);
}

TEST_CASE("a file of 100 MB is no submission") {
    const Desk desk;
    const fs::path file = desk.write("toaster.cpp", reference());
    fs::resize_file(file, 100 << 20);
    check_outcome("invalid_submission", file);
}

TEST_CASE("a name may be any that a file can have") {
    const Desk desk;
    for (const std::string& name :
         {std::string("two\nlines.cpp"), std::string("it's \"quoted\".cpp"),
          std::string("pâte à tartiner 吐司.cpp"), std::string("-rf.cpp"), std::string("--json.cpp"),
          std::string("$(touch awaitlab-hostile-name).cpp"), std::string("a;b|c&d `id`.cpp"),
          std::string("%s%n{}.cpp"), std::string("tab\there.cpp"), std::string("\xff\xfe.cpp"),
          std::string("\x1b[31mred.cpp"), std::string(250, 'x') + ".cpp", std::string("no_extension"),
          std::string("..cpp")}) {
        check_outcome("passed", desk.write(name, reference()));
    }
}

TEST_CASE("a source may be encoded as it likes") {
    const Desk desk;
    const std::string plain = reference();
    check_outcome("passed", desk.write("bom.cpp", "\xef\xbb\xbf" + plain));
    check_outcome("passed", desk.write("crlf.cpp", replaced(plain, "\n", "\r\n")));
    check_outcome("passed", desk.write("tabs.cpp", replaced(plain, "    ", "\t")));
    check_outcome("passed",
                  desk.write("latin1.cpp",
                             replaced(plain, "in the toaster", "pr\xeat \xe0 griller") + "// \xe9t\xe9\n"));
    check_outcome("passed", desk.write("nul.cpp", plain + "// " + std::string(3, '\0') + '\n' +
                                                      std::string(3, '\0') + '\n'));
    check_outcome("passed", desk.write("no_end_of_line.cpp", plain.substr(0, plain.size() - 1)));
    check_outcome("passed", desk.write("form_feeds.cpp", replaced(plain, "\n\n", "\n\f\v\n")));
}

TEST_CASE("a source in an encoding of two bytes does not compile") {
    const Desk desk;
    std::string wide = "\xff\xfe";
    for (const char c : reference()) (wide += c) += '\0';
    check_outcome("compile_error", desk.write("utf16.cpp", wide));
}

TEST_CASE("a source of ten thousand lines is graded like any other") {
    const Desk desk;
    std::string text = reference();
    for (int i = 0; i < 5'000; ++i) {
        text += "// line " + std::to_string(i) + "\nint number_" + std::to_string(i) + "() { return " +
                std::to_string(i) + "; }\n";
    }
    check_outcome("passed", desk.write("toaster.cpp", text));
}

TEST_CASE("a source with a line of half a megabyte is graded like any other") {
    const Desk desk;
    check_outcome("passed",
                  desk.write("toaster.cpp", reference() + "// " + std::string(500'000, 'x') + "\n"));
}

TEST_CASE("an error in a line of half a megabyte fits in a verdict") {
    const Desk desk;
    const fs::path file =
        desk.write("toaster.cpp", reference() + "int " + std::string(500'000, 'x') + " = nobody;\n");
    const Verdict verdict = grade_toaster(file);
    CHECK(std::string(grader::word(verdict.outcome)) == "compile_error");
    CHECK(grader::verdict_json(verdict).size() < (1 << 20));
}

TEST_CASE("what holds no code does not compile") {
    const Desk desk;
    check_outcome("compile_error", desk.write("empty.cpp", ""));
    check_outcome("compile_error", desk.write("blank.cpp", "\n \t\r\n"));
    check_outcome("compile_error", desk.write("nothing.cpp", std::string(1000, '\0')));
}

TEST_CASE("an archive under the name of a source is not unpacked") {
    const Desk desk;
    // One entry of a tar archive, of no bytes: the name, then what a reader needs to believe it.
    std::string entry(1024, '\0');
    entry.replace(0, 24, "../awaitlab-hostile-tar");
    entry.replace(100, 7, "0000644");
    entry.replace(124, 11, "00000000000");
    entry.replace(156, 1, "0");
    entry.replace(257, 5, "ustar");
    const hostile::Traces before;
    check_outcome("compile_error", desk.write("toaster.cpp", entry));
    check_outcome("compile_error", desk.write("toaster.cpp", "PK\x03\x04" + entry));
    for (const std::string& left : before.left_behind()) FAIL_CHECK(left);
}

TEST_CASE("a submission sees no other file of its folder") {
    const Desk desk;
    desk.write("other.cpp", reference());
    desk.write("toaster.hpp", "#error not this one\n");
    check_outcome("compile_error", desk.write("toaster.cpp", "#include \"other.cpp\"\n"));
    check_outcome("passed", desk.write("honest.cpp", reference()));
    if (hostile::best_mode().name == "rlimits") {
        MESSAGE("absolute paths not tried: with rlimits alone the compiler sees the whole machine");
        return;
    }
    check_outcome("compile_error",
                  desk.write("toaster.cpp", "#include \"" + (desk / "other.cpp").string() + "\"\n"));
}

TEST_CASE("two files of the same exercise in one folder are two submissions") {
    const Desk desk;
    desk.write("toaster.cpp", reference());
    desk.write("toaster_2.cpp", reference() + "int x = ;\n");
    const auto found = grader::find_submissions({hostile::desk().string()}, "");
    REQUIRE(found);
    REQUIRE(found->files.size() == 2);
    CHECK(std::string(grader::word(grade_toaster(found->files[0].path).outcome)) == "passed");
    CHECK(std::string(grader::word(grade_toaster(found->files[1].path).outcome)) == "compile_error");
}

TEST_CASE("a folder of odd files has a row for each") {
    const Desk desk;
    fs::create_symlink("/tmp/awaitlab-hostile/secret", desk / "toaster_link.cpp");
    REQUIRE(::mkfifo((desk / "toaster_pipe.cpp").c_str(), 0644) == 0);
    desk.write("toaster_big.cpp", std::string(2 << 20, '/'));
    desk.write("toaster.cpp", reference());
    const auto found = grader::find_submissions({hostile::desk().string()}, "");
    REQUIRE(found);
    REQUIRE(found->files.size() == 4);
    int passed = 0;
    int invalid = 0;
    for (const grader::Found& file : found->files) {
        const grader::Outcome outcome = grade_toaster(file.path).outcome;
        if (outcome == grader::Outcome::passed) ++passed;
        if (outcome == grader::Outcome::invalid_submission) ++invalid;
    }
    CHECK(passed == 1);
    CHECK(invalid == 3);
}
