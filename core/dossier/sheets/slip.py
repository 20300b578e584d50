"""The slip that stands for a document that has no pages of its own in the dossier."""

from reportlab.lib.units import mm

from core.dossier.blocks import Block, Drawing, Page, Paragraph, Put, Row, space
from core.dossier.fonts import BOLD, width
from core.dossier.pagination import paginate
from core.dossier.sheets.matter import ROOM_HEIGHT, ROOM_WIDTH, Matter, document_name
from core.dossier.typeset import BODY, CELL, TITLE, Pen

BUTTON_HEIGHT = 27
FACTS = (45 * mm, ROOM_WIDTH - 45 * mm)


def slip(matter: Matter, document_id: str) -> tuple[Page, ...]:
    """Says which document it is, why it is not printed and where its original is; one page."""
    document, fate, say = matter.document(document_id), matter.fates[document_id], matter.say
    facts = [
        (say("evidence_list", "code"), matter.outline.codes[document_id]),
        (say("slip", "name"), document_name(document)),
        (say("slip", "symbol"), " ".join(one.text for one in matter.symbol(document))),
        (say("slip", "issuer"), document.description.issuer or ""),
        (say("slip", "file"), document.name),
        (say("slip", "digest"), f"{document.sha256[:32]} {document.sha256[32:]}"),
        (say("slip", "reason"), say("reasons", fate.reason or "failed")),
    ]
    blocks: list[Block] = [space(35 * mm), Paragraph.of(say("slip", "title"), TITLE.but(after=16), ROOM_WIDTH)]
    blocks += [
        Row.of([Put(name, CELL.but(font=BOLD, size=12)), Put(value, CELL.but(size=12))], FACTS)
        for name, value in facts
        if value
    ]
    words = say("slip", "attached", attachment=fate.attachment) if fate.attachment else say("slip", "not_attached")
    blocks += [space(14), Paragraph.of(words, BODY, ROOM_WIDTH)]
    if fate.attachment:
        blocks.append(Drawing(BUTTON_HEIGHT, lambda pen, left, top: button(pen, left, top, say("slip", "open"))))
    return paginate(blocks, ROOM_HEIGHT)[:1]


def button(pen: Pen, left: float, top: float, words: str) -> None:
    """A frame with words; over it lies the attached file."""
    room = width(words, BOLD, 12) + 24
    left += (ROOM_WIDTH - room) / 2
    pen.canvas.setLineWidth(0.8)
    pen.canvas.roundRect(left, top - BUTTON_HEIGHT, room, BUTTON_HEIGHT, 4)
    pen.text(left + 12, top - BUTTON_HEIGHT + 9, words, BOLD, 12)
    pen.spots[pen.page] = (left, top - BUTTON_HEIGHT, left + room, top)
