"""The floors: a module imports only from lower ones, and heavy libraries stand in one place each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = [
    {"errors"},
    {"charsets", "text", "tomlfile", "vocabulary"},
    {"documents", "rules", "views"},
    {"needs", "protection"},
    {"engine", "table"},
    {"examples", "plugins", "result"},
    {"config"},
    {"fingerprint"},
    {"cleaner"},
    {"corpus", "report", "testing"},
    {"scaffold"},
    {"cli", "pytest_plugin"},
    {"__main__"},
]
FLOOR = {name: height for height, names in enumerate(FLOORS) for name in names}

HOMES = {
    "pluggy": {"cleantext/plugins.py"},
    "hypothesis": {"cleantext/testing/strategies.py"},
    "ahocorasick_rs": {"cleantext/needs.py", "plugins/cleantext_names"},
    "ftfy": {"plugins/cleantext_characters"},
    "symspellpy": {"plugins/cleantext_spelling"},
    "wordfreq": {"plugins/cleantext_spelling"},
    "click": {"cleantext/cli", "plugins/cleantext_names/cli.py"},
    "pyarrow": {"cleantext/report/arrow.py"},
    "defusedxml": {"plugins/cleantext_wire/documents"},
}
"""Where a library may be imported."""


def modules(folder: str) -> list[Path]:
    return sorted(
        p for p in (ROOT / folder).rglob("*.py") if "examples" not in p.parts and "__pycache__" not in p.parts
    )


def imports(path: Path, *, late: bool = True) -> Iterator[tuple[str, bool]]:
    """Yield the absolute names that a module imports, and whether only for the type checker."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in typing_only
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            if module == "cleantext":
                for alias in node.names:
                    yield f"cleantext.{alias.name}", id(node) in typing_only
            else:
                yield module, id(node) in typing_only


def test_modules_import_from_lower_floors_only() -> None:
    for path in modules("cleantext"):
        own = path.relative_to(ROOT / "cleantext").parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        assert own in FLOOR, f"{own} has no floor: give it one"
        for name, typing_only in imports(path):
            parts = name.split(".")
            if parts[0] != "cleantext" or len(parts) < 2 or typing_only or parts[1] not in FLOOR or parts[1] == own:
                continue
            assert FLOOR[parts[1]] < FLOOR[own], f"{path} imports {name} from above"


def test_the_core_imports_no_pack_and_packs_only_public_names() -> None:
    import cleantext

    for path in modules("cleantext"):
        assert not [n for n, _ in imports(path) if n.startswith("cleantext_")], path
    for path in modules("plugins"):
        own = path.relative_to(ROOT / "plugins").parts[0]
        for name, _ in imports(path):
            if name.startswith("cleantext."):
                assert name.removeprefix("cleantext.") in cleantext.__all__, f"{path} imports {name}: not public"
            elif name.startswith("cleantext_"):
                assert name.partition(".")[0] == own, f"{path} imports another pack"


@pytest.mark.parametrize("library", sorted(HOMES))
def test_heavy_libraries_stand_in_one_place(library: str) -> None:
    for path in modules("cleantext") + modules("plugins"):
        where = path.relative_to(ROOT).as_posix()
        for name, typing_only in imports(path):
            if name.partition(".")[0] == library and not typing_only:
                assert any(where.startswith(home) for home in HOMES[library]), f"{where} imports {name}"
