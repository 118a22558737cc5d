#include "grader/judge/ending_words.hpp"

#include "grader/exercise/words.hpp"

#include <algorithm>
#include <csignal>
#include <string>

namespace grader {

namespace {

/// What the C++ library printed last, when one of its own checks stopped the program (_GLIBCXX_ASSERTIONS).
bool library_stopped_it(const Run& run) {
    const auto last = std::find_if(run.events.rbegin(), run.events.rend(), [](const Event& event) {
        return event.what.kind == protocol::Kind::printed;
    });
    return last != run.events.rend() && last->what.detail.str().find("Assertion '") != std::string::npos;
}

Text signal_name(const Run& run) {
    const int signal = run.signal;
    if (signal == SIGABRT && library_stopped_it(run)) {
        return say("an index out of range, or a value that is not there");
    }
    switch (signal) {
        case SIGSEGV:
        case SIGBUS:
            return say("it used memory that is not its own (segmentation fault)");
        case SIGABRT:
            return say("it called abort(), perhaps because nobody caught an exception");
        case SIGFPE:
            return say("it divided by zero");
        case SIGILL:
            return say("it ran into an invalid instruction");
        default:
            return say("signal {0} ended it", signal);
    }
}

/// "download waits for a semaphore with no slot free at line 12", for the first coroutine of the
/// submission's.
Text who_waits(const Run& run) {
    const Event* waits = where_it_ended(run);
    if (waits == nullptr) return {};
    if (waits->what.kind == protocol::Kind::stuck) {
        return say(": {0} holds up the loop for ever, {1} (line {2})", waits->what.name,
                   kind_of_call(waits->what.detail), waits->what.line);
    }
    return say(": {0} waits for {1} (line {2})", waits->what.name, what_is_awaited(waits->what),
               waits->what.line);
}

/// "; last seen in breakfast, after line 20": its place at its last record.
Text last_seen(const Run& run) {
    const auto last = std::find_if(run.events.rbegin(), run.events.rend(), [](const Event& event) {
        return event.what.students && event.what.line != 0 && !event.what.name.empty();
    });
    if (last == run.events.rend()) return {};
    return say("; last seen in {0}, after line {1}", last->what.name, last->what.line);
}

/// "; it was at line 21", if that is known.
Text crashed_at(const Run& run) {
    const Event* crashed = where_it_ended(run);
    if (crashed == nullptr) return last_seen(run);
    return say("; it was at line {0}", crashed->what.line);
}

/// "; it was thrown at line 21", if that is known.
Text thrown_at(const Run& run) {
    const Event* raised = where_it_ended(run);
    if (raised == nullptr) return {};
    return say("; it was thrown at line {0}", raised->what.line);
}

/// More events than the limit, in this run or in all runs together.
Text too_much(const Run& run) {
    Text with_others;
    if (run.after_others) with_others = say("with those of the other runs ");
    return say(
        "too much happened: {0} events, {2}more than the grader follows{1}; is there a loop that starts "
        "tasks or waits without end?",
        run.size(), last_seen(run), with_others);
}

/// The coroutine of the submission that waits for something that never comes, and not for another waiting
/// coroutine: where its wait began.
bool is_first_cause(const Event& event) {
    return event.what.kind == protocol::Kind::deadlocked && event.what.students &&
           event.what.awaited != protocol::Awaited::task && event.what.awaited != protocol::Awaited::gather;
}

}  // namespace

Outcome outcome_of(Ending ending) {
    switch (ending) {
        case Ending::finished:
            break;
        case Ending::deadlocked:
            return Outcome::deadlocked;
        case Ending::crashed:
        case Ending::raised:
            return Outcome::crashed;
        case Ending::exited_early:
            return Outcome::exited_early;
        case Ending::timed_out_cpu:
        case Ending::timed_out_wall:
        case Ending::event_limit:
        case Ending::over_budget:
            return Outcome::timed_out;
        case Ending::memory_limit:
            return Outcome::memory_limit;
        case Ending::output_limit:
            return Outcome::output_limit;
        case Ending::forbidden:
            return Outcome::forbidden;
        case Ending::broke_protocol:
            return Outcome::broke_protocol;
    }
    return Outcome::internal_error;
}

const Event* where_it_ended(const Run& run) {
    const auto is_it = [&run](const Event& event) {
        const protocol::Kind kind = event.what.kind;
        if (run.ending == Ending::crashed) {
            return kind == protocol::Kind::crashed && event.what.students && event.what.line != 0;
        }
        if (run.ending == Ending::raised) return kind == protocol::Kind::call_ended && event.what.line != 0;
        return run.ending == Ending::deadlocked && (kind == protocol::Kind::stuck || is_first_cause(event));
    };
    const auto found = std::ranges::find_if(run.events, is_it);
    return found == run.events.end() ? nullptr : &*found;
}

Text describe_ending(const Run& run) {
    switch (run.ending) {
        case Ending::finished:
            return say("it ended normally");
        case Ending::deadlocked:
            return say("everything waits, and nothing can ever wake it{0}", who_waits(run));
        case Ending::crashed:
            return say("the program crashed: {0}{1}", signal_name(run), crashed_at(run));
        case Ending::raised:
            return say("an exception came out of the call: {0}{1}", run.error.substr(0, 300), thrown_at(run));
        case Ending::exited_early:
            return say("the program left with code {0} before the call was over (exit, or something like it)",
                       run.exit_code);
        case Ending::timed_out_cpu:
            return say("it computed without end: a loop that never lets the others run{0}", last_seen(run));
        case Ending::timed_out_wall:
            return say("it was blocked for too long, outside of aio");
        case Ending::over_budget:
            return say(
                "the submission as a whole used too much time: all of its runs together take longer than the "
                "grader gives them; does it compute for long, or block outside of aio, again and "
                "again?");
        case Ending::memory_limit:
            return say("it used too much memory");
        case Ending::output_limit:
            return say("it printed far too much");
        case Ending::forbidden:
            return say("it made a forbidden system call: on other processes, the system or its clock");
        case Ending::event_limit:
            return too_much(run);
        case Ending::broke_protocol:
            return say("what it told the grader cannot be true: {0}", run.error);
    }
    return {};
}

}  // namespace grader
