"""How Sphinx builds the documentation: python -m sphinx -W -b html docs docs/_build/html."""

from importlib.metadata import version as installed_version

project = "cleantext"
author = "The cleantext team"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx's own name
version = release = installed_version("cleantext-toolkit")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"cleantext {release}"

myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = False
napoleon_use_ivar = True
