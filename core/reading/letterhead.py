"""Number, date, type, issuer, subject and signer of an administrative document. What is not certain stays None."""

import re
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from core.reading.description import ATTACHMENT, LETTER, Description
from core.reading.english import TITLES as ENGLISH_TITLES
from core.reading.head import (
    ABOUT,
    ENGLISH_SUBJECT,
    GOES_ON,
    MOST_HEAD_LINES,
    STRAY,
    SUBJECT_MARK,
    TITLE,
    TITLES,
    Head,
    bodies_of,
    clearly_names_body,
    ends_subject,
    full_name,
    names_body,
    read_head,
    title_of,
)
from core.reading.lines import Line
from core.reading.names import Running
from core.reading.signature import read_signature
from core.reading.sources import LEAST, Means, Source, Sources, source
from core.reading.symbols import (
    blank_notation,
    is_copy,
    is_number_line,
    read_date,
    read_symbol,
    symbol_at,
    type_of_notation,
)
from core.text import fold

MOST_SUBJECT_LINES = 10
MOST_SUBJECT_CHARACTERS = 500
SYMBOL_BLANKS = 8  # in a symbol and behind it
LONG_LINE = 80  # characters
MOST_LINES_ABOVE_TITLE = 3
MOST_COVER_LINES = 8
FEWEST_COVER_WORDS = 4
COVER_GAP = 0.1  # of the page's height
BESIDE = 0.05  # of the page's width
# Doubts, of 1: neither the country nor its motto is over the number; no place before the date; no type that is known;
# names in English.
NO_COUNTRY, NO_PLACE, NO_TYPE, ENGLISH = 0.15, 0.1, 0.15, 0.15

_Fields: TypeAlias = dict[str, tuple[str | date | None, Source]]

_AUTHORITY = re.compile(
    r"(?:tm\s?\.\s?)?(?:hieu truong|(?:tong )?giam doc|chu tich|bo truong|(?:tong )?cuc truong|thu tuong|thong doc"
    r"|vien truong|tong thanh tra|uy ban nhan dan|hoi dong (?:nhan dan|bo truong)|chinh phu|quoc hoi"
    r"|uy ban thuong vu|truong phong|chanh (?:van phong|thanh tra|an)|ban chap hanh)\b"
)
# "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ …", "LUẬT GIÁO DỤC CỦA QUỐC HỘI … SỐ …", "THÔNG TƯ LIÊN TỊCH BỘ A - BỘ B SỐ …"
_EMBEDDED = re.compile(r"\s*(?P<name>.{0,150}?)\s*(?:\bcua (?P<issuer>.{2,100}?))?\s*\bso\s*:?\s*(?=\d)")
_OTHER_DOCUMENT = re.compile(rf"kem theo|{TITLE.pattern}")
_DATED = re.compile(r".*?(?P<day>ngay)\s*\d+\s*(?:thang|[/.-])\s*\d+\s*(?:nam|[/.-])\s*\d{4}")
_BY = re.compile(
    r"cua (?P<issuer>.{2,100}?)\s+"
    r"(?=(?:ve|quy dinh|ban hanh|huong dan|phe duyet|sua doi|bo sung|thanh lap|tang cuong)\b)"
)
# "QUYẾT ĐỊNH / CỦA BỘ TRƯỞNG BỘ …"
_WHOSE = re.compile(
    r"cua (?!.*\b(?:ve|so|ngay)\b)(?:bo|uy ban|ubnd|chinh phu|thu tuong|chu tich|tong|giam doc)\b[^.;:]*"
)
# "THÔNG TƯ / CỦA BỘ … SỐ 42/2001/TT-BGDĐT NGÀY 22/10/2001 VỀ VIỆC …"
_REPEATED = re.compile(
    r"(?:cua [^.;:]{2,100}?)?\s*\bso\s*:?\s*\d[\w/&-]*[/-][\w&-]+,?\s+ngay\s+[\d\s/.-]+"
    r"(?:thang\s+\d{1,2}\s+nam\s+\d{4}\s*)?(?=[a-z])"
)
# Under the title of what was issued with another document, whose number stands there.
_ATTACHED = re.compile(r"\(?(?:ban hanh |dinh )?kem theo\b.{0,60}\bso\b")
_VALID_TO = re.compile(
    r"nay (?:co (?:hieu luc|gia tri)|duoc (?:ap dung|thuc hien))\b[^.;]{0,100}?\bden (?:het )?(ngay [^.;]{2,40})"
)
_VALID_FROM = re.compile(r"nay co hieu luc(?: thi hanh)?(?: ke)? tu (ngay [^.;]{2,40})")


