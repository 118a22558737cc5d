#include "grader/authoring/skeleton.hpp"

#include "grader/exercise/read_exercise.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace grader {

namespace {

namespace fs = std::filesystem;

// A small exercise that works, for its author to change. NAME is replaced by its name.

constexpr const char* header = R"(#pragma once

#include "runtime/aio.hpp"

/// Says that it begins, waits for `length` without blocking the loop, says that it is done, and gives `number`.
aio::Coroutine<int> work(int number, aio::Duration length);

/// Does two pieces of work at the same time, and gives the sum of what they gave.
aio::Coroutine<int> both(aio::Duration one, aio::Duration other);
)";

constexpr const char* stub = R"(#include "NAME.hpp"

#include <iostream>

aio::Coroutine<int> work(int number, aio::Duration length) {
    // TODO 1: say that it begins, wait for `length`, say that it is done, give `number`.
    co_return 0;
}

aio::Coroutine<int> both(aio::Duration one, aio::Duration other) {
    // TODO 2: do work(1, one) and work(2, other) at the same time, and give the sum of the two.
    co_return 0;
}
)";

constexpr const char* reference = R"(#include "NAME.hpp"

#include <iostream>

aio::Coroutine<int> work(int number, aio::Duration length) {
    std::cout << "work " << number << " begins\n";
    co_await aio::sleep(length);
    std::cout << "work " << number << " is done\n";
    co_return number;
}

aio::Coroutine<int> both(aio::Duration one, aio::Duration other) {
    auto first = aio::create_task(work(1, one));
    auto second = aio::create_task(work(2, other));
    co_await aio::gather(first, second);
    co_return first.result() + second.result();
}
)";

constexpr const char* exercise = R"json({
  // What is called, with which inputs, and what is judged. grader/exercise/WRITING.md has all that may be here;
  // `grade exercise check NAME` says whether it holds together.
  "title": {"en": "NAME", "fr": "NAME"},
  "functions": {
    "both": {"parameters": {"one": ["1s", "2s"], "other": ["1s", "2s"]}, "lasts": "max(one, other)"},
    "work": {"parameters": {"number": [1, 99], "length": ["0.5s", "3s"]}, "lasts": "length"}
  },
  "scenarios": [
    {"id": "as written", "calls": [{"call": "both", "with": {"one": "1s", "other": "2s"}}]}
  ],
  "criteria": [
    {"id": "work-waits", "points": 2, "of": "work",
     "title": {"en": "Work takes its time", "fr": "Le travail prend son temps"},
     "expect": {"measure": "waited_exactly", "length": "length"},
     "hint": {"en": "co_await aio::sleep(length);", "fr": "co_await aio::sleep(length);"}},
    {"id": "work-says", "points": 1, "of": "work",
     "title": {"en": "It says when it begins and when it is done", "fr": "Il annonce son début et sa fin"},
     "expect": {"measure": "said_at_begin_and_end"},
     "hint": {"en": "Print one line before the wait and one after it.",
              "fr": "Affichez une ligne avant l'attente et une après."}},
    {"id": "together", "points": 4, "of": "both",
     "title": {"en": "Both at the same time", "fr": "Les deux en même temps"},
     "expect": [{"measure": "overlap"}, {"measure": "finish_time", "exactly": "max(one, other)"}],
     "expected": {"en": "both wait at the same time, and it returns when the longer one is over",
                  "fr": "les deux attendent en même temps, et elle se termine à la fin de la plus longue"},
     "hint": {"en": "aio::gather starts both before it waits for either.",
              "fr": "aio::gather lance les deux avant d'attendre."}},
    {"id": "gives-the-sum", "points": 1, "of": "both",
     "title": {"en": "It gives the sum", "fr": "La somme est rendue"},
     "expect": {"measure": "gives", "equals": "3"},
     "hint": {"en": "co_return the sum of the two results.", "fr": "Rendez la somme avec co_return."}},
    {"id": "stops-when-cancelled", "points": 2, "of": ["both", "work"], "when": "cancelled",
     "title": {"en": "Cancelled, it stops at once", "fr": "Annulée, elle s'arrête aussitôt"},
     "expect": {"measure": "stopped_when_cancelled"},
     "hint": {"en": "Await all that you start, and let CancelledError pass.",
              "fr": "Attendez tout ce que vous lancez, et laissez passer CancelledError."}}
  ]
}
)json";

std::string named(std::string_view pattern, const std::string& name) {
    constexpr std::string_view placeholder = "NAME";
    std::string text(pattern);
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder, at + name.size())) {
        text.replace(at, placeholder.size(), name);
    }
    return text;
}

}  // namespace

Expected<std::string> write_skeleton(const std::string& path) {
    const fs::path folder = fs::path(path).has_filename() ? fs::path(path) : fs::path(path).parent_path();
    const std::string name = folder.filename().string();
    if (!may_be_exercise_name(name)) {
        return Failure(
            Failure::Fault::caller,
            say("{0} cannot be an exercise's name: take small letters, digits and _, such as parcel", path));
    }
    std::error_code problem;
    if (!fs::create_directory(folder, problem)) {
        const Text why =
            problem ? Text(problem.message()) : say("it is there already, and nothing is overwritten");
        return Failure(Failure::Fault::caller,
                       say("the folder {0} cannot be made: {1}", folder.string(), why));
    }
    const std::pair<std::string, const char*> files[] = {
        {name + ".hpp", header}, {"stub.cpp", stub}, {"reference.cpp", reference}, {exercise_json, exercise}};
    for (const auto& [file, pattern] : files) {
        std::ofstream out(folder / file, std::ios::binary);
        out << named(pattern, name);
        out.close();
        if (!out)
            return Failure(Failure::Fault::ours, say("{0} cannot be written", (folder / file).string()));
    }
    return folder.string();
}

}  // namespace grader
