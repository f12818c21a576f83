"""Weigh the evidence: how likely each tag is, by a model fitted to pairs with keys."""

import json
from collections.abc import Mapping
from functools import lru_cache
from math import exp
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.codebook import Kind
from desktop.text.judging.evidence import Evidence

_WITHOUT_A_WORD = 0.4  # the most a sentence can hope for that shares no word with the source
Weights = Mapping[str, float]


class Model(NamedTuple):
    """Weights of logistic regressions, made by `tests/benchmarks/train_suggest.py`.

    `support` tells whether the source says it at all, `wording` whether in the same words,
    `omission` whether a source sentence without a link is left out; `sorts` tell, by sub-kind,
    whether an addition or an omission is of that sort.
    """

    support: Weights
    wording: Weights
    omission: Weights
    sorts: Mapping[str, Weights]


@lru_cache(maxsize=1)
def shipped() -> Model:
    """Return the model of `resources/models/suggest.json`."""
    found = json.loads((RESOURCES / "models" / "suggest.json").read_text("utf-8"))
    return Model(found["support"], found["wording"], found["omission"], found["sorts"])


def chance(weights: Weights, features: Mapping[str, float]) -> float:
    """Return the probability a logistic regression gives to some features."""
    fit = sum(weight * features[name] for name, weight in weights.items())
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, fit))))


def chances(evidence: Evidence, model: Model) -> dict[Kind, float]:
    """Return how likely each tag of a rewrite sentence is; they add up to 1.

    In the codebook's order of questions: first whether the source supports it, then its words.
    """
    features = evidence.features()
    supported = chance(model.support, features)
    if not evidence.sources and evidence.nearest < 0:
        supported = min(supported, _WITHOUT_A_WORD)
    same_words = chance(model.wording, features)
    return {
        Kind.ADDITION: 1.0 - supported,
        Kind.PARAPHRASE: supported * (1.0 - same_words),
        Kind.QUOTE: supported * same_words,
    }
