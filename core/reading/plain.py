"""Plain text in whatever encoding, mail, and web pages. Runs in a worker."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import email
import email.policy
import unicodedata
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from lxml import html

from core.reading.legacy import looks_legacy
from core.reading.lines import Contents, Line, Unreadable

LARGEST = 50 << 20
HEAD_LINES = 400


def read_text(path: Path) -> Contents:
    """Raises Unreadable("too_large")."""
    text = decode(_bytes(path))
    return Contents(text=text, lines=text_lines(text))


def read_html(path: Path) -> Contents:
    """Raises Unreadable: "too_large", "damaged"."""
    text = _visible_text(decode(_bytes(path)))
    return Contents(text=text, lines=text_lines(text))


def read_email(path: Path) -> Contents:
    """Subject, people, date, the message itself, and the names of what is attached."""
    mail = read_mail(path)
    parts = [f"{name}: {value}" for name, value in mail.headers.items()]
    # Without a sender it is a document that Word saved as a web page in one file.
    lines = [] if "From" in mail.headers else text_lines(mail.text)
    return Contents(text="\n".join([*parts, mail.text, *mail.attached]).strip(), lines=lines)


@dataclass(frozen=True)
class Mail:
    """`headers` are those of From, To, Cc, Date and Subject that are there; `attached` the names of files."""

    headers: dict[str, str]
    text: str
    attached: list[str]


def read_mail(path: Path) -> Mail:
    """Raises Unreadable: "too_large", "damaged"."""
    message = email.message_from_bytes(_bytes(path), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    headers = {name: value for name in ("From", "To", "Cc", "Date", "Subject") if (value := _header(message, name))}
    body = message.get_body(("plain", "html"))
    attached = [name for part in message.walk() if (name := part.get_filename())]
    return Mail(headers, _body_text(body) if body is not None else "", attached)


def decode(data: bytes) -> str:
    """Text of unknown encoding: Unicode where it can be, else the Vietnamese ones that Windows and old fonts used."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        western = data.decode("cp1252", "replace")
        # TCVN3 and VNI are Western letters in a font that shows others; Windows-1258 has marks of its own.
        return western if looks_legacy(western) else unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def text_lines(text: str) -> list[Line]:
    """The first lines of a text, cut at tabs and long runs of blanks into what stands side by side."""
    lines: list[Line] = []
    for number, row in enumerate(text.splitlines()):
        pieces = [piece for piece in row.replace(" " * 6, "\t").split("\t") if piece.strip()]
        for place, piece in enumerate(pieces):
            left, right = place / len(pieces), (place + 1) / len(pieces)
            lines.append(Line(" ".join(piece.split()), left, right, float(number)))
    return lines


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise Unreadable("too_large")
    return path.read_bytes()


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except Exception:  # the parser of headers fails in many ways on what mail programs write
        return ""


def _body_text(body: MIMEPart) -> str:
    try:
        content = body.get_content()
    except (LookupError, UnicodeError, KeyError):
        content = decode(body.get_payload(decode=True) or b"")  # pyright: ignore[reportArgumentType]
    return _visible_text(content) if body.get_content_subtype() == "html" else str(content)


def _visible_text(source: str) -> str:
    try:
        tree = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except Exception as error:  # lxml raises several kinds for what holds no element at all
        raise Unreadable("damaged") from error
    for element in list(tree.iter("script", "style", "head")):
        element.drop_tree()
    for element in tree.iter("br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4"):
        element.tail = "\n" + (element.tail or "")
    for cell in tree.iter("td", "th"):
        words = " ".join(cell.text_content().split()) if cell.find(".//table") is None else None
        if words is not None:
            cell.clear()
            cell.text, cell.tail = words, "\t"
    rows = ("\t".join(" ".join(piece.split()) for piece in row.split("\t")) for row in tree.text_content().splitlines())
    return "\n".join(row.strip() for row in rows if row.strip())
