"""What a bare machine installs: everything that the code imports, pinned, and from nowhere in particular."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
INSTALLER = ROOT / "installer"
OURS = {"core", "gui", "tests"}
RUN, DEV = (INSTALLER / f"{name}.in" for name in ("requirements", "requirements-dev"))


def named(path: Path) -> set[str]:
    """The packages that a list names, in the one spelling that counts."""
    return {plain(name) for name in re.findall(r"^[A-Za-z][\w.-]*", path.read_text(encoding="utf-8"), re.MULTILINE)}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(folders: list[Path]) -> set[str]:
    """The packages whose modules the Python files in these places import."""
    modules: set[str] = set()
    for folder in folders:
        for path in folder.rglob("*.py") if folder.is_dir() else [folder]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                    modules.add(node.module.partition(".")[0])
    owners = packages_distributions()
    foreign = {module for module in modules - OURS if module not in sys.stdlib_module_names and module in owners}
    return {plain(owner) for module in foreign for owner in owners[module]}


def test_the_program_needs_only_what_its_list_names() -> None:
    # PySide6 is shared by two packages of one release, and brings shiboken6 itself.
    mine = imported([ROOT / "core", ROOT / "gui", ROOT / "main.py"]) - {"pyside6", "shiboken6"}
    assert mine - named(RUN) == set()


def test_the_tests_need_only_what_the_lists_name() -> None:
    assert imported([ROOT / "tests"]) - {"pyside6", "shiboken6"} - named(RUN) - named(DEV) == set()


def test_the_list_names_nothing_that_the_program_does_not_need() -> None:
    assert named(RUN) - imported([ROOT / "core", ROOT / "gui"]) == set()


@pytest.mark.parametrize("path", [RUN.with_suffix(".txt"), DEV.with_suffix(".txt")], ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes_and_without_an_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--", text, re.MULTILINE)
    entries = re.split(r"\n(?=[A-Za-z])", re.sub(r"^\s*#.*\n?", "", text, flags=re.MULTILINE).strip())
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+[ ;\\]", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert named(path.with_suffix(".in")) <= named(path)
