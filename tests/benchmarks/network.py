"""Teach the network that looks again at doubtful links (`desktop.text.linking.again`)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.text.align import Model, first_look
from desktop.text.linking.again import MEASURES, MOST, Network, doubtful
from desktop.text.linking.cells import MEANINGS
from tests.benchmarks.data import Texts

UNITS = 6
"""Held-out pairs are flat from 6 to 16."""

PULL = 20.0
"""How strongly every weight is drawn to 0 (Gaussian prior); held-out pairs are flat from 14 to 30.

Shuffled fables lose with less, news with more."""

ROUNDS, STRIDE = 600, 0.03

Rows = NDArray[np.float64]


class Cells:
    """The doubtful cells of pairs: their measures, which are links, and how much each counts."""

    def __init__(self, pairs: Sequence[tuple[Texts, float]], model: Model) -> None:
        rows, right, shares = [], [], []
        for texts, share in pairs:
            for cell, measures in doubtful(first_look(texts.source, texts.rewrite, (), model)):
                rows.append(measures)
                right.append(cell in texts.links)
                shares.append(share)
        self.rows = np.array(rows, dtype=float)
        self.right = np.array(right, dtype=float)
        self.shares = np.array(shares, dtype=float)


def taught(cells: Cells) -> Network:
    """Return the network that explains the cells best."""
    means, scales = cells.rows.mean(0), cells.rows.std(0) + 1e-9
    rows = np.clip((cells.rows - means) / scales, -MOST, MOST)
    rows = np.hstack([np.ones((len(rows), 1)), rows])
    straight, units, strengths = _parts(_weights(rows, cells), rows.shape[1])
    return Network.of(
        {
            "measures": (*MEASURES, *MEANINGS)[: len(means)],
            "means": means.round(4).tolist(),
            "scales": scales.round(4).tolist(),
            "straight": straight.round(4).tolist(),
            "units": units.round(4).tolist(),
            "strengths": strengths.round(4).tolist(),
        }
    )


def _weights(rows: Rows, cells: Cells) -> Rows:
    """Return the weights with the least loss (Adam: Kingma and Ba 2015), always the same ones."""
    width = rows.shape[1]
    weights = np.random.default_rng(0).normal(0.0, width**-0.5, (UNITS + 1) * width + UNITS)
    weights[:width] = 0.0
    pulls = np.full_like(weights, 2.0 * PULL)
    pulls[: (UNITS + 1) * width : width] = 0.0  # biases are free
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for round_ in range(1, ROUNDS + 1):
        slope = _slope(weights, rows, cells) + pulls * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        stride = STRIDE * (1.0 + np.cos(np.pi * round_ / ROUNDS)) / 2.0
        speed = np.sqrt(second / (1.0 - 0.999**round_)) + 1e-9
        weights -= stride * first / (1.0 - 0.9**round_) / speed
    return weights


def _parts(weights: Rows, width: int) -> tuple[Rows, Rows, Rows]:
    units = weights[width:-UNITS].reshape(UNITS, width)
    return weights[:width], units, weights[-UNITS:]


def _slope(weights: Rows, rows: Rows, cells: Cells) -> Rows:
    straight, units, strengths = _parts(weights, rows.shape[1])
    bent = np.tanh(rows @ units.T)
    chance = 1.0 / (1.0 + np.exp(-(rows @ straight + bent @ strengths)))
    error = cells.shares * (chance - cells.right)
    through = error[:, None] * strengths * (1.0 - bent**2)
    return np.concatenate([rows.T @ error, (through.T @ rows).ravel(), bent.T @ error])
