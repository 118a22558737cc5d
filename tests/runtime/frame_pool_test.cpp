#include "runtime/loop/frame_pool.hpp"

#include "tests/runtime/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace support;
using aio::detail::pool_allocate;
using aio::detail::pool_free;

struct Block {
    unsigned char* memory;
    std::size_t size;
};

Block filled(std::size_t size) {
    const Block block{static_cast<unsigned char*>(pool_allocate(size)), size};
    std::memset(block.memory, static_cast<int>(size % 251), size);
    return block;
}

bool intact(const Block& block) {
    const auto value = static_cast<unsigned char>(block.size % 251);
    return std::all_of(block.memory, block.memory + block.size,
                       [&](unsigned char byte) { return byte == value; });
}

aio::Coroutine<int> seven() { co_return 7; }

}  // namespace

TEST_CASE("blocks of any size keep what is written in them, in whatever order they are freed") {
    std::mt19937 random(1);
    std::vector<Block> blocks;
    bool all_intact = true;
    for (int i = 0; i < 100'000; ++i) {
        if (blocks.empty() || random() % 5 < 3) {
            blocks.push_back(filled(1 + random() % 1200));
        } else {
            std::swap(blocks[random() % blocks.size()], blocks.back());
            all_intact = all_intact && intact(blocks.back());
            pool_free(blocks.back().memory, blocks.back().size);
            blocks.pop_back();
        }
    }
    for (const Block& block : blocks) {
        all_intact = all_intact && intact(block);
        pool_free(block.memory, block.size);
    }
    CHECK(all_intact);
}

TEST_CASE("every block is aligned for whatever a coroutine keeps") {
    for (std::size_t size = 1; size < 1200; ++size) {
        void* memory = pool_allocate(size);
        CHECK(reinterpret_cast<std::uintptr_t>(memory) % alignof(std::max_align_t) == 0);
        pool_free(memory, size);
    }
}

TEST_CASE("a block may be freed by another thread than its own, also after that one has ended") {
    std::vector<Block> blocks;
    std::thread([&] {
        for (std::size_t i = 0; i < 5000; ++i) blocks.push_back(filled(16 + i % 300));
    }).join();
    CHECK(std::all_of(blocks.begin(), blocks.end(), intact));
    for (std::size_t i = 0; i < blocks.size(); i += 2) pool_free(blocks[i].memory, blocks[i].size);
    std::thread([&] {
        for (std::size_t i = 1; i < blocks.size(); i += 2) pool_free(blocks[i].memory, blocks[i].size);
        blocks.clear();
        for (std::size_t i = 0; i < 5000; ++i) blocks.push_back(filled(16 + i % 300));
        for (const Block& block : blocks) pool_free(block.memory, block.size);
    }).join();
}

TEST_CASE("a coroutine made in one thread runs in another") {
    aio::Coroutine<int> made_here = seven();
    int result = 0;
    std::thread([&] { result = aio::run(std::move(made_here)); }).join();
    CHECK(result == 7);
}
