"""Which photos stand on the page of the one before them. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from core.dossier.options import Options
from core.dossier.outline import Outline
from core.dossier.sheets.matter import Fate


def with_shared_pages(fates: Mapping[str, Fate], outline: Outline, options: Options) -> dict[str, Fate]:
    """The same, told which of them share a page: as many photos as fit, all of the same criterion."""
    documents = outline.dated if options.order == "date" else outline.documents
    told = dict(fates)
    taken, before = 0, ""
    for document in documents:
        if document not in fates:
            continue
        fits = (
            fates[document].cell and before and fates[before].cell and outline.homes[before] == outline.homes[document]
        )
        if fits and taken < options.photos_per_page:
            told[document] = replace(fates[document], shares=True)
            taken += 1
        else:
            taken = 1
        before = document
    return told
