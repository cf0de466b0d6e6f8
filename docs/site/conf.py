"""Sphinx's configuration for the site; ./sanca site runs it. docs/README.md is the table of contents."""

import re

project = "Sanca"
author = "the authors of Sanca"
copyright = author
html_title = "Sanca"
extensions = ["myst_parser"]
root_doc = "docs/README"
include_patterns = [
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "benchmarks/*.md",
    "benchmarks/peers/README.md",
    "docs/**",
]
exclude_patterns = ["**/target", "**/src", ".git", "docs/site"]
html_theme = "furo"
html_show_sourcelink = False
html_copy_source = False
html_static_path = []
templates_path = ["templates"]
html_additional_pages = {"index": "forward.html"}
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "javadoc.html",
        "sidebar/scroll-end.html",
    ]
}
myst_heading_anchors = 4
suppress_warnings = [
    "myst.header",  # README.md begins with what the program is, and some levels follow the story
    "misc.highlighting_failure",  # Java 25 is younger than Pygments' words for it
    "toc.not_included",  # pages that other pages link to
]


def add_toctrees(app, docname, source):
    """The lists of links of the table of contents are the navigation: a forge shows the same file as it is."""
    if docname != root_doc:
        return
    parts = re.split(r"(?m)^## (.*)$", source[0])
    text = parts[0]
    for heading, body in zip(parts[1::2], parts[2::2]):
        pages = re.findall(r"(?m)^(?:\* |\| )\[[^\]]*\]\(([^)#]+)\.md\)", body)
        tree = "\n".join("/" + app_path(page) for page in pages)
        text += f"## {heading}{body}\n```{{toctree}}\n:hidden:\n:caption: {heading}\n\n{tree}\n```\n\n"
    source[0] = text


def app_path(page):
    return page[3:] if page.startswith("../") else "docs/" + page


def setup(app):
    app.connect("source-read", add_toctrees)
