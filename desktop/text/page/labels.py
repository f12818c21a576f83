"""Know the short lines around an article: its date, its author, its pictures."""

import re

from desktop.text.codebook import Role

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|märz|mär|mai|okt|dez|janv|févr|mars|avr"
    r"|juin|juil|août|déc|ene|abr|mayo|ago|dic|gen|mag|giu|lug|set|ott|fev|out|mrt|maart|mei"
    r"|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)[^\W\d_]*\.?"
)
_WEEKDAY = (
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?)\b"
    r"|\b(?:mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo|lun|mar|mié|mer|jue|jeu|gio|vie|ven|sáb|sab|sam"
    r"|dom|dim|seg|ter|qua|qui|sex)\b\.?"
)
_DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[ .-]? ?(?:de |of )?{_MONTH}"
    r"[ .-]?(?:de |del )?(?:\d{4}|'?\d\d)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|{_MONTH} \d{{4}}"
    r"|\b\d{1,4}[./·-]\d{1,2}[./·-]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日?"
)
_TIME = (
    r"\b\d{1,2}(?:[:.h]\d\d){0,2}(?: ?[ap]\.?m\b\.?| ?uhr| ?uur| ?h\b)|\b\d{1,2}[:.h]\d\d(?::\d\d)?"
    r"|\b(?:[ecmp][sd]?t|gmt|utc|bst|cest|cet|ist|msk|uhr|мск)\b(?: ?[+-]\d+)?"
)
_AROUND_DATES = (
    r"\b(?:first|last|originally|published|posted|updated|update|modified|revised|created|date"
    r"|added|on|at|the|and|veröffentlicht|erschienen|aktualisiert|zuletzt|stand|am|um|vom"
    r"|issue|edition|publié|mis|mise|à|jour|modifié|le|et|publicado|publicada|actualizado|actualizada|el|a|las"
    r"|em|às|atualizado|atualizada|pubblicato|aggiornato|il|alle|ore|gepubliceerd|geplaatst"
    r"|bijgewerkt|laatst|op|om|опубликовано|обновлено|в|г|года)\b"
)
_TODAY = (
    r"\b(?:today|yesterday|heute|gestern|aujourd'hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag"
    r"|gisteren|сегодня|вчера)\b"
)
_HAS_DATE = re.compile(rf"{_DATE}|{_TODAY}[ ,]+(?:at )?\d{{1,2}}[:.h]\d\d", re.IGNORECASE)
_PARTS_OF_DATE = re.compile(
    f"{_DATE}|{_WEEKDAY}|{_TODAY}|{_TIME}|{_AROUND_DATES}|[\\W_]", re.IGNORECASE
)

_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_PLACE = 16  # letters: a date line may name a town