class Described(NamedTuple):
    """A description, and the source of each field that it has."""

    description: Description
    sources: Sources


def describe(lines: list[Line], text: str) -> Described:
    """What the letterhead, the title and the signature block tell, where that is certain enough."""
    head = read_head(lines)
    running = Running(text, english=head.english)
    if embedded := _embedded(head, running, text):
        return embedded
    if head.country is None and head.number is None:
        behind = _behind_cover(lines, head)
        return describe(behind, text) if behind else _cover(lines, head, running)
    fields = _head_fields(head, lines, running)
    if "type" in fields or "number" in fields:  # without either it is a cover, and what follows are other documents
        signed = read_signature(lines, running)
        fields["signer"] = signed.signer, signed.source
        fields["signer_post"] = signed.post, signed.source
        in_sentence = source("sentence", _means(head))
        start, end = _valid(text, fields["issued_on"][0])
        fields |= {"valid_from": (start, in_sentence), "valid_to": (end, in_sentence)}
    return _certain(fields)


def _behind_cover(lines: list[Line], cover: Head) -> list[Line]:
    """The lines from the second page on, where that has a letterhead and a title that stands on the cover, too."""
    behind = [line for line in lines if line.page != lines[0].page]
    if not behind or behind[0].page != lines[0].page + 1:
        return []
    head = read_head(behind)
    titled = title_of(head)
    on_cover = titled and any(fold(line.text).startswith(fold(titled)) for line in cover.lines)
    return behind if head.country and head.number and on_cover else []


def _head_fields(head: Head, lines: list[Line], running: Running) -> _Fields:
    number, notation = read_symbol(head.number.text) if head.number else (None, None)
    # A number that is still blank gives no symbol, but its notation tells the type.
    blank = blank_notation(head.number.text) if head.number and number is None else None
    doubt = 0.0 if head.country else NO_COUNTRY
    in_number = source("number_line", head.number.means if head.number else "text", doubt)
    bodies = bodies_of(head)
    names = [running.name(body.text, certain=body.means != "recognised") for body in bodies]
    parent = names[-2] if len(names) > 1 else None
    in_left = source("left_head", bodies[0].means if bodies else "text", max(doubt, ENGLISH if head.english else 0.0))
    fields: _Fields = {
        "number": (number, in_number),
        "notation": (notation, in_number),
        "issued_on": _issued_on(head),
        "issuer": (full_name(names[-1], parent) if names else None, in_left),
        "parent_issuer": (parent, in_left),
    }
    marked = _marked_subject(head)
    if subject := _subject_under_title(head, running):
        fields["subject"] = subject, source("under_title", _means(head))
    elif marked:
        fields["subject"] = running.sentence(marked), source("subject_mark", _means(head))
    elif head.number and head.title is None and (subject := _under_capitals(head, running)):
        fields["subject"] = subject, source("under_title", _means(head), NO_TYPE)
    if titled := title_of(head):
        fields["type"] = titled, source("title", _means(head))
    elif noted := type_of_notation(number, notation or blank):
        fields["type"] = noted, source("notation", in_number.means, doubt)
    elif (number or blank) and (marked or _has_addressee(lines, head)) and not is_copy(notation or blank):
        fields["type"] = LETTER, source("no_title", in_number.means, doubt)
    return fields


def _issued_on(head: Head) -> tuple[date | None, Source]:
    if head.dated is None:
        return None, source("date_line")
    has_place = not fold(head.dated.text).startswith("ngay")
    return read_date(head.dated.text), source("date_line", head.dated.means, 0.0 if has_place else NO_PLACE)


def _means(head: Head) -> Means:
    return head.lines[0].means if head.title is None else head.lines[head.title].means


def _certain(fields: _Fields) -> Described:
    """What has a value and is certain enough."""
    kept = {name: (value, one) for name, (value, one) in fields.items() if value and one.certainty >= LEAST}
    values: dict[str, Any] = {name: value for name, (value, _) in kept.items()}
    return Described(Description(**values), {name: one for name, (_, one) in kept.items()})


