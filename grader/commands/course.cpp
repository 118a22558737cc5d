#include "grader/commands/course.hpp"

#include "grader/intake/intake.hpp"
#include "grader/rubric/written_exercise.hpp"

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>
#include <variant>

namespace grader {

namespace {

namespace fs = std::filesystem;

constexpr const char* rubric_name = "rubric.json";
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

/// One file of an exercise; nothing, and a complaint, where it cannot be read.
std::optional<std::string> read(const fs::path& path, const Text& what_for, Text& complaint) {
    if (!is_there(path)) {
        complaint = say("{0} is missing: {1}", "{0} manque : {1}", path.string(), what_for);
        return std::nullopt;
    }
    auto taken = take_in(path.string());
    if (const auto* refused = std::get_if<NotASubmission>(&taken)) {
        complaint = refused->reason;
        return std::nullopt;
    }
    return std::move(std::get<Submission>(taken).bytes);
}

/// Adds the exercise that stands in a folder; gives the complaint, if there is one.
Text add(const fs::path& folder, std::vector<Exercise>& exercises) {
    const std::string name = name_of(folder);
    if (!may_be_exercise_name(name)) {
        return say(
            "{0}: an exercise's folder has a name of small letters, digits and _, such as parcel",
            "{0} : le dossier d'un exercice porte un nom en minuscules, chiffres et _, par exemple parcel",
            folder.string());
    }
    Text complaint;
    const auto header =
        read(folder / (name + ".hpp"),
             {"it declares what students write", "il déclare ce que les étudiants écrivent"}, complaint);
    if (!header) return complaint;
    const auto rubric =
        read(folder / rubric_name, {"it says what is judged", "il dit ce qui est jugé"}, complaint);
    if (!rubric) return complaint;
    ReadExercise read_one = read_exercise(name, *rubric, *header);
    if (!read_one.exercise) {
        const std::string place = (folder / "").string();
        return Text(place + read_one.complaint.in(Language::english),
                    place + read_one.complaint.in(Language::french));
    }
    Exercise& exercise = *read_one.exercise;
    exercise.folder = folder;
    const auto stub = read(handed_out(exercise),
                           {"it is what students begin with", "c'est ce par quoi on commence"}, complaint);
    if (!stub) return complaint;
    exercise.stub_digest = code_digest(*stub);
    exercises.push_back(std::move(exercise));
    return {};
}

}  // namespace

Course open_course(const std::string& folder) {
    Course course;
    std::error_code problem;
    if (folder.empty() || fs::equivalent(folder, exercises_folder(), problem)) {
        course.exercises = exercises();
        return course;
    }
    for (const Exercise& one : exercises()) {
        if (fs::equivalent(folder, exercises_folder() / one.name, problem) ||
            (folder == one.name && !is_there(folder))) {
            course.exercises = {one};
            return course;
        }
    }
    if (!fs::is_directory(folder, problem)) {
        course.complaint = say("{0}: there is no such folder", "{0} : ce dossier n'existe pas", folder);
        return course;
    }
    std::vector<fs::path> folders;
    if (is_there(fs::path(folder) / rubric_name)) {
        folders.emplace_back(folder);
    } else {
        for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
            if (is_there(at->path() / rubric_name)) folders.push_back(at->path());
        }
        std::ranges::sort(folders);
    }
    if (folders.empty()) {
        course.complaint =
            say("{0}: no exercise in this folder; an exercise is a folder with a {1} (grade exercise new "
                "NAME makes one)",
                "{0} : aucun exercice dans ce dossier ; un exercice est un dossier avec un {1} (grade "
                "exercise new NOM en crée un)",
                folder, rubric_name);
    }
    for (const fs::path& one : folders) {
        if (course.complaint.empty()) course.complaint = add(one, course.exercises);
    }
    return course;
}

fs::path exercises_folder() { return fs::path(AWAITLAB_SOURCE_DIR) / "exercises"; }

fs::path stub_path(const Exercise& exercise) {
    if (exercise.folder.empty()) return exercises_folder() / exercise.name / (exercise.name + ".cpp");
    const fs::path own = exercise.folder / (exercise.name + ".cpp");
    return is_there(own) ? own : exercise.folder / stub_name;
}

fs::path handed_out(const Exercise& exercise) {
    const fs::path stub = exercise.folder / stub_name;
    return !exercise.folder.empty() && is_there(stub) ? stub : stub_path(exercise);
}

fs::path reference_path(const Exercise& exercise) {
    if (!exercise.folder.empty()) return exercise.folder / reference_name;
    return fs::path(AWAITLAB_SOURCE_DIR) / "reference" / (exercise.name + ".cpp");
}

}  // namespace grader
