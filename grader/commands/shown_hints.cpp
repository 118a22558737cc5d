#include "grader/commands/shown_hints.hpp"

#include "grader/report/file.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace grader {

ShownHints::ShownHints(std::filesystem::path folder, std::string exercise)
    : folder_(std::move(folder)), exercise_(std::move(exercise)) {}

std::size_t ShownHints::one_more(const std::string& check, std::size_t most) const {
    const std::filesystem::path file = folder_ / exercise_;
    std::string known;
    std::size_t shown = 0;
    if (std::ifstream before(file); folder_.empty() || !(before >> known >> shown) || known != check)
        shown = 0;
    shown = std::min(shown + 1, most);
    if (folder_.empty()) return shown;
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    const auto not_kept = write_file(file.string(), check + ' ' + std::to_string(shown) + '\n');
    static_cast<void>(not_kept);  // then the next call shows the same hint again
    return shown;
}

}  // namespace grader
