"""The head of an administrative document: which of its first lines is number, date, title, issuer.

The layout is that of Nghị định 30/2020/NĐ-CP, Appendix I, and of what came before it: issuer top left, country and
motto top right, below them number and place with date, then the title.
"""

import re
from dataclasses import dataclass, field, replace

from core.reading.description import TYPES
from core.reading.english import TITLES as ENGLISH_TITLES
from core.reading.english import english_bodies, names_english_body
from core.reading.lines import Line
from core.reading.symbols import blank_notation, is_number_line, read_date
from core.text import fold, nfc

MOST_HEAD_LINES = 60
NEAR_IN_LAYOUT = 0.07  # of the page's height
NEAR_IN_FLOW = 5  # lines
LEFT_HEAD = 0.55  # of the page's width: what ends before stands in it
LEVEL = 0.015  # of the page's height: by how much lines side by side may differ

_OTHER_TITLES = (
    *("Luật", "Pháp lệnh", "Lệnh", "Chương trình phối hợp", "Kế hoạch phối hợp", "Kế hoạch liên tịch"),
    *("Nghị quyết liên tịch", "Hướng dẫn liên tịch", "Hướng dẫn liên ngành", "Quy trình", "Nội quy", "Thư mời"),
    *("Kết luận", "Kết luận thanh tra", "Điều lệ", "Thể lệ", "Đính chính", "Giấy chứng nhận"),
)
TITLES = {
    fold(name): name for name in sorted((*TYPES.values(), *_OTHER_TITLES), key=len, reverse=True)
} | ENGLISH_TITLES
TITLE = re.compile(rf"({'|'.join(map(re.escape, TITLES))})\b")

