#include "grader/grading/submission_lines.hpp"

#include "grader/compile/lines.hpp"
#include "grader/grading/compile_submission.hpp"

#include <cstddef>
#include <set>
#include <utility>

namespace grader {

namespace {

constexpr std::size_t most_places = 1000;  // an honest submission has some dozens

std::set<std::uint64_t> places_in(const std::vector<Played>& runs) {
    std::set<std::uint64_t> places;
    for (const Played& played : runs) {
        for (const Event& event : played.run.events) {
            if (!event.what.where) continue;
            for (const std::uint64_t place : *event.what.where) {
                if (places.size() < most_places) places.insert(place);
            }
        }
    }
    return places;
}

/// The line of the innermost call that is in the submission's code.
void take_line(Told& what, const Lines& lines) {
    if (!what.where) return;
    for (const std::uint64_t place : *what.where) {
        const auto known = lines.find(place);
        if (known == lines.end()) continue;
        what.line = known->second;
        what.students = true;
        return;
    }
}

}  // namespace

aio::Coroutine<> find_lines_of(std::vector<Played>& runs, const Submission& submission,
                               const Exercise& exercise, const Environment& environment) {
    std::set<std::uint64_t> places = places_in(runs);
    if (places.empty()) co_return;
    const Lines lines = co_await find_lines(request_for(submission, exercise, Language::english),
                                            environment.kit, environment.containment, std::move(places));
    for (Played& played : runs) {
        for (Event& event : played.run.events) take_line(event.what, lines);
    }
}

}  // namespace grader
