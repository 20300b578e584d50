"""index.html: the stick's front page. One file that needs no network, no program, and no script to be read."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from core.dossier.outline import Section
from core.dossier.sheets.matter import document_name, heading, spoken_date
from core.dossier.stick.contents import Contents, Entry, Listing, address
from core.dossier.stick.names import LIST, SUMS
from core.evidence.records import State
from core.reading.reading import UNLOCKED
from core.text import squeeze

FOLDER = Path(__file__).parents[3] / "resources" / "stick"
SHAPES: dict[State, str] = {"complete": "●", "partial": "◐", "missing": "○", "survey": "◌", "not_assigned": "–"}


def index_html(contents: Contents) -> str:
    script, style = _resource("index.js"), _resource("index.css")
    matter, say = contents.matter, contents.matter.say
    appraisal = matter.material.appraisal
    under = " · ".join(filter(None, (appraisal.parent, appraisal.organisation, *matter.scope)))
    return Template(_resource("index.html")).substitute(
        language=escape(say.language),
        digest=_digest(script),
        style=style,
        script=script,
        title=escape(f"{say('stick', 'title')} - {appraisal.title}"),
        heading=escape(appraisal.title),
        under=escape(under),
        files="".join(_files(contents)),
        fields="".join(_fields(contents)),
        states="".join(_states(contents)),
        body="".join(_section(contents, one) for one in contents.roots),
        left_out=_left_out(contents),
        foot=escape(f"{say('stick', 'printed_on', date=spoken_date(matter.on))} {say('stick', 'sums', file=SUMS)}"),
        **{name: escape(say("stick", name)) for name in WORDS},
    )


WORDS = ("search", "search_hint", "field", "all_fields", "state", "all_states", "shown", "nothing", "clear", "keys")


def pointer_html(contents: Contents, entry: Entry, home: str) -> str:
    """The page in a criterion's folder that leads to a document in the folder of another."""
    say, name = contents.matter.say, escape(document_name(entry.document))
    lead = escape(say("stick", "pointer_lead", criterion=home))
    there = f'<a href="../../{address(entry.original)}">{name}</a>' if entry.original else name
    return Template(_resource("pointer.html")).substitute(
        language=escape(say.language), title=name, lead=lead, link=there
    )


