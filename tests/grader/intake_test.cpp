#include "grader/intake/intake.hpp"
#include "grader/exercise/course.hpp"
#include "tests/grader/french.hpp"
#include "tests/grader/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>

using namespace grader;

namespace {

constexpr std::size_t megabyte = 1 << 20;

Submission taken(const std::string& path) {
    auto result = take_in(path);
    REQUIRE_MESSAGE(std::holds_alternative<Submission>(result), path);
    return std::get<Submission>(std::move(result));
}

NotASubmission refused(const std::string& path) {
    auto result = take_in(path);
    REQUIRE_MESSAGE(std::holds_alternative<NotASubmission>(result), path);
    const auto& refusal = std::get<NotASubmission>(result);
    CHECK_FALSE(refusal.reason.in(french()).empty());
    CHECK(refusal.reason.in(french()) != refusal.reason.in(Language::english));
    return refusal;
}

bool says(const NotASubmission& refusal, const std::string& words) {
    return refusal.reason.in(Language::english).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("intake: a file is taken in with its bytes, its name, its size and its digest") {
    const TemporaryFolder folder;
    const std::string path = folder.write("toaster.cpp", "abc");
    const Submission submission = taken(path);
    CHECK(submission.bytes == "abc");
    CHECK(submission.path == path);
    CHECK(submission.facts.file == "toaster.cpp");
    CHECK(submission.facts.bytes == 3);
    CHECK(submission.facts.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("intake: an empty file is a submission, if a poor one") {
    const TemporaryFolder folder;
    CHECK(taken(folder.write("toaster.cpp")).facts.bytes == 0);
}

TEST_CASE("intake: bytes that are no text are kept as they are") {
    const TemporaryFolder folder;
    const std::string bytes("// \0 \xff\xfe caf\xe9\r\n\x1b[31m", 19);
    CHECK(taken(folder.write("toaster.cpp", bytes)).bytes == bytes);
}

TEST_CASE("intake: a megabyte is taken, a byte more is not") {
    const TemporaryFolder folder;
    CHECK(taken(folder.write("just.cpp", std::string(megabyte, 'x'))).bytes.size() == megabyte);
    const NotASubmission refusal = refused(folder.write("more.cpp", std::string(megabyte + 1, 'x')));
    CHECK(says(refusal, "is larger than 1 MB"));
    CHECK(refusal.facts.bytes == megabyte + 1);
    CHECK_FALSE(refusal.unreadable);
}

TEST_CASE("intake: a huge file with nothing in it costs no memory") {
    const TemporaryFolder folder;
    const std::string path = folder.write("sparse.cpp");
    std::filesystem::resize_file(path, std::uintmax_t{1} << 40);
    CHECK(says(refused(path), "is larger than 1 MB"));
}

TEST_CASE("intake: a link is not followed, wherever it leads") {
    const TemporaryFolder folder;
    folder.write("real.cpp", "secret");
    for (const char* target : {"real.cpp", "nowhere.cpp", "/etc/passwd", "link.cpp"}) {
        const std::string link = folder / "link.cpp";
        std::filesystem::create_symlink(target, link);
        CHECK(says(refused(link), "is a link: hand in the file itself"));
        std::filesystem::remove(link);
    }
}

TEST_CASE("intake: a pipe that nobody writes to is refused, and not waited for") {
    const TemporaryFolder folder;
    const std::string path = folder / "toaster.cpp";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    CHECK(says(refused(path), "is no regular file"));
}

TEST_CASE("intake: a folder and a device are refused") {
    const TemporaryFolder folder;
    CHECK(says(refused(folder.path()), "is no regular file"));
    CHECK(says(refused("/dev/zero"), "is no regular file"));
}

TEST_CASE("intake: a socket is refused") {
    const TemporaryFolder folder;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder / "a.cpp";
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    CHECK(says(refused(path), "cannot be read"));
    ::close(socket);
}

TEST_CASE("intake: a file that is not there is refused, with its facts") {
    const TemporaryFolder folder;
    const NotASubmission refusal = refused(folder / "toaster.cpp");
    CHECK(says(refusal, "No such file or directory"));
    CHECK(refusal.facts.file == "toaster.cpp");
    CHECK(refusal.facts.sha256 == sha256(""));
    CHECK_FALSE(refusal.unreadable);
}

TEST_CASE("intake: a file we may not read is told apart from the others") {
    const TemporaryFolder folder;
    const std::string path = folder.write("toaster.cpp", "abc");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    if (::geteuid() == 0) {
        MESSAGE("not tried as root, who may read everything");
        return;
    }
    CHECK(refused(path).unreadable);
}

TEST_CASE("intake: a name may be as odd as file names can be") {
    const TemporaryFolder folder;
    for (const std::string name :
         {"l'été à Noël.cpp", "-rf.cpp", "a b\tc\nd.cpp", "\xff\xfe.cpp", "$(reboot).cpp", "..cpp"}) {
        CHECK(taken(folder.write(name, "x")).facts.file == name);
    }
}

TEST_CASE("sha256: gives the digests of FIPS 180-4's examples") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("code_digest: comments and white space do not count") {
    const std::string plain = code_digest("int main() { return 0; }");
    CHECK(code_digest("int main()\n{\n\treturn 0;\r\n}\n") == plain);
    CHECK(code_digest("// hello\nint main() { return 0; } // bye") == plain);
    CHECK(code_digest("int /* a \n * b */ main() { return /**/ 0; }") == plain);
    CHECK(code_digest("int main() { return 0; } // \"quoted\" in a comment") == plain);
    CHECK(code_digest("int main() { return 0; } /* never closed") == plain);
}

TEST_CASE("code_digest: code does count, and so does text in quotes") {
    CHECK(code_digest("int a;") != code_digest("int b;"));
    CHECK(code_digest("f(\"a b\")") != code_digest("f(\"ab\")"));
    CHECK(code_digest("f(\"// a\")") != code_digest("f(\"// b\")"));
    CHECK(code_digest("f(\"/*\"); g(); h(\"*/\")") != code_digest("f(\"/*\"); h(\"*/\")"));
    CHECK(code_digest(R"(f("\"// a"))") != code_digest(R"(f("\"// b"))"));
    CHECK(code_digest(R"(f("\\"); // a)") == code_digest(R"(f("\\"); // b)"));
    CHECK(code_digest("f(' ')") != code_digest("f('')"));
    CHECK(code_digest("f('\"'); // a") == code_digest("f('\"'); // b"));
}

TEST_CASE("code_digest: any bytes have one") {
    for (const std::string bytes : {"", "\"", "'", "\\", "/", "/*", "//", "\"\\"})
        CHECK(code_digest(bytes).size() == 64);
    CHECK(code_digest(std::string(1000, '\0')).size() == 64);
}

TEST_CASE("code_digest: the stubs are the ones the course knows") {
    for (const Exercise& exercise : exercises()) {
        const Submission stub = taken(stub_path(exercise).string());
        CHECK_MESSAGE(code_digest(stub.bytes) == exercise.stub_digest, exercise.name);
    }
}
