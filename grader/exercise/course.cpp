#include "grader/exercise/course.hpp"

#include "grader/exercise/read_exercise.hpp"
#include "grader/intake/intake.hpp"

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <tuple>
#include <utility>
#include <variant>

namespace grader {

namespace {

namespace fs = std::filesystem;

constexpr const char* stub_name = "stub.cpp";
constexpr const char* reference_name = "reference.cpp";

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// The name of the folder itself, also for "." and "parcel/".
std::string name_of(const fs::path& folder) {
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(folder, ignored);
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

/// The file of that name; where there is none, the only one with that ending. So a folder may be copied under
/// another name.
fs::path the_file(const fs::path& folder, const std::string& name) {
    if (is_there(folder / name)) return folder / name;
    std::vector<fs::path> others;
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
        const bool is_of_author =
            at->path().filename() == reference_name || at->path().filename() == stub_name;
        if (at->path().extension() == fs::path(name).extension() && !is_of_author)
            others.push_back(at->path());
    }
    return others.size() == 1 ? others.front() : folder / name;
}

constexpr auto faulty = Failure::Fault::exercise;

/// One file of an exercise.
Expected<std::string> read(const fs::path& path, const Text& what_for) {
    if (!is_there(path)) return Failure(faulty, say("{0} is missing: {1}", path.string(), what_for));
    auto taken = take_in(path.string());
    if (const auto* refused = std::get_if<NotASubmission>(&taken)) return Failure(faulty, refused->reason);
    return std::move(std::get<Submission>(taken).bytes);
}

/// The exercise in a folder.
Expected<Exercise> read_folder(const fs::path& folder) {
    const std::string name = name_of(folder);
    if (!may_be_exercise_name(name)) {
        return Failure(
            faulty, say("{0}: an exercise's folder has a name of small letters, digits and _, such as parcel",
                        folder.string()));
    }
    const fs::path header_path = the_file(folder, name + ".hpp");
    const auto header = read(header_path, say("it declares what students write"));
    if (!header) return header.failure();
    const auto json = read(folder / exercise_json, say("it says what is judged"));
    if (!json) return json.failure();
    Expected<Exercise> exercise = read_exercise(name, *json, *header);
    if (!exercise) return Failure(faulty, say("{0}{1}", (folder / "").string(), exercise.failure().what));
    exercise->folder = folder;
    exercise->header_name = header_path.filename().string();
    const auto stub = read(handed_out(*exercise), say("it is what students begin with"));
    if (!stub) return stub.failure();
    if (exercise->stub_digest.empty()) exercise->stub_digest = code_digest(*stub);
    return exercise;
}

Expected<Course> read_course(const std::string& folder) {
    std::error_code problem;
    if (!fs::is_directory(folder, problem))
        return Failure(Failure::Fault::caller, say("{0}: there is no such folder", folder));
    std::vector<fs::path> folders;
    if (is_there(fs::path(folder) / exercise_json)) {
        folders.emplace_back(folder);
    } else {
        for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
            if (is_there(at->path() / exercise_json)) folders.push_back(at->path());
        }
        std::ranges::sort(folders);
    }
    if (folders.empty()) {
        return Failure(
            Failure::Fault::caller,
            say("{0}: no exercise in this folder; an exercise is a folder with a {1} (grade exercise new "
                "NAME makes one)",
                folder, exercise_json));
    }
    Course course;
    for (const fs::path& one : folders) {
        Expected<Exercise> exercise = read_folder(one);
        if (exercise) {
            course.exercises.push_back(*std::move(exercise));
        } else {
            course.broken.push_back(exercise.failure());
        }
    }
    std::ranges::sort(course.exercises, [](const Exercise& a, const Exercise& b) {
        return std::tie(a.place, a.name) < std::tie(b.place, b.name);
    });
    return course;
}

}  // namespace

Expected<Course> open_course(const std::string& folder) {
    if (folder.empty()) return read_course(exercises_folder().string());
    // One of awaitlab's own may be named without a folder.
    const fs::path own = exercises_folder() / folder;
    if (!is_there(folder) && may_be_exercise_name(folder) && is_there(own / exercise_json))
        return read_course(own.string());
    return read_course(folder);
}

const std::vector<Exercise>& exercises() {
    static const Expected<Course> own = read_course(exercises_folder().string());
    if (!own || !own->broken.empty())
        throw std::runtime_error((own ? own->broken.front() : own.failure()).what.in(Language::english));
    return own->exercises;
}

const Exercise* find_exercise(const std::string& name) {
    const auto found = std::ranges::find(exercises(), name, &Exercise::name);
    return found == exercises().end() ? nullptr : &*found;
}

fs::path exercises_folder() { return fs::path(AWAITLAB_SOURCE_DIR) / "exercises"; }

fs::path stub_path(const Exercise& exercise) {
    const fs::path own = exercise.folder / (exercise.name + ".cpp");
    return is_there(own) ? own : handed_out(exercise);
}

fs::path handed_out(const Exercise& exercise) {
    const fs::path stub = exercise.folder / stub_name;
    const fs::path own = the_file(exercise.folder, exercise.name + ".cpp");
    return is_there(stub) || !is_there(own) ? stub : own;
}

fs::path reference_path(const Exercise& exercise) {
    const fs::path own = exercise.folder / reference_name;
    // Students may read the folders of awaitlab's own.
    const fs::path apart = fs::path(AWAITLAB_SOURCE_DIR) / "reference" / (exercise.name + ".cpp");
    return !is_there(own) && is_there(apart) ? apart : own;
}

}  // namespace grader
