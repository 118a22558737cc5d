#include "grader/exercise/domain.hpp"

#include <algorithm>

namespace grader {

namespace {

constexpr std::int64_t millisecond = 1'000'000;
constexpr std::int64_t tenth = 100 * millisecond;

/// What a program that takes texts apart, or puts them together, gets wrong.
const std::vector<std::string>& nasty_texts() {
    static const std::vector<std::string> all{
        "Oslo",
        "Oslo-Nord",  // begins with another one
        "o",
        "New York",
        " blanks at both ends ",
        "",
        "O'Higgins \"the second\"",
        "100%",
        "%s%d%n {} {0}",
        "a\\nb",
        "São Tomé",
        "東京",
        "Αθήνα",
        "UPPER lower",
        "1",
        "12",
        "nullopt",
        "semi;colon, comma: colon",
        std::string(70, 'x') + "yz",
        "the name of a station that is a good deal longer than anybody would think of when making room for a "
        "name, "
        "and then some more of it, since room is often made for 128 or for 255 characters: it goes on up to "
        "here, "
        "where the two hundred and fifty-five are full, and over",
    };
    return all;
}

std::int64_t draw_number(std::int64_t least, std::int64_t most, Draw& draw) {
    switch (draw.number(0, 7)) {
        case 0: return least;
        case 1: return most;
        case 2: return std::min(least + 1, most);
        case 3:  // small ones, of a wide range
        case 4: return draw.number(least, std::min(most, least + 12));
        default: return draw.number(least, most);
    }
}

/// A multiple of `step`, if there is one.
std::int64_t draw_multiple(std::int64_t least, std::int64_t most, std::int64_t step, Draw& draw) {
    const std::int64_t first = (least + step - 1) / step;
    const std::int64_t last = most / step;
    return first > last ? draw.number(least, most) : draw.number(first, last) * step;
}

std::int64_t draw_time(std::int64_t least, std::int64_t most, Draw& draw) {
    switch (draw.number(0, 9)) {
        case 0: return least;
        case 1: return most;
        case 2:
        case 3:
        case 4: return draw_multiple(least, most, tenth, draw);
        case 5: return draw_multiple(least, most, millisecond, draw);
        case 6:  // short ones
            return draw.number(least, std::min(most, std::max(least, 3 * millisecond)));
        default: return draw.number(least, most);
    }
}

std::int64_t draw_length(std::int64_t least, std::int64_t most, Draw& draw) {
    switch (draw.number(0, 9)) {
        case 0: return least;
        case 1: return std::clamp<std::int64_t>(1, least, most);
        case 2: return most;
        default: return draw.number(least, std::min(most, std::max<std::int64_t>(least, 0) + 8));
    }
}

std::string draw_text(const Domain& domain, Draw& draw) {
    if (draw.once_in(4)) {
        std::string made = "K";
        for (std::int64_t i = draw.number(1, 6); i > 0; --i)
            made += static_cast<char>('a' + draw.number(0, 25));
        return made;
    }
    return nasty_texts()[draw.deal(&domain, nasty_texts().size())];
}

/// Makes the texts of an element the beginning of those of an earlier one, or the other way round.
void relate(Input& next, const Input& earlier, Draw& draw) {
    if (next.kind == Input::Kind::text)
        next.text = draw.once_in(2) ? earlier.text + "2" : earlier.text.substr(0, 1);
    // Half a character is no text.
    if (!next.text.empty() && static_cast<unsigned char>(next.text.front()) >= 128 && next.text.size() == 1)
        next.text = earlier.text + " 2";
    for (std::size_t i = 0; i < next.fields.size(); ++i)
        relate(next.fields[i].second, earlier.fields[i].second, draw);
}

Input draw_list(const Domain& domain, Draw& draw) {
    Input list{Input::Kind::list};
    for (std::int64_t left = draw_length(domain.least, domain.most, draw); left > 0; --left) {
        const bool again = !list.items.empty() && draw.once_in(12);
        Input next = again ? draw.one_of(list.items) : draw_value(domain.item.front(), draw);
        if (!again && !list.items.empty() && draw.once_in(3)) relate(next, draw.one_of(list.items), draw);
        list.items.push_back(std::move(next));
    }
    return list;
}

Input draw_semaphore(const Domain& domain, Draw& draw) {
    Input semaphore{Input::Kind::semaphore, draw_number(domain.least, domain.most, draw)};
    const std::int64_t held = draw.once_in(3)   ? 0
                              : draw.once_in(3) ? draw.number(0, semaphore.value)
                                                : semaphore.value;
    semaphore.fields.emplace_back(slots_held, Input{Input::Kind::number, held});
    semaphore.fields.emplace_back(slots_held_for, draw_value(domain.fields.front().second, draw));
    return semaphore;
}

}  // namespace

Input draw_value(const Domain& domain, Draw& draw) {
    if (!domain.one_of.empty()) return draw.one_of(domain.one_of);
    switch (domain.kind) {
        case Input::Kind::number: return {domain.kind, draw_number(domain.least, domain.most, draw)};
        case Input::Kind::time: return {domain.kind, draw_time(domain.least, domain.most, draw)};
        case Input::Kind::truth: return {domain.kind, draw.number(0, 1)};
        case Input::Kind::text: return {domain.kind, 0, draw_text(domain, draw)};
        case Input::Kind::list: return draw_list(domain, draw);
        case Input::Kind::semaphore: return draw_semaphore(domain, draw);
        case Input::Kind::record: break;
    }
    Input record{Input::Kind::record};
    for (const auto& [name, field] : domain.fields) record.fields.emplace_back(name, draw_value(field, draw));
    return record;
}

}  // namespace grader
