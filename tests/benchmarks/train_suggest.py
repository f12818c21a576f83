"""Fit `resources/models/suggest.json` to the project's gold pairs, and say how well it judges.

`python -m tests.benchmarks.train_suggest` writes the file. Every pair is used twice, with the
links of the aligner and with those of the key, so that the model knows both kinds.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.align import align
from desktop.text.codebook import TAGGED_ROLES, Kind
from desktop.text.evidence import evidence, read_pair
from desktop.text.judge import Model, chance
from desktop.text.omissions import absences
from tests.benchmarks.cases import Case, own_cases

SUPPORT = (
    "bias", "link", "alike", "ahead", "new quotation", "quotation", "new numbers", "new names",
    "lead", "in order", "copied", "loaded", "background", "service",
)  # fmt: skip
WORDING = ("bias", "quotation", "opens with quotation", "whole quotation", "copied", "in order")
OMISSION = ("bias", "alike", "ahead", "gone", "quoted", "numbers", "lead", "sure")
PENALTY = {"support": 0.5, "wording": 0.2, "omission": 0.5}  # on squared weights, not on the bias


class Row(NamedTuple):
    """One decision of a key: the features of a sentence, and whether the answer is yes."""

    question: str  # support, wording or omission
    features: Mapping[str, float]
    yes: bool


def rows(case: Case) -> Iterator[Row]:
    """Yield what the key of a pair teaches."""
    for links in (align(case.source, case.rewrite), case.links):
        pair = read_pair(case.source, case.rewrite, links)
        for at, found in enumerate(evidence(pair)):
            if at in case.tags:
                kind = case.tags[at].kind
                yield Row("support", found.features(), kind is not Kind.ADDITION)
                if kind is not Kind.ADDITION:
                    yield Row("wording", found.features(), kind is Kind.QUOTE)
        for absence in absences(pair):
            if case.roles[0][absence.at] in TAGGED_ROLES:
                yield Row("omission", absence.features(), absence.at in case.omitted)


def fitted(taught: Sequence[Row]) -> Model:
    """Return the three regressions that fit some rows best."""

    def one(question: str, names: Sequence[str]) -> dict[str, float]:
        mine = [row for row in taught if row.question == question]
        return _fitted(mine, names, PENALTY[question])

    return Model(one("support", SUPPORT), one("wording", WORDING), one("omission", OMISSION))


def _fitted(taught: Sequence[Row], names: Sequence[str], penalty: float) -> dict[str, float]:
    """Fit one logistic regression by gradient descent with momentum."""
    weights = dict.fromkeys(names, 0.0)
    speed = dict.fromkeys(names, 0.0)
    for _ in range(3000):
        slope = {name: penalty * weights[name] * (name != "bias") for name in names}
        for row in taught:
            error = chance(weights, row.features) - row.yes
            for name in names:
                slope[name] += error * row.features[name]
        for name in names:
            speed[name] = 0.9 * speed[name] - 0.5 * slope[name] / len(taught)
            weights[name] += speed[name]
    return {name: round(weight, 3) for name, weight in weights.items()}


def main() -> int:
    """Fit, write, and print the weights; return 0."""
    model = fitted([row for case in own_cases() for row in rows(case)])
    path = RESOURCES / "models" / "suggest.json"
    path.write_text(json.dumps(model._asdict(), indent=1) + "\n", "utf-8")
    for question, weights in model._asdict().items():
        print(question, weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
