#include "grader/exercise/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace grader {

using namespace std::chrono_literals;

Text in_seconds(Time time) {
    // Whole milliseconds are what a reader can use; less than one would read as nothing at all.
    const int digits = time > -1ms && time < 1ms ? 6 : 3;
    std::string english = fmt::format("{:.{}f}", std::chrono::duration<double>(time).count(), digits);
    english.erase(english.find_last_not_of('0') + 1);
    if (english.back() == '.') english.pop_back();
    std::string french = english;
    std::ranges::replace(french, '.', ',');
    return Text(english + " s", french + " s");
}

Text kind_of_call(std::string_view in_what) {
    constexpr std::pair<const char*, const char*> french[] = {
        {"waiting for a thread", "en attendant un thread"},
        {"waiting for a condition", "en attendant une condition"},
        {"waiting for a result", "en attendant un résultat"},
        {"waiting for a mutex", "en attendant un mutex"},
        {"waiting for a signal", "en attendant un signal"},
        {"a loop that watches the clock", "une boucle qui regarde l'heure"},
        {"standard input", "l'entrée standard"},
    };
    for (const auto& [english, translated] : french) {
        if (in_what == english) return {english, translated};
    }
    return {std::string(in_what), std::string(in_what)};  // the name of a function
}

Text what_is_awaited(const std::string& detail) {
    constexpr std::pair<const char*, const char*> french[] = {
        {"a semaphore with no slot free", "un sémaphore sans place libre"},
        {"a lock that is held", "un verrou déjà pris"},
        {"an event that is not set", "un événement que personne ne déclenche"},
        {"a condition to be notified", "une condition que personne ne signale"},
        {"an item from a queue that is empty", "un élément d'une file vide"},
        {"room in a queue that is full", "une place dans une file pleine"},
        {"task_done() for every item of a queue", "task_done() pour chaque élément d'une file"},
        {"the others at a barrier", "les autres à une barrière"},
        {"something that is not aio's", "quelque chose qui n'est pas d'aio"},
    };
    for (const auto& [english, translated] : french) {
        if (detail == english) return {english, translated};
    }
    constexpr std::string_view task = "the task ";
    if (detail.starts_with(task)) return {detail, "la tâche " + detail.substr(task.size())};
    return {detail, detail};
}

}  // namespace grader
