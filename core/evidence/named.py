"""A file or a folder whose name begins with a criterion's code: `1.2`, `1.2 Báo cáo`, `1.2_…`, `8.1.5-…`."""

import re
from collections.abc import Sequence

from core.catalogue.records import Criterion
from core.text import fold


def named_criterion(path: str, tree: Sequence[Criterion]) -> tuple[Criterion, str] | None:
    """The criterion that asks for documents and the part of the path that names it; the innermost part decides.

    A code of a single number counts in names of folders only, and of a leaf: files are numbered for other reasons.
    """
    *folders, file = re.split(r"[\\/]+", path)
    stem = re.sub(r"\.[A-Za-z]\w{0,4}$", "", file)
    parts = [(stem, file, False), *((folder, folder, True) for folder in reversed(folders))]
    for name, part, is_folder in parts:
        for criterion in tree:
            if criterion.counts_as != "documents" or not _begins(name, criterion.code):
                continue
            if not criterion.code.isdigit() or (is_folder and criterion.is_leaf):
                return criterion, part
    return None


def _begins(name: str, code: str) -> bool:
    """1.2 does not begin 1.20, 1.2.1, 1.2.2023 or 1.2a."""
    rest = fold(name.strip())
    return rest.startswith(fold(code)) and not re.match(r"\.?\d|[^\W_]", rest[len(code) :])
