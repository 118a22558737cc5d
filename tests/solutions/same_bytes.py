#!/usr/bin/python3
"""Grades everything under tests/solutions again and again, each time in a fresh process, every other time with all
cores kept busy, and compares the verdicts byte by byte (all but `resources`). With AWAITLAB_ACCEPT set in the
environment it writes what came out into tests/solutions/README.md.

    tests/solutions/same_bytes.py [TIMES] [GRADE]     TIMES: 20; GRADE: the program, build/release/grade
"""
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys

import figures

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 20
GRADE = sys.argv[2] if len(sys.argv) > 2 else str(ROOT / "build/release/grade")
BUSY = "import itertools\nfor _ in itertools.count(): pass"
EXERCISES = ("toaster", "weather", "crawler")


def verdicts(exercise):
    """file → verdict of each of an exercise's solutions."""
    files = sorted(str(path) for path in (ROOT / "tests/solutions" / exercise).glob("*/*.cpp"))
    run = subprocess.run([GRADE, "check", *files, "--json", "-"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return dict(zip(files, json.loads(run.stdout)["verdicts"], strict=True))


def digest(verdict):
    return hashlib.sha256(json.dumps(dict(verdict, resources=None)).encode()).hexdigest()


def cost(right):
    """A row of what playing the right solutions of an exercise took: all scenarios, all orders."""
    milliseconds = [verdict["resources"]["run_cpu_ms"] for verdict in right]
    orders = [sum(scenario["orders_tried"] for scenario in verdict["scenarios"]) for verdict in right]
    each = sum(milliseconds) / sum(orders)
    return f"{len(right)} | {statistics.median(milliseconds):.0f} | {max(milliseconds)} | {max(orders)} | {each:.2f}"


def main():
    first, differences, costs = {}, 0, {}
    for time in range(TIMES):
        busy = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(os.cpu_count() if time % 2 else 0)]
        try:
            for exercise in EXERCISES:
                found = verdicts(exercise)
                costs.setdefault(exercise, cost([one for one in found.values() if one["outcome"] == "passed"]))
                for file, verdict in found.items():
                    if first.setdefault(file, digest(verdict)) != digest(verdict):
                        differences += 1
                        print(f"time {time + 1}{' (busy)' if busy else ''}: {file} differs from the first time")
        finally:
            for one in busy:
                one.kill()
                one.wait()
    said = f"{len(first)} submissions, {TIMES} times each: {differences} differences"
    print(said)
    text = f"{said}.\n\n| exercise | right | ms of processor time | at most | orders at most | ms an order |\n|---|---|---|---|---|---|\n"
    text += "".join(f"| {exercise} | {row} |\n" for exercise, row in costs.items())
    print(text)
    figures.write_if_asked("repetitions", text)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