def _marked_subject(head: Head) -> str | None:
    """What follows "V/v" under the number, without that mark."""
    for index, line in enumerate(head.lines):
        folded = fold(line.text)
        mark = SUBJECT_MARK.match(folded) or (ENGLISH_SUBJECT.match(folded) if head.english else None)
        if not mark and line.left < 0.45 and any(is_number_line(above.text) for above in head.lines[:index][-2:]):
            mark = ABOUT.match(folded)
        if mark:
            parts = [line.text[mark.end() :]]
            for below in head.lines[index + 1 :]:
                if line.left < 0.45 and below.left > 0.4:
                    continue  # the right head
                if abs(below.left - line.left) > 0.15 or ends_subject(below, line):
                    break
                parts.append(below.text)
            return " ".join(parts)[:MOST_SUBJECT_CHARACTERS]
    return None


def _subject_under_title(head: Head, running: Running) -> str | None:
    """The lines under the name of the type; with it where it goes on in the same line."""
    if head.title is None:
        return None
    title = head.lines[head.title]
    match = TITLE.match(fold(title.text))
    rest = title.text[match.end() :].strip(" :.*") if match else ""
    parts = [title.text] if rest and not fold(rest).startswith("cua ") else []
    below = _title_lines(head.lines[head.title :], head.dated.text if head.dated else None)
    if below and (fold(below[0]) in ENGLISH_TITLES or _WHOSE.fullmatch(fold(below[0]))):
        del below[0]  # the type in the other language, or whose document it is
    parts += below
    return _sentence(parts, running)


def _under_capitals(head: Head, running: Running) -> str | None:
    """The capitals below the letterhead, where they name no type that is known, with the lines under them."""
    below = max((line.top for line in (head.number, head.dated, head.country) if line), default=0.0)
    for index, line in enumerate(head.lines):
        words = line.text.split()
        if line.top > below and line.text.isupper() and len(words) > 1 and not STRAY.match(fold(line.text)):
            return _sentence([line.text, *_title_lines(head.lines[index:], None)], running)
    return None


def _sentence(parts: list[str], running: Running) -> str | None:
    """The lines of a title as a sentence, without number and date that it repeats from the letterhead."""
    repeated = _REPEATED.match(fold(" ".join(parts)))
    if repeated:
        parts = [" ".join(parts)[repeated.end() :]]
    text = re.sub(r"^[Vv]\s?/\s?[Vv]\b:?", "Về việc", running.sentence(*parts))
    return text[:MOST_SUBJECT_CHARACTERS] or None


def _title_lines(lines: list[Line], dated: str | None, *, numbered: bool = False) -> list[str]:
    """The lines that go on with the title, which is the first; `numbered`: its number may be among them."""
    title = last = lines[0]
    gap = 0.0  # in flowing text: lines from the title to what stands under it
    parts: list[str] = []
    for line in lines[1 : MOST_SUBJECT_LINES + 1]:
        if _is_beside(line, title):
            continue
        ends = ends_subject(line, last, numbered=numbered)
        if line.page != last.page or ends or (dated and dated.startswith(line.text)):
            break
        if _is_authority(line) and not GOES_ON.search(fold(last.text)):
            break
        # The title's lines stand close together and the text keeps away from them.
        apart = line.top - last.top
        if parts and (apart > (0.034 if line.top < 1 else max(1.0, gap)) or _is_paragraph(line, last, apart)):
            break
        gap = gap if parts else apart
        parts.append(line.text)
        last = line
    return parts


def _is_paragraph(line: Line, above: Line, apart: float) -> bool:
    """Whether in flowing text a line is a paragraph of it, and no more of the title."""
    if line.top < 1 or not line.text.endswith((".", ":", ";")):
        return False
    return apart > 1 or len(line.text) > LONG_LINE or (above.text.isupper() and not line.text.isupper())


def _is_beside(line: Line, title: Line) -> bool:
    """Whether a line stands apart from the title, which is centred: a stamp in the margin."""
    return 0 < line.top < 1 and (line.right < title.left - BESIDE or line.left > title.right + BESIDE)


def _is_authority(line: Line) -> bool:
    """Whether a line names who decides, in capitals or alone, as it stands between title and text."""
    match = _AUTHORITY.match(fold(line.text))
    capitals = sum(map(str.isupper, line.text)) > 0.4 * sum(map(str.isalpha, line.text))
    return bool(match) and (capitals or match.end() == len(line.text.strip(" ,:")))


