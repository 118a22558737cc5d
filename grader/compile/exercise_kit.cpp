#include "grader/compile/exercise_kit.hpp"

#include "grader/box/boxes.hpp"
#include "grader/box/user_cache.hpp"
#include "grader/compile/compile.hpp"
#include "grader/compile/diagnostics.hpp"
#include "grader/compile/exercise_recipe.hpp"
#include "grader/compile/kept_folder.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>

// Theory of operation
//
// As a kit, such a part is made in place under a lock, and `complete` is written into it last: a folder
// without that file is incomplete, and is made again. The folder's name has the hash of everything it is made
// of, including the kit's folder. So another header, driver, compiler or version of awaitlab gets another
// folder. Folders that were not used for a month are removed.

namespace grader {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kept_for{24 * 30};

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    write_file(path, text);
}

std::string folder_name(const Kit& kit, const ExerciseSource& exercise) {
    const std::string rests_on = kit.folder().string() + '\0' + exercise.include_path + '\0' +
                                 exercise.header + '\0' + exercise.driver;
    return fmt::format("{}-{:016x}", exercise.name, std::hash<std::string>()(rests_on));
}

/// "parcel.hpp:3: use of undeclared identifier 'x'", of all that a compiler says.
std::string first_error(const std::string& said) {
    constexpr std::string_view error = "error: ";
    for (std::size_t begin = 0; begin < said.size();) {
        const std::size_t end = std::min(said.find('\n', begin), said.size());
        const std::string line = said.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t at = line.find(error);
        if (at == std::string::npos) continue;
        // Before "error: " the line has FILE:LINE:COLUMN: , and perhaps "fatal ". A file has an absolute
        // path. Any other name comes from a #line of the driver: it is in words, and its line means nothing.
        std::string place = line.substr(0, line.rfind(": ", at));
        place = place.substr(0, place.rfind(':'));
        place =
            place.starts_with('/') ? fs::path(place).filename().string() : place.substr(0, place.rfind(':'));
        return without_controls(place + ": " + line.substr(at + error.size()));
    }
    return without_controls(said);
}

/// Makes a part in its folder.
class Making {
public:
    Making(const Kit& kit, const ExerciseSource& exercise, Containment containment, fs::path folder)
        : kit_(kit), exercise_(exercise), containment_(containment), folder_(std::move(folder)) {
        // A folder that only this user can write to.
        containment_.spare_user = false;
    }

    /// Gives why there is none.
    aio::Coroutine<std::optional<Failure>> make() {
        fs::remove_all(folder_);
        const fs::path header = folder_ / "include" / exercise_.include_path;
        write(header, exercise_.header);
        fs::create_directories(folder_ / "header");  // the same file by two ways is included once
        fs::create_hard_link(header, folder_ / "header" / header.filename());
        write(folder_ / "page.hpp",
              fmt::format("#include \"grader/compile/kit/familiar.hpp\"\n#include \"{}\"\n",
                          exercise_.include_path));
        write(folder_ / "driver.cpp", exercise_.driver);
        ExerciseRecipe recipe(kit_, exercise_.name, folder_,
                              [this](std::vector<std::string> command) { return run(std::move(command)); });
        if (kit_.precompiled()) co_await recipe.precompile();
        if (problems_.empty()) co_await recipe.compile_driver();
        if (problems_.empty() && fault_.empty()) fault_ = co_await recipe.write_scripts();
        std::optional<Failure> failure;
        if (!fault_.empty()) {
            failure.emplace(Failure::Fault::ours, Text(fault_));
        } else if (!problems_.empty()) {
            failure.emplace(Failure::Fault::exercise,
                            say("the exercise {0} does not compile: {1}", exercise_.name, problems_));
        } else {
            write(folder_ / complete_name, "");
        }
        co_return failure;
    }

private:
    aio::Coroutine<Ended> run(std::vector<std::string> command) {
        Box box = compiler_box(kit_limits(), folder_.string());
        box.readable = {kit_.folder().string()};
        Ended ended = co_await run_boxed(box, containment_, std::move(command));
        if (!ended.fault.empty()) {
            fault_ = ended.fault;
        } else if (!ended.ok() && problems_.empty()) {
            problems_ = first_error(ended.standard_error);
            if (problems_.empty()) problems_ = "the compiler gave up without a word";
        }
        co_return ended;
    }

