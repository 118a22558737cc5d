"""Validates JSON files against grader/verdict.schema.json: validate_schema.py FILE…

Exit codes: 0 all are valid, 1 one is not (it says which and where), 2 it could not tell.
"""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("validate_schema.py needs python3-jsonschema: apt-get install python3-jsonschema", file=sys.stderr)
    sys.exit(2)

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "grader" / "verdict.schema.json"


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key stands twice in one object: " + ", ".join(keys))
    return dict(pairs)


def read(path):
    # Bytes and strict UTF-8: Python's own NaN and Infinity are no JSON.
    text = pathlib.Path(path).read_bytes().decode("utf-8")

    def refuse(word):
        raise ValueError(word + " is no JSON")

    return json.loads(text, object_pairs_hook=unique_keys, parse_constant=refuse)


def main(paths):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    valid = True
    for path in paths:
        try:
            document = read(path)
        except (OSError, ValueError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            valid = False
            continue
        for error in validator.iter_errors(document):
            print(f"{path}: at {error.json_path}: {error.message}", file=sys.stderr)
            valid = False
    return 0 if valid else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("validate_schema.py FILE…", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
