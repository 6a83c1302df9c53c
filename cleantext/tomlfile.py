"""TOML files, read with errors that name the file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from cleantext.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file.

    Raises
    ------
    ConfigError
        When it cannot be read, or is no TOML; names the file and the place.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}", file=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        hint = "; single quotes take it as it is: '\\d'" if "'\\'" in str(error) else ""
        raise ConfigError(f"{path}: not valid TOML: {error}{hint}", file=str(path)) from error
