#include "grader/rubric/exercise.hpp"
#include "grader/rubric/measures.hpp"
#include "grader/rubric/weather_inputs.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace grader {

using namespace std::chrono_literals;

namespace {

/// Looks at every call of forecast() in a scenario; the first that fails decides.
template <class PerCall>
Measure for_each_forecast(PerCall per_call) {
    return [per_call](const Timeline& here, const Timelines&) {
        for (std::size_t call = 0; call < here.calls.size(); ++call) {
            const Forecasting inputs = inputs_of(here.scenario->script.calls.at(call));
            if (Finding finding = per_call(here, call, inputs); !finding.holds) return finding;
        }
        return holds();
    };
}

bool in_time(const Forecasting& inputs) { return slowest(inputs) < inputs.budget; }
bool too_late(const Forecasting& inputs) { return slowest(inputs) > inputs.budget; }

Finding fetch_names_server(const Timeline& here, const Timelines&) {
    const std::string text = here.calls.at(0).result("text");
    if (text.find(fetched_alone.name) != std::string::npos) return holds();
    return fails(say("fetch_weather(\"{0}\", …) returned \"{1}\"",
                     "fetch_weather(\"{0}\", …) a renvoyé « {1} »", fetched_alone.name, text),
                 here.calls.at(0).end);
}

/// A request as its task makes it: the waits that follow each other without a gap from where forecast()
/// begins.
struct Request {
    Time planned{};
    bool cut_short = false;
};

std::vector<Request> requests_at(const Timeline& here, std::size_t call, Time begin) {
    std::map<std::uint32_t, Wait> by_task;  // up to the last wait that followed
    for (const Wait& wait : here.waits_in(call)) {
        if (wait.blocking) continue;
        const auto known = by_task.find(wait.task_id);
        if (known == by_task.end()) {
            if (wait.begin == begin) by_task.emplace(wait.task_id, wait);
        } else if (known->second.how == Wait::End::over && known->second.end == wait.begin) {
            known->second.planned += wait.planned;
            known->second.end = wait.end;
            known->second.how = wait.how;
        }
    }
    std::vector<Request> requests;
    for (const auto& [task, last] : by_task) requests.push_back({last.planned, last.how != Wait::End::over});
    return requests;
}

/// Whether each server has a request of its delay that began at once, in one wait or in several; of those
/// that were cut short nobody knows what was still to come. Where fetch_weather() alone waits as it should
/// not, which loses a point of its own, and no request has the delay of any server, they are counted.
bool each_has_a_request(const std::vector<Request>& requests, std::vector<Time> delays, bool fetch_is_right) {
    const std::size_t servers = delays.size();
    for (const Request& request : requests) {
        const auto asked = std::ranges::find(delays, request.planned);
        if (asked != delays.end()) delays.erase(asked);
    }
    if (delays.size() == servers && !fetch_is_right) return requests.size() >= servers;
    for (const Request& request : requests) {
        if (!request.cut_short) continue;
        const auto longer = std::ranges::find_if(delays, [&](Time delay) { return delay > request.planned; });
        if (longer != delays.end()) delays.erase(longer);
    }
    return delays.empty();
}

Finding all_at_once(const Timeline& here, std::size_t call, const Forecasting& inputs, bool fetch_is_right) {
    const Time begin = here.calls.at(call).begin;
    std::vector<Time> delays;
    for (const AskedServer& server : inputs.servers) delays.push_back(server.delay);
    const bool all_asked = each_has_a_request(requests_at(here, call, begin), delays, fetch_is_right);
    const Wait* late = nullptr;
    for (const Wait& wait : here.waits_in(call)) {
        const auto asked = std::ranges::find(delays, wait.planned);
        if (asked == delays.end()) continue;
        if (wait.blocking) {
            return fails(say("{0} blocked the loop for {1} at line {2} ({3}): the next server had to wait",
                             "{0} a bloqué la boucle pendant {1} à la ligne {2} ({3}) : le serveur suivant a "
                             "dû attendre",
                             wait.coroutine, in_seconds(wait.planned), wait.line, kind_of_call(wait.in_what)),
                         wait.begin, wait.line);
        }
        if (wait.begin == begin) {
            delays.erase(asked);
        } else if (late == nullptr) {
            late = &wait;
        }
    }
    if (delays.empty() || all_asked) return holds();
    const std::size_t asked = inputs.servers.size() - delays.size();
    if (late != nullptr) {
        return fails(say("{0} of {1} servers were asked at once, the next one only {2} later",
                         "{0} serveurs sur {1} interrogés d'un coup, le suivant seulement {2} plus tard",
                         asked, inputs.servers.size(), in_seconds(late->begin - begin)),
                     late->begin, late->line);
    }
    if (asked == 0) {
        return fails(say("none of the {0} servers was asked", "aucun des {0} serveurs n'a été interrogé",
                         inputs.servers.size()),
                     begin);
    }
    return fails(say("only {0} of {1} servers were asked",
                     "seulement {0} serveurs sur {1} ont été interrogés", asked, inputs.servers.size()),
                 begin);
}

Finding results_in_order(const Timeline& here, std::size_t call, const Forecasting& inputs) {
    if (!in_time(inputs)) return holds();
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    const std::vector<std::string> answers = span.all_results("answer");
    const std::string result = span.result("forecast");
    if (result == "nullopt") {
        return fails(
            say("forecast() gave std::nullopt, although all of the {0} answers could be there in time",
                "forecast() a rendu std::nullopt, alors que les {0} réponses pouvaient arriver à temps",
                inputs.servers.size()),
            span.end);
    }
    if (answers.size() != inputs.servers.size()) {
        return fails(say("forecast() gave {0} answers for {1} servers",
                         "forecast() a rendu {0} réponses pour {1} "
                         "serveurs",
                         answers.size(), inputs.servers.size()),
                     span.end);
    }
    std::vector<std::string> names;
    for (const AskedServer& server : inputs.servers) names.push_back(server.name);
    if (Finding order = order_kept(answers, names, span.end); !order.holds) return order;
    constexpr Time patience = 100ms;  // who looks again from time to time may be a little late
    if (span.end - span.begin > slowest(inputs) + patience) {
        return fails(say("the last answer was there after {0}, forecast() returned after {1}",
                         "la dernière réponse était là après {0}, forecast() s'est terminée après {1}",
                         in_seconds(slowest(inputs)), in_seconds(span.end - span.begin)),
                     span.end);
    }
    return holds();
}

Finding gives_up_in_time(const Timeline& here, std::size_t call, const Forecasting& inputs) {
    if (in_time(inputs)) return holds();
    const CallSpan& span = here.calls.at(call);
    if (const auto unfinished = did_not_return(span)) return *unfinished;
    const bool gave_up = span.result("forecast") == "nullopt";
    const bool has_all = span.all_results("answer").size() == inputs.servers.size();
    if (!gave_up && !(has_all && !too_late(inputs))) {
        return fails(
            say("the budget of {0} was not enough, but forecast() gave {1} answers instead of std::nullopt",
                "le budget de {0} ne suffisait pas, mais forecast() a rendu {1} réponses au lieu de "
                "std::nullopt",
                in_seconds(inputs.budget), span.all_results("answer").size()),
            span.end);
    }
    if (span.end - span.begin == inputs.budget) return holds();
    return fails(say("forecast() gave up after {0}; the budget was {1}",
                     "forecast() a renoncé après {0} ; le budget "
                     "était de {1}",
                     in_seconds(span.end - span.begin), in_seconds(inputs.budget)),
                 span.end);
}

Finding says_too_late(const Timeline& here, std::size_t call, const Forecasting& inputs) {
    if (!too_late(inputs)) return holds();
    const Time moment = here.calls.at(call).begin + inputs.budget;
    if (said_at(here, moment)) return holds();
    return fails(
        say("nothing was printed when the budget was used up, after {0}",
            "rien n'a été affiché quand le budget a été épuisé, après {0}", in_seconds(inputs.budget)),
        moment);
}

Finding slow_ones_cancelled(const Timeline& here, std::size_t call, const Forecasting& inputs) {
    if (!too_late(inputs)) return holds();
    const Time moment = here.calls.at(call).begin + inputs.budget;
    const Group waits{all_waits(here, call), {"waits for a server", "attentes d'un serveur"}};
    const auto too_slow = [moment](const Wait& wait) { return wait.begin + wait.planned > moment; };
    if (std::ranges::none_of(waits.waits, too_slow)) {
        return fails(say("nobody was waiting for a slow server when the budget was used up",
                         "personne n'attendait de serveur lent quand le budget a été épuisé"),
                     moment);
    }
    if (Finding cancelled = cancelled_at(waits, moment); !cancelled.holds) return cancelled;
    if (const Event* left = task_left_behind(here)) {
        return fails(say("a task was left running after forecast() had returned",
                         "une tâche tournait encore après la fin de forecast()"),
                     left->at);
    }
    return holds();
}

}  // namespace