_COUNTRY = re.compile(
    r"cong hoa\s*xa hoi chu nghia|dang cong san viet nam|viet nam dan chu cong hoa|(?:the )?socialist republic"
)
# What stands in its place over documents of the youth union; in the left head it is a body.
_YOUTH = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh\W*$")
_MOTTO = re.compile(r"doc lap\s*[-–—.]?\s*tu do|independence\s*[-–—]")
_ENGLISH = re.compile(r"(?:the )?socialist republic|independence")
_PLACE = r"(?:(?:phuong|quan|khoi|khu pho) \d{1,2}|[^\W\d_][^\d:;()/]{1,40}?)"
_DATE_LINE = re.compile(
    rf"(?P<place>{_PLACE},?\s*)?ngay[\s\d.…]+(?:thang|/)|{_PLACE},\s*ngay$"
    r"|[a-z .]{2,30},\s+(?:dated\s+|on\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?[a-z]+\s+\d"
)
# Days that are none of issue.
_OTHER_DAY = re.compile(
    r".{0,20}\b(?:thao|hanh|nhat|hieu luc|tu|den|truoc|sau|vao|sinh|ky|nhan|het|theo|thu (?:hai|ba|tu|nam|sau|bay)),?"
    r" ngay"
)
# After a number: it is that of another document.
_CITED = re.compile(r"\bngay\b.*\bcua\b")
# What may have come into the same line behind a number: place and date, or the subject.
_AFTER_NUMBER = re.compile(r"\s(?=[^\W\d_][^\d:;()/&-]{1,40}?,\s*ngay\b|v\s?/\s?v\b)")
# A line that a wide gap cut in two, where something was to be written in.
_OPEN_END = re.compile(r"(?:\bngay|\bthang|\bnam|^so\s*:?|ngay\s*\d+|thang\s*\d+|^so\s*:?\s*\d+)$")
_OPEN_START = re.compile(r"(?:thang|nam)\b|/|\d{1,4}$|\d{1,2}\s+(?:thang|nam)\b|\d{1,5}\s*/")
_RULE = re.compile(r"[\W_]*$")
# Where the text itself begins.
_BODY = re.compile(
    r"can cu\b|kinh gui|theo de nghi|xet de nghi|thuc hien\b|thi hanh\b|noi nhan\s*:|to:|dear\b|pursuant to"
    r"|dieu 1\b|chuong i\b|\(?(?:ban hanh |dinh )?kem theo|\(?ban hanh theo"
    r"|phan (?:i|thu nhat|mot)\b|muc luc|hom nay|de (?:thuc hien|trien khai|kip thoi)|nham\b|i+[.\-/ ]|1\.|a[.)]\s"
)
# What a type may do as well as a text: "KẾ HOẠCH / Thực hiện Nghị quyết …".
_IN_SUBJECT = re.compile(r"(?:de )?(?:thuc hien|trien khai|thi hanh)\b")
# After the name of a type, the body whose document it is: in fonts that show small letters as capitals.
_OF_BODY = re.compile(r" cua (?:bo|uy ban|ubnd|chinh phu|thu tuong|chu tich|quoc hoi|hoi dong|giam doc)\b[^.;:]*")
# What stands in a head and is no part of it.
STRAY = re.compile(
    r"cong bao\b|du thao|hoa toc|thuong khan|khan$|mat$|tuyet mat|toi mat|ban sao|sao y|mau so|bieu mau|phu luc"
    r"|trang \d|[a-z]*\d+$|ky boi|nguoi ky|email|thoi gian ky|ngay ky|digitally|.*(?:@|www\.|:)"
)
_URGENT = re.compile(r"(?:tuyet |toi )?mat$|(?:thuong )?khan$|hoa toc$")
SUBJECT_MARK = re.compile(r"[(\"“']?(?:v\s?/\s?v|ve viec)\b\s*:?\s*")
ABOUT = re.compile(r"(?=ve [a-z])")  # close under the number
ENGLISH_SUBJECT = re.compile(r"(?:re|subject)\s*:\s*|(?=on\s)")
# Words that the names of bodies begin with, with their marks.
_BODY_WORDS = (
    *("bộ", "sở", "ủy ban", "uỷ ban", "ubnd", "hđnd", "hội đồng", "trường(?! học)", "đại học", "phòng", "cục", "vụ"),
    *("ban", "viện", "học viện", "trung tâm", "liên đoàn", "hội", "cđcs", "lđlđ", "btc", "ubkt", "khối", "đoàn"),
    *("công đoàn", "đảng", "chi bộ", "tỉnh ủy", "tỉnh uỷ", "tỉnh đoàn", "huyện ủy", "huyện uỷ", "thành ủy", "tổng"),
    *("thành uỷ", "quận ủy", "quận uỷ", "chính phủ", "quốc hội", "thủ tướng", "chủ tịch", "văn phòng", "chi cục"),
    *("thanh tra", "kho bạc", "công an", "bệnh viện", "mặt trận", "ubmttq", "khoa", "tổ", "nhà", "công ty", "liên"),
    *("tập đoàn", "ngân hàng", "bảo hiểm", "tòa án", "toà án", "bch", "cụm", "liên đội", "trung ương"),
)
_BODY_WORD = re.compile(rf"(?:{'|'.join(map(fold, _BODY_WORDS))})\b")
_MARKED_BODY_WORD = re.compile(rf"(?:{'|'.join(_BODY_WORDS)})\b")
# Of a scan: a number line of which only its beginning or its end could be read.
_UNREAD_NUMBER = re.compile(r"(?i:s[ốóò])\b|\W*[A-ZĐ]{2,}-[A-ZĐ&]{2,}$")
# Words that look like those without their marks, and what begins like a body and is none.
_NO_BODY = re.compile(r"(?i:s[ổố]|bản|kh(?:óa|oá)|hội (?:nghị|thảo|thi)|bằng|phiếu|giấy)\b")
_COMMITTEE = re.compile(
    r"(?:ubnd|uy ban nhan dan) (?P<kind>tinh|thanh pho|tp\.?|quan|huyen|thi xa|xa|phuong) (?P<name>.)"
)
_DEPARTMENT = re.compile(r"(?:so|phong|ban|thanh tra)\b")
_PLACED = re.compile(r"\b(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|xa(?! hoi)|phuong)\b")
GOES_ON = re.compile(r"(?:\bva|,|-|–|&|\bcua|\bve|\btai|\bcho)$")


@dataclass
class Head:
    """The lines above the text, and which of them is what."""

    lines: list[Line]
    country: Line | None = None
    number: Line | None = None
    dated: Line | None = None
    title: int | None = None
    left: list[Line] = field(default_factory=list[Line])
    english: bool = False


def names_country(text: str) -> bool:
    """Whether a line is the country's name, as it stands over the right head."""
    return bool(_COUNTRY.match(fold(text[:60])))


def read_head(lines: list[Line]) -> Head:
    head = Head(_without_copy_mark(_head_lines(lines)))
    for index, line in enumerate(head.lines):
        folded = fold(line.text)
        if _COUNTRY.match(folded) or _MOTTO.match(folded) or (_YOUTH.match(folded) and _is_right(line, head)):
            head.english = head.english or (head.country is None and bool(_ENGLISH.match(folded)))
            head.country = head.country or line
        elif head.number is None and is_number_line(line.text) and _is_own(line, head):
            head.number = _filled_in(line, head.lines)
        elif head.dated is None and _is_date_line(folded, head):
            head.dated = _with_rest(head.lines, index)
        elif head.title is None and _is_title(line, head):
            head.title = index
        elif head.number is None and head.title is None and not STRAY.match(folded) and not _RULE.match(folded):
            head.left.append(line)
    return head


