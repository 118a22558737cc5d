#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>

#include <cstddef>

/// The lines of system call filters (bpf(2), seccomp(2)). They are written by hand, not with libseccomp as in
/// the box's own filter, because the submission's program would have to be linked with that library.
namespace child {

inline sock_filter load(std::size_t offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset));
}

inline sock_filter answer(unsigned what) { return BPF_STMT(BPF_RET | BPF_K, what); }

/// Skips `then` lines if the loaded value is equal, else `otherwise` lines.
inline sock_filter if_equal(unsigned value, std::size_t then, std::size_t otherwise) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, static_cast<unsigned char>(then),
                    static_cast<unsigned char>(otherwise));
}

/// Goes on with the next line if it is that call, else skips one.
inline sock_filter if_call(unsigned number) { return if_equal(number, 0, 1); }

/// A 64-bit field has two words; on all machines that we know the low one comes first.
inline constexpr std::size_t low_word = 0;
inline constexpr std::size_t high_word = 4;

}  // namespace child
