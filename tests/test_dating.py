"""Dates as papers and people write them; where it is open which day is meant, none is taken."""

import pytest

from desktop.exchange.dating import day, published
from desktop.text.clean import Block
from desktop.text.codebook import Role


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("2025-03-14", "en"),
        ("14.3.2025", "de"),
        ("14-03-2025", "nl"),
        ("14/03/2025", "fr"),
        ("Friday, March 14, 2025", "en"),
        ("14th of March 2025", "en"),
        ("14. März 2025", "de"),
        ("14 mars 2025", "fr"),
        ("14 de marzo de 2025", "es"),
        ("14º de março de 2025", "pt"),
        ("14 marzo 2025", "it"),
        ("14 maart 2025", "nl"),
        ("14 марта 2025", "ru"),
        ("14 March 2025", "xx"),
        ("14. März 2025", "en"),
        ("Monday 14 March 2025", "en"),
    ],
)
def test_a_day_in_many_forms_is_the_same_day(written, language):
    assert day(written, language) == "2025-03-14"


@pytest.mark.parametrize(
    "written", ["", "yesterday", "March 2025", "31.2.2025", "2025-02-31", "14:3:2025", "one 2025"]
)
def test_what_is_no_day_has_no_date(written):
    assert day(written) == ""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Published: 14 March 2025 | Updated: 11:15", "2025-03-14"),
        ("Updated 3/4/2025 10:15 AM", ""),
        ("Updated 3/14/2025 10:15 AM", "2025-03-14"),
        ("Updated 4/4/2025", "2025-04-04"),
        ("Published 10:30 March 2025", ""),
        ("Stand: 3.4.2025, 10:15 Uhr", "2025-04-03"),
    ],
)
def test_an_article_is_of_the_first_day_its_dateline_tells_for_certain(line, found):
    blocks = (Block(Role.HEADLINE, "Bridge shut 1 May 2019"), Block(Role.DATELINE, line))
    assert published(blocks, "en") == found
