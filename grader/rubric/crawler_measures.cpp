#include "grader/rubric/crawler_measures.hpp"

#include "grader/rubric/measures.hpp"
#include "grader/rubric/pieces.hpp"
#include "grader/rubric/printed_numbers.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace grader {

using namespace std::chrono_literals;
using protocol::Kind;

namespace {

constexpr Time page_time = 1s;

int argument(const Timeline& here, std::size_t call, const std::string& name) {
    for (const auto& [known, value] : here.scenario->script.calls.at(call).arguments) {
        if (known == name) return std::stoi(value);
    }
    return 0;
}

/// Whether download(), called alone, makes its second of several waits.
bool downloads_in_pieces(const Timelines& all) {
    const auto alone = all.find("download");
    return alone != all.end() && waits_of_length(alone->second, 0, page_time).empty() &&
           !waits_joined(alone->second, 0, page_time).empty();
}

/// The waits of a crawl that are downloads: those of 1 s, or, where there is none, all of them.
std::vector<Wait> downloads_in(const Timeline& here, std::size_t call, const Timelines& all) {
    std::vector<Wait> downloads = waits_of_length(here, call, page_time);
    if (downloads.empty() && downloads_in_pieces(all)) downloads = waits_joined(here, call, page_time);
    return downloads.empty() ? all_waits(here, call) : downloads;
}

Group group_of(std::vector<Wait> downloads) {
    return {std::move(downloads), {"downloads", "téléchargements"}};
}

/// Whether download(), called alone, waits 1 s. Who has that wrong loses its check, and the crawl is judged
/// by the waits there are.
bool download_waits_as_it_should(const Timelines& all) {
    const auto alone = all.find("download");
    return alone != all.end() &&
           (!waits_of_length(alone->second, 0, page_time).empty() || downloads_in_pieces(all));
}

Finding nothing_downloaded(const Timeline& here, std::size_t call) {
    return fails(say("no page was downloaded to the end", "aucune page n'a été téléchargée jusqu'au bout"),
                 here.calls.at(call).end);
}

bool any_done(std::span<const Wait> downloads) {
    return std::ranges::any_of(downloads, [](const Wait& wait) { return wait.how == Wait::End::over; });
}

/// Whether the submission took a slot and gave it back before this wait of its began.
bool given_back_before(const Timeline& here, const Wait& wait) {
    bool taken = false;
    for (std::size_t i = 0; i < wait.index; ++i) {
        const Told& what = here.run->events[i].what;
        if (what.kind == Kind::semaphore_acquired && what.students) taken = true;
        if (what.kind == Kind::semaphore_released && taken) return true;
    }
    return false;
}

}  // namespace

Finding download_holds_slot(const Timeline& here, const Timelines& all) {
    if (const auto blocked = blocked_the_loop(here, 0)) return *blocked;
    const CallSpan& call = here.calls.at(0);
    const std::vector<Wait> waits = downloads_in(here, 0, all);
    if (waits.empty()) return fails(say("download() did not wait", "download() n'a pas attendu"), call.begin);
    const Wait& wait = waits.front();
    if (wait.begin < call.begin + slot_taken_for) {
        return fails(say("download() began at {0}, while the only slot was taken until {1}",
                         "download() a commencé à {0}, alors que la seule place était prise jusqu'à {1}",
                         in_seconds(wait.begin), in_seconds(slot_taken_for)),
                     wait.begin, wait.line);
    }
    if (wait.planned != page_time) {
        return fails(say("download() waited {0} instead of 1 s", "download() a attendu {0} au lieu de 1 s",
                         in_seconds(wait.planned)),
                     wait.begin, wait.line);
    }
    if (given_back_before(here, wait)) {
        return fails(say("the slot was given back before the download, at {0}",
                         "la place a été rendue avant le téléchargement, à {0}", in_seconds(wait.begin)),
                     wait.begin, wait.line);
    }
    std::optional<Time> given_back;
    for (std::size_t i = wait.index; i < here.run->events.size() && !given_back; ++i) {
        const Event& event = here.run->events[i];
        if (event.what.kind == Kind::semaphore_released) given_back = event.at;
    }
    if (!given_back || call.result("slot_given_back") != "yes") {
        return fails(say("the slot was not given back", "la place n'a pas été rendue"), call.end, wait.line);
    }
    if (*given_back == wait.end) return holds();
    return fails(say("the slot was given back at {0}, the download was over at {1}",
                     "la place a été rendue à {0}, le téléchargement finissait à {1}",
                     in_seconds(*given_back), in_seconds(wait.end)),
                 *given_back, wait.line);
}

