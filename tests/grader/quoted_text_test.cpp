#include "tests/grader/grade_process.hpp"
#include "tests/grader/utf8_text.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace grade_process;

namespace {

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("commands: what is quoted has its control characters written out, on either stream, in both languages") {
    const TemporaryFolder folder;
    const std::string odd = "odd\x1b[2J\u009b2J\u202e\u2066\x7f\n";
    const std::string name = folder / odd;
    folder.write(odd + "/none.txt");
    folder.write(odd + ".cpp", "int x;\n");
    std::filesystem::create_symlink("nowhere", folder / (odd + "toaster.cpp"));
    const std::string course = folder.write(
        "parcel/exercise.json", "{\"title\": {\"en\": \"\u202e\\u009b\", \"\u009b\": 1}, \"\u2066\x7f\": 1}");
    folder.write("parcel/parcel.hpp");
    const std::vector<std::vector<std::string>> commands = {
        {"check", name},
        {"check", name + ".cpp"},
        {"check", name + "toaster.cpp"},
        {"check", folder / "gone" + odd},
        {"check", "--exercise", odd},
        {"check", "--exercises", name},
        {"check", "--exercises", folder / "parcel"},
        {"check", "toaster", "--json", name},
        {"check", "toaster", "--seed", odd},
        {"check", "toaster", "--lang", odd},
        {"check", "--" + odd},
        {"run", name},
        {"run", name + "toaster.cpp"},
        {"replay", name},
        {"replay", name + ".cpp"},
        {"exercise", "check", name},
        {"exercise", "new", name},
        {"exercise", odd},
        {"list", "--exercises", name},
        {odd},
    };
    for (std::vector<std::string> command : commands) {
        for (const char* language : {"en", "fr"}) {
            CAPTURE(command.front());
            CAPTURE(command.back());
            const Said said = grade(command, {}, {std::string("LC_ALL=") + language});
            CHECK(said.exit_code != 0);
            CHECK(utf8_text::unsafe_in(said.output) == "");
            CHECK(utf8_text::unsafe_in(said.error) == "");
            const std::string all = said.error + said.output;
            CHECK_MESSAGE(!contains(said.error, "\n\n"), said.error);
            CHECK(all.size() > 10);
        }
    }
}
