"""The list that a supplement begins with: what is otherwise than in the sealed dossier."""

from reportlab.lib.units import mm

from core.dossier.blocks import Block, Page, Paragraph, Put, Row
from core.dossier.difference import Change
from core.dossier.outline import document_key, sheet_key
from core.dossier.pagination import paginate
from core.dossier.sheets.matter import ROOM_HEIGHT, ROOM_WIDTH, SHADE, Matter, spoken_date
from core.dossier.typeset import BODY, CELL_CENTER, CELL_HEAD, TITLE, Span
from core.dossier.wording import Wording

COLUMNS = ("index", "criterion", "change", "page")
WIDTHS = (11 * mm, 16 * mm, ROOM_WIDTH - 48 * mm, 21 * mm)
NOT_SHOWN = frozenset({"document_revised", "criterion_edited"})  # digests and whole texts say nothing in a line


def changes(matter: Matter) -> tuple[Page, ...]:
    say, earlier = matter.say, matter.earlier
    if earlier is None:
        return ()
    lead = say("changes", "lead", dossier=earlier.name, date=spoken_date(earlier.on))
    blocks: list[Block] = [
        Paragraph.of(say("changes", "title"), TITLE.but(after=10), ROOM_WIDTH, keeps=True),
        Paragraph.of(lead, BODY.but(after=10), ROOM_WIDTH, keeps=True),
    ]
    head = Row.of([Put(say("changes", name), CELL_HEAD) for name in COLUMNS], WIDTHS, shade=SHADE)
    shown = {section.criterion.id for section in matter.outline.sections}
    listed = [one for one in earlier.changes if one.criterion_id in shown or one.kind == "criterion_removed"]
    for index, change in enumerate(listed, 1):
        key = document_key(change.document_id) if change.document_id else sheet_key(change.criterion_id)
        gone = change.document_id and change.document_id not in matter.outline.homes
        page = [Span("–")] if gone else matter.place(key, only_first=True)
        puts = [
            Put(str(index), CELL_CENTER),
            Put([Span(change.criterion, sheet_key(change.criterion_id))], CELL_CENTER),
            Put(_words(say, change)),
            Put(page, CELL_CENTER),
        ]
        blocks.append(Row.of(puts, WIDTHS, head))
    return paginate(blocks, ROOM_HEIGHT)


def _words(say: Wording, change: Change) -> str:
    if change.kind.startswith("evidence_") or change.kind.startswith("document_"):
        said = say("changes", change.kind, code=change.code)
    else:
        said = say("changes", change.kind)
    if change.kind in NOT_SHOWN:
        return f"{said}: {change.title}" if change.kind == "criterion_edited" else said
    before, after = (_value(say, change, value) for value in (change.before, change.after))
    if before and after:
        return f"{said}: {before} → {after}"
    return f"{said}: {before or after}" if before or after else said


def _value(say: Wording, change: Change, value: str) -> str:
    section = {"coverage": "states", "result": "results"}.get(change.kind)
    return say(section, value) if section and value else value
