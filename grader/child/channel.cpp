#include "grader/child/channel.hpp"

#include <unistd.h>

#include <cerrno>

namespace child {

namespace {

// Without the grader nothing here has any meaning; its end of the socket is only closed when it has died or given up.
[[noreturn]] void leave() { _exit(1); }

void write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(protocol::channel_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) leave();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::optional<protocol::Script> Channel::read_script() {
    const std::string_view payload = read_frame();
    if (payload.empty()) return std::nullopt;
    auto script = protocol::read_script(payload);
    if (script) token_ = script->token;
    return script;
}

void Channel::send(const protocol::Record& record) {
    protocol::write_record(records_, record);
    if (records_.size() >= protocol::batch_size) flush();
}

void Channel::send_now(const protocol::Record& record) {
    protocol::write_record(records_, record);
    flush();
}

protocol::Answer Channel::read_answer() {
    const auto answer = protocol::read_answer(read_frame());
    if (!answer) leave();
    token_ = answer->token;
    return *answer;
}

void Channel::flush() {
    write_all(protocol::frame(protocol::write_records(token_, records_)));
    records_.clear();
}

std::string_view Channel::read_frame() {
    for (;;) {
        if (const auto payload = framing_.next()) return *payload;
        char bytes[4096];
        const ssize_t got = ::read(protocol::channel_descriptor, bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0 || framing_.broken()) leave();
        framing_.add(std::string_view(bytes, static_cast<std::size_t>(got)));
    }
}

}  // namespace child
