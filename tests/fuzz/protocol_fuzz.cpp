// Any bytes from a submission's process give a value or nothing, and what was read is written the same way.

#include "grader/protocol/protocol.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto records = protocol::read_records(bytes)) {
        std::string again;
        for (const protocol::Record& record : *records) protocol::write_record(again, record);
        require(again == bytes);
    }
    if (const auto script = protocol::read_script(bytes)) require(protocol::write_script(*script) == bytes);
    if (const auto answer = protocol::read_answer(bytes)) require(protocol::write_answer(*answer) == bytes);

    // However a stream is cut into pieces, the same frames come out.
    protocol::Framing whole;
    protocol::Framing pieces;
    whole.add(bytes);
    std::string of_whole;
    while (const auto payload = whole.next()) of_whole += protocol::frame(*payload);
    std::string of_pieces;
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        pieces.add(bytes.substr(at, 7));
        while (const auto payload = pieces.next()) of_pieces += protocol::frame(*payload);
    }
    require(of_whole == of_pieces);
    return 0;
}
