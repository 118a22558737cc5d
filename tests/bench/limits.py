#!/usr/bin/python3
"""Grades what runs into each limit (tests/hostile/) again and again with all cores kept busy, and compares the outcomes,
and the verdicts byte by byte (all but `resources`).

    tests/bench/limits.py [TIMES] [GRADE]     TIMES: 20; GRADE: the program, build/release/grade
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUSY = "import itertools\nfor _ in itertools.count(): pass"

TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 20
GRADE = sys.argv[2] if len(sys.argv) > 2 else str(ROOT / "build/release/grade")
LIMITS = {
    "processor time": "run/infinite_loop.cpp",
    "real time": "run/waits_by_instruction.cpp",
    "memory": "run/memory_bomb.cpp",
    "output": "run/output_flood.cpp",
    "events": "run/cancels_everybody_for_ever.cpp",
    "what is told": "run/floods_the_channel.cpp",
    "processes": "run/thread_bomb.cpp",
    "open files": "run/opens_descriptors_until_refused.cpp",
    "processor time to compile": "compile/many_constant_loops.cpp",
    "memory to compile": "compile/billion_laughs.cpp",
    "size of what is compiled": "compile/array_of_4_gib.cpp",
    "diagnostics": "compile/endless_errors.cpp",
}


def main():
    seen, differences = {}, 0
    files = [str(ROOT / "tests/hostile" / file) for file in LIMITS.values()]
    busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(os.cpu_count())]
    try:
        for time in range(TIMES):
            run = subprocess.run([GRADE, "check", *files, "--exercise", "toaster", "--json", "-"], stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL)
            for limit, verdict in zip(LIMITS, json.loads(run.stdout)["verdicts"], strict=True):
                del verdict["resources"]
                found = verdict["outcome"], hashlib.sha256(json.dumps(verdict).encode()).hexdigest()
                if seen.setdefault(limit, found) != found:
                    differences += 1
                    print(f"time {time + 1}: {limit}: {found[0]} differs from the first time, {seen[limit][0]}", flush=True)
    finally:
        for one in busy:
            one.kill()
            one.wait()
    for limit, (outcome, _) in seen.items():
        print(f"{limit:26} {outcome}")
    print(f"{len(seen)} limits, {TIMES} times each, all cores busy: {differences} differences")
    sys.exit(differences > 0)


if __name__ == "__main__":
    main()
