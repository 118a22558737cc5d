#include "grader/commands/find_submissions.hpp"

#include "grader/exercise/course.hpp"
#include "grader/exercise/read_exercise.hpp"
#include "grader/intake/intake.hpp"
#include "grader/texts/nearest.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>

namespace grader {

namespace {

namespace fs = std::filesystem;

using Exercises = std::vector<Exercise>;

const Exercise* find_in(const Exercises& course, const std::string& name) {
    const auto found = std::ranges::find(course, name, &Exercise::name);
    return found == course.end() ? nullptr : &*found;
}

std::vector<std::string> names(const Exercises& course) {
    std::vector<std::string> all;
    for (const Exercise& one : course) all.push_back(one.name);
    return all;
}

std::string names_of(const Exercises& course) { return fmt::format("{}", fmt::join(names(course), ", ")); }

/// Whether `text` has `word` as a whole word: "dupont_12_parcel" has parcel, "parcels" has not.
bool has_word(const std::string& text, const std::string& word) {
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
    };
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
    }
    return false;
}

Failure cannot_be_read(const fs::path& path, const std::error_code& error) {
    return Failure(Failure::Fault::submission,
                   say("{0} cannot be read ({1}): check your rights to it", path.string(), error.message()));
}

Failure wrong_call(const Text& what) { return Failure(Failure::Fault::caller, what); }

/// Which exercise a file is for, as far as it can be known.
struct Meant {
    const Exercise* exercise = nullptr;
    std::optional<Failure> unreadable;  ///< why the file could not be read
};

Meant exercise_of(const fs::path& file, const Exercises& course) {
    Meant meant;
    for (const Exercise& one : course) {
        std::error_code ignored;
        if (fs::equivalent(fs::absolute(file, ignored).parent_path(), one.folder, ignored)) return {&one, {}};
    }
    try {
        const auto taken = take_in(file.string());
        if (const auto* submission = std::get_if<Submission>(&taken)) {
            for (const Exercise& one : course) {
                // "NAME/NAME.hpp": there are other ways to the folder of exercises.
                const std::string in_its_folder =
                    fs::path(one.include_path()).lexically_relative("exercises");
                for (const std::string& included : {in_its_folder, '"' + one.header_name}) {
                    if (submission->bytes.find(included) != std::string::npos) return {&one, {}};
                }
            }
        } else if (std::get<NotASubmission>(taken).unreadable) {
            meant.unreadable = Failure(Failure::Fault::submission, std::get<NotASubmission>(taken).reason);
        }
    } catch (
        const std::system_error& problem) {  // a broken disk must not keep the other files from being graded
        meant.unreadable = cannot_be_read(file, problem.code());
    }
    for (const Exercise& one : course) {
        if (has_word(file.stem().string(), one.name)) meant.exercise = &one;
        if (meant.exercise != nullptr) return meant;
    }
    std::error_code nowhere;  // the folder we are in may be gone
    for (const fs::path& folder : fs::absolute(file, nowhere).parent_path()) {
        if (meant.exercise == nullptr) meant.exercise = find_in(course, folder.string());
    }
    return meant;
}

/// The C++ files in a folder and those below it, sorted. Links to folders are not followed, hidden files and
/// folders passed over. Folders that cannot be read, or that were removed meanwhile, are reported; the search
/// goes on.
std::vector<fs::path> sources_in(const fs::path& top, std::vector<Failure>& unreadable) {
    std::vector<fs::path> files;
    std::vector<fs::path> folders{top};
    while (!folders.empty()) {
        const fs::path folder = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            if (at->path().filename().string().starts_with('.')) continue;
            // Uses the type that the listing gives, because stat() fails for a path that is too long. A
            // broken link is not a folder.
            std::error_code ignored;
            if (!at->is_symlink(ignored) && at->is_directory(ignored)) {
                folders.push_back(at->path());
            } else if (at->path().extension() == ".cpp" && !at->is_directory(ignored)) {
                files.push_back(at->path());
            }
        }
        if (error) unreadable.push_back(cannot_be_read(folder, error));
    }
    std::ranges::sort(files);
    return files;
}

