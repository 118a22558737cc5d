#!/usr/bin/python3
"""Plays every failed check of every wrong solution again: is it the same run, byte for byte? Ends with 1 when one is
not. With AWAITLAB_ACCEPT set in the environment it writes what came out into tests/solutions/README.md.

    tests/solutions/replays.py [GRADE]     GRADE: the program, build/release/grade
"""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import figures

root = pathlib.Path(__file__).resolve().parents[2]
grade = sys.argv[1] if len(sys.argv) > 1 else str(root / "build/release/grade")


def replays_of(solution):
    """For each check of it that failed in a run: its id, and whether that run came again."""
    exercise = solution.relative_to(root / "tests/solutions").parts[0]
    with tempfile.TemporaryDirectory() as folder:
        verdict = os.path.join(folder, "verdict.json")
        checked = [grade, "check", str(solution), "--exercise", exercise, "--json", verdict]
        subprocess.run(checked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        checks = json.loads(pathlib.Path(verdict).read_text(encoding="utf-8"))["verdicts"][0]["checks"]
        found = []
        for check in checks:
            if check["status"] == "passed" or "scenario" not in check:
                continue
            again = [grade, "replay", verdict, str(solution), "--check", check["id"]]
            code = subprocess.run(again, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
            found.append((check["id"], code == 0))
        return found


def main():
    solutions = sorted(path for path in (root / "tests/solutions").glob("*/*/*.cpp") if path.parent.name != "passed")
    played = 0
    others = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for solution, found in zip(solutions, pool.map(replays_of, solutions)):
            played += len(found)
            others += [f"{solution.relative_to(root)}: {check}" for check, same in found if not same]
    for other in others:
        print(f"another run: {other}")
    said = f"{len(solutions)} wrong solutions, {played} checks played again: {len(others)} differences"
    print(said)
    figures.write_if_asked("replays", said + ".\n")
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
