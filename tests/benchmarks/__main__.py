"""`python -m tests.benchmarks NAME …` runs these measurements; exit code 1 where one says so."""

import importlib
import sys

from tests.benchmarks import NAMES


def main() -> int:
    """Run what is named; words that begin with a dash are for the measurements themselves."""
    asked = [word for word in sys.argv[1:] if not word.startswith("-")]
    if not asked or not set(asked) <= set(NAMES):
        print("Name one or more of:")
        for name, about in NAMES.items():
            print(f"  {name:12} {about}")
        return 2
    return max(importlib.import_module(f"tests.benchmarks.{name}").main() for name in asked)


raise SystemExit(main())