Rubric weather_rubric() {
    const std::vector<std::string> late{"as written", "too slow", "never", "late, then in time"};
    std::vector<std::string> late_or_just = late;
    late_or_just.push_back("exactly");
    Rubric rubric;

    rubric.criterion("fetch-waits", 1)
        .title({"fetch_weather() waits as long as it is told", "fetch_weather() attend le temps demandé"})
        .in({"fetch"})
        .expect({"it waits its delay by awaiting, and the loop stays free",
                 "elle attend son délai avec co_await, et la boucle reste libre"},
                [](const Timeline& here, const Timelines&) {
                    return waited_exactly(here, 0, fetched_alone.delay);
                })
        .hint({"co_await aio::sleep(delay);", "co_await aio::sleep(delay);"});
    rubric.criterion("fetch-names-server", 1)
        .title({"Its text says which server it comes from", "Son texte dit de quel serveur il vient"})
        .in({"fetch"})
        .expect({"a text with the server's name in it", "un texte qui contient le nom du serveur"},
                fetch_names_server)
        .hint({"Put the parameter server into the text you co_return.",
               "Mettez le paramètre server dans le texte que vous rendez avec co_return."});
    rubric.criterion("all-at-once", 2)
        .title(
            {"All servers are asked at the same moment", "Tous les serveurs sont interrogés au même moment"})
        .in({"as written", "in time", "many"})
        .expect(
            {"every wait begins when forecast() begins", "chaque attente commence quand forecast() commence"},
            [](const Timeline& here, const Timelines& all) {
                const auto alone = all.find("fetch");
                const bool right = alone != all.end() && !alone->second.calls.empty() &&
                                   waited_exactly(alone->second, 0, fetched_alone.delay).holds;
                const auto of_a_call = [right](const Timeline& in, std::size_t call,
                                               const Forecasting& inputs) {
                    return all_at_once(in, call, inputs, right);
                };
                return for_each_forecast(of_a_call)(here, all);
            })
        .hint({"Put the coroutines into a std::vector and co_await aio::gather(…) once.",
               "Mettez les coroutines dans un std::vector et faites un seul co_await aio::gather(…)."});
    rubric.criterion("results-in-order", 1)
        .title({"All in time: the answers, in the servers' order",
                "Toutes à temps : les réponses, dans l'ordre"})
        .in({"in time", "nobody", "one", "many", "twice", "late, then in time"})
        .expect({"one answer for each server, in the order of servers, as soon as the last one is there",
                 "une réponse par serveur, dans l'ordre de servers, dès que la dernière est là"},
                for_each_forecast(results_in_order))
        .hint({"gather() gives the results in the order of its arguments, whoever was first.",
               "gather() rend les résultats dans l'ordre de ses arguments, quel que soit le premier."});
    rubric.criterion("gives-up-in-time", 2)
        .title({"Too slow: std::nullopt when the budget is used up",
                "Trop lent : std::nullopt à la fin du budget"})
        .in(late_or_just)
        .expect(
            {"std::nullopt exactly when the budget is used up", "std::nullopt exactement à la fin du budget"},
            for_each_forecast(gives_up_in_time))
        .hint({"One aio::timeout(budget, …) around everything; catch aio::TimeoutError.",
               "Un seul aio::timeout(budget, …) autour de tout ; attrapez aio::TimeoutError."});
    rubric.criterion("says-too-late", 1)
        .title({"It says that it is too late", "Elle dit qu'il est trop tard"})
        .in(late)
        .expect({"some text at that moment", "un texte à ce moment-là"}, for_each_forecast(says_too_late))
        .hint({"Print a line where you catch aio::TimeoutError.",
               "Affichez une ligne là où vous attrapez aio::TimeoutError."});
    rubric.criterion("slow-ones-cancelled", 1)
        .title({"The slow ones are stopped", "Les lents sont arrêtés"})
        .in(late)
        .expect({"whoever still waits is cancelled at that moment, and nothing goes on running",
                 "qui attend encore est annulé à ce moment-là, et rien ne continue"},
                for_each_forecast(slow_ones_cancelled))
        .hint({"aio::timeout cancels what it contains: put the gather inside it.",
               "aio::timeout annule ce qu'il contient : mettez gather à l'intérieur."});
    rubric.criterion("passes-cancellation-on", 1)
        .title({"Cancelled from outside, it stops at once", "Annulée de l'extérieur, elle s'arrête aussitôt"})
        .in({"cancelled"})
        .expect({"everything stops at that moment, and the CancelledError comes out of forecast()",
                 "tout s'arrête à ce moment-là, et l'exception CancelledError sort de forecast()"},
                [](const Timeline& here, const Timelines&) {
                    return stopped_when_cancelled(here, 0, *here.scenario->cancel_at);
                })
        .hint({"Catch aio::TimeoutError only; after catch (...) write throw;.",
               "N'attrapez que aio::TimeoutError ; après un catch (...), écrivez throw;."});
    return rubric;
}

}  // namespace grader
