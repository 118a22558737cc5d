#pragma once

/// The arguments of `enter` before "--": each is NAME=VALUE or just NAME.
class Wishes {
public:
    /// Reads the arguments from the second one up to "--".
    Wishes(int count, char** arguments);

    /// The value of the first of this name ("" when it has none), or null.
    const char* value(const char* name) const;
    /// The same as a number, or -1.
    int number(const char* name) const;
    /// Calls the function with the value of each argument of this name. Stops, and gives false, when the
    /// function gives false.
    template <class Function>
    bool each(const char* name, Function function) const {
        for (int index = 1; index < end_; ++index) {
            const char* found = value_of(arguments_[index], name);
            if (found != nullptr && !function(found)) return false;
        }
        return true;
    }

    /// The arguments after "--", ended by null; null itself when there are none.
    char** command() const { return command_; }

private:
    static const char* value_of(const char* argument, const char* name);

    char** arguments_;
    int end_;
    char** command_;
};

/// Drops rights as the options ("wishes") say, for this process and all that it starts, then executes the
/// command. Returns only on failure: the name of the failed step (errno says why), or null when no program
/// was sent or the grader has died.
const char* become(const Wishes& wishes);
