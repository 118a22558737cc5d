#include "grader/protocol/protocol.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace protocol;

TEST_CASE("protocol: frames come out whole, however the bytes arrive") {
    const std::string first(1000, 'a');
    const std::string bytes = frame(first) + frame("") + frame("b");
    for (const std::size_t piece : {1U, 3U, 4U, 999U, 5000U}) {
        Framing framing;
        std::vector<std::string> seen;
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            framing.add(std::string_view(bytes).substr(at, piece));
            while (const auto payload = framing.next()) seen.emplace_back(*payload);
        }
        CHECK(seen == std::vector<std::string>{first, "", "b"});
        CHECK_FALSE(framing.broken());
    }
}

TEST_CASE("protocol: a frame announced too long breaks the stream for good") {
    Framing framing;
    framing.add(frame("before"));
    const std::uint32_t size = longest_frame + 1;
    framing.add(std::string(reinterpret_cast<const char*>(&size), sizeof size));
    CHECK(framing.next() == "before");
    CHECK_FALSE(framing.broken());
    CHECK_FALSE(framing.next());
    CHECK(framing.broken());
    framing.add(frame("after"));
    CHECK_FALSE(framing.next());
}

TEST_CASE("protocol: the longest frame there may be is read") {
    Framing framing;
    framing.add(frame(std::string(longest_frame, 'x')));
    const auto payload = framing.next();
    REQUIRE(payload);
    CHECK(payload->size() == longest_frame);
}
