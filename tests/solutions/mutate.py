#!/usr/bin/python3
"""Makes mutants of the model solutions, each with one edit that has a name, and grades them all. A mutant with full
marks survives: either it is right all the same, and stands in equivalent_mutants.txt with the reason, or it has found a
hole in a rubric, and this ends with 1. So it does when the figures are not those in tests/solutions/README.md; with
AWAITLAB_ACCEPT set in the environment they are written there.

grader/authoring/mutants.cpp has another aim: it looks for one mutant that fails each criterion of anybody's exercise, and
some of its mutants may survive; here no mutant of three known solutions may, so each edit has a name to list it by.

    tests/solutions/mutate.py [GRADE]     GRADE: the program, build/dev/grade
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import figures

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRADE = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build/dev/grade")
EQUIVALENT = ROOT / "tests/solutions/equivalent_mutants.txt"
EXERCISES = ("toaster", "weather", "crawler")

# What becomes of a part of a line: operator, pattern, replacements. One edit for each place and replacement.
IN_A_LINE = [
    ("drop an await", r"co_await ", [""]),
    ("block the loop", r"co_await aio::sleep\(", ["std::this_thread::sleep_for("]),
    ("change a length", r"\b[12]s\b", ["0s", "1s", "2s", "3s", "1999ms", "2001ms", "999ms", "1001ms"]),
    ("change a length", r"(?<=sleep\()delay", ["delay / 2", "delay + 1ms", "delay - 1ms", "2 * delay", "1s"]),
    ("change the budget", r"(?<=timeout\()budget",
     ["budget / 2", "budget * 2", "budget - 1ms", "budget + 1ms", "3s", "0s", "10h"]),
    ("remove the timeout", r"aio::timeout\(budget, (aio::gather\(std::move\(requests\)\))\)", [r"\1"]),
    ("timeout around nothing", r"aio::timeout\(budget, (aio::gather\(std::move\(requests\)\))\)",
     [r"aio::timeout(budget, aio::shield(aio::create_task([](auto all) -> aio::Coroutine<std::vector<std::string>> "
      r"{ co_return co_await all; }(\1))))"]),
    ("sequence for gather", r"co_await aio::gather\((\w+\(\)), (\w+\(\))\)", [r"co_await \1; co_await \2"]),
    ("sequence for gather", r"co_await aio::gather\(std::move\(downloads\)\)", ["for (auto& one : downloads) co_await one"]),
    ("gather one of them", r"aio::gather\((\w+\(\)), (\w+\(\))\)", [r"aio::gather(\1)", r"aio::gather(\2)"]),
    ("gather one twice", r"aio::gather\((\w+)\(\), (\w+)\(\)\)", [r"aio::gather(\1(), \1())", r"aio::gather(\2(), \2())"]),
    ("gather the other way round", r"aio::gather\((\w+\(\)), (\w+\(\))\)", [r"aio::gather(\2, \1)"]),
    ("tasks that nobody awaits", r"co_await aio::gather\((\w+\(\)), (\w+\(\))\)",
     [r"aio::create_task(\1); aio::create_task(\2)", r"aio::create_task(\1); co_await aio::create_task(\2)",
      r"aio::create_task(\2); co_await aio::create_task(\1)",
      r"{ auto one = aio::create_task(\1); aio::create_task(\2); co_await one; }"]),
    ("tasks that nobody awaits", r"co_await aio::gather\(std::move\(downloads\)\)",
     ["for (auto& one : downloads) aio::create_task(one)"]),
    ("tasks awaited in a row", r"co_await aio::gather\(std::move\(downloads\)\)",
     ["std::vector<aio::Task<>> tasks; for (auto& one : downloads) tasks.push_back(aio::create_task(one)); "
      "for (auto& one : tasks) co_await one"]),
    ("call the other one", r"(?<=co_await )(toast_bread|brew_coffee)(?=\(\);)", ["toast_bread", "brew_coffee"]),
    ("widen the catch", r"catch \(const aio::TimeoutError&\)", ["catch (...)", "catch (const std::exception&)"]),
    ("catch another error", r"catch \(const aio::TimeoutError&\)",
     ["catch (const aio::CancelledError&)", "catch (const aio::ValueError&)"]),
    ("swallow an exception", r"^    (co_await .*;)$", [r"    try { \1 } catch (...) {}"]),
    ("forget the permit", r"auto slot = (co_await)", [r"\1"]),
    ("keep the permit for ever", r"auto slot = (co_await slots.acquire\(\))", [r"auto* slot = new aio::Permit(\1); (void)slot"]),
    ("change the number of slots", r"slots\(limit\)", [f"slots({n})" for n in ("limit + 1", "limit - 1", "1", "3", "pages + 1")]),
    ("make it static", r"^    (aio::Semaphore slots\(limit\);|Breakfast measured;|std::vector<.*;)$", [r"    static \1"]),
    ("change the first page", r"int page = 0", ["int page = 1", "int page = -1"]),
    ("change the last page", r"page < pages",
     ["page <= pages", "page < pages - 1", "page + 1 < pages", "page != pages", "page < 10", "page < limit"]),
    ("change the step", r"\+\+page", ["page += 2", "page++"]),
    ("download another page", r"download\(slots, page\)\)", [
        "download(slots, page + 1))", "download(slots, 0))", "download(slots, pages - 1 - page))", "download(slots, page / 2))"]),
    ("say another number", r"<< page ", ["", "<< page + 1 ", "<< page % 10 ", "<< 4 "]),
    ("mix up the fields", r"measured\.(one_after_the_other|together)", ["measured.one_after_the_other", "measured.together"]),
    ("turn the difference round", r"aio::now\(\) - start", ["start - aio::now()", "aio::now()", "start", "2 * (aio::now() - start)"]),
    ("type in a duration", r"aio::now\(\) - start", ["2s", "4s"]),
    ("return something else", r"(?<=co_return )measured", ["Breakfast{}", "Breakfast(4s, 2s)"]),
    ("return something else", r"(?<=co_return )std::nullopt", ["std::vector<std::string>{}"]),
    ("return something else", r"(?<=co_return )Forecast\(std::move\(answers\)\)",
     ["std::nullopt", "Forecast(std::vector<std::string>{})", "Forecast(std::vector<std::string>(answers.rbegin(), answers.rend()))",
      "Forecast(std::vector<std::string>(answers.size()))"]),
    ("leave the name out", r' \+ server(?=;)', ["", " + server.substr(1)"]),
    ("leave the name out", r'fetch_weather\(server\.name', ['fetch_weather("server"', 'fetch_weather(servers[0].name']),
    ("mix up the arguments", r"server\.delay", ["budget", "servers[0].delay"]),
    ("the other order", r"requests\.push_back\((.*)\);", [r"requests.insert(requests.begin(), \1);"]),
    ("print nothing", r'std::cout << .*;', [";"]),
    ("print later", r'(std::cout << .*;)', [r"co_await aio::sleep(1ms); \1"]),
]


def is_statement(line):
    return line.startswith("    ") and line.rstrip().endswith(";") and not line.lstrip().startswith("//")


def edits(lines):
    """Every (operator, line number, how many lines, the new lines)."""
    for i, line in enumerate(lines):
        if not line.startswith("    ") and not line.startswith("    }"):
            continue
        for operator, pattern, replacements in IN_A_LINE:
            for found in re.finditer(pattern, line):
                for replacement in replacements:
                    new = line[: found.start()] + found.expand(replacement) + line[found.end():]
                    if new != line:
                        yield operator, i, 1, [new]
        if not is_statement(line):
            continue
        yield "drop a statement", i, 1, [line[: len(line) - len(line.lstrip())] + ";"]
        if "return" not in line:
            yield "do it twice", i, 1, [line, line]
            yield "return before it", i, 1, [re.match(" *", line)[0] + RETURN_EARLY, line]
        further = i
        while further + 1 < len(lines) and is_statement(lines[further + 1]) and further - i < 4:
            further += 1
            yield "move a statement down", i, further - i + 1, lines[i + 1: further + 1] + [line]
            if further - i > 1:
                yield "move a statement up", i, further - i + 1, [lines[further]] + lines[i:further]
        if "co_await aio::sleep" in line and "slots" in "".join(lines):
            yield "move the release", i, 1, ["    slot.release();", line]
            yield "hold it for longer", i, 1, [line, "    co_await aio::sleep(100ms);"]


RETURN_EARLY = "if (aio::now() >= 0s) co_return @;"
EMPTY = {"aio::Coroutine<>": "", "aio::Coroutine<Breakfast>": " Breakfast{}", "aio::Coroutine<std::string>": ' "early"',
         "aio::Coroutine<Forecast>": " std::nullopt"}


def result_at(lines, at):
    """What an early return gives in the function around a line."""
    for line in reversed(lines[:at]):
        for kind, value in EMPTY.items():
            if line.startswith(kind + " "):
                return value
    return ""


def mutants(exercise):
    """name → source of every mutant of the model solution; what two operators make alike is one mutant."""
    source = (ROOT / "reference" / f"{exercise}.cpp").read_text()
    lines = source.split("\n")
    made, known = {}, {source}
    for operator, at, count, new in edits(lines):
        new = [line.replace("@", result_at(lines, at).strip()) for line in new]
        text = "\n".join(lines[:at] + new + lines[at + count:])
        text = text.replace("#include <iostream>\n", "#include <iostream>\n#include <thread>\n#include <vector>\n", 1)
        text = text.replace("\n\n", "\n\nusing namespace std::chrono_literals;\n\n", 1)
        if text in known:
            continue
        known.add(text)
        old = " ".join(line.strip() for line in lines[at: at + count])
        name = f"{exercise}: {operator}: {old} => {' '.join(line.strip() for line in new)}"
        same = sum(1 for other in made if other == name or other.startswith(name + " ["))
        made[name + (f" [{same + 1}]" if same else "")] = text
    return made


def known_equivalents():
    """name → reason: paragraphs of a reason, then the mutants it holds for, each on a line with a dash."""
    reasons, reason = {}, []
    for line in EQUIVALENT.read_text().split("\n"):
        if line.startswith("- "):
            reasons[line[2:]] = " ".join(reason)
        elif not line.strip():
            reason = []
        elif not line.startswith("#"):
            reason.append(line.strip())
    return reasons


def grade(exercise, made):
    """name → outcome."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(made.values()):
            files.append(pathlib.Path(folder, f"mutant{number:03}.cpp"))
            files[-1].write_text(text)
        run = subprocess.run([GRADE, "check", "--exercise", exercise, "--json", "-", *map(str, files)],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        verdicts = json.loads(run.stdout)["verdicts"]
    assert len(verdicts) == len(made)
    return dict(zip(made, (verdict["outcome"] for verdict in verdicts)))


def report(rows, reasons, equivalents):
    text = "| exercise | mutants | do not compile | killed | equivalent | holes |\n|---|---|---|---|---|---|\n"
    for exercise, (total, broken, killed, equivalent, holes) in rows.items():
        text += f"| {exercise} | {total} | {broken} | {killed} | {equivalent} | {holes} |\n"
    text += "\nThe equivalent ones, and why they are right all the same (`equivalent_mutants.txt` names them):\n\n"
    count = collections.Counter(reasons[name] for name in equivalents)
    for reason, number in count.items():
        text += f"- {number}: {reason}\n"
    return text


def main():
    reasons = known_equivalents()
    rows, equivalents, holes = {}, [], []
    for exercise in EXERCISES:
        outcomes = grade(exercise, mutants(exercise))
        broken = [name for name, outcome in outcomes.items() if outcome == "compile_error"]
        alive = [name for name, outcome in outcomes.items() if outcome == "passed"]
        faults = [name for name, outcome in outcomes.items() if outcome == "internal_error"]
        assert not faults, faults
        equivalent = [name for name in alive if name in reasons]
        found = [name for name in alive if name not in reasons]
        killed = len(outcomes) - len(broken) - len(alive)
        rows[exercise] = (len(outcomes), len(broken), killed, len(equivalent), len(found))
        equivalents += equivalent
        holes += found
    for name in holes:
        print(f"survives: {name}")
    gone = [name for name in reasons if name not in equivalents]
    for name in gone:
        print(f"no longer survives, or is no longer made: {name}")
    known = figures.are_known("mutants", report(rows, reasons, equivalents))
    print(f"{sum(row[0] for row in rows.values())} mutants, {len(equivalents)} equivalent, {len(holes)} holes")
    return 1 if holes or gone or not known else 0


if __name__ == "__main__":
    sys.exit(main())