_AGENCY = (
    r"(?:associated press|(?:thomson )?reuters|afp|agence france-presse|dpa(?:-infocom)?|tass"
    r"|interfax|ria novosti|(?:agencia )?efe|ansa|anp|belga|apa|sda|pa media|press association|upi"
    r"|united press international|xinhua|kyodo|bloomberg|getty(?: images)?|epa(?:-efe)?"
    r"|ap(?: photo| images)?|alamy|shutterstock|istock|imago|picture alliance|tns|zuma|sipa"
    r"|afp/getty images|europa press|agência brasil|lusa|тасс|риа новости|интерфакс)"
)
_NAME = r"[A-ZÀ-ÞА-Я][\w.'’-]*"
_FULL_NAME = (
    rf"{_NAME} (?:(?:de|del|van|von|der|den|da|di|la|le|al|bin) ){{0,2}}{_NAME}(?: {_NAME})?"
)
_PICTURE = (
    r"(?:photo(?:graph)?s?|image|picture|pic|credits?|fotos?|bild|bilder|crédit|imagem?|imagen"
    r"|beeld|фото|screenshot|illustration|graphic|artwork)"
)
_CREDIT = re.compile(
    rf"^\(?(?:the )?{_AGENCY}(?: ?[/,|–—-] ?[^.!?]{{1,50}})?\)?$"
    rf"|^{_PICTURE}(?: credits?| source| courtesy| copyright| via| by)*"
    r"(?: ?[:|/©,] ?| by | courtesy | copyright | von | de )\S.{0,70}$"
    rf"|^(?:©|\(c\)) ?\S.{{0,40}}?{_AGENCY}.{{0,20}}$"
    rf"|^[^.!?]{{2,40}}/ ?{_AGENCY}(?: images| photo)?$"
    rf"|^(?-i:{_FULL_NAME}) ?\({_AGENCY}\)$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    rf"^\d{{1,2}} of \d{{1,2}} \| \S|\((?:[^()]*\b{_AGENCY}\b[^()]*|[^()]+/[^()]+"
    r"|[^()]*\b(?:photo|foto|file|fotos|image|bild|archivo|archiv)\b[^()]*)\)$"
    r"|[.!?…”\"'’»)] ?(?:photo|image|picture|\w*foto|\w*bild|credit|crédit|©|фото)"
    r"[^.!?]{0,12}[:/©] ?[^.!?]{1,60}$"
    r"|\S (?:crédits? photos?|(?:photo |image )?credits?|photo|foto|bild) ?: ?\S[^.!?:]{1,60}$"
    r"|[.!?…”\"] [^\s.!?][^.!?/]{1,40}/[^.!?]{2,60}$"
    rf"|[.!?…”\"] (?:[^.!?]{{2,40}}/)?{_AGENCY}(?: images| photo)?$"
    r"|^(?:file photo|file|handout|archive|(?:image |media |photo )?caption|legende|légende"
    r"|pie de foto) ?[:—–,-]? [A-ZÀ-Þ]",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"[^\W\d_]{3,}[.!?] [A-ZÀ-Þ][\w.'’-]+(?: (?:of |de |von |der )?[A-ZÀ-Þ][\w.'’-]+){0,2}"
    r"(?<![.!?])$"
)
_BY = re.compile(
    r"^(?:(?i:by|(?:written|story|report(?:ed)?|words|posted|text|article|review|interview)"
    r" by|von|par|por|di|door|texto|text(?: von)?|autora?|автор|от|escrito por|a cura di)"
    r"(?: ?: ?|\s+))"
    r"(?P<names>[A-ZÀ-ÞА-Я@].{1,120})$"
)
_FULL_NAMES = re.compile(
    rf"(?:{_FULL_NAME})(?:(?:,| and| und| et| y| e| en| и) {_FULL_NAME}){{0,3}}$"
)
_JOB = (
    r"(?i:staff|senior|chief|political|sports?|business|news|correspondent|reporter|writer|editor"
    r"|columnist|contributor|associated press|reuters|afp|redakteur(?:in)?|journalist(?:in)?"
    r"|corresponsal|redactor|inviat[oa])"
)
_NAME_AND_JOB = re.compile(
    rf"^{_NAME}(?: (?:{_NAME}|de|van|von|der|al|bin)){{1,4}}"
    rf"\s?[,|–—-]\s?(?:\w+ ){{0,3}}?{_JOB}\b.{{0,60}}$"
)
_STAFF = re.compile(
    r"^(?:from|by) (?:our|the) (?:own )?(?:staff|editors?|reporters?|correspondents?|newsroom)\b",
    re.IGNORECASE,
)
_BEHIND_NAMES = re.compile(r"[,|·•–—]| - | for | in ")
_BIOGRAPHY = re.compile(
    rf"{_FULL_NAME},? (?:is|was|has been|has worked|works|currently works|covers|writes|reports"
    r"|joined) .{0,80}?\b(?:reporter|writer|editor|columnist|correspondent|journalist|blogger"
    r"|contributor|freelance|covers|covering|reports on|writes about|reporting)\b"
)
_SMALL = frozenset("and und et y e en и & de van von der den la le of for the with in at à a".split())  # fmt: skip  # noqa: E501, SIM905


def label(line: str) -> Role | None:
    """Return the role a line shows by itself, if it is a date, byline, credit or caption."""
    if len(line) > 400:
        return Role.CAPTION if _CAPTION.search(line[-200:]) else None
    if is_date(line):
        return Role.DATELINE
    if is_byline(line):
        return Role.BYLINE
    if len(line) <= 120 and _CREDIT.search(line):
        return Role.CREDIT
    return Role.CAPTION if _is_caption(line) else None


def _is_caption(line: str) -> bool:
    """A sentence about a picture, and behind its stop whose picture it is."""
    return _CAPTION.search(line) is not None or (
        len(line) < 300 and _OWNER.search(line) is not None
    )


def is_date(line: str) -> bool:
    """Say whether `line` is a date and nothing else but a time and words like "updated"."""
    if len(line) > 120 or not any(map(str.isdigit, line)):
        return False
    return bool(_HAS_DATE.search(line)) and len(_PARTS_OF_DATE.sub("", line)) <= _PLACE


def is_time(line: str) -> bool:
    """Say whether `line` is a time of day and nothing else but a day or words like "updated"."""
    return len(line) < 40 and bool(_CLOCK.search(line)) and not _PARTS_OF_DATE.sub("", line)


def is_byline(line: str) -> bool:
    """Say whether `line` names who wrote the article, and nothing else but a job or a date."""
    if len(line) > 140 or line.endswith((".", "!", "?", ":", "…")):
        return False
    if _NAME_AND_JOB.match(line) or _STAFF.match(line):
        return True
    found = _BY.match(line)
    if not found:
        return False
    names, *behind = _BEHIND_NAMES.split(found["names"], maxsplit=1)
    words = [word for word in names.split() if word[0].isalpha() or word[0] == "@"]
    small = sum(word.lower() in _SMALL for word in words)
    capitals = sum(word[0].isupper() or word[0] == "@" for word in words)
    return capitals > 0 and capitals + small >= len(words) - 1 and len(" ".join(behind).split()) < 9


def is_name(line: str) -> bool:
    """Say whether `line` looks like the name of a person: two to five words with capitals."""
    return 5 < len(line) < 60 and _FULL_NAMES.match(line) is not None


def is_biography(line: str) -> bool:
    """Say whether `line` tells who the author is: "Ann Lee is a reporter in Millbrook"."""
    return len(line) < 500 and _BIOGRAPHY.match(line) is not None
