"""Layers of a PDF that are switched off stay unseen: what they would paint is taken out. Runs in the worker."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator, Stream

Groups = set[tuple[int, int]]
# ISO 32000-1, 8.5.3, 8.7.4, 8.8, 8.9.7 and 9.4.3. What paints a path has to end it, too.
PATHS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
PAINTS = frozenset(("Do", "sh", "Tj", "TJ", "'", '"', "INLINE IMAGE"))
END_PATH = ContentStreamInstruction([], Operator("n"))
Instruction = ContentStreamInstruction | ContentStreamInlineImage


def hidden_layers(pdf: pikepdf.Pdf) -> Groups:
    """The groups that a viewer does not show when the file is opened (ISO 32000-1, 8.11.4.3)."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return set()
    config = properties.get("/D")
    config = config if isinstance(config, Dictionary) else Dictionary()
    hidden = _named(properties.get("/OCGs")) if config.get("/BaseState") == Name.OFF else set[tuple[int, int]]()
    return (hidden - _named(config.get("/ON"))) | _named(config.get("/OFF"))


def take_out(pages: Iterable[pikepdf.Object], hidden: Groups, pdf: pikepdf.Pdf) -> None:
    """Leave out of pages, of their notes and of the forms on them what hidden groups would paint."""
    done: Groups = set()
    for page in pages:
        notes = page.get("/Annots")
        if isinstance(notes, Array):
            page.Annots = Array([note for note in notes if not _is_hidden(_layer(note), hidden)])  # pyright: ignore
        resources = pikepdf.Page(page).resources
        page.Contents = pdf.make_stream(_filtered(pikepdf.Page(page), resources, hidden))
        _forms(resources, hidden, done)


def _forms(resources: pikepdf.Object, hidden: Groups, done: Groups) -> None:
    things = resources.get("/XObject")
    for name, form in list(things.items()) if isinstance(things, Dictionary) else ():  # pyright: ignore
        if _is_hidden(_layer(form), hidden):
            del things[name]  # pyright: ignore
        elif isinstance(form, Stream) and form.get("/Subtype") == Name.Form and form.objgen not in done:
            done.add(form.objgen)
            own = form.get("/Resources")
            own = own if isinstance(own, Dictionary) else resources
            form.write(_filtered(form, own, hidden))
            _forms(own, hidden, done)


def _filtered(content: pikepdf.Object | pikepdf.Page, resources: pikepdf.Object, hidden: Groups) -> bytes:
    return pikepdf.unparse_content_stream(list(_shown(pikepdf.parse_content_stream(content), resources, hidden)))


def _shown(instructions: Iterable[Instruction], resources: pikepdf.Object, hidden: Groups) -> Iterator[Instruction]:
    """What paints goes, what changes the graphics state stays: it holds for what follows, too."""
    marks: list[bool] = []  # of each piece of marked content around: whether it is hidden
    for instruction in instructions:
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BMC", "BDC"):
            marks.append(_opens_hidden(operands, resources, hidden))
        elif operator == "EMC" and marks:
            marks.pop()
        if any(marks) and operator in PATHS:
            yield END_PATH
        elif not (any(marks) and operator in PAINTS) and not (
            operator == "Do" and _draws_hidden(operands, resources, hidden)
        ):
            yield instruction


def _opens_hidden(operands: object, resources: pikepdf.Object, hidden: Groups) -> bool:
    parts = list(operands)  # pyright: ignore
    if len(parts) < 2 or parts[0] != Name.OC or not isinstance(parts[1], Name):
        return False
    named = resources.get("/Properties")
    return isinstance(named, Dictionary) and _is_hidden(named.get(str(parts[1])), hidden)


def _draws_hidden(operands: object, resources: pikepdf.Object, hidden: Groups) -> bool:
    things, parts = resources.get("/XObject"), list(operands)  # pyright: ignore
    if not isinstance(things, Dictionary) or not parts:
        return False
    return _is_hidden(_layer(things.get(str(parts[0]))), hidden)


def _layer(thing: object) -> object:
    return thing.get("/OC") if isinstance(thing, (Dictionary, Stream)) else None


def _is_hidden(layer: object, hidden: Groups) -> bool:
    """A group, or a membership of several: shown as its policy says, by default when any of them is."""
    if not isinstance(layer, Dictionary):
        return False
    if layer.get("/Type") != Name.OCMD:
        return layer.objgen in hidden
    groups = layer.get("/OCGs")
    groups = list(groups) if isinstance(groups, Array) else [groups] if isinstance(groups, Dictionary) else []  # pyright: ignore
    off = [group.objgen in hidden for group in groups]
    policy = str(layer.get("/P", "/AnyOn"))
    shown = {"/AllOn": not any(off), "/AnyOff": any(off), "/AllOff": all(off)}.get(policy, not all(off))
    return bool(off) and not shown


def _named(groups: object) -> Groups:
    return {group.objgen for group in groups} if isinstance(groups, Array) else set()  # pyright: ignore
