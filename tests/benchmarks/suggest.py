"""How often suggestions are right: tags, omissions and flags against the keys, beside peers."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt

from rapidfuzz import fuzz

from desktop.text.align import Link, align
from desktop.text.codebook import Flag, Kind, Side
from desktop.text.suggest import LEAST, LEAST_OMITTED, Suggestion, suggest
from desktop.text.words import forms
from tests.benchmarks.cases import DATA, Case, foreign_cases, own_cases
from tests.benchmarks.train_suggest import Readings, both, held_out, held_out_sorts

TAGS = (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION)
Guess = tuple[dict[int, Kind], set[int]]  # tags of the rewrite, omissions of the source


def f1(pairs: Iterable[tuple[object, object]], kind: object) -> float:
    """Return the F1 of one kind over (gold, guess) pairs; 1 where it never stands."""
    hit = miss = false = 0
    for gold, guess in pairs:
        hit += gold == kind == guess
        miss += gold == kind != guess
        false += gold != kind == guess
    return 2 * hit / (2 * hit + miss + false) if hit + miss + false else 1.0


def linked_by_key(case: Case) -> list[Link]:
    return case.links


def linked_by_machine(case: Case) -> list[Link]:
    return list(align(case.source, case.rewrite))


def suggested(case: Case, links: Sequence[Link]) -> tuple[Suggestion, ...]:
    return suggest(case.source, case.rewrite, links, roles=case.roles)


def guess(case: Case, links: Sequence[Link]) -> Guess:
    found = suggested(case, links)
    tags = {s.sentence: s.kind for s in found if s.side is Side.REWRITE}
    return tags, {s.sentence for s in found if s.kind is Kind.OMISSION}


def token_set(case: Case) -> list[list[float]]:
    """Score every cell by rapidfuzz token_set_ratio, 0..1."""
    return [[fuzz.token_set_ratio(s, r) / 100 for s in case.source] for r in case.rewrite]


def tf_idf(case: Case) -> list[list[float]]:
    """Score every cell by the cosine of TF-IDF vectors of the pair's words."""
    bags = [Counter(forms(text)) for text in (*case.source, *case.rewrite)]
    known = Counter(form for bag in bags for form in bag)
    vectors = [{f: n * log(1 + len(bags) / known[f]) for f, n in bag.items()} for bag in bags]
    lengths = [sqrt(sum(v * v for v in vector.values())) or 1.0 for vector in vectors]

    def cosine(a: int, b: int) -> float:
        shared = vectors[a].keys() & vectors[b].keys()
        return sum(vectors[a][f] * vectors[b][f] for f in shared) / lengths[a] / lengths[b]

    height = len(case.source)
    return [
        [cosine(at, height + below) for at in range(height)] for below in range(len(case.rewrite))
    ]


def best_match(cells: list[list[float]], linked: float, copied: float) -> Guess:
    """Tag by the best source sentence alone: below `linked` addition, from `copied` quote."""
    tags, kept = {}, set()
    for at, row in enumerate(cells):
        best = max(range(len(row)), key=row.__getitem__)
        if row[best] < linked:
            tags[at] = Kind.ADDITION
            continue
        kept.add(best)
        tags[at] = Kind.QUOTE if row[best] >= copied else Kind.PARAPHRASE
    return tags, set(range(len(cells[0]))) - kept if cells else set()


def figures(cases: Sequence[Case], guesses: Sequence[Guess]) -> dict[str, float]:
    """Return macro F1 of tags, F1 of each and of omissions, over all sentences of all cases."""
    tags = [
        (answer.kind, found.get(at))
        for case, (found, _) in zip(cases, guesses, strict=True)
        for at, answer in case.tags.items()
    ]
    omissions = [
        (at in case.omitted, at in found)
        for case, (_, found) in zip(cases, guesses, strict=True)
        for at in range(len(case.source))
    ]
    each = {kind.value: f1(tags, kind) for kind in TAGS}
    return {
        "tags": sum(each.values()) / len(each),
        **each,
        "omission": f1(omissions, True),
        "not sure": sum(found is None for _, found in tags) / max(len(tags), 1),
    }


def best_thresholds(cases: Sequence[Case], score: Callable[[Case], list[list[float]]]) -> dict:
    """Give a peer its best thresholds on these very cases: more than it would have elsewhere."""
    cells = [score(case) for case in cases]
    tried = (
        figures(cases, [best_match(rows, linked / 20, copied / 20) for rows in cells])
        for linked in range(2, 20)
        for copied in range(linked, 21)
    )
    return max(tried, key=lambda found: found["tags"] + found["omission"] / 3)


def row(name: str, found: dict[str, float]) -> None:
    print(f"  {name:34}" + "".join(f"{key} {value:.3f}  " for key, value in found.items()))


