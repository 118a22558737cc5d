#pragma once

#include "grader/rubric/rubric.hpp"

namespace grader {

/// What download() is called with alone: the page, and how long somebody else has the only slot.
inline constexpr int page_alone = 4;
inline constexpr Time slot_taken_for = std::chrono::milliseconds(500);

Finding download_holds_slot(const Timeline& here, const Timelines& all);
Finding says_page(const Timeline& here, const Timelines& all);
Finding every_page_once(const Timeline& here, const Timelines& all);
Finding limit_kept(const Timeline& here, const Timelines& all);
Finding slots_used(const Timeline& here, const Timelines& all);
Finding calls_independent(const Timeline& here, const Timelines& all);

}  // namespace grader
