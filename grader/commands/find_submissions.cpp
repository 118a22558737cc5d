#include "grader/commands/find_submissions.hpp"

#include "grader/commands/course.hpp"
#include "grader/intake/intake.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace grader {

namespace {

namespace fs = std::filesystem;

using Exercises = std::vector<Exercise>;

const Exercise* find_in(const Exercises& course, const std::string& name) {
    const auto found = std::ranges::find(course, name, &Exercise::name);
    return found == course.end() ? nullptr : &*found;
}

std::string names_of(const Exercises& course) {
    std::string names;
    for (const Exercise& one : course) names += (names.empty() ? "" : ", ") + one.name;
    return names;
}

/// Whether `word` stands in `text` by itself: "dupont_12_toaster" has toaster, "toasters" has not.
bool has_word(const std::string& text, const std::string& word) {
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && std::isalpha(static_cast<unsigned char>(text[at])) != 0;
    };
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
    }
    return false;
}

const Exercise* exercise_of(const fs::path& file, const Exercises& course) {
    const auto taken = take_in(file.string());
    if (const auto* submission = std::get_if<Submission>(&taken)) {
        for (const Exercise& one : course) {
            for (const std::string& before : {one.name + "/", std::string("\"")}) {
                if (submission->bytes.find(before + one.name + ".hpp") != std::string::npos) return &one;
            }
        }
    }
    for (const Exercise& one : course) {
        if (has_word(file.stem().string(), one.name)) return &one;
    }
    for (const fs::path& folder : fs::absolute(file).parent_path()) {
        if (const Exercise* one = find_in(course, folder.string())) return one;
    }
    return nullptr;
}

std::vector<fs::path> sources_in(const fs::path& folder, std::error_code& error) {
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;  // a link that leads nowhere is no folder
        const bool is_folder = at->is_directory(ignored);
        if (at->path().filename().string().starts_with('.')) {
            if (is_folder) at.disable_recursion_pending();
        } else if (at->path().extension() == ".cpp" && !is_folder) {
            files.push_back(at->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// Adds what one path stands for; gives the complaint, if there is one.
Text add(const std::string& path, const Exercise* told, const Exercises& course, std::vector<Found>& found) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (!fs::exists(status)) {
        if (const Exercise* named = find_in(course, path)) {
            found.push_back({stub_path(*named).string(), named->name + ".cpp", named});
            return {};
        }
        return say("{0}: there is no such file, folder or exercise; the exercises are {1}",
                   "{0} : ni fichier, ni dossier, ni exercice de ce nom ; les exercices sont {1}", path,
                   names_of(course));
    }
    if (!fs::is_directory(status)) {
        if (const std::string ending = fs::path(path).extension().string();
            ending == ".hpp" || ending == ".h") {
            return say("{0} is a header: hand in the .cpp file",
                       "{0} est un en-tête : remettez le fichier .cpp", path);
        }
        const Exercise* exercise = told != nullptr ? told : exercise_of(path, course);
        if (exercise == nullptr) {
            return say("{0}: which exercise is it for? Say so with --exercise NAME (one of {1})",
                       "{0} : pour quel exercice ? Dites-le avec --exercise NOM (parmi {1})", path,
                       names_of(course));
        }
        found.push_back({path, fs::path(path).filename().string(), exercise});
        return {};
    }
    std::size_t in_folder = 0;
    for (const fs::path& file : sources_in(path, error)) {
        const Exercise* exercise = told != nullptr ? told : exercise_of(file, course);
        if (exercise == nullptr) continue;
        found.push_back({file.string(), file.lexically_relative(path).string(), exercise});
        ++in_folder;
    }
    if (error) {
        return say("{0} cannot be read ({1}): check your rights to the folder",
                   "{0} ne peut pas être lu ({1}) : vérifiez vos droits sur ce dossier", path,
                   error.message());
    }
    if (in_folder == 0) {
        return say("{0}: no exercise in this folder; a submission is a .cpp file such as toaster.cpp",
                   "{0} : aucun exercice dans ce dossier ; une copie est un fichier .cpp comme toaster.cpp",
                   path);
    }
    return {};
}

}  // namespace

FoundSubmissions find_submissions(const std::vector<std::string>& paths, const std::string& exercise,
                                  const std::vector<Exercise>& course) {
    FoundSubmissions found;
    const Exercise* told = nullptr;
    if (!exercise.empty()) {
        told = find_in(course, exercise);
        if (told == nullptr) {
            found.complaint =
                say("there is no exercise {0}; the exercises are {1}",
                    "il n'y a pas d'exercice {0} ; les exercices sont {1}", exercise, names_of(course));
            return found;
        }
    }
    if (paths.empty()) {
        for (const Exercise& one : course) {
            if (told == nullptr || told == &one)
                found.files.push_back({stub_path(one).string(), one.name + ".cpp", &one});
        }
    }
    for (const std::string& path : paths) {
        found.complaint = add(path, told, course, found.files);
        if (!found.complaint.empty()) return found;
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
