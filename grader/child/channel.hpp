#pragma once

#include "grader/protocol/protocol.hpp"

#include <string>

namespace child {

/// This process's end of the conversation with the grader. When the grader has gone, this process exits.
class Channel {
public:
    Channel();

    /// Waits for the next script; nothing when the grader has none left.
    std::optional<protocol::Script> read_script();

    /// Keeps a record; sends the kept records when they are many.
    void send(const protocol::Record& record);

    /// Sends the kept records, with this record last.
    void send_now(const protocol::Record& record);

    /// Sends the kept records, with this record last, from a signal handler: allocates nothing, and leaves
    /// out a record that was being written when the signal came.
    void send_last(const protocol::Record& record);

    protocol::Answer read_answer();

private:
    void keep(const protocol::Record& record);
    void flush();
    std::string_view read_frame();

    std::string records_;
    std::size_t kept_ = 0;     // how many of these bytes belong to complete records
    std::uint64_t token_ = 0;  // of the grader's last message
    protocol::Framing framing_;
};

}  // namespace child
