#pragma once

#include "grader/protocol/events.hpp"
#include "runtime/observer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The messages between a submission's process and the grader's process, over one stream socket.
///
/// The grader sends a Script: what to call, with which arguments. The submission's process runs it and sends
/// frames of Records: what happened, in order, without times, because the grader keeps the time. When nothing
/// can run any more, its last record is `asks`, and it waits for an Answer: the new time. So it never runs
/// ahead, and a program that forges a run must ask the right questions in the right order. At the end comes
/// `finished`.
///
/// Every Script and Answer carries a token, a fresh random number, and every frame of records begins with the
/// last token: a process that does not wait for the grader's message cannot know it.
///
/// A frame is its payload's length (4 bytes) and the payload. Numbers are little-endian; a text is its length
/// (4 bytes) and its bytes.
namespace protocol {

/// The descriptor of the socket, in the submission's process.
inline constexpr int channel_descriptor = 3;

inline constexpr std::size_t longest_frame = 1 << 20;  // bytes
inline constexpr std::size_t longest_text = 1 << 12;   // bytes; longer ones are cut by the writer
inline constexpr std::size_t most_places = 16;         // of Record::where; more are left out by the writer
inline constexpr std::size_t batch_size = 1 << 15;  // bytes after which records are sent without a question

/// How a call, a coroutine, a task or a wait ended.
using Completion = aio::Outcome;
using aio::Awaited;

/// One thing that happened. Fields that a kind does not need are zero or empty. `String` and `Places` are how
/// its texts and places are kept.
template <class String, class Places>
struct BasicRecord {
    Kind kind{};
    Completion completion{};
    Awaited awaited{};
    bool students = false;  ///< the coroutine being stepped is written in the submission
    std::uint32_t task_id = 0;
    std::uint32_t coroutine_id = 0;
    std::uint32_t line = 0;
    std::uint64_t subject = 0;
    std::int64_t count = 0;
    std::int64_t length_ns = 0;
    String name{};  ///< of the coroutine being stepped
    String detail{};
    Places where{};  ///< which code is being run, innermost first: offsets in the program's own file

    /// The same, with its texts and places kept in another way.
    template <class OtherString, class OtherPlaces>
    BasicRecord<OtherString, OtherPlaces> with(OtherString its_name, OtherString its_detail,
                                               OtherPlaces its_places) const {
        return {kind,
                completion,
                awaited,
                students,
                task_id,
                coroutine_id,
                line,
                subject,
                count,
                length_ns,
                std::move(its_name),
                std::move(its_detail),
                std::move(its_places)};
    }
};

/// As it is sent.
using Record = BasicRecord<std::string, std::vector<std::uint64_t>>;

/// The grader's reply to `asks`.
struct Answer {
    bool nothing = false;  ///< nothing will ever happen: a deadlock
    bool cancel = false;   ///< cancel the call under way, as an outsider would
    std::int64_t now_ns = 0;
    std::uint64_t token = 0;
};

/// One call of a script: a function's name and its arguments as texts, by name.
struct Call {
    std::string function;
    std::vector<std::pair<std::string, std::string>> arguments;
};

/// The task that runs next at one choice among ready tasks, counted from 0: an index into the tasks offered
/// (aio::Schedule).
struct Pick {
    std::uint32_t choice = 0;
    std::uint32_t index = 0;
    auto operator<=>(const Pick&) const = default;
};

/// The departures of a run from first come, first served, by rising choice. Empty: none. A pick whose index
/// is too large takes the last task.
using Order = std::vector<Pick>;

/// The calls of a scenario, made one after the other in one run.
struct Script {
    std::vector<Call> calls;
    Order order{};
    std::uint64_t late_seed = 0;  ///< how late timers are, see lateness_ns(); 0: they are on time
    std::uint64_t token = 0;
};

/// How much later than asked for a timer fires: a real loop is always a little late. `timer` counts the
/// timers of the run from 0; some tasks are slower than others throughout. Both sides compute it, and the
/// grader checks.
std::int64_t lateness_ns(std::uint64_t late_seed, std::uint64_t timer, std::uint32_t task_id);

// Writing. Each appends to `bytes`.
void write_record(std::string& bytes, const Record& record);
std::string write_script(const Script& script);
std::string write_answer(const Answer& answer);
/// Puts the length before a payload.
std::string frame(std::string_view payload);

// Reading. Any bytes give a value or nothing. Reading never throws, and never reads past the end.
std::optional<Script> read_script(std::string_view payload);
std::optional<Answer> read_answer(std::string_view payload);
/// Takes the token off the front of a frame of records.
std::optional<std::uint64_t> take_token(std::string_view& payload);
/// Nothing if there are no records: an honest process does not send such a frame, and it would not count as
/// an event.
std::optional<std::vector<Record>> read_records(std::string_view records);

/// Cuts a stream of bytes into frames.
class Framing {
public:
    void add(std::string_view bytes);
    /// The next payload, if it is complete; it is valid until more is added.
    std::optional<std::string_view> next();
    /// A frame was announced that is longer than allowed: nothing after it can be trusted.
    bool broken() const { return broken_; }

private:
    std::string bytes_;
    std::size_t begin_ = 0;  // of the bytes that are not read yet
    bool broken_ = false;
};

}  // namespace protocol
