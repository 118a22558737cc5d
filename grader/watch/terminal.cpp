#include "grader/watch/terminal.hpp"

#include "grader/report/utf8.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace grader {

namespace {

// xterm's control sequences: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
constexpr std::string_view other_screen = "\x1b[?1049h\x1b[?25l";
constexpr std::string_view usual_screen = "\x1b[?25h\x1b[?1049l";
constexpr std::string_view to_the_top = "\x1b[H";
constexpr std::string_view clear_rest_of_line = "\x1b[K";
constexpr std::string_view clear_below = "\x1b[J";

int open_terminal(int mode) {
    const int descriptor = ::open("/dev/tty", mode | O_CLOEXEC);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "/dev/tty");
    return descriptor;
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;  // the terminal is gone; SIGHUP says so
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

Terminal::Terminal() : descriptor_(open_terminal(O_RDWR)) {
    ::tcgetattr(descriptor_, &before_);
    termios every_key = before_;
    every_key.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    every_key.c_cc[VMIN] = 1;
    every_key.c_cc[VTIME] = 0;
    ::tcsetattr(descriptor_, TCSADRAIN, &every_key);
    show_other_screen();
}

Terminal::~Terminal() {
    give_back(descriptor_);
    ::tcsetattr(descriptor_, TCSADRAIN, &before_);
    ::close(descriptor_);
}

Terminal::Size Terminal::size() const {
    winsize size{};
    if (::ioctl(descriptor_, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
    return {size.ws_row, size.ws_col};
}

void Terminal::show(const std::string& page) const {
    std::string text(to_the_top);
    for (const std::string& line : lines_of(page)) text.append(line).append(clear_rest_of_line).append("\n");
    text.pop_back();  // after the last line the terminal would scroll
    write_all(descriptor_, text.append(clear_below));
}

void Terminal::show_usual_screen() const { write_all(descriptor_, usual_screen); }

void Terminal::show_other_screen() const { write_all(descriptor_, other_screen); }

void Terminal::write(const std::string& text) const { write_all(descriptor_, text); }

int Terminal::open_for_keys() { return open_terminal(O_RDONLY); }

void Terminal::give_back(int descriptor) { write_all(descriptor, usual_screen); }

}  // namespace grader
