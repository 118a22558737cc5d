#pragma once

// How `enter` decides about single system calls of the program in its box.
//
// Theory of operation. The filter (filter.cpp) stops two calls and hands them to whoever has its listener
// (seccomp_unotify(2)): `enter`, to which the command sends it before it becomes the submission. Both calls
// have all that matters in registers, so what was looked at is what is then done. The call waits for the
// answer.
//
//   clone() of a scenario   allowed while none is alive. So a box has two processes at most besides
//                           `enter`, and its memory is bounded.
//   tgkill()                allowed to children of enter's, so the program and its scenario; no_processes.cpp
//                           leaves a scenario only itself.
//
// A permitted clone() may still fail, and `enter` hears nothing of that: then no other is permitted, the
// program gives up, and the next box is a new one.

/// The command's end of a socket on which the listener goes to `enter`. A submission may not have so many
/// descriptors (limits.hpp), so it has no use for the sendmsg() that is allowed on this one.
constexpr int gate_descriptor = 500;

/// Sends the listener. False when that failed.
bool send_listener(int listener);

class Gate {
public:
    /// Makes the socket. Before the command is forked.
    bool open();
    /// Stays open in `enter`, which closes everything else after the fork.
    int kept() const { return ours_; }

    /// What poll(2) is to wait for besides: the socket, then the listener; -1 when nothing more comes.
    int waits_for() const { return listener_ >= 0 ? listener_ : ours_; }

    /// Something is there. Takes the listener, or decides about a call: `scenario_alive` as it is now.
    /// True when a scenario has been let through.
    bool answer(bool scenario_alive);
    /// Nobody is left whose calls could come.
    void close();

private:
    int ours_ = -1;
    int listener_ = -1;
};
