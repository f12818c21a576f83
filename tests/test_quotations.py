"""Quotations are found whatever their marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.quotations import quotations, quoted


def inside(text):
    return [text[found.inside.start : found.inside.end] for found in quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Nobody asked us," said Ortiz.', ["Nobody asked us,"]),
        ("“Nobody asked us,” said Ortiz.", ["Nobody asked us,"]),
        ("‘Nobody asked us,’ said Ortiz.", ["Nobody asked us,"]),
        ("'Nobody asked us,' said Ortiz.", ["Nobody asked us,"]),
        ("« Personne », dit-elle.", [" Personne "]),
        ("„Niemand hat gefragt“, sagte sie.", ["Niemand hat gefragt"]),
        ("„Nikt nie pytał”, powiedziała.", ["Nikt nie pytał"]),
        ("»Niemand hat gefragt«, sagte sie.", ["Niemand hat gefragt"]),
        ("”Ingen frågade”, sa hon.", ["Ingen frågade"]),
        ("彼女は「誰も聞かなかった」と言った。", ["誰も聞かなかった"]),
        ("«Nadie preguntó», dijo.", ["Nadie preguntó"]),
        ("``Nobody asked us,'' said Ortiz. ``Ever.''", ["Nobody asked us,", "Ever."]),
        ("‘‘Nobody asked the workers’ union,’’ he said.", ["Nobody asked the workers’ union,"]),
        (",,Niemand hat gefragt“, sagte sie. ,,Nie.''", ["Niemand hat gefragt", "Nie."]),
        (',,Niemand", sagte sie, ,,hat gefragt"', ["Niemand", "hat gefragt"]),
        (",,Niemand``, sagte sie. ,,Nie.``", ["Niemand", "Nie."]),
        ("''Nobody asked,'' said Ortiz. ''Ever.''", ["Nobody asked,", "Ever."]),
        ("``He is 6'2'' tall,'' she said.", ["He is 6'2'' tall,"]),
        ("“It is 5'' wide,” he said.", ["It is 5'' wide,"]),
    ],
)
def test_every_style_of_marks_is_a_quotation(text, quoted):
    assert inside(text) == quoted


@pytest.mark.parametrize(
    ("opening", "closing"),
    ['„"', '“"', '"”', '"“', '»"', "»”", "»»", '«"', "«”", "““", '”"'],
)
def test_another_mark_closes_where_the_proper_one_does_not(opening, closing):
    def q(words):
        return opening + words + closing

    assert inside(f"{q('Das ist falsch')}, sagte er.") == ["Das ist falsch"]
    assert inside(f"{q('Falsch')}, sagte er. {q('Sehr falsch.')}") == ["Falsch", "Sehr falsch."]
    assert inside(f"{q('Eins')} sagte er.\n{q('Zwei')} sagte sie.") == ["Eins", "Zwei"]
    assert inside(f"Er nannte es {q('falsch')}.") == ["falsch"]


@pytest.mark.parametrize("told", ["We must,{} she said.", "She said: {}we must."])
def test_half_of_a_quotation_is_seen_however_its_mark_is_typed(told):
    closing = told.startswith("We")
    for mark in ("”", '"', "''", "’’") if closing else ("“", '"', "``", "‘‘", ",,"):
        assert quoted(told.format(mark))


def test_another_mark_closes_in_a_later_paragraph():
    assert inside('„Wir warten.\n„Niemand kommt", sagte er.') == ["Wir warten.\n„Niemand kommt"]
    assert inside('„Wir warten.\nNiemand kommt", sagte er.') == ["Wir warten.\nNiemand kommt"]


def test_a_spaced_quotation_is_closed_by_a_straight_mark():
    assert inside('« Personne ", dit-elle. « Vraiment " ?') == [" Personne ", " Vraiment "]


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ('„Das ist "sehr" falsch", sagte er.', 'Das ist "sehr" falsch'),
        ('„Das ist "sehr" falsch“, sagte er.', 'Das ist "sehr" falsch'),
        ('„Das Brett ist 5" lang“, sagte er.', 'Das Brett ist 5" lang'),
        ('„Das Brett ist 5" lang", sagte er.', 'Das Brett ist 5" lang'),
        ("“I am 6'2\" tall.\n“And strong,” he said.", "I am 6'2\" tall.\n“And strong,"),
        ("„Er sagte “nein” zu mir“, sagte sie.", "Er sagte “nein” zu mir"),
        ('« Il a dit "non" hier », dit-elle.', ' Il a dit "non" hier '),
        ("„Er sagte ‚nein' zu mir“, sagte sie.", "Er sagte ‚nein' zu mir"),
    ],
)
def test_marks_that_belong_to_something_inside_do_not_close(text, outer):
    assert inside(text)[0] == outer


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ view that Ortiz’s shop won’t close.",
        "It's the workers' view that Ortiz's shop won't close.",
        "Rock 'n' roll was big in the '90s, 'tis said.",
        'He is 6\'2" tall and the board is 5" wide.',
        "L’été d’après, c’était l’hiver.",
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_inches_and_feet_are_no_quotations(text):
    assert quotations(text) == ()


def test_apostrophes_inside_a_quotation_do_not_end_it():
    assert inside("‘It’s the dogs’ dinner,’ he said, ‘and we can’t stop.’") == [
        "It’s the dogs’ dinner,",
        "and we can’t stop.",
    ]
    assert inside("'It's the dogs' dinner,' he said.") == ["It's the dogs' dinner,"]


@pytest.mark.parametrize("mark", "’'")
@pytest.mark.parametrize(
    "words",
    [
        "It was rock ’n’ roll,",
        "sick ’n’ tired",
        "Rock n’ roll and ROCK ’N’ ROLL,",
        "Guns N’ Roses played,",
        "The ol’ boys an’ their mo’ money,",
        "Un po’ di tutto,",
    ],
)
def test_words_that_end_in_an_apostrophe_do_not_end_it(words, mark):
    quoted = words.replace("’", mark)
    assert inside(f"{mark.replace('’', '‘')}{quoted}{mark} he said.") == [quoted]


def test_the_n_of_rock_n_roll_is_no_quotation():
    assert inside("He sang rock ‘n’ roll and called it ‘a job’.") == ["a job"]
    assert inside("He said ‘the letter n’ and ‘the letter o’.") == ["the letter n", "the letter o"]


def test_a_possessive_after_a_quotation_does_not_stretch_it():
    assert inside("the ‘chaos’ of the dogs’ home") == ["chaos"]


def test_inches_inside_a_quotation_do_not_end_it():
    assert inside('"It is 6\'2" tall," he said.') == ["It is 6'2\" tall,"]
    assert inside('"I\'m 17" he said') == ["I'm 17"]


def test_a_quotation_within_a_quotation_is_one_level_down():
    text = "“He told me ‘no’ twice,” she said. „Er sagte ‚nein‘ zu mir.“"
    assert [(text[q.inside.start : q.inside.end], q.level) for q in quotations(text)] == [
        ("He told me ‘no’ twice,", 0),
        ("no", 1),
        ("Er sagte ‚nein‘ zu mir.", 0),
        ("nein", 1),
    ]


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "„“", "«»", "‘’", "''"])
def test_a_quotation_runs_over_paragraphs_that_open_again_without_closing(opening, closing):
    first = f"{opening}We waited.\n{opening}Nobody came,{closing} she said. "
    text = f"{first}{opening}So we left{closing}"
    assert [quoted.replace("\n" + opening, " ") for quoted in inside(text)] == [
        "We waited. Nobody came,",
        "So we left",
    ]


@pytest.mark.parametrize("space", ["", " ", "\xa0"])
def test_a_quotation_runs_over_paragraphs_that_begin_with_its_closing_mark(space):
    first = f"«{space}Primo.\n»{space}Secondo.\n\n»{space}Terzo{space}»"
    text = f"{first}, disse. «{space}Quarto{space}»"
    assert inside(text) == [first[1:-1], f"{space}Quarto{space}"]
    assert inside("«Primo.\n»Secondo», disse.\n«Terzo».") == ["Primo.\n»Secondo", "Terzo"]
    assert inside("”Ett.\n”Två”, sa hon.") == ["Ett.\n”Två"]


def test_a_closing_mark_that_nothing_closes_after_ends_the_quotation_where_it_stands():
    assert inside("« Oui.\n» C’est tout, dit-il. « Non. »") == [" Oui.\n", " Non. "]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph():
    assert inside("“We waited.\nThe mayor was “not amused” by it.") == [
        "We waited.",
        "not amused",
    ]


@given(st.text(alphabet="ab “”„«»‘’'\"\n.,5`", max_size=60))
def test_spans_stay_inside_the_text_and_quotations_nest_or_stand_apart(text):
    found = quotations(text)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.span.start < one.inside.start <= one.inside.end <= one.span.end
    for one in found:
        for other in found:
            apart = one.span.end <= other.span.start or other.span.end <= one.span.start
            within = one.span.start <= other.span.start and other.span.end <= one.span.end
            around = other.span.start <= one.span.start and one.span.end <= other.span.end
            assert apart or within or around


@pytest.mark.parametrize(
    "part",
    ["'a ", "‘a ", '"a ', "“a ", "»a ", "s' a ", "‘s’ a ", '"a 5" ', "“a\n", "“\n", " ", "“‘"],
)
def test_reading_quotations_takes_time_in_proportion_to_the_length(part):
    began = time.perf_counter()
    quotations("“" + part * 20_000)
    assert time.perf_counter() - began < 5  # 0.7 s at most on two slow cores