def _resource(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _digest(script: str) -> str:
    """The only script that the page may run, for its content security policy."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _files(contents: Contents) -> list[str]:
    say, names = contents.matter.say, contents.dossier
    words = [say("stick", "volume", number=number) for number, _ in enumerate(names, 1)]
    words = words if len(names) > 1 else [say("stick", "dossier")]
    links = [*zip(names, words, strict=True), (LIST, say("stick", "spreadsheet"))]
    return [_link(name, said, "file") for name, said in links]


def _fields(contents: Contents) -> list[str]:
    return [f'<option value="{escape(one.criterion.id)}">{escape(heading(one.criterion))}' for one in contents.roots]


def _states(contents: Contents) -> list[str]:
    """A button for each state with the number of leaves in it."""
    leaves = [section for section in contents.matter.outline.sections if section.criterion.is_leaf]
    counts: dict[State, int] = {state: sum(one.state == state for one in leaves) for state in SHAPES}
    button = '<button type="button" data-state="{}" aria-pressed="false">{} <b>{}</b></button>'
    return [button.format(state, _badge(contents, state), count) for state, count in counts.items() if count]


def _badge(contents: Contents, state: State) -> str:
    words = escape(contents.matter.say("states", state))
    return f'<span class="state {state}"><i aria-hidden="true">{SHAPES[state]}</i> {words}</span>'


def _section(contents: Contents, section: Section) -> str:
    """A criterion with its evidence, and those below it inside."""
    criterion = section.criterion
    level = min(criterion.level + 1, 6)
    kind = "leaf" if criterion.is_leaf else "branch"
    badge = _badge(contents, section.state) if criterion.is_leaf else ""
    text = squeeze(criterion.text).removeprefix(squeeze(criterion.title)).strip(" .;:")
    field = escape(contents.matter.field_of(section.criterion.id))
    return (
        f'<section class="criterion {kind}" data-state="{section.state}" data-field="{field}">'
        f"<header><h{level}>{escape(heading(criterion))}</h{level}>{badge}</header>"
        + _facts(contents, section)
        + (f'<p class="text">{escape(text)}</p>' if text and criterion.is_leaf else "")
        + _table(contents, contents.entries(section))
        + "".join(_section(contents, contents.sections[child]) for child in section.children)
        + "</section>"
    )


def _facts(contents: Contents, section: Section) -> str:
    say, criterion = contents.matter.say, section.criterion
    facts = {
        "lead_unit": criterion.lead_unit or "",
        "deadline": criterion.deadline_text,
        "wanting": ", ".join(map(str, contents.wanting.get(criterion.id, ()))),
        "explanation": criterion.explanation,
    }
    said = [
        f'<span class="{name}">{escape(say("stick", name))}: <b>{escape(words)}</b></span>'
        for name, words in facts.items()
        if words
    ]
    if section.state == "missing" and criterion.is_leaf and not facts["wanting"]:
        said.append(f"<span>{escape(say('stick', 'no_evidence'))}</span>")
    return f'<p class="facts">{" ".join(said)}</p>' if said else ""


def _table(contents: Contents, entries: Sequence[Entry]) -> str:
    if not entries:
        return ""
    heads = ("code", "name", "symbol", "issuer", "pages")
    said = "".join(f'<th scope="col" class="{head}">{escape(contents.matter.say("stick", head))}' for head in heads)
    rows = "".join(_row(contents, entry) for entry in entries)
    more = escape(contents.matter.say("stick", "more"))
    return (
        f"<table><thead><tr>{said}</thead><tbody>{rows}</tbody></table>"
        f'<button type="button" class="more" data-words="{more}" hidden></button>'
    )


def _row(contents: Contents, entry: Entry) -> str:
    pages = _link(entry.page_link, entry.pages, "page") if entry.page_link else escape(entry.pages) or "–"
    cells = (
        ("code", escape(entry.proof.code)),
        ("name", _named(contents, entry)),
        ("symbol", escape(" ".join(one.text for one in contents.matter.symbol(entry.document)))),
        ("issuer", escape(entry.document.description.issuer or "")),
        ("pages", pages),
    )
    return "<tr>" + "".join(f'<td class="{name}">{words}' for name, words in cells)


def _named(contents: Contents, entry: Entry) -> str:
    """The name as a link to the original, and under it what else there is to say."""
    say, proof, document = contents.matter.say, entry.proof, entry.document
    name, fate = document_name(document), contents.matter.fates.get(document.id)
    under = [
        say("stick", "requirement", numbers=", ".join(map(str, proof.requirements))) if proof.requirements else "",
        say("stick", "only_pages", pages=proof.pages) if proof.pages else "",
        proof.note,
        document.name if document.name != name else "",
        say("stick", "locked") if UNLOCKED in document.problems else "",
        say("reasons", fate.reason) if fate and fate.reason else "",
        size_words(document.size),
    ]
    if entry.original:
        linked = _link(entry.original, name, "original")
    else:
        linked = escape(name)
        under.insert(0, contents.no_original(entry))
    return f"{linked}<small>{escape(' · '.join(filter(None, under)))}</small>"


def _left_out(contents: Contents) -> str:
    """What is not on the stick, and what was taken out of the evidence."""
    say = contents.matter.say
    return "".join(
        f'<section class="left-out"><h2>{escape(say("stick", one.title))}</h2>'
        f"<p>{escape(say('stick', one.lead))}</p>{_plain_table(contents, one)}</section>"
        for one in contents.listings
    )


def _plain_table(contents: Contents, listing: Listing) -> str:
    head = "".join(f'<th scope="col">{escape(contents.matter.say("stick", head))}' for head in listing.heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in listing.rows)
    return f"<table><thead><tr>{head}</thead><tbody>{body}</tbody></table>"


def _link(name: str, words: str, kind: str) -> str:
    return f'<a class="{kind}" target="_blank" rel="noopener" href="{escape(address(name))}">{escape(words)}</a>'


def size_words(size: int) -> str:
    """As Vietnamese writes numbers: "1,5 MB"."""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
