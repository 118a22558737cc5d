#include "grader/rubric/crawler_measures.hpp"
#include "grader/rubric/draw.hpp"
#include "grader/rubric/exercise.hpp"
#include "grader/rubric/measures.hpp"

#include <nlohmann/json.hpp>

namespace grader {

using namespace std::chrono_literals;

namespace {

struct Crawl {
    int pages;
    int limit;
};

Scenario crawls(const char* id, Text name, const std::vector<Crawl>& calls) {
    Scenario made;
    made.id = id;
    made.name = std::move(name);
    nlohmann::ordered_json inputs = nlohmann::ordered_json::array();
    for (const Crawl& one : calls) {
        made.script.calls.push_back(
            {"crawl", {{"pages", std::to_string(one.pages)}, {"limit", std::to_string(one.limit)}}});
        inputs.push_back({{"pages", one.pages}, {"limit", one.limit}});
    }
    made.inputs_json =
        calls.size() == 1 ? inputs.front().dump() : nlohmann::ordered_json{{"calls", inputs}}.dump();
    for (const Crawl& one : calls) {
        const Text words = say("{0} pages, {1} at a time", "{0} pages, {1} à la fois", one.pages, one.limit);
        made.inputs =
            made.inputs.empty() ? words : say("{0}; then {1}", "{0} ; puis {1}", made.inputs, words);
    }
    return made;
}

Crawl crawl_of(const protocol::Call& call) {
    return {std::stoi(call.arguments.at(0).second), std::stoi(call.arguments.at(1).second)};
}

Scenario download_alone() {
    Scenario download;
    download.id = "download";
    download.name = {"download() alone, the slot taken until 0.5 s",
                     "download() seule, la place prise jusqu'à 0,5 s"};
    download.script.calls.push_back({"download",
                                     {{"page", std::to_string(page_alone)},
                                      {"slot_taken_for", std::to_string(Time(slot_taken_for).count())}}});
    download.inputs = say("page {0}", "page {0}", page_alone);
    download.inputs_json =
        nlohmann::ordered_json{{"page", page_alone}, {"slot_taken_for_us", 500'000}}.dump();
    return download;
}

}  // namespace

std::vector<Scenario> crawler_scenarios(std::uint64_t seed) {
    Draw draw(seed);
    const Crawl second{draw.number(5, 8), 4};
    std::vector<Scenario> all;
    all.push_back(download_alone());
    all.push_back(crawls("as written", {"as written", "comme dans l'énoncé"}, {{10, 3}}));
    all.push_back(crawls("late", {"timers a little late", "minuteurs un peu en retard"},
                         {{draw.number(24, 30), draw.number(4, 6)}}));
    all.back().script.late_seed = seed | 1;
    all.push_back(crawls("one slot", {"one at a time", "une à la fois"}, {{draw.number(3, 5), 1}}));
    all.push_back(
        crawls("roomy", {"more slots than pages", "plus de places que de pages"}, {{draw.number(2, 6), 50}}));
    all.push_back(crawls("none", {"no page", "aucune page"}, {{0, 3}}));
    all.push_back(crawls("many", {"many pages", "beaucoup de pages"}, {{draw.number(150, 200), 50}}));
    all.push_back(crawls(
        "cancelled", {"cancelled from outside half way", "annulée de l'extérieur à mi-chemin"}, {{10, 3}}));
    all.back().cancel_at = 400ms;
    all.push_back(crawls("alone", {"a crawl alone", "un parcours seul"}, {second}));
    all.push_back(crawls("twice", {"two crawls in a row", "deux parcours de suite"}, {{7, 2}, second}));
    return all;
}

std::vector<Scenario> smaller_crawler(const Scenario& scenario) {
    if (scenario.id == "as written") return {};  // that one the reader knows
    // Two in a row are compared with one of them alone.
    if (scenario.script.calls.size() != 1 || scenario.script.calls[0].function != "crawl") return {};
    const Crawl whole = crawl_of(scenario.script.calls[0]);
    std::vector<Scenario> all;
    for (const Crawl less : {Crawl{whole.pages / 2, whole.limit}, Crawl{whole.pages, whole.limit / 2},
                             Crawl{whole.pages - whole.pages / 4, whole.limit},
                             Crawl{whole.pages - whole.pages / 8, whole.limit},
                             Crawl{whole.pages - 1, whole.limit}, Crawl{whole.pages, whole.limit - 1}}) {
        const bool is_less = less.pages < whole.pages || less.limit < whole.limit;
        const bool same_kind = (less.pages > less.limit) == (whole.pages > whole.limit);
        if (!is_less || !same_kind || less.pages < 1 || less.limit < 1) continue;
        const Scenario made = crawls(scenario.id.c_str(), scenario.name, {less});
        all.push_back(scenario);
        all.back().script.calls = made.script.calls;
        all.back().inputs_json = made.inputs_json;
        all.back().inputs = made.inputs;
    }
    return all;
}

Rubric crawler_rubric() {
    Rubric rubric;

    rubric.criterion("download-holds-slot", 1)
        .title({"download() keeps a slot for 1 s", "download() garde une place pendant 1 s"})
        .in({"download"})
        .expect({"it takes a slot as soon as one is free, awaits 1 s, then gives it back",
                 "elle prend une place dès qu'il y en a une, attend 1 s avec co_await, puis la rend"},
                download_holds_slot)
        .hint({"auto slot = co_await slots.acquire(); – the slot is given back when the variable dies.",
               "auto slot = co_await slots.acquire(); – la place est rendue quand la variable disparaît."});
    rubric.criterion("says-page", 1)
        .title({"A page that starts says its number", "Une page qui commence dit son numéro"})
        .in({"download", "as written", "late"})
        .expect({"the page's number in what is printed when its download starts",
                 "le numéro de la page dans ce qui est affiché quand elle commence"},
                says_page)
        .hint({"Print page after you have the slot and before you wait.",
               "Affichez page une fois la place obtenue, avant d'attendre."});
    rubric.criterion("every-page-once", 2)
        .title({"Every page is downloaded once", "Chaque page est téléchargée une fois"})
        .in({"as written", "one slot", "roomy", "none", "many"})
        .expect(
            {"the pages 0, 1, … up to pages - 1, each exactly once, all done when crawl() returns",
             "les pages 0, 1, … jusqu'à pages - 1, chacune une fois, toutes finies quand crawl() se termine"},
            every_page_once)
        .hint({"for (int page = 0; page < pages; ++page)", "for (int page = 0; page < pages; ++page)"});
    rubric.criterion("limit-kept", 2)
        .title({"Never more than the limit", "Jamais plus que la limite"})
        .in({"as written", "one slot", "late"})
        .expect(
            {"at most limit downloads at the same moment", "au plus limit téléchargements au même moment"},
            limit_kept)
        .hint({"One aio::Semaphore slots(limit); for all downloads of this crawl.",
               "Un seul aio::Semaphore slots(limit); pour tous les téléchargements de ce parcours."});
    rubric.criterion("slots-used", 2)
        .title({"Every slot is used while pages wait", "Chaque place sert tant que des pages attendent"})
        .in({"as written", "roomy", "late"})
        .expect({"a slot that becomes free is taken at once", "une place qui se libère est prise aussitôt"},
                slots_used)
        .hint({"Start all downloads with one gather(); the semaphore makes them wait their turn.",
               "Lancez tout avec un seul gather() ; le sémaphore fait attendre chacun son tour."});
    rubric.criterion("stops-when-cancelled", 1)
        .title({"Cancelled from outside, it stops at once", "Annulée de l'extérieur, elle s'arrête aussitôt"})
        .in({"cancelled"})
        .expect({"everything stops at that moment, and the CancelledError comes out of crawl()",
                 "tout s'arrête à ce moment-là, et l'exception CancelledError sort de crawl()"},
                [](const Timeline& here, const Timelines&) {
                    return stopped_when_cancelled(here, 0, *here.scenario->cancel_at);
                })
        .hint({"Await everything you start with gather(), and do not swallow CancelledError.",
               "Attendez tout ce que vous lancez avec gather(), et n'avalez pas CancelledError."});
    rubric.criterion("calls-independent", 1)
        .title({"A second crawl starts afresh", "Un second parcours repart de zéro"})
        .in({"twice"})
        .expect({"a crawl after another one does what it does alone",
                 "un parcours après un autre fait ce qu'il fait tout seul"},
                calls_independent)
        .hint({"Keep the semaphore and all counters inside crawl(), not static or global.",
               "Gardez le sémaphore et les compteurs dans crawl(), ni static ni globaux."});
    return rubric;
}

}  // namespace grader
