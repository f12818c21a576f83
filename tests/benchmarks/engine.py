"""Every stage of the text engine, one after the other, each beside its peers."""

import importlib

STAGES = ("clean", "webpages", "sentences", "align", "changes", "suggest", "altered")


def main() -> int:
    """Print each stage's table; return the worst exit code."""
    worst = 0
    for stage in STAGES:
        print(f"\n## {stage}\n", flush=True)
        worst = max(worst, importlib.import_module(f"tests.benchmarks.{stage}").main())
    return worst
