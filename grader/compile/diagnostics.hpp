#pragma once

#include "grader/texts/text.hpp"
#include "grader/verdict/verdict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// The name a submission is compiled under, whatever the student called it.
constexpr const char* compiled_name = "submission.cpp";

/// Reads the messages of clang or g++ about the submission. `display_name` is the student's own name for the
/// file. An error inside a header of ours or of the standard library is reported at the line of the
/// submission that led there, and only the first of each line; what cannot be traced to a line has line 0.
/// Notes about headers are left out. Any bytes give a value.
std::vector<Diagnostic> read_compiler(std::string_view printed, const std::string& display_name);

/// What is needed to explain a linker's error in plain words.
struct LinkerWords {
    std::string display_name;  ///< the student's name for the file
    std::string exercise;      ///< for example "parcel"
    std::string given_header;  ///< the text of the exercise's header: what it declares
    Language language = Language::english;
};

/// Reads the messages of mold, lld or GNU ld: functions that are not defined, and functions that are defined
/// twice.
std::vector<Diagnostic> read_linker(std::string_view printed, const LinkerWords& words);

/// Text that came from a submission, without control characters. Tabs and line ends become spaces.
std::string without_controls(std::string_view text);

}  // namespace grader
