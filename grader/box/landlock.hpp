#pragma once

/// The version of the kernel's Landlock (landlock(7)); 0 where there is none.
int landlock_version();

/// Collects the files that a process may still open. After hold(), this process and all that it starts can
/// open no other file. If the kernel's version can refuse them, TCP and signals to processes outside are
/// refused, too. The process can still ask whether a file exists.
class Landlock {
public:
    /// Returns false on failure, like all functions below; errno says why.
    bool begin();
    bool readable(const char* path);  ///< a file or a folder, also to execute; a missing one is not a failure
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
