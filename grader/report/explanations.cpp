#include "grader/report/explanations.hpp"

#include "grader/verdict/outcome.hpp"

#include <array>
#include <cctype>

namespace grader {

namespace {

constexpr Explanation outcomes[] = {
    {word(Outcome::passed), plain(Outcome::passed), "Every check has all its points.",
     "Go on to the next exercise: grade list shows them.", ""},
    {word(Outcome::failed), plain(Outcome::failed),
     "The program ran, but some checks do not have all their points.",
     "Read the first check with ✗: what was expected, what was seen, and where. Change one thing, save, and "
     "check again.",
     ""},
    {word(Outcome::not_started), plain(Outcome::not_started),
     "The file is still the stub as it was handed out: only comments and blanks differ.",
     "Do the first TODO of the file.", ""},
    {word(Outcome::compile_error), plain(Outcome::compile_error),
     "The compiler does not understand the program, or a function is missing. So nothing was run.",
     "Correct the first error and check again: the errors after it often come from the first one.", ""},
    {word(Outcome::compile_limit), plain(Outcome::compile_limit),
     "Compiling took more time, memory or disk space than the grader allows.",
     "Look for a template or a constexpr function that never ends, and for a huge array.", ""},
    {word(Outcome::invalid_submission), plain(Outcome::invalid_submission),
     "The file cannot be read as C++: it is too long, is not text, or is not a regular file.",
     "Hand in one .cpp file, saved as UTF-8.", ""},
    {word(Outcome::crashed), plain(Outcome::crashed),
     "The program stopped in the middle: it used memory that is not its own, divided by zero, or threw an "
     "exception that nobody caught.",
     "Look at the line that is named. Is an index too large? Is an optional empty? Does a reference refer to "
     "a "
     "variable that is gone?",
     ""},
    {word(Outcome::deadlocked), plain(Outcome::deadlocked),
     "Every coroutine waits for something that only another one could do. So nothing can ever happen again.",
     "Look at the line that is named. Is a slot or a lock never given back, or taken twice? Does everything "
     "wait "
     "for an event that nothing sets?",
     "auto slot = co_await slots.acquire();\nauto again = co_await slots.acquire();  // waits for its own "
     "slot"},
    {word(Outcome::timed_out), plain(Outcome::timed_out),
     "A loop runs without ever waiting, or something blocks outside of aio. While one coroutine computes, no "
     "other can run.",
     "Check how the loop ends. If it waits for something, let it wait with co_await in each round.",
     "while (!done) co_await aio::sleep(10ms);  // better: co_await event.wait();"},
    {word(Outcome::memory_limit), plain(Outcome::memory_limit),
     "The program took more memory than the grader allows.",
     "Look for a loop that adds to a vector or a string and never ends, and for a very large array.", ""},
    {word(Outcome::output_limit), plain(Outcome::output_limit),
     "The program printed more than the grader reads.", "Look for a loop that prints and never ends.", ""},
    {word(Outcome::exited_early), plain(Outcome::exited_early),
     "The program ended before the function that was called had returned.",
     "Remove exit(), quick_exit() and abort(), and let each function return.", ""},
    {word(Outcome::broke_protocol), plain(Outcome::broke_protocol),
     "The program wrote to the descriptor that the grader listens to, or changed the loop's order.",
     "Do not use descriptor 3, and no function of aio::detail.", ""},
    {word(Outcome::forbidden), plain(Outcome::forbidden),
     "The program made a system call that reaches other processes, the system or its clock.",
     "Remove that call: no exercise needs it.", ""},
    {word(Outcome::internal_error), plain(Outcome::internal_error),
     "The grader itself is at fault. This costs no points.",
     "Tell the person who runs the grader; grade doctor shows what is missing here.", ""},
};

constexpr Explanation behaviours[] = {
    {"sequential", "one after the other",
     "co_await on a call waits until that call is over. So two awaits in a row take the sum of both times.",
     "Start both before you wait for either: give both to aio::gather, or make tasks of them first.",
     "co_await aio::gather(toast_bread(), brew_coffee());"},
    {"blocked", "the loop was blocked",
     "There is one thread. A call that waits without co_await, or a long computation, stops every coroutine.",
     "Replace std::this_thread::sleep_for, join() and loops that look at the clock by a co_await.",
     "co_await aio::sleep(2s);  // not: std::this_thread::sleep_for(2s);"},
    {"never_awaited", "never awaited",
     "A call of a coroutine function only makes a coroutine object. It runs when it is awaited or made a "
     "task.",
     "Write co_await before the call, or aio::create_task(…) around it.",
     "co_await brew_coffee();  // not: brew_coffee();"},
    {"left_behind", "a task was left behind",
     "A function returned while a task that it had started was still running. Nobody waits for that task any "
     "more.",
     "Await everything that you start: gather waits for all its children, and cancels them when it is "
     "cancelled.",
     "aio::Task<> task = aio::create_task(brew_coffee());\nco_await task;"},
    {"swallowed", "a cancellation was swallowed",
     "A cancellation comes out of co_await as aio::CancelledError. A catch (...) that does not throw it "
     "again "
     "keeps it, and the task runs on.",
     "End each catch (...) with throw; or catch the exception that you mean.",
     "} catch (const aio::TimeoutError&) {  // not: } catch (...) {"},
    {"timeout", "the timeout is in the wrong place",
     "aio::timeout(budget, work) cancels that work when the budget is over. A timeout around each part gives "
     "each "
     "part the whole budget.",
     "Put one timeout around everything that must be ready by then, and catch aio::TimeoutError there.",
     "co_await aio::timeout(budget, aio::gather(std::move(requests)));"},
    {"limit_exceeded", "more than the limit at the same time",
     "More coroutines than allowed were at work at the same moment.",
     "Make one semaphore for all of them, with the limit as its number of slots. Keep the slot until the "
     "work is "
     "done.",
     "auto slot = co_await slots.acquire();  // keep slot alive during the work"},
    {"limit_not_used", "a free slot was not used",
     "A slot was free while work was waiting: some work waited for a whole group to end.",
     "Start everything with one gather, and let the semaphore decide who may begin.", ""},
    {"order", "it depends on the order",
     "Which of two ready tasks runs first is open. In the usual order the program is right, in another it is "
     "not.",
     "Do not count on the order in which tasks run. Check again after each co_await what you checked before "
     "it.",
     "if (!cached) cached = co_await load();  // another task may have loaded it meanwhile"},
    {"left_over", "a second call finds something left over",
     "A static or global variable keeps its value from one call to the next.",
     "Keep semaphores, counters and results in local variables of the function.", ""},
};

constexpr Explanation compiler_messages[] = {
    {"not_a_coroutine", "co_await in a function that is no coroutine",
     "A function that uses co_await or co_return must return a type that the compiler knows as a coroutine.",
     "Let it return aio::Coroutine<…>, with the type of its result between the angle brackets.",
     "aio::Coroutine<int> answer() { co_return 42; }"},
    {"return_in_coroutine", "return in a coroutine", "A coroutine gives its result with co_return.",
     "Write co_return in place of return.", "co_return result;"},
    {"duration_unit", "a duration without its unit", "A number alone does not say whether it means seconds.",
     "Write the unit behind the number: 2s, 500ms.", "co_await aio::sleep(2s);"},
    {"literals", "2s and 500ms are not known", "The units are operators of the standard library.",
     "Write the line below at the top of the file.", "using namespace std::chrono_literals;"},
    {"forgotten_co_await", "a coroutine in place of its value",
     "A call of a coroutine function gives a coroutine, and not its result.",
     "Write co_await before the call.", "std::string answer = co_await fetch(server, delay);"},
    {"gather_of_functions", "a function given to gather",
     "The name of a function without parentheses is the function itself, and no call.",
     "Write the parentheses.", "co_await aio::gather(toast_bread(), brew_coffee());"},
    {"copied_semaphore", "a semaphore that is copied",
     "Two semaphores would have two sets of slots. So a semaphore cannot be copied.", "Pass it by reference.",
     "aio::Coroutine<> download(aio::Semaphore& slots, int page);"},
    {"moved_coroutine", "a coroutine that is copied",
     "A coroutine runs once, so a coroutine object cannot be copied, only moved.",
     "Write std::move(…) around its name, or call the function where you need the coroutine.",
     "requests.push_back(fetch(server.name, server.delay));"},
};

constexpr std::array<ExplanationGroup, 3> groups{{
    {"How a submission ends", outcomes},
    {"What a program does wrong", behaviours},
    {"What does not compile", compiler_messages},
}};

/// Its letters and digits, as small letters.
std::string letters_of(std::string_view word) {
    std::string text;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) text += static_cast<char>(std::tolower(byte));
    }
    return text;
}

}  // namespace

std::span<const ExplanationGroup> explanation_groups() { return groups; }

const Explanation* explanation_of(std::string_view word) {
    const std::string asked = letters_of(word);
    for (const ExplanationGroup& group : groups) {
        for (const Explanation& one : group.explanations) {
            if (asked == letters_of(one.word) || asked == letters_of(one.title)) return &one;
        }
    }
    return nullptr;
}

std::vector<std::string> explained_words() {
    std::vector<std::string> words;
    for (const ExplanationGroup& group : groups) {
        for (const Explanation& one : group.explanations) words.emplace_back(one.word);
    }
    return words;
}

}  // namespace grader