def _has_addressee(lines: list[Line], head: Head) -> bool:
    last_top = head.lines[-1].top if head.lines else 0
    after = [line for line in lines if line.page == lines[0].page and line.top >= last_top][:8]
    return any(re.match(r"kinh gui|to:|dear", fold(line.text)) for line in after)


def _embedded(head: Head, running: Running, text: str) -> Described | None:
    """A title that names number and date itself, under no letterhead, as collections print it."""
    if head.country or head.title is None or head.title > MOST_LINES_ABOVE_TITLE:
        return None
    lines = head.lines[head.title :]
    if head.number and head.number.top < lines[0].top:
        return None
    joined = " ".join([lines[0].text, *_title_lines(lines, None, numbered=True)])
    title = TITLE.match(fold(joined))
    place = _EMBEDDED.match(fold(joined), title.end()) if title else None
    if not title or not place:
        return None
    name, issuer = (joined[place.start(part) : place.end(part)] if place[part] else "" for part in ("name", "issuer"))
    is_law = title[1] in ("luat", "phap lenh")
    if name and not is_law and (not names_body(name) or _OTHER_DOCUMENT.search(fold(name))):
        return None
    after = joined[place.end() :]
    number, notation = symbol_at(after)
    if not number or not notation:
        return None
    end = len(number) + len(notation) + SYMBOL_BLANKS
    dated = _DATED.match(fold(after), 0)
    issued_on = read_date(after) if dated and dated.start("day") <= end else None
    if issued_on is None and not notation[:4].isdigit():
        return None
    subject = after[dated.end() if dated and issued_on else after.find(" ", len(number)) :].strip(" ,")
    if by := _BY.match(fold(subject)):
        issuer, subject = subject[by.start("issuer") : by.end("issuer")], subject[by.end() :]
    in_title = source("in_title", _means(head))
    return _certain(
        {
            "number": (number, in_title),
            "notation": (notation, in_title),
            "issued_on": (issued_on, in_title),
            "type": (TITLES[title[1]], in_title),
            "issuer": (running.name(issuer or ("" if is_law else name)), in_title),
            "subject": (running.sentence(subject or (name if is_law else "")), in_title),
            "valid_from": (_valid(text, issued_on)[0], source("sentence", _means(head))),
        }
    )


def _cover(lines: list[Line], head: Head, running: Running) -> Described:
    """Body, type and title of what has no letterhead: a guide, an attachment; only what stands there in capitals."""
    capitals: list[Line] = []
    for line in head.lines[:MOST_COVER_LINES]:
        far = capitals and 0 < line.top < 1 and line.top - capitals[-1].top > COVER_GAP
        if far or not (line.text.isupper() or (capitals and line.text.isdigit())):
            break
        capitals.append(line)
    bodies: list[str] = []
    while capitals and clearly_names_body(capitals[0].text):
        bodies.append(capitals.pop(0).text)
    title = " ".join(line.text for line in capitals)
    subject = running.sentence(title) if len(title.split()) >= FEWEST_COVER_WORDS else None
    attached = any(_ATTACHED.match(fold(line.text)) for line in lines[:MOST_HEAD_LINES] if line.page == lines[0].page)
    named = ATTACHMENT if attached else None
    if capitals and fold(capitals[0].text).strip(" :.*") in TITLES and head.lines[head.title or 0] is capitals[0]:
        named, subject = title_of(head), _subject_under_title(head, running)
    on_cover = source("cover", head.lines[0].means if head.lines else "text")
    return _certain(
        {
            "type": (named, on_cover),
            "issuer": (running.name(bodies[-1]) if bodies else None, on_cover),
            "parent_issuer": (running.name(bodies[-2]) if len(bodies) > 1 else None, on_cover),
            "subject": (subject, on_cover),
        }
    )


def _valid(text: str, issued_on: str | date | None) -> tuple[str | date | None, date | None]:
    """From when to when it is in force, where it says so of itself."""
    own = re.split(r"\n\W*noi nhan\s*:", fold(text), maxsplit=1)[0]  # what is attached below may have days of its own
    own = " ".join(own.split())
    begins, ends = _VALID_FROM.search(own), _VALID_TO.search(own)
    start = None if begins is None else issued_on if begins[1].startswith("ngay ky") else read_date(begins[1])
    return start, read_date(ends[1]) if ends else None
