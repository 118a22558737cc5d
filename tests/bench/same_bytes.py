#!/usr/bin/env python3
"""Grades everything under tests/solutions again and again, each time in a fresh process, every other time with all
cores kept busy, and compares the verdicts byte by byte (all but `resources`).

    tests/bench/same_bytes.py [TIMES] [GRADE]     TIMES: 20; GRADE: the program, build/release/grade
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 20
GRADE = sys.argv[2] if len(sys.argv) > 2 else str(ROOT / "build/release/grade")
BUSY = "import itertools\nfor _ in itertools.count(): pass"


def digests(exercise):
    """One digest for each verdict of an exercise's solutions, by file."""
    files = sorted(str(path) for path in (ROOT / "tests/solutions" / exercise).glob("*/*.cpp"))
    run = subprocess.run([GRADE, "check", *files, "--json", "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = {}
    for file, verdict in zip(files, json.loads(run.stdout)["verdicts"], strict=True):
        del verdict["resources"]
        found[file] = hashlib.sha256(json.dumps(verdict).encode()).hexdigest()
    return found


def main():
    first, differences = {}, 0
    for time in range(TIMES):
        busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(os.cpu_count() if time % 2 else 0)]
        try:
            for exercise in ("toaster", "weather", "crawler"):
                for file, digest in digests(exercise).items():
                    if first.setdefault(file, digest) != digest:
                        differences += 1
                        print(f"time {time + 1}{' (busy)' if busy else ''}: {file} differs from the first time")
        finally:
            for one in busy:
                one.kill()
                one.wait()
    print(f"{len(first)} submissions, {TIMES} times each: {differences} differences")
    sys.exit(differences > 0)


if __name__ == "__main__":
    main()
