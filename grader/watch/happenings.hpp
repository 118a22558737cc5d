#pragma once

#include "grader/grading/grade.hpp"
#include "runtime/aio.hpp"
#include "runtime/io/process.hpp"

#include <string>
#include <variant>

namespace grader {

/// A key was pressed.
struct Key {
    char character = 0;
};
/// The keys that are no character. Arrow keys become letters.
constexpr char up = 'k';
constexpr char down = 'j';
constexpr char interrupt = '\x03';  // Ctrl-C

struct Saved {};    ///< the watched file was changed in some way
struct Resized {};  ///< the terminal has another size
struct Ended {};    ///< the program that runs live has ended

/// One of these happens at a time while a file is watched; a Graded is a verdict that is ready.
using Happened = std::variant<Key, Saved, Resized, Ended, Graded>;
using Happenings = aio::Queue<Happened>;

// Each puts one kind into the queue, which outlives it, until it is cancelled.
aio::Coroutine<> read_keys(Happenings& happenings);
aio::Coroutine<> watch_file(Happenings& happenings, std::string path);
aio::Coroutine<> watch_size(Happenings& happenings);

// Each puts one into the queue, and is over.
aio::Coroutine<> tell_end(Happenings& happenings, aio::Process& program);
aio::Coroutine<> grade_into_queue(Happenings& happenings, Assignment assignment,
                                  const Environment& environment);

}  // namespace grader
