#pragma once

/// What the kernel's Landlock can do here: its version (landlock(7)), or 0 where there is none.
int landlock_version();

/// The files that a process will be left with, put together one after the other. For this process and all it
/// starts nothing else of the file system can be opened, once hold() is called: no TCP either, and no signal
/// to anybody outside, where the kernel's version can refuse those. Whether a file exists can still be asked.
class Landlock {
public:
    /// Gives false on failure, as do all below; errno says why.
    bool begin();
    bool readable(
        const char* path);  ///< a file or a folder, and to be executed; one that is not there is no failure
    bool readable(int descriptor);  ///< the same, for a file that has been opened
    bool writable(const char* folder);
    bool device(const char* path);  ///< a file to read and to write
    /// Requires: no_new_privs is set.
    bool hold();

private:
    bool allow(const char* path, unsigned long long access);
    bool allow(int descriptor, unsigned long long access);

    int rules_ = -1;
    unsigned long long known_ = 0;  // the rights this kernel knows
};
