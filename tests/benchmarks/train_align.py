"""Fit `resources/models/align.json` to the links of `../shared/data` and the project's own pairs.

`python -m tests.benchmarks.train_align` writes the file, in a few minutes; with `--held-out`
it only says how well pairs are linked by constants fitted without them. With `--meaning` the same
is done for `align_meaning.json`, which compares meanings as well. What is raised is the probability
of the known links (`fields`), in pairs as they are, shuffled and joined. Then the second look is
taught with what the chains find in them (`network`).
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp

from desktop.places import RESOURCES
from desktop.text.align import Model, as_model, chosen, log_odds
from desktop.text.linking.again import MEASURES, Network
from desktop.text.linking.cells import FEATURES, MEANINGS
from desktop.text.linking.chains import Beside, Steps
from desktop.text.linking.meanings import nearness
from tests.benchmarks.data import Texts, foreign, own, plain, there
from tests.benchmarks.disorder import DISORDER, shuffled
from tests.benchmarks.fields import (
    BESIDE,
    EAGER,
    HAND,
    LEARNED,
    NAMES,
    ORDER,
    PULL,
    START,
    STEPS,
    fields,
    teach,
)
from tests.benchmarks.linking import counted, f1
from tests.benchmarks.network import Cells, taught

HEADLINE = 1.0  # a headline draws on more than its main source sentence
TRUST = 2.0  # a source sentence knows better what became of it; flat from 1.5 to 2.5
THRESHOLD = -0.5  # held-out pairs are flat from -0.7, which links more, to -0.4
GAP = 160.0  # sentences lose nothing by it; whole paragraphs, which share words by chance, need it

SHARES = {
    ("aesop", "as it is"): 1.0,
    ("aesop", "shuffled"): 0.5,
    ("aesop", "source joined"): 0.2,
    ("aesop", "teased"): 0.2,
    ("aesop", "joined and shuffled"): 0.2,
    ("aesop", "teased and shuffled"): 0.4,
    ("deplain", "as it is"): 0.2,
    ("deplain", "shuffled"): 0.1,
    ("deplain", "joined and shuffled"): 0.2,
    ("own", "as it is"): 0.6,
    ("own", "shuffled"): 0.6,
    ("plain", "as it is"): 0.2,
}
"""How much each kind of pair counts: near copies little, order lost as much as order kept."""

AGAIN = {"plain": ((None, 1.0),), "own": ((11, 0.3), (12, 0.3))}
"""What the second look learns from besides: throws of `shuffled`, or pairs as they are."""

REAL = 3
"""How many times more the seed pair counts: the only one that was not made up for this project."""


def fitted(
    pairs: Sequence[tuple[Texts, float]], meaning: bool = False, rounds: int = 90
) -> list[float]:
    """Return the constants that explain the pairs best (iRprop-, Igel and Hüsken 2000)."""
    chains = [
        field
        for texts, share in pairs
        for field in fields(
            texts, share, nearness(texts.source, texts.rewrite) if meaning else None
        )
    ]
    constants, strides = list(START), [0.2] * len(START)
    before = [0.0] * len(START)
    for round_ in range(rounds):
        slope = [
            pull * (value - start)
            for pull, value, start in zip(PULL, constants, [0.0, *START[1:]], strict=True)
        ]
        loss = sum(teach(field, constants, slope) for field in chains)
        for at, value in enumerate(slope):
            turned = value * before[at]
            growth = 1.2 if turned > 0 else 0.5 if turned < 0 else 1.0
            strides[at] = min(1.0, max(1e-4, strides[at] * growth))
            before[at] = 0.0 if turned < 0 else value
            constants[at] -= strides[at] * ((before[at] > 0) - (before[at] < 0))
        if round_ % 10 == 0:
            print(f"  round {round_}: loss {loss:.1f}", flush=True)
    return constants


def as_file(
    constants: Sequence[float], calibration: tuple[float, float], meaning: bool = False
) -> dict[str, object]:
    """Return the constants as the file holds them."""
    learned = {NAMES[at]: round(constants[n], 4) for n, at in enumerate(LEARNED)}
    steps = (round(exp(value), 4) for value in constants[STEPS])
    order = (round(value, 4) for value in constants[ORDER])
    beside = (round(value, 4) for value in constants[BESIDE])
    return {
        "weights": {
            name: HAND.get(name, learned.get(name)) for name in (NAMES if meaning else FEATURES)
        },
        "eager": round(constants[EAGER], 4),
        "steps": dict(zip(Steps._fields, steps, strict=True)),
        "order": dict(zip(Steps._fields, order, strict=True)),
        "beside": dict(zip(Beside._fields, beside, strict=True)),
        "headline": HEADLINE,
        "trust": TRUST,
        "threshold": THRESHOLD,
        "gap": GAP,
        "calibration": dict(zip(("factor", "summand"), calibration, strict=True)),
    }


def calibrated(model: Model, pairs: Sequence[Texts], rounds: int = 30) -> tuple[float, float]:
    """Return factor and summand that make probabilities of log-odds (Platt 1999, by Newton)."""
    cases = [
        (odds, cell in texts.links)
        for texts in pairs
        for cell, odds in log_odds(texts.source, texts.rewrite, (), model).items()
    ]
    factor, summand = 1.0, 0.0
    for _ in range(rounds):
        g1 = g2 = h11 = h12 = h22 = 1e-9
        for odds, right in cases:
            chance = 1.0 / (1.0 + exp(-factor * odds - summand))
            error, spread = chance - right, chance * (1.0 - chance)
            g1, g2 = g1 + error * odds, g2 + error
            h11, h12, h22 = h11 + spread * odds * odds, h12 + spread * odds, h22 + spread
        bottom = h11 * h22 - h12 * h12
        factor -= (h22 * g1 - h12 * g2) / bottom
        summand -= (h11 * g2 - h12 * g1) / bottom
    return round(factor, 4), round(summand, 4)


def lessons(kinds: Mapping[str, Sequence[Texts]]) -> list[tuple[Texts, float]]:
    """Return all that is learned from the pairs, with how much each counts."""
    return [
        (DISORDER[change](texts), share * (REAL if texts.name == "seed-pair" else 1.0))
        for (kind, change), share in SHARES.items()
        for texts in kinds[kind]
    ]


def write(found: Mapping[str, object], name: str) -> None:
    """Write the model's file, each row of numbers on a line."""
    text = json.dumps(found, indent=1, ensure_ascii=False)
    text = re.sub(r"\[[^\[\]]*\]", lambda row: " ".join(row[0].split()), text)
    path = RESOURCES / "models" / name
    path.write_text(text + "\n", "utf-8")
    print(f"wrote {path.name}")


