#include "grader/child/channel.hpp"

#include "grader/child/system_call.hpp"

#include <sys/uio.h>

#include <cerrno>
#include <cstring>

namespace child {

namespace {

/// The longest record: two texts, the places, and its numbers.
constexpr std::size_t longest_record =
    2 * protocol::longest_text + protocol::most_places * sizeof(std::uint64_t) + 64;

// Without the grader nothing here has any meaning; its end of the socket is only closed when it has died or
// given up.
[[noreturn]] void leave() {
    for (;;) system_call(SYS_exit_group, 1);
}

void write_all(iovec* parts, int count) {
    while (count > 0) {
        const long written = system_call(SYS_writev, protocol::channel_descriptor, address(parts), count);
        if (written == -EINTR) continue;
        if (written <= 0) leave();
        auto rest = static_cast<std::size_t>(written);
        for (; count > 0 && rest >= parts->iov_len; ++parts, --count) rest -= parts->iov_len;
        if (count == 0) return;
        parts->iov_base = static_cast<char*>(parts->iov_base) + rest;
        parts->iov_len -= rest;
    }
}

}  // namespace

Channel::Channel() { records_.reserve(protocol::batch_size + 2 * longest_record); }

std::optional<protocol::Script> Channel::read_script() {
    const std::string_view payload = read_frame();
    if (payload.empty()) return std::nullopt;
    auto script = protocol::read_script(payload);
    if (script) token_ = script->token;
    return script;
}

void Channel::send(const protocol::Record& record) {
    keep(record);
    if (records_.size() >= protocol::batch_size) flush();
}

void Channel::send_now(const protocol::Record& record) {
    keep(record);
    flush();
}

void Channel::send_last(const protocol::Record& record) {
    records_.resize(kept_);
    send_now(record);
}

protocol::Answer Channel::read_answer() {
    const auto answer = protocol::read_answer(read_frame());
    if (!answer) leave();
    token_ = answer->token;
    return *answer;
}

void Channel::keep(const protocol::Record& record) {
    protocol::write_record(records_, record);
    kept_ = records_.size();
}

// A frame of records, as protocol.hpp has it, without another copy of them.
void Channel::flush() {
    char head[sizeof(std::uint32_t) + sizeof token_];
    const auto size = static_cast<std::uint32_t>(sizeof token_ + records_.size());
    std::memcpy(head, &size, sizeof size);
    std::memcpy(head + sizeof size, &token_, sizeof token_);
    iovec parts[] = {{head, sizeof head}, {records_.data(), records_.size()}};
    write_all(parts, 2);
    explicit_bzero(head, sizeof head);
    records_.clear();
    kept_ = 0;
}

std::string_view Channel::read_frame() {
    for (;;) {
        if (const auto payload = framing_.next()) return *payload;
        char bytes[4096];
        const long got = system_call(SYS_read, protocol::channel_descriptor, address(bytes), sizeof bytes);
        if (got == -EINTR) continue;
        if (got <= 0 || framing_.broken()) leave();
        framing_.add(std::string_view(bytes, static_cast<std::size_t>(got)));
        // The token is different every time, and a submission may read the bytes left on the stack.
        explicit_bzero(bytes, static_cast<std::size_t>(got));
    }
}

}  // namespace child
