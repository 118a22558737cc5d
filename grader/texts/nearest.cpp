#include "grader/texts/nearest.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace grader {

namespace {

constexpr std::size_t longest = 64;  // of what is compared: anything longer is no misspelt word

bool same_letter(char one, char other) {
    return std::tolower(static_cast<unsigned char>(one)) == std::tolower(static_cast<unsigned char>(other));
}

/// The optimal string alignment distance: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = std::max(i, j);
                continue;
            }
            const std::size_t changed = steps[i - 1][j - 1] + (same_letter(a[i - 1], b[j - 1]) ? 0 : 1);
            steps[i][j] = std::min({changed, steps[i - 1][j] + 1, steps[i][j - 1] + 1});
            const bool swapped =
                i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) && same_letter(a[i - 2], b[j - 1]);
            if (swapped) steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
    }
    return steps[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::optional<std::string> best;
    std::size_t fewest = word.size() / 3 + 1;
    if (word.size() > longest) return best;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t steps = distance(word, candidate);
        if (steps >= fewest || steps >= candidate.size()) continue;
        fewest = steps;
        best = candidate;
    }
    return best;
}

}  // namespace grader