def second_look(model: Model, kinds: Mapping[str, Sequence[Texts]]) -> Network:
    """Return the network taught with what `model` finds in the pairs."""
    more = [
        (texts if throw is None else shuffled(texts, throw), share)
        for kind, ways in AGAIN.items()
        for throw, share in ways
        for texts in kinds[kind]
    ]
    return taught(Cells([*lessons(kinds), *more], model))


def held_out(kinds: Mapping[str, Sequence[Texts]], meaning: bool, folds: int = 5) -> None:
    """Print how well pairs are linked by constants fitted without them."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(folds):
        print(f"fold {fold + 1} of {folds}")
        learned = without(kinds, fold, folds)
        model = as_model(as_file(fitted(lessons(learned), meaning), (1.0, 0.0), meaning))
        model = model._replace(again=second_look(model, learned))
        tests = {kind: pairs[fold::folds] for kind, pairs in kinds.items()}
        for kind in kinds:
            throws = (shuffled(texts, throw) for texts in tests[kind] for throw in range(4))
            tests[f"{kind} shuffled"] = list(throws)
        for kind, pairs in tests.items():
            for texts in pairs:
                drawn = chosen(
                    log_odds(texts.source, texts.rewrite, (), model), texts.source, model
                )
                totals[kind] += counted(texts, {(a, b) for b, some in drawn.items() for a in some})
    for kind, total in totals.items():
        print(kind, *(f"{what} {f1(total, what):.3f}" for what in ("links", "source", "rewrite")))


def every_kind() -> dict[str, list[Texts]]:
    """Return all pairs there are to learn from, by kind."""
    return {
        "aesop": foreign("aesop"),
        "deplain": foreign("deplain"),
        "own": own(),
        "plain": plain(),
    }


def without(kinds: Mapping[str, Sequence[Texts]], fold: int, folds: int) -> dict[str, list[Texts]]:
    """Return the pairs of all folds but one."""
    return {
        kind: [texts for at, texts in enumerate(pairs) if at % folds != fold]
        for kind, pairs in kinds.items()
    }


def main() -> int:
    """Write the file, or say how well the constants do."""
    if not there():
        print("skipped: no data")
        return 0
    kinds, meaning = every_kind(), "--meaning" in sys.argv
    if "--held-out" in sys.argv:
        held_out(kinds, meaning)
        return 0
    constants = fitted(lessons(kinds), meaning)
    model = as_model(as_file(constants, (1.0, 0.0), meaning))
    network = second_look(model, kinds)
    judged = [*kinds["aesop"], *map(shuffled, kinds["aesop"]), *kinds["own"]]
    calibration = calibrated(model._replace(again=network), judged)
    measures = MEASURES + MEANINGS if meaning else MEASURES
    write(
        as_file(constants, calibration, meaning)
        | {"again": {"measures": measures} | network._asdict()},
        "align_meaning.json" if meaning else "align.json",
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
