#pragma once

#include "grader/protocol/protocol.hpp"
#include "grader/timeline/run.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace grader {

/// The events of one run, within the memory that is left. The memory they take includes everything that is
/// computed from them, because all runs of a submission are judged together, and then shown.
class KeptEvents {
public:
    /// `room`: bytes.
    explicit KeptEvents(std::size_t room) : room_(room) {}

    void add(Time at, const protocol::Record& record);
    /// Sets the text that the last event printed. No effect if that event does not print.
    void printed(std::string text);
    /// Requires: one was added, of a kind that measures ask for.
    Event& last() { return events_.back(); }

    /// The number of events added; in a long run some are not kept.
    std::size_t count() const { return count_; }
    std::size_t bytes() const { return bytes_; }
    bool full() const { return bytes_ >= room_; }

    std::vector<Event> take() { return std::move(events_); }

private:
    SharedText shared(const std::string& text);

    std::size_t room_;
    std::size_t count_ = 0;
    std::size_t bytes_ = 0;
    std::vector<Event> events_;
    std::unordered_map<std::string, SharedText> texts_;
};

/// Bytes of a record's places.
std::size_t bytes_of_places(const protocol::Record& record);

}  // namespace grader
