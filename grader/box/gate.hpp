#pragma once

// How `enter` decides about two system calls of the program in its box, each time they are made.
//
// Theory of operation. The filter (system_call_filter.cpp) stops two calls and passes them to the process that has its
// listener (seccomp_unotify(2)). This is `enter`: the command sends it the listener before it becomes the
// submission. The arguments of both calls are in registers, so they cannot change after the check. The call
// waits for the answer.
//
//   clone() of a scenario   allowed while none is alive. So a box has two processes at most besides
//                           `enter`, and its memory is bounded.
//   tgkill()                allowed if its target is a child of `enter`: the program or its scenario.
//                           no_processes.cpp restricts a scenario to itself.
//
// A permitted clone() may still fail, and `enter` does not learn of it. Then it permits no other, the program
// gives up, and the next box is a new one.

/// The command's end of a socket on which the listener goes to `enter`. Its number is above a submission's
/// limit of descriptors (limits.hpp), so the submission cannot use the sendmsg() that is allowed on it.
constexpr int gate_descriptor = 500;

/// Sends the listener. False when that failed.
bool send_listener(int listener);

class Gate {
public:
    /// Makes the socket. Call it before the command is forked.
    bool open();
    /// Stays open in `enter`, which closes everything else after the fork.
    int kept() const { return ours_; }

    /// The descriptor for poll(2): the socket, then the listener; -1 when nothing more can come.
    int waits_for() const { return listener_ >= 0 ? listener_ : ours_; }

    /// Call this when poll(2) reports that descriptor. Takes the listener, or decides about a call;
    /// `scenario_alive` is the present state. True when it has permitted a scenario.
    bool answer(bool scenario_alive);
    /// Call this when no process is left that could make a call.
    void close();

private:
    int ours_ = -1;
    int listener_ = -1;
};
