"""What the writers make of a pair, and what a reader sees of it."""

import io
import re
import zipfile
from dataclasses import replace

from lxml import html

from desktop.exchange.writers import WRITERS, Options
from tests.exchange_pairs import bridge

BY_NAME = {writer.name: writer for writer in WRITERS}


def write(name, contents, options=None):
    return BY_NAME[name].write(contents, options or Options())


def words(data):
    """All a reader sees of a Word document, and what a screen reader is told."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", "".join(parts)))


def page(data):
    return html.document_fromstring(data.decode())


def retitled(title):
    found = bridge()
    return replace(found, pair=found.pair.model_copy(update={"title": title}))
