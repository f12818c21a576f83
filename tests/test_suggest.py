"""What the engine proposes, read as a person would read it."""

from desktop.text.align import Link
from desktop.text.codebook import Kind, Side
from desktop.text.suggest import suggest


def test_a_sentence_carried_over_word_for_word_is_a_quote():
    sentence = "The bridge, built in 1961, carries about 9,000 vehicles a day."
    (found,) = suggest([sentence], [sentence], [Link((0,), (0,), 1.0, "")])
    assert (found.side, found.kind) == (Side.REWRITE, Kind.QUOTE)
    assert found.reason == "11 of 11 words stand in the same order in source sentence 1."
