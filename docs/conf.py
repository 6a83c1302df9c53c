"""How Sphinx builds the documentation: python -m sphinx -W -b html docs docs/_build/html."""

import inspect
from importlib.metadata import version as installed_version

project = "cleantext"
author = "The cleantext team"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx's own name
version = release = installed_version("cleantext-toolkit")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"cleantext {release}"

smartquotes = False  # they would turn --check into –check
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = False
napoleon_attr_annotations = False


def keep_colons(_app, what, _name, documented, _options, lines):
    """Undo what napoleon does to a property: it takes "a hash: of rules" for a type and its description."""
    if what == "property":
        lines[:] = [*(inspect.getdoc(documented) or "").split("\n"), ""]


def setup(app):
    """Register what is above; after napoleon, whose priority is 500."""
    app.connect("autodoc-process-docstring", keep_colons, priority=600)