/// Adds the student's own file for an exercise: a copy in this folder goes before the course's file.
void add_own(const Exercise& exercise, FoundSubmissions& found) {
    const std::string file = exercise.name + ".cpp";
    const fs::path usual = stub_path(exercise);
    for (const fs::path& here : {fs::path(file), fs::path(exercise.name) / file}) {
        std::error_code ignored;
        if (!fs::is_regular_file(here, ignored) || fs::equivalent(here, usual, ignored)) continue;
        found.notes.push_back(say("{0}: {1} of this folder is graded", exercise.name, here.string()));
        found.files.push_back({here.string(), file, &exercise});
        return;
    }
    found.files.push_back({usual.string(), file, &exercise});
}

/// Adds the files that a path names. Returns the failure, if there is one.
std::optional<Failure> add(const std::string& path, const Exercise* told, const Exercises& course,
                           FoundSubmissions& found) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (status.type() == fs::file_type::not_found) {
        if (const Exercise* named = find_in(course, path)) {
            add_own(*named, found);
            return std::nullopt;
        }
        if (const auto meant = nearest(path, names(course)))
            return wrong_call(
                say("{0}: there is no such file, folder or exercise; did you mean {1}?", path, *meant));
        return wrong_call(say("{0}: there is no such file, folder or exercise; the exercises are {1}", path,
                              names_of(course)));
    }
    if (!fs::status_known(status)) {  // a folder above it may not be entered, or its name is too long
        found.unreadable.push_back(cannot_be_read(path, error));
        return std::nullopt;
    }
    if (!fs::is_directory(status)) {
        if (const std::string ending = fs::path(path).extension().string();
            ending == ".hpp" || ending == ".h") {
            return wrong_call(say("{0} is a header: hand in the .cpp file", path));
        }
        const Exercise* exercise = told != nullptr ? told : exercise_of(path, course).exercise;
        if (exercise == nullptr) {
            return wrong_call(say("{0}: which exercise is it for? Say so with --exercise NAME (one of {1})",
                                  path, names_of(course)));
        }
        found.files.push_back({path, fs::path(path).filename().string(), exercise});
        return std::nullopt;
    }
    const std::size_t before = found.files.size() + found.unreadable.size();
    for (const fs::path& file : sources_in(path, found.unreadable)) {
        const Meant meant = told != nullptr ? Meant{told, {}} : exercise_of(file, course);
        if (meant.exercise != nullptr) {
            found.files.push_back({file.string(), file.lexically_relative(path).string(), meant.exercise});
        } else if (meant.unreadable) {
            found.unreadable.push_back(*meant.unreadable);
        }
    }
    if (found.files.size() + found.unreadable.size() == before) {
        return wrong_call(
            say("{0}: no exercise in this folder; a submission is a .cpp file such as parcel.cpp", path));
    }
    return std::nullopt;
}

}  // namespace

bool names_a_submission(const std::string& word) {
    std::error_code ignored;
    return fs::exists(word, ignored) ||
           (may_be_exercise_name(word) && fs::exists(exercises_folder() / word / exercise_json, ignored));
}

Expected<FoundSubmissions> find_submissions(const std::vector<std::string>& paths,
                                            const std::string& exercise,
                                            const std::vector<Exercise>& course) {
    FoundSubmissions found;
    const Exercise* told = nullptr;
    if (!exercise.empty()) {
        told = find_in(course, exercise);
        if (told == nullptr) {
            return wrong_call(
                say("there is no exercise {0}; the exercises are {1}", exercise, names_of(course)));
        }
    }
    if (paths.empty()) {
        for (const Exercise& one : course) {
            if (told == nullptr || told == &one) add_own(one, found);
        }
    }
    for (const std::string& path : paths) {
        if (std::optional<Failure> problem = add(path, told, course, found)) return *std::move(problem);
    }
    if (found.files.empty()) {  // then nothing that was asked for can be graded
        for (Failure& one : found.unreadable) one.fault = Failure::Fault::caller;
    }
    // In the order of the course, whatever the folders are called.
    std::vector<Found> in_order;
    for (const Exercise& one : course) {
        std::ranges::copy_if(found.files, std::back_inserter(in_order),
                             [&](const Found& file) { return file.exercise == &one; });
    }
    found.files = std::move(in_order);
    return found;
}

}  // namespace grader
