"""Distributions as an installer leaves them, made by hand: a package, and the metadata that names its entry points."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent


class Site:
    """A folder of installed distributions, which Python finds in addition to its own.

    Parameters
    ----------
    folder
        Where they are put.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def add(self, name: str, code: str, version: str = "1.2") -> None:
        """Install the plugin of a name: a distribution with one module, which holds the code."""
        package = self.folder / f"cleantext_{name}"
        package.mkdir()
        (package / "__init__.py").write_text(dedent(code), encoding="utf-8")
        self.register(f"cleantext-{name}", f"[cleantext]\n{name} = cleantext_{name}\n", version)

    def register(self, distribution: str, entry_points: str, version: str = "1.2") -> None:
        """Write the metadata of a distribution whose code is found elsewhere."""
        metadata = self.folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
        (metadata / "entry_points.txt").write_text(entry_points)

    def run(self, *arguments: str, cwd: Path, more: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run Python with the distributions in place, from a folder."""
        path = [str(self.folder), *([str(more)] if more else []), os.environ.get("PYTHONPATH", "")]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path)), "NO_COLOR": "1"}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def cleantext(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run the program with the distributions in place, from a folder."""
        return self.run("-m", "cleantext", *arguments, cwd=cwd)
