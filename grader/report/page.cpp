#include "grader/report/page.hpp"

#include "grader/report/json.hpp"
#include "grader/report/utf8.hpp"
#include "grader/report/verdict_parts.hpp"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace grader {

namespace {

using Json = nlohmann::ordered_json;

Json spans_of(const Verdict& verdict) {
    Json all = Json::array();
    for (const ScenarioReport& scenario : verdict.scenarios) {
        Json spans = Json::array();
        for (const SpanEntry& span : scenario.spans) {
            spans.push_back({{"kind", word(span.kind)},
                             {"name", valid_utf8(span.coroutine)},
                             {"id", span.coroutine_id},
                             {"begin", span.begin.count()},
                             {"end", span.end.count()},
                             {"cut", span.cut_short}});
        }
        all.push_back(std::move(spans));
    }
    return all;
}

/// What the page itself says.
Json words_in(Language language) {
    const auto in = [language](const Text& text) { return text.in(language); };
    return {{"colon", language.colon()},
            {"checks", in(say("Checks"))},
            {"messages", in(say("What the compiler said"))},
            {"timeline", in(say("What it did"))},
            {"source", in(say("Source"))},
            {"output", in(say("Printed"))},
            {"events", in(say("Events"))},
            {"keys", in(say("← and → step through the events, + and - zoom, 0 shows all"))},
            {"back", in(say("the event before"))},
            {"forth", in(say("the next event"))},
            {"out", in(say("zoom out"))},
            {"in", in(say("zoom in"))},
            {"all", in(say("show all"))},
            {"submission", in(say("which submission"))},
            {"scenario", in(say("which scenario"))},
            {"show", in(say("show it in the timeline"))},
            {"line", in(say("line"))},
            {"expected", in(say("expected"))},
            {"seen", in(say("seen"))},
            {"where", in(say("where"))},
            {"hint", in(say("hint"))},
            {"sleep", in(say("waits"))},
            {"blocked", in(say("stops everybody"))},
            {"held", in(say("holds a slot"))},
            {"cut", in(say("stopped before its end"))}};
}

/// In a script element no text may hold </script>, and no comment may begin.
std::string in_a_script(std::string_view json) {
    std::string text;
    for (const char c : json) {
        if (c == '<') {
            text += "\\u003c";
        } else {
            text += c;
        }
    }
    return text;
}

/// The report, with what else the page shows as further members of the same object.
std::string data_of(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources) {
    const Language language = language_of(verdicts);
    Json more{{"words", words_in(language)}};
    for (const char* list : {"outcomes", "spans", "sources"}) more[list] = Json::array();
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        more["outcomes"].push_back(plain_words(verdicts[i].outcome).in(language));
        more["spans"].push_back(spans_of(verdicts[i]));
        more["sources"].push_back(i < sources.size() ? valid_utf8(sources[i]) : "");
    }
    std::string data = visible_json(more.dump(-1, ' ', false, Json::error_handler_t::replace));
    data.back() = ',';
    return data + report_line(verdicts).substr(1);
}

}  // namespace

std::string report_page(const std::vector<Verdict>& verdicts, const std::vector<std::string>& sources) {
    std::string page;
    std::string_view rest = page_template;
    for (const auto& [place, text] :
         {std::pair<std::string_view, std::string>("@LANGUAGE@", language_of(verdicts).name()),
          {"@DATA@", in_a_script(data_of(verdicts, sources))}}) {
        const std::size_t at = rest.find(place);
        page += rest.substr(0, at);
        page += text;
        rest.remove_prefix(at + place.size());
    }
    return page + std::string(rest);
}

}  // namespace grader