    const Kit& kit_;
    const ExerciseSource& exercise_;
    Containment containment_;
    fs::path folder_;
    std::string problems_;
    std::string fault_;
};

void remove_unused(const fs::path& place) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
        const auto used = fs::last_write_time(entry.path() / complete_name, ignored);
        if (ignored || fs::file_time_type::clock::now() - used < kept_for) continue;
        fs::remove_all(entry.path(), ignored);
        fs::remove(fs::path(entry.path()) += ".lock", ignored);
    }
}

bool is_complete(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder / complete_name, ignored)) return false;
    // Notes that the folder is used; once a day is enough.
    const auto now = fs::file_time_type::clock::now();
    if (now - fs::last_write_time(folder / complete_name, ignored) > std::chrono::hours(24))
        fs::last_write_time(folder / complete_name, now, ignored);
    return true;
}

/// The lock of a folder to be made in `place`; nothing where nothing can be written.
aio::Coroutine<std::optional<aio::Descriptor>> lock_in(fs::path place, std::string name) {
    std::error_code problem;
    fs::create_directories(place, problem);
    std::optional<aio::Descriptor> locked;
    try {
        locked = co_await lock_file((place / (name + ".lock")).string());
    } catch (const std::system_error&) {
    }
    co_return locked;
}

aio::Coroutine<Expected<ExercisePart>> prepare(const Kit& kit, const ExerciseSource& exercise,
                                               Containment containment, std::vector<fs::path> places) {
    ExercisePart part;
    const std::string name = folder_name(kit, exercise);
    for (const fs::path& place : places) {
        part.folder = place / name;
        if (is_complete(part.folder)) co_return part;
    }
    for (const fs::path& place : places) {
        const std::optional<aio::Descriptor> locked = co_await lock_in(place, name);
        if (!locked) continue;
        part.folder = place / name;
        if (is_complete(part.folder)) co_return part;  // another grader was faster
        Making making(kit, exercise, containment, part.folder);
        const std::optional<Failure> failure = co_await making.make();
        remove_unused(place);
        if (!failure) co_return part;
        std::error_code ignored;
        fs::remove_all(part.folder, ignored);
        co_return *failure;
    }
    part.temporary = std::make_shared<WorkFolder>();
    // The compiler may run as another user, who cannot read our folders.
    fs::permissions(part.temporary->path(), fs::perms(0755));
    part.folder = part.temporary->path() / name;
    Making making(kit, exercise, containment, part.folder);
    const std::optional<Failure> failure = co_await making.make();
    if (failure) co_return *failure;
    co_return part;
}

}  // namespace

std::vector<fs::path> exercise_places(const Kit& kit, const Containment& containment) {
    std::vector<fs::path> places{kit.folder().parent_path() / "exercises"};
    if (containment.spare_user) return places;  // the spare user may not read any home
    if (const fs::path cache = user_cache(); !cache.empty()) places.push_back(cache);
    return places;
}

aio::Coroutine<Expected<ExercisePart>> prepare_exercise(const Kit& kit, ExerciseSource exercise,
                                                        Containment containment,
                                                        std::vector<fs::path> places) {
    try {
        Expected<ExercisePart> part = co_await prepare(kit, exercise, containment, std::move(places));
        co_return part;
    } catch (const std::exception& problem) {
        co_return Failure(Failure::Fault::ours,
                          say("the exercise {0} cannot be prepared: {1}", exercise.name, problem.what()));
    }
}

}  // namespace grader
