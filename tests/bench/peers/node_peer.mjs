// node_peer.mjs WORK COUNT: the runtime benchmark's works in Node's promises. Prints the ns of processor time of one;
// nothing where it has no such thing.

import {setImmediate as turn, setTimeout as sleep} from 'node:timers/promises';

function* delays() {
    let state = 12345n;
    for (;;) {
        state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
        yield 10 + Number((state >> 33n) % 991n);
    }
}

const returns = async value => value;

async function yields(count) {
    for (let i = 0; i < count; i++) await turn();
}

async function timesOut() {
    try {
        await sleep(3_600_000, null, {signal: AbortSignal.timeout(1)});
    } catch (error) {
        if (error.name === 'AbortError') return;
    }
    throw new Error('it did not time out');
}

const times = (count, make) => Promise.all(Array.from({length: count}, make));

const works = {
    yield_real: yields,
    yield_real_100: count => times(100, () => yields(count / 100)),
    async task(count) {
        for (let done = 0; done < count; done += 1000) {
            const tasks = Array.from({length: 1000}, (_, i) => returns(i));
            for (const task of tasks) await task;
        }
    },
    async child(count) {
        let sum = 0;
        for (let i = 0; i < count; i++) sum += await returns(i);
    },
    async sleepers_real_100k(count) {
        const lengths = delays();
        await times(count, () => sleep(lengths.next().value));
    },
    gather: count => times(count, () => yields(1)),
    async timeout_fires(count) {
        for (let done = 0; done < count; done += 100) await times(100, timesOut);
    },
    async timeout_quiet(count) {
        for (let i = 0; i < count; i++) {
            const limit = new AbortController();
            const late = sleep(60_000, null, {signal: limit.signal}).catch(() => {});
            await Promise.race([yields(1), late]);
            limit.abort();
        }
    },
};

const [name, count] = [process.argv[2], Number(process.argv[3])];
if (Object.hasOwn(works, name)) {
    const began = process.cpuUsage();
    await works[name](count);
    const used = process.cpuUsage(began);
    console.log((((used.user + used.system) * 1000) / count).toFixed(2));
}
