#include "grader/run/kept_events.hpp"

#include "grader/timeline/timeline.hpp"

namespace grader {

namespace {

using protocol::Kept;
using protocol::Kind;

/// The bytes of an event, plus twice the bytes of the wait, text or result made from it: a measure copies the
/// waits that it looks at.
constexpr std::size_t bytes_of_an_event = 288;
static_assert(sizeof(Event) + 2 * sizeof(Wait) <= bytes_of_an_event);

constexpr std::size_t most_shared_texts = 1000;  // a submission has some dozens

/// After so many events those of Kept::early are counted, and no longer kept.
constexpr std::size_t all_are_kept_up_to = 10'000;

}  // namespace

std::size_t bytes_of_places(const protocol::Record& record) {
    return record.where.size() * sizeof(std::uint64_t);
}

void KeptEvents::add(Time at, const protocol::Record& record) {
    const Kept kept = protocol::type_of(record.kind).kept;
    if (kept == Kept::never) return;
    ++count_;
    if (events_.size() >= all_are_kept_up_to && kept == Kept::early) return;
    bytes_ += bytes_of_an_event + record.name.size() + record.detail.size() + bytes_of_places(record);
    events_.push_back(Event{at, told(record, shared(record.name), shared(record.detail))});
}

void KeptEvents::printed(std::string text) {
    if (events_.empty() || events_.back().what.kind != Kind::printed) return;
    bytes_ += text.size();
    events_.back().what.detail = std::move(text);
}

SharedText KeptEvents::shared(const std::string& text) {
    if (text.empty()) return {};
    if (texts_.size() >= most_shared_texts) texts_.clear();
    SharedText& known = texts_[text];
    if (known.empty()) known = text;
    return known;
}

}  // namespace grader
