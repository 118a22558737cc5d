#include "grader/rubric/exercise.hpp"

#include <algorithm>

namespace grader {

const std::vector<Exercise>& exercises() {
    static const std::vector<Exercise> all{
        {"toaster", {"The toaster", "Le grille-pain"}, "?", toaster_scenarios, toaster_rubric},
        {"weather", {"The weather", "La météo"}, "?", weather_scenarios, weather_rubric},
        {"crawler", {"The crawler", "L'aspirateur de site"}, "?", crawler_scenarios, crawler_rubric},
    };
    return all;
}

const Exercise* find_exercise(const std::string& name) {
    const auto found = std::ranges::find(exercises(), name, &Exercise::name);
    return found == exercises().end() ? nullptr : &*found;
}

}  // namespace grader
