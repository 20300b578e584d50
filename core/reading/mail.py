"""Mail: who wrote to whom, when, and what. Runs in a worker."""
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from pathlib import Path

import olefile

from core.reading.lines import Contents
from core.reading.outlook import Message
from core.reading.plain import decode, file_bytes, text_lines, visible_text


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
    """As the standard has it (.eml), or as Outlook saves it (.msg). Raises Unreadable: "too_large", "damaged"."""
    with path.open("rb") as stream:
        is_outlook = stream.read(len(olefile.MAGIC)) == olefile.MAGIC
    if is_outlook:
        saved = Message(path)
        text = saved.body or (visible_text(saved.html) if saved.html else "")
        return Mail(saved.headers, text, saved.attached)
    message = email.message_from_bytes(file_bytes(path), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    headers = {name: value for name in ("From", "To", "Cc", "Date", "Subject") if (value := _header(message, name))}
    body = message.get_body(("plain", "html"))
    attached = [name for part in message.walk() if (name := part.get_filename())]
    return Mail(headers, _body_text(body) if body is not None else "", attached)


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
    return visible_text(content) if body.get_content_subtype() == "html" else str(content)
