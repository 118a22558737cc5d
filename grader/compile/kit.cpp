#include "grader/compile/kit.hpp"

#include "grader/box/open_place.hpp"
#include "grader/compile/exercise_recipe.hpp"
#include "grader/compile/kept_folder.hpp"
#include "grader/compile/kit_recipe.hpp"
#include "runtime/io/descriptor.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <functional>
#include <iterator>
#include <system_error>

// Theory of operation
//
// A kit's folder is made in place, since precompiled headers hold absolute paths and cannot be moved. The
// process that makes it holds a lock on a file beside it, which the kernel releases if the process dies. The
// file `complete` is written last. So an unlocked folder without this file is incomplete, and is made again.

namespace grader {

namespace {

namespace fs = std::filesystem;

constexpr const char* header_folders[] = {"runtime", "grader/compile/kit", "grader/child"};
constexpr int recipe_version = 6;  // counts up whenever kit_recipe.cpp makes another kit of the same things
constexpr const char* complete = complete_name;
constexpr const char* with_precompiled = "precompiled\n";

/// Everything whose change makes another kit necessary, as text.
std::string description(const Toolchain& toolchain, const KitPlaces& places) {
    std::string text = std::to_string(recipe_version) + toolchain.path + toolchain.version + toolchain.linker;
    for (const std::string& flag : submission_flags(toolchain)) text += flag;
    std::vector<std::string> files;
    const auto add = [&files](const fs::path& path) {
        const auto written = fs::last_write_time(path).time_since_epoch().count();
        files.push_back(fmt::format("{} {} {}\n", path.string(), fs::file_size(path), written));
    };
    for (const char* folder : header_folders) {
        for (const auto& entry : fs::recursive_directory_iterator(places.source / folder)) {
            if (entry.path().extension() == ".hpp") add(entry.path());
        }
    }
    for (const auto& entry : fs::directory_iterator(places.libraries)) {
        if (entry.path().extension() == ".a") add(entry.path());
    }
    add(fs::canonical(toolchain.path));
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) text += file;
    return text;
}

/// "clang_19.1.7-": the folders of one compiler begin with it.
std::string prefix(const Toolchain& toolchain) {
    std::string name = toolchain.version + "-";
    for (char& c : name) {
        if (c == ' ' || c == '/') c = '_';
    }
    return name;
}

void copy_headers(const KitPlaces& places, const fs::path& include) {
    for (const char* folder : header_folders) {
        for (const auto& entry : fs::recursive_directory_iterator(places.source / folder)) {
            if (entry.path().extension() != ".hpp") continue;
            const fs::path to = include / entry.path().lexically_relative(places.source);
            fs::create_directories(to.parent_path());
            fs::copy_file(entry.path(), to);
        }
    }
}

void copy_libraries(const KitPlaces& places, const fs::path& to) {
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator(places.libraries)) {
        if (entry.path().extension() == ".a") fs::copy_file(entry.path(), to / entry.path().filename());
    }
}

/// The kits of this compiler that were made from older sources.
void remove_old(const fs::path& current, const std::string& its_prefix) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(current.parent_path(), ignored)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory() && name.starts_with(its_prefix) && entry.path() != current) {
            fs::remove_all(entry.path(), ignored);
            fs::remove(fs::path(entry.path()) += ".lock", ignored);
        }
    }
}

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Makes the folder anew. Gives what went wrong, or nothing.
aio::Coroutine<std::string> make_in(Kit kit, KitPlaces places) {
    fs::remove_all(kit.folder());
    fs::create_directories(kit.folder() / "run");
    copy_headers(places, kit.folder() / "include");
    copy_libraries(places, kit.folder() / "lib");
    std::string fault = co_await make_kit(kit);
    if (fault.empty())
        std::ofstream(kit.folder() / complete) << (kit.precompiled() ? with_precompiled : "plain\n");
    co_return fault;
}

Failure not_prepared(const std::string& why) {
    return {Failure::Fault::ours, say("the compiler's kit could not be prepared: {0}", why)};
}

aio::Coroutine<Expected<Kit>> prepare(Toolchain toolchain, KitPlaces places) {
    const std::size_t hash = std::hash<std::string>()(description(toolchain, places));
    const fs::path folder = places.kept / fmt::format("{}{:016x}", prefix(toolchain), hash);
    fs::create_directories(places.kept);
    if (!fs::exists(folder / complete)) {
        const aio::Descriptor locked = co_await lock_file(folder.string() + ".lock");
        if (!fs::exists(folder / complete)) {
            const bool fast = toolchain.compiler->can_precompile();
            std::string fault;
            if (fast) fault = co_await make_in(Kit(toolchain, folder, true), places);
            if (!fast || !fault.empty()) fault = co_await make_in(Kit(toolchain, folder, false), places);
            if (!fault.empty()) co_return not_prepared(fault);
            remove_old(folder, prefix(toolchain));
        }
    }
    Kit kit(toolchain, folder, read(folder / complete) == with_precompiled);
    co_return kit;
}

}  // namespace

KitPlaces::KitPlaces()
    : source(AWAITLAB_SOURCE_DIR), libraries(AWAITLAB_BUILD_DIR "/kit/lib"), kept(open_place() / "kit") {}

const fs::path& Kit::place_of(const std::string& exercise) const { return parts_.at(exercise).place; }

std::vector<std::string> Kit::needed_to_compile() const {
    std::vector<std::string> folders{folder_.string()};
    for (const auto& [exercise, part] : parts_) folders.push_back(part.place.string());
    return folders;
}

aio::Coroutine<Expected<Kit>> prepare_kit(Toolchain toolchain, KitPlaces places) {
    try {
        Expected<Kit> kit = co_await prepare(std::move(toolchain), std::move(places));
        co_return kit;
    } catch (const std::exception& problem) {
        co_return not_prepared(problem.what());
    }
}

}  // namespace grader
