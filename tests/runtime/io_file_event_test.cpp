#include "runtime/aio.hpp"
#include "runtime/io/file_event.hpp"

#include <doctest/doctest.h>

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

using namespace std::chrono_literals;

namespace {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = std::filesystem::temp_directory_path() / "aio-XXXXXX";
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void save(const std::filesystem::path& file) { std::ofstream(file) << "text"; }

aio::Coroutine<> save_later(std::filesystem::path file) {
    co_await aio::sleep(1ms);
    save(file);
}

aio::Coroutine<bool> nothing_comes(aio::FileEvents& events) {
    try {
        co_await aio::timeout(5ms, events.next());
    } catch (const aio::TimeoutError&) {
        co_return true;
    }
    co_return false;
}

}  // namespace

namespace {
aio::Coroutine<> folder_is_watched(std::filesystem::path folder) {
    aio::FileEvents events(folder);
    aio::Task<> saving = aio::create_task(save_later(folder / "a.cpp"));
    const std::string first = co_await events.next();
    CHECK(first == "a.cpp");
    co_await saving;
    std::filesystem::rename(folder / "a.cpp", folder / "b.cpp");
    std::string name;
    while (name != "b.cpp") name = co_await events.next();
}
}  // namespace
TEST_CASE("a change in a watched folder gives the file's name") {
    const TemporaryFolder folder;
    aio::run(folder_is_watched(folder.path()));
}

namespace {
aio::Coroutine<> file_is_watched(std::filesystem::path folder) {
    save(folder / "mine");
    aio::FileEvents events(folder / "mine");
    save(folder / "other");
    const bool quiet = co_await nothing_comes(events);
    CHECK(quiet);
    for (int i = 0; i < 2;
         ++i) {  // twice: the first time replaces the file that was there when watching began
        std::filesystem::rename(folder / "other", folder / "mine");
        const std::string name = co_await events.next();
        CHECK(name == "mine");
        save(folder / "other");
    }
}
}  // namespace
TEST_CASE("a watched file is noticed also when another is renamed over it") {
    const TemporaryFolder folder;
    aio::run(file_is_watched(folder.path()));
}

namespace {
aio::Coroutine<> wait_for_ever(aio::FileEvents events) {
    for (;;) co_await events.next();
}
aio::Coroutine<> left_waiting(std::filesystem::path folder) {
    aio::create_task(wait_for_ever(aio::FileEvents(folder)));
    co_await aio::sleep(1ms);
    CHECK_THROWS_AS(aio::FileEvents(folder / "missing" / "file"), std::system_error);
}
}  // namespace
TEST_CASE("watching can end while somebody waits, and a missing folder is an error") {
    const TemporaryFolder folder;
    aio::run(left_waiting(folder.path()));
}
