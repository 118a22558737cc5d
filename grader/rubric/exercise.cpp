#include "grader/rubric/exercise.hpp"

#include <algorithm>

namespace grader {

const std::vector<Exercise>& exercises() {
    static const std::vector<Exercise> all{
        {"toaster",
         {"The toaster", "Le grille-pain"},
         "7513a10656feb20ff2d1a6e8818e1ffc3ca9d218992dd4f4de1ea789843b1893",
         toaster_scenarios,
         toaster_rubric},
        {"weather",
         {"The weather", "La météo"},
         "da2f62225db2f191bd5937ba9fb5c9ce772c3b2e09b2e0b59603e5c1563734f0",
         weather_scenarios,
         weather_rubric,
         run_limits(),
         compile_limits(),
         {},
         {},
         {},
         smaller_weather},
        {"crawler",
         {"The crawler", "L'aspirateur de site"},
         "a61451a5e5498a0c9cfeb9755a58f9beae05175cb958833fa883dde256281b8b",
         crawler_scenarios,
         crawler_rubric,
         run_limits(),
         compile_limits(),
         {},
         {},
         {},
         smaller_crawler},
    };
    return all;
}

const Exercise* find_exercise(const std::string& name) {
    const auto found = std::ranges::find(exercises(), name, &Exercise::name);
    return found == exercises().end() ? nullptr : &*found;
}

bool may_be_exercise_name(const std::string& name) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && name.size() <= 40 && is_letter(name.front()) &&
           std::ranges::all_of(name,
                               [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace grader