def print_tags(title: str, cases: Sequence[Case]) -> None:
    print(f"{title}: {len(cases)} pairs, {sum(len(c.tags) for c in cases)} rewrite sentences")
    row("token_set best match, best cut", best_thresholds(cases, token_set))
    row("TF-IDF best match, best cut", best_thresholds(cases, tf_idf))
    row("ours, links of align", figures(cases, [guess(c, linked_by_machine(c)) for c in cases]))
    row("ours, links of the key", figures(cases, [guess(c, c.links) for c in cases]))


def print_flags(cases: Sequence[Case], linker: Callable[[Case], list[Link]]) -> None:
    hits, gold, guessed = Counter[Flag](), Counter[Flag](), Counter[Flag]()
    for case in cases:
        for found in suggested(case, linker(case)):
            if found.side is Side.REWRITE and found.sentence in case.tags:
                answer = case.tags[found.sentence]
                hits.update(set(found.flags) & answer.flags)
                guessed.update(found.flags)
        for answer in case.tags.values():
            gold.update(answer.flags)
    for flag in sorted(gold | guessed):
        print(
            f"  {flag.value:22} in key {gold[flag]:3}  suggested {guessed[flag]:3}  "
            f"P {hits[flag] / max(guessed[flag], 1):.2f}  R {hits[flag] / max(gold[flag], 1):.2f}"
        )


def print_held_out(cases: Sequence[Case], taught: Mapping[str, Readings], machine: bool) -> None:
    """Print how well each pair is judged by a model that never saw it, and how true scores are."""
    found = list(held_out(taught, machine))
    guesses = [
        (
            {at: kind for at, (kind, score) in case.tags.items() if score >= LEAST},
            {at for at, score in case.omitted.items() if score >= LEAST_OMITTED},
        )
        for case in found
    ]
    row("ours, a model of the other pairs", figures(cases, guesses))
    judged = [
        (score, kind is case.tags[at].kind)
        for case, one in zip(cases, found, strict=True)
        for at, (kind, score) in one.tags.items()
        if at in case.tags
    ]
    missing = [
        (score, at in case.omitted)
        for case, one in zip(cases, found, strict=True)
        for at, score in one.omitted.items()
    ]
    print("    tags")
    print_reliability(judged, LEAST)
    print("    omissions")
    print_reliability(missing, LEAST_OMITTED)


def print_reliability(judged: Sequence[tuple[float, bool]], least: float) -> None:
    bands: dict[int, list[tuple[float, bool]]] = {}
    for score, right in judged:
        if score >= least:
            bands.setdefault(min(int(score * 10), 9), []).append((score, right))
    for at, band in sorted(bands.items()):
        said = sum(score for score, _ in band) / len(band)
        true = sum(right for _, right in band) / len(band)
        print(f"      scored .{at}: {len(band):4} suggestions, {said:.2f} said, {true:.2f} right")


def print_sorts(taught: Mapping[str, Readings]) -> None:
    """Print how often a sub-kind is named, and right, by a model that never saw the pair."""
    found = list(held_out_sorts(taught))
    for kind in (Kind.ADDITION, Kind.OMISSION):
        mine = [(gold, guess) for one, gold, guess in found if one is kind]
        given = [(gold, guess) for gold, guess in mine if guess]
        right = sum(gold is guess for gold, guess in given) / max(len(given), 1)
        print(f"  {kind.value:12} {len(mine):4} in keys, {len(given):4} given, {right:.3f} right")


def print_times() -> None:
    cases = own_cases()
    for size in (300, 2000):
        source = [f"{text} {at % 97}" for at, text in enumerate(_repeated(cases, 0, size))]
        rewrite = [f"{text} {at % 89}" for at, text in enumerate(_repeated(cases, 1, size))]
        started = time.perf_counter()
        links = align(source, rewrite)
        aligned = time.perf_counter()
        suggest(source, rewrite, links)
        print(
            f"  2 x {size}: align {aligned - started:.2f} s, "
            f"suggest {time.perf_counter() - aligned:.2f} s"
        )


def _repeated(cases: Sequence[Case], side: int, size: int) -> list[str]:
    texts = [text for case in cases for text in (case.source, case.rewrite)[side]]
    return (texts * (size // len(texts) + 1))[:size]


def main() -> int:
    """Print every figure; return 0."""
    own = own_cases()
    print_tags("Own gold pairs", own)
    taught = both(own)
    for title, linker in (("align", linked_by_machine), ("the key", linked_by_key)):
        print(f"Each own pair held out, links of {title}")
        print_held_out(own, taught, linker is linked_by_machine)
        print(f"Flags, links of {title}")
        print_flags(own, linker)
    print("Sub-kinds, each tenth of the own pairs held out")
    print_sorts(taught)
    if DATA.is_dir():
        print_tags("DEplain, development half", list(foreign_cases("deplain")))
    else:
        print("DEplain: skipped: no data")
    print("Time")
    print_times()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
