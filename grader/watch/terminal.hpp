#pragma once

#include <termios.h>

#include <cstddef>
#include <string>

namespace grader {

/// The controlling terminal as a page that is drawn again and again: its other screen, without echo, every
/// key at once, Ctrl-C and Ctrl-Z too. The destructor leaves it as it was.
class Terminal {
public:
    struct Size {
        std::size_t rows = 24;
        std::size_t columns = 80;
    };

    /// Throws std::system_error where there is no terminal.
    Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal();

    Size size() const;

    /// Draws the lines of a page from the top, over what was there. It may have escape sequences of colour.
    /// Requires: at least one line.
    void show(const std::string& page) const;

    /// The usual screen, for another program's output, and the other one again. Keys come as before.
    void show_usual_screen() const;
    void show_other_screen() const;

    /// Writes where the cursor is.
    void write(const std::string& text) const;

    /// For another program to write to. It belongs to this object.
    int descriptor() const { return descriptor_; }

    /// A new descriptor for reading keys, which the caller closes.
    static int open_for_keys();

    /// Leaves the other screen, and shows the cursor.
    static void give_back(int descriptor);

private:
    int descriptor_;
    termios before_{};
};

}  // namespace grader
