#pragma once

#include <unistd.h>

#include <utility>

namespace aio {

/// Owns a file descriptor and closes it in its destructor. -1 means none.
class Descriptor {
public:
    Descriptor() noexcept = default;
    explicit Descriptor(int descriptor) noexcept : descriptor_(descriptor) {}  ///< taken over
    Descriptor(Descriptor&& other) noexcept : descriptor_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            close();
            descriptor_ = other.release();
        }
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int get() const noexcept { return descriptor_; }
    /// From now on the caller must close it.
    int release() noexcept { return std::exchange(descriptor_, -1); }
    void close() noexcept {
        // Not repeated after EINTR: Linux has already closed it (close(2)), and the number may belong to
        // another file by now.
        if (descriptor_ >= 0) ::close(release());
    }

private:
    int descriptor_ = -1;
};

}  // namespace aio