def _head_lines(lines: list[Line]) -> list[Line]:
    """The lines of the first page that has any, down to where the text begins, each in one column."""
    found: list[Line] = []
    for line in lines[:MOST_HEAD_LINES]:
        last = found[-1] if found else None
        if line.page != lines[0].page or begins_text(line, last):
            break
        if last and _belongs_to(last, line):
            found[-1] = replace(last, text=f"{last.text} {line.text}", right=line.right)
        else:
            country = next((each for each in found if _COUNTRY.match(fold(each.text))), None)
            alone = not any(_is_beside(each, line) for each in lines)
            found += _split_at(line, country) if country and alone and _spans(line, country) else _split(line)
    return found


def _without_copy_mark(lines: list[Line]) -> list[Line]:
    """Without what the maker of a copy put above the letterhead: "SAO Y", a number and a date of the copy's own."""
    country = next((line for line in lines if _COUNTRY.match(fold(line.text))), None)
    if country is None:
        return lines
    numbers = [line for line in lines if is_number_line(line.text)]
    above = [line.top for line in numbers if line.top < country.top - LEVEL]
    if not above or len(above) == len(numbers):
        return lines
    dated = (line.top for line in lines if line.top < country.top and _DATE_LINE.match(fold(line.text)))
    lowest = max([*above, *dated])
    return [line for line in lines if line.top > lowest + LEVEL]


def _is_own(line: Line, head: Head) -> bool:
    """Whether a number line is no citation and no cell of a list, which has others to its left."""
    in_list = head.country is None and any(
        abs(each.top - line.top) < LEVEL and each.left < line.left for each in head.lines
    )
    return not in_list and not _CITED.search(fold(line.text))


def _is_right(line: Line, head: Head) -> bool:
    """Whether a line stands in the right head, or below what stands in the left one."""
    return line.left > 0.3 or (line.right >= 1.0 and bool(head.left))


def _belongs_to(last: Line, line: Line) -> bool:
    """Whether a line goes on where a wide gap was left in the one before it: ngày      tháng 5 năm 2023."""
    if abs(line.top - last.top) > 0.008 or line.left < last.right - 0.01:
        return False
    return bool(_OPEN_END.search(fold(last.text)) and _OPEN_START.match(fold(line.text)))


def _split(line: Line) -> list[Line]:
    """Issuer and country, or number and place, that stand so close that they were read as one line."""
    folded = fold(line.text)
    found = [match.start() for pattern in (_COUNTRY, _MOTTO) if (match := pattern.search(folded))]
    if found and folded[: found[0]].endswith("nuoc "):
        return [line]  # the Assembly "of the" republic
    if is_number_line(line.text) and (behind := _AFTER_NUMBER.search(folded)):
        found.append(behind.start())
    cut = next((cut for cut in found if cut > 2), None)
    if cut is None:
        return [line]
    middle = line.left + (line.right - line.left) * cut / len(folded)
    first, second = line.text[:cut].strip(), line.text[cut:].strip()
    return [replace(line, text=first, right=middle), replace(line, text=second, left=middle)]


def _spans(line: Line, country: Line) -> bool:
    """Whether a line close below the country's begins in the left head and ends in the right one."""
    close = 0 < line.top < 1 and 0.005 < line.top - country.top < 0.05
    return close and line.left < country.left - 0.1 and line.right > country.left + 0.02


def _is_beside(other: Line, line: Line) -> bool:
    return other.page == line.page and other.left >= line.right and abs(other.top - line.top) < LEVEL


def _split_at(line: Line, country: Line) -> list[Line]:
    """A line cut at the blank that is nearest to where the right head begins."""
    parts = _split(line)
    blanks = [index for index, letter in enumerate(line.text) if letter == " "]
    if len(parts) > 1 or not blanks:
        return parts
    wanted = len(line.text) * (country.left - line.left) / (line.right - line.left)
    cut = min(blanks, key=lambda blank: abs(blank - wanted))
    first, second = line.text[:cut], line.text[cut + 1 :]
    return [replace(line, text=first, right=country.left), replace(line, text=second, left=country.left)]


def _filled_in(line: Line, lines: list[Line]) -> Line:
    """A number line with the number that was put above its dots, a little off the line."""
    if blank_notation(line.text) is None:
        return line
    for other in lines:
        near = line.page == other.page and line.left < other.middle < line.right and abs(other.top - line.top) < LEVEL
        if near and 0 < line.top < 1 and re.fullmatch(r"\d{1,5}", other.text):
            text = re.sub(r"[\s.…_]*/", f" {other.text}/", line.text, count=1)
            return replace(line, text=text, means=other.means)
    return line


def _is_date_line(folded: str, head: Head) -> bool:
    """Place and date. A place must be there below the title, where dates of other documents stand, and with a date
    in figures, as stamps of arrival have it.
    """
    match = None if _OTHER_DAY.match(folded) else _DATE_LINE.match(folded)
    return bool(match) and (bool(match["place"]) or (head.title is None and "/" not in match[0]))


