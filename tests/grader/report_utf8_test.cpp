#include "grader/report/utf8.hpp"

#include "tests/grader/utf8_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

using namespace grader;
using Lines = std::vector<std::string>;

TEST_CASE("valid text comes back unchanged, from every plane") {
    for (const std::string text :
         {"", "plain", "déjà", "日本", "🍞", "\x01\x7f\n", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
        CHECK_EQ(valid_utf8(text), text);
    }
}

TEST_CASE("every maximal subpart of invalid text becomes one U+FFFD") {
    // The Unicode Standard, table 3-8: the example of the practice.
    CHECK_EQ(valid_utf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"), "a���b�c��d");
    CHECK_EQ(valid_utf8("\xC0\xAF"), "��");            // overlong
    CHECK_EQ(valid_utf8("\xED\xA0\x80"), "���");       // a surrogate
    CHECK_EQ(valid_utf8("\xF4\x90\x80\x80"), "����");  // past U+10FFFF
    CHECK_EQ(valid_utf8("\xE2\x82"), "�");             // the end comes too early
}

TEST_CASE("what could move the cursor or reorder a line is written out") {
    CHECK_EQ(visible("a\x1b[31mb"), "a\\x1b[31mb");
    CHECK_EQ(visible("a\r\nb\tc\x07\x7f"), "a\\r\\nb c\\x07\\x7f");
    CHECK_EQ(visible(std::string("\0", 1)), "\\x00");
    CHECK_EQ(visible("\xC2\x9B"
                     "2J"),
             "\\u009b2J");  // an escape sequence in one C1 control
    CHECK_EQ(visible("\u202e\u2066"), "\\u202e\\u2066");
    CHECK_EQ(visible("\xff"), "�");
    CHECK_EQ(visible("déjà 🍞 █"), "déjà 🍞 █");
}

TEST_CASE("every C0 and C1 control and every bidirectional control is written out, and its columns are counted") {
    std::vector<char32_t> controls = {0x061C, 0x200E, 0x200F};
    for (char32_t code = 0; code < 0x20; ++code) controls.push_back(code);
    for (char32_t code = 0x7F; code <= 0x9F; ++code) controls.push_back(code);
    for (char32_t code = 0x202A; code <= 0x202E; ++code) controls.push_back(code);
    for (char32_t code = 0x2066; code <= 0x2069; ++code) controls.push_back(code);
    for (const char32_t code : controls) {
        const std::string bytes = utf8_text::encoded(code);
        const std::string shown = visible(bytes);
        CAPTURE(static_cast<std::uint32_t>(code));
        CHECK(utf8_text::unsafe_in(shown) == "");
        CHECK(columns(shown) == shown.size());
        CHECK(visible(shown) == shown);
    }
}

TEST_CASE("in a JSON text they are escaped, and its value is the same") {
    const std::string value = "a\u009b\x7f\u202e\u2066\u061c\u200f\U000e0041\ufeff\"\\\n\x1b déjà 🍞";
    const std::string json = nlohmann::json{{"text", value}}.dump(2);
    const std::string shown = visible_json(json);
    CHECK(utf8_text::unsafe_in(shown) == "");
    CHECK(shown.find("\\u009b\\u007f\\u202e\\u2066\\u061c\\u200f\\udb40\\udc41\\ufeff") != std::string::npos);
    CHECK(shown.find("déjà 🍞") != std::string::npos);
    CHECK(nlohmann::json::parse(shown).at("text") == value);
}

TEST_CASE("columns are what a terminal fills, not bytes") {
    CHECK_EQ(columns(""), 0);
    CHECK_EQ(columns("déjà"), 4);
    CHECK_EQ(columns("日本"), 4);
    CHECK_EQ(columns("🍞"), 2);
    CHECK_EQ(columns("e\u0301"), 1);
}

TEST_CASE("a text that is too wide is cut between characters and ends with …") {
    CHECK_EQ(cut("déjà vu", 7), "déjà vu");
    CHECK_EQ(cut("déjà vu", 5), "déjà…");
    CHECK_EQ(cut("日本語", 4), "日…");
}

TEST_CASE("padding counts columns and never cuts") {
    CHECK_EQ(padded("é", 3), "é  ");
    CHECK_EQ(padded("long", 2), "long");
}

TEST_CASE("lines are broken at spaces, and within a word only when it is longer than a line") {
    CHECK_EQ(wrapped("", 10), Lines{""});
    CHECK_EQ(wrapped("one two three", 7), Lines{"one two", "three"});
    CHECK_EQ(wrapped("one two three", 6), Lines{"one", "two", "three"});
    CHECK_EQ(wrapped("abcdefgh", 3), Lines{"abc", "def", "gh"});
    CHECK_EQ(wrapped("ééé ééé", 3), Lines{"ééé", "ééé"});
}