Finding says_page(const Timeline& here, const Timelines& all) {
    const bool alone = here.calls.at(0).function == "download";
    const std::vector<Wait> downloads = downloads_in(here, 0, all);
    const PrintedNumbers printed(here);
    std::vector<std::vector<int>> at_start;
    for (const Wait& download : downloads) {
        std::vector<int> numbers = printed.before(download, download.begin);
        if (numbers.empty()) {
            return fails(say("nothing with a number in it was printed when a download started",
                             "aucun texte avec un numéro n'a été affiché au début d'un téléchargement"),
                         download.begin, download.line);
        }
        if (alone && std::ranges::find(numbers, page_alone) == numbers.end()) {
            return fails(say("page {0} started, and what was printed has no {0} in it",
                             "la page {0} a commencé, et le texte affiché ne contient pas {0}", page_alone),
                         download.begin, download.line);
        }
        at_start.push_back(std::move(numbers));
    }
    if (here.waits_in(0).empty()) return fails(say("no page started", "aucune page n'a commencé"));
    // What is said at the end can tell that each page was there, and that it was not said at the start.
    if (alone) return holds();
    const int pages = argument(here, 0, "pages");
    if (static_cast<int>(downloads.size()) != pages) return holds();
    std::vector<std::vector<int>> at_start_or_end = at_start;
    for (std::size_t i = 0; i < downloads.size(); ++i)
        std::ranges::copy(printed.at_end(downloads[i]), std::back_inserter(at_start_or_end[i]));
    if (!can_be_matched(at_start, pages) && can_be_matched(at_start_or_end, pages)) {
        return fails(
            say("what was printed when the {0} pages started does not have each page's number in it",
                "ce qui a été affiché au début des {0} pages ne contient pas le numéro de chacune", pages),
            downloads.front().begin, downloads.front().line);
    }
    return holds();
}

Finding every_page_once(const Timeline& here, const Timelines& all) {
    const int pages = argument(here, 0, "pages");
    const CallSpan& call = here.calls.at(0);
    if (const auto unfinished = did_not_return(call)) return *unfinished;
    const std::vector<Wait> downloads = downloads_in(here, 0, all);
    if (!downloads.empty() && waits_of_length(here, 0, page_time).empty() &&
        downloads.front().planned != page_time && download_waits_as_it_should(all)) {
        return fails(say("the pages that crawl() downloads take {0} instead of 1 s",
                         "les pages que crawl() télécharge prennent {0} au lieu de 1 s",
                         in_seconds(downloads.front().planned)),
                     downloads.front().begin, downloads.front().line);
    }
    for (const Wait& download : downloads) {
        if (download.how == Wait::End::over && download.end <= call.end) continue;
        return fails(say("crawl() returned at {0}, before all downloads were over",
                         "crawl() s'est terminée à {0}, avant la fin de tous les téléchargements",
                         in_seconds(call.end)),
                     call.end, download.line);
    }
    if (static_cast<int>(downloads.size()) != pages) {
        return fails(
            say("{0} downloads for {1} pages", "{0} téléchargements pour {1} pages", downloads.size(), pages),
            call.end);
    }
    const PrintedNumbers printed(here);
    std::vector<std::vector<int>> numbers;
    bool any_number = false;
    for (const Wait& download : downloads) {
        // Who says it too early, before there is a slot, loses says-page and no more.
        numbers.push_back(printed.before(download, call.begin));
        std::ranges::copy(printed.at_end(download), std::back_inserter(numbers.back()));
        any_number = any_number || !numbers.back().empty();
    }
    if (!any_number || can_be_matched(numbers, pages)) return holds();
    for (int page = 0; page < pages; ++page) {
        const bool seen = std::ranges::any_of(numbers, [page](const std::vector<int>& some) {
            return std::ranges::find(some, page) != some.end();
        });
        if (seen) continue;
        return fails(say("there were {0} downloads, but none of them printed page {1}",
                         "il y a eu {0} téléchargements, mais aucun n'a affiché la page {1}", pages, page),
                     call.end);
    }
    return fails(say("a page was downloaded twice, and another one not at all",
                     "une page a été téléchargée deux fois, et une autre pas du tout"),
                 call.end);
}

Finding limit_kept(const Timeline& here, const Timelines& all) {
    const int limit = argument(here, 0, "limit");
    const std::vector<Wait> downloads = downloads_in(here, 0, all);
    if (!any_done(downloads)) return nothing_downloaded(here, 0);
    return peak(group_of(downloads), Bounds{0, limit});
}

Finding slots_used(const Timeline& here, const Timelines& all) {
    const int limit = argument(here, 0, "limit");
    const std::vector<Wait> downloads = downloads_in(here, 0, all);
    if (!any_done(downloads)) return nothing_downloaded(here, 0);
    return limit_used(group_of(downloads), limit, here.calls.at(0).begin);
}

Finding calls_independent(const Timeline& here, const Timelines& all) {
    const auto shape = [](const Timeline& timeline, std::size_t call) {
        std::vector<std::pair<Time, Time>> waits;
        const Time begin = timeline.calls.at(call).begin;
        for (const Wait& wait : timeline.waits_in(call))
            waits.emplace_back(wait.begin - begin, wait.end - begin);
        std::ranges::sort(waits);
        return waits;
    };
    const auto compared = all.find("alone");
    if (compared == all.end() || compared->second.calls.empty()) {
        return fails(
            say("the crawl alone did not come to its end", "le parcours seul n'est pas allé au bout"));
    }
    const Timeline& alone = compared->second;
    if (here.calls.size() < 2)
        return fails(say("the second crawl never began", "le second parcours n'a pas commencé"));
    if (!any_done(here.waits_in(1))) return nothing_downloaded(here, 1);
    if (shape(here, 1) == shape(alone, 0)) return holds();
    const auto length = [](const CallSpan& call) { return in_seconds(call.end - call.begin); };
    return fails(say("the same crawl makes {0} downloads in {1} alone, and {2} in {3} after another crawl",
                     "le même parcours fait {0} téléchargements en {1} seul, et {2} en {3} après un autre",
                     shape(alone, 0).size(), length(alone.calls.at(0)), shape(here, 1).size(),
                     length(here.calls.at(1))),
                 here.calls.at(1).begin);
}

}  // namespace grader
