#pragma once

/// The arguments of `enter` before "--": each is NAME=VALUE or just NAME.
class Wishes {
public:
    /// Reads up to "--", from the second on.
    Wishes(int count, char** arguments);

    /// The value of the first of this name ("" when it has none), or null.
    const char* value(const char* name) const;
    /// The same as a number, or -1.
    int number(const char* name) const;
    /// Calls it with the value of each of this name; stops, and gives false, when it does.
    template <class Function>
    bool each(const char* name, Function function) const {
        for (int index = 1; index < end_; ++index) {
            const char* found = value_of(arguments_[index], name);
            if (found != nullptr && !function(found)) return false;
        }
        return true;
    }

    /// What stands after "--", ended by null; null itself when nothing does.
    char** command() const { return command_; }

private:
    static const char* value_of(const char* argument, const char* name);

    char** arguments_;
    int end_;
    char** command_;
};

/// Gives up, for this process and all it starts, what the wishes take from it, and becomes the command. Comes
/// back only when that failed, with what could not be done (errno says why); with null when nobody has a
/// program for it.
const char* become(const Wishes& wishes);
