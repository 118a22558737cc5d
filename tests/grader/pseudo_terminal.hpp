#pragma once

#include <doctest/doctest.h>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

/// A program on a terminal of its own, with keys that are sent and output that is read back.
class PseudoTerminal {
public:
    /// Starts it in `folder`, with these variables (KEY=VALUE) and no others.
    PseudoTerminal(const std::vector<std::string>& command, const std::string& folder,
                   const std::vector<std::string>& variables) {
        const winsize size{30, 100, 0, 0};
        REQUIRE(::openpty(&ours_, &theirs_, nullptr, nullptr, &size) == 0);
        REQUIRE(::tcgetattr(theirs_, &before_) == 0);
        process_ = ::fork();
        if (process_ == 0) {
            ::setsid();
            ::ioctl(theirs_, TIOCSCTTY, 0);
            for (const int descriptor : {0, 1, 2}) ::dup2(theirs_, descriptor);
            if (::chdir(folder.c_str()) != 0) ::_exit(126);
            ::execve(command.front().c_str(), pointers(command).data(), pointers(variables).data());
            ::_exit(127);
        }
        REQUIRE(process_ > 0);
    }
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;
    ~PseudoTerminal() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
        }
        ::close(ours_);
        ::close(theirs_);
    }

    pid_t process() const { return process_; }

    void press(const std::string& keys) const {
        REQUIRE(::write(ours_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    }

    /// Reads on until the text has come since the last call. False: it did not come in a minute.
    bool shows(const std::string& text) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        for (;;) {
            if (const std::size_t at = unread_.find(text); at != std::string::npos) {
                unread_.erase(0, at + text.size());
                return true;
            }
            if (std::chrono::steady_clock::now() > until || !read_some()) return false;
        }
    }
    const std::string& unread() const { return unread_; }

    void resize(unsigned short rows, unsigned short columns) const {
        const winsize size{rows, columns, 0, 0};
        ::ioctl(ours_, TIOCSWINSZ, &size);
    }

    /// Waits for its end; its wait status.
    int ended() {
        int status = 0;
        while (::waitpid(process_, &status, WNOHANG) == 0) read_some();
        process_ = 0;
        while (read_some(0)) {
        }
        return status;
    }

    /// Whether the terminal's settings are those of the beginning.
    bool is_as_before() const {
        termios now{};
        REQUIRE(::tcgetattr(theirs_, &now) == 0);
        return now.c_lflag == before_.c_lflag && now.c_iflag == before_.c_iflag &&
               now.c_oflag == before_.c_oflag;
    }

    /// Waits until it is so; what restores it may be another process.
    bool becomes_as_before() const {
        for (int tries = 0; tries < 500 && !is_as_before(); ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return is_as_before();
    }

private:
    static std::vector<char*> pointers(const std::vector<std::string>& words) {
        std::vector<char*> all;
        for (const std::string& word : words) all.push_back(const_cast<char*>(word.c_str()));
        all.push_back(nullptr);
        return all;
    }

    /// False at the end of what can be read.
    bool read_some(int milliseconds = 100) {
        pollfd ready{ours_, POLLIN, 0};
        const int count = ::poll(&ready, 1, milliseconds);
        if (count <= 0) return milliseconds != 0;
        char bytes[4096];
        const ssize_t length = ::read(ours_, bytes, sizeof bytes);
        if (length <= 0) return false;
        unread_.append(bytes, static_cast<std::size_t>(length));
        return true;
    }

    int ours_ = -1;
    int theirs_ = -1;
    termios before_{};
    pid_t process_ = 0;
    std::string unread_;
};
