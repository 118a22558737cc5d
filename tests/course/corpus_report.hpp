#pragma once

#include "grader/exercise/exercise.hpp"
#include "grader/verdict/verdict.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace course {

/// A solution as the report counts it.
struct Counted {
    std::string outcome;  ///< the one that its folder names
    const grader::Verdict* verdict;
};

/// What became of the solutions of one exercise.
struct Corpus {
    const grader::Exercise* exercise;
    std::vector<Counted> solutions;
};

/// By how many solutions a check was judged and found to fail. Those where it was skipped are not among them.
int failed_by(const Corpus& corpus, const std::string& check);

/// The generated part of tests/solutions/README.md.
std::string corpus_report(const std::vector<Corpus>& all);

/// Whether that part of a page is this text. With AWAITLAB_ACCEPT set in the environment it is written
/// instead.
bool agrees_with_page(const std::string& report, const std::filesystem::path& page);

}  // namespace course
