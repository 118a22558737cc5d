#include "grader/run/program_image.hpp"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <limits>

namespace grader {

namespace {

std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
    return b > std::numeric_limits<std::uint64_t>::max() - a ? std::numeric_limits<std::uint64_t>::max()
                                                             : a + b;
}

template <class Structure>
bool read(std::ifstream& file, Structure& structure) {
    return static_cast<bool>(file.read(reinterpret_cast<char*>(&structure), sizeof structure));
}

}  // namespace

std::uint64_t memory_to_start(const std::string& program, const Run& run) {
    std::ifstream file(program, std::ios::binary);
    Elf64_Ehdr header{};
    if (!read(file, header) || std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 ||
        header.e_phentsize != sizeof(Elf64_Phdr)) {
        return 0;
    }
    const auto threads = std::ranges::count_if(
        run.events, [](const Event& event) { return event.what.kind == protocol::Kind::thread_started; });
    file.seekg(static_cast<std::streamoff>(header.e_phoff));
    std::uint64_t bytes = 0;
    Elf64_Phdr part{};
    for (int i = 0; i < header.e_phnum && read(file, part); ++i) {
        if (part.p_type == PT_LOAD) bytes = sum(bytes, part.p_memsz);
        // There cannot be more threads than the box allows processes.
        const std::uint64_t copies = 1 + std::min<std::uint64_t>(static_cast<std::uint64_t>(threads), 1000);
        if (part.p_type == PT_TLS) {
            for (std::uint64_t copy = 0; copy < copies; ++copy) bytes = sum(bytes, part.p_memsz);
        }
    }
    return bytes;
}

}  // namespace grader