def _with_rest(lines: list[Line], index: int) -> Line:
    """A line of place and date, with the next line of its column where the date goes on there."""
    line = lines[index]
    if read_date(line.text) is None:
        for below in lines[index + 1 : index + 4]:
            if abs(below.middle - line.middle) < 0.2 and read_date(f"{line.text} {below.text}"):
                return replace(line, text=f"{line.text} {below.text}")
    return line


def _is_title(line: Line, head: Head) -> bool:
    """Whether a line is the name of a type, or begins with it in capitals, below the head."""
    folded = fold(line.text).strip(" :.*")
    match = TITLE.match(folded)
    if not match or not (head.country or head.number or not head.left):
        return False
    if match.end() == len(folded) or _OF_BODY.fullmatch(folded, match.end()):
        return True
    letters = "".join(line.text.split()[: len(match[1].split())])
    return sum(map(str.isupper, letters)) >= 0.5 * len(letters) or not (head.country or head.number)


def title_of(head: Head) -> str | None:
    match = TITLE.match(fold(head.lines[head.title].text)) if head.title is not None else None
    return TITLES[match[1]] if match else None


def bodies_of(head: Head) -> list[Line]:
    """The bodies in the left head, from the highest to the one that issues."""
    right = head.country.left if head.country and head.country.left > 0.3 else 1.0
    lines = [line for line in head.left if line.left < 0.45 and (line.middle < right or line.right >= 1.0)]
    if head.country:  # what stands far above it is a cover, a gazette's head
        top = head.country.top - (NEAR_IN_LAYOUT if head.country.top < 1 else NEAR_IN_FLOW)
        lines = [line for line in lines if line.top >= top]
    if head.english:
        return english_bodies(lines)
    bodies: list[Line] = []
    together = foreign = False
    for line in lines:
        text = line.text.strip(" -–—*_.")
        folded = fold(text)
        if SUBJECT_MARK.match(folded) or _UNREAD_NUMBER.match(text):
            break
        foreign = bool(bodies) and (names_english_body(text) or (foreign and not names_body(text)))
        if foreign:
            continue  # the name again, in English
        if bodies and together:
            bodies[-1] = replace(bodies[-1], text=f"{bodies[-1].text} - {text}")
        elif _NO_BODY.match(text):
            break
        elif bodies and (GOES_ON.search(fold(bodies[-1].text)) or not names_body(text)):
            bodies[-1] = replace(bodies[-1], text=f"{bodies[-1].text} {text}")
        elif names_body(text):
            bodies.append(replace(line, text=text))
        together = bool(text) and line.text.rstrip().endswith(("-", "–"))  # several bodies that issue it together
    return bodies


def names_body(text: str) -> bool:
    """Whether a line begins as the names of bodies do; one that begins otherwise goes on with the name above it."""
    return bool(_BODY_WORD.match(fold(text))) and not _NO_BODY.match(text)


def clearly_names_body(text: str) -> bool:
    """Also by its marks, which need not all be read in a letterhead; alone, "SƠ ĐỒ" is no "SỞ", "TỜ KHAI" no "TỔ"."""
    return names_body(text) and bool(_MARKED_BODY_WORD.match(nfc(text).lower()))


def full_name(body: str, parent: str | None) -> str:
    """A department with the place of the people's committee that it belongs to, as it is called outside of its head."""
    place = _COMMITTEE.match(fold(parent or ""))
    if not parent or not place or not _DEPARTMENT.match(fold(body)) or _PLACED.search(fold(body)):
        return body
    kind, name = parent[place.start("kind") : place.end("kind")], parent[place.start("name") :]
    return f"{body} {kind.lower()} {name}"


def begins_text(line: Line, above: Line | None) -> bool:
    """Whether the text itself begins with a line. What follows a title alone in its line is its subject, which goes on
    in small letters, or all in capitals, or in the narrow left head.
    """
    folded = fold(line.text)
    if above and line.text[:1].islower() and folded[1:2].isalpha():
        return False
    if _IN_SUBJECT.match(folded) and (line.text.isupper() or line.right < LEFT_HEAD):
        return False
    if _IN_SUBJECT.match(folded) and above and fold(above.text).strip(" :.*") in TITLES:
        return folded.rstrip().endswith((";", ":", ",", "."))
    return bool(_BODY.match(folded))


def ends_subject(line: Line, above: Line | None = None, *, numbered: bool = False) -> bool:
    """`numbered`: a number is part of the title."""
    folded = fold(line.text)
    ends = _RULE.match(folded) or _COUNTRY.match(folded) or _URGENT.match(folded) or begins_text(line, above)
    return bool(ends) or (not numbered and is_number_line(line.text))
