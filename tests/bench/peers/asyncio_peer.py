"""asyncio_peer.py [--uvloop] WORK COUNT: the runtime benchmark's works in asyncio. Prints the ns of processor time of one;
nothing for a work it does not know."""

import asyncio
import sys
import time


def delays():
    state = 12345
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (10 + (state >> 33) % 991) / 1000


async def returns(value):
    return value


async def yields(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def yield_real(count):
    await yields(count)


async def yield_real_100(count):
    await asyncio.gather(*(yields(count // 100) for _ in range(100)))


async def task(count):
    for _ in range(count // 1000):
        for one in [asyncio.create_task(returns(i)) for i in range(1000)]:
            await one


async def child(count):
    total = 0
    for i in range(count):
        total += await returns(i)


async def sleepers_real_100k(count):
    lengths = delays()
    for one in [asyncio.create_task(asyncio.sleep(next(lengths))) for _ in range(count)]:
        await one


async def semaphore(count):
    slots = asyncio.Semaphore(3)

    async def holds_a_slot():
        async with slots:
            await asyncio.sleep(0)

    for one in [asyncio.create_task(holds_a_slot()) for _ in range(count)]:
        await one


async def gather(count):
    await asyncio.gather(*(yields(1) for _ in range(count)))


async def timeout_fires(count):
    async def times_out():
        try:
            async with asyncio.timeout(0.001):
                await asyncio.sleep(3600)
        except TimeoutError:
            return
        raise AssertionError

    for _ in range(count // 100):
        await asyncio.gather(*(times_out() for _ in range(100)))


async def timeout_quiet(count):
    for _ in range(count):
        async with asyncio.timeout(60):
            await yields(1)


WORKS = [yield_real, yield_real_100, task, child, sleepers_real_100k, semaphore, gather, timeout_fires, timeout_quiet]


async def measure(work, count):
    began = time.process_time_ns()
    await work(count)
    print(f"{(time.process_time_ns() - began) / count:.2f}")


def main():
    words = sys.argv[1:]
    if words[0] == "--uvloop":
        import uvloop

        uvloop.install()
        words.pop(0)
    for work in WORKS:
        if work.__name__ == words[0]:
            asyncio.run(measure(work, int(words[1])))


main()
