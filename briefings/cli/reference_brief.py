"""The reference page of ``brief.json``, written from the docstrings in ``brief_types``."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping

from briefings import brief_types

RENAMED = {"PeriodLine": {"start": "from", "end": "to"}}
"""Keys of the file that are no names in Python (``brief_json``)."""

HEAD = """# brief.json

The file with the ending `.json` beside each PDF: everything that the brief says, key for key, and the one border
between analysis and looks. It is written by `briefings generate` and read by every template. Numbers in `refs` point
into `references`; text stands without its `[n]`; days are ISO 8601.
"""


def page() -> str:
    """The page's text, Markdown; ``Brief``, the top of the file, comes first."""
    tree = ast.parse(inspect.getsource(brief_types))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    order = ["Brief", *(name for name in classes if name != "Brief")]
    lines = [HEAD]
    for name in order:
        lines += _table(classes[name], classes)
    return "\n".join(lines) + "\n"


def _table(node: ast.ClassDef, classes: Mapping[str, ast.ClassDef]) -> Iterator[str]:
    yield f"\n## {node.name}\n"
    yield f"{_flat(ast.get_docstring(node))}\n"
    yield "| key | type | meaning |\n|---|---|---|"
    for n, field in enumerate(node.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            name = RENAMED.get(node.name, {}).get(field.target.id, field.target.id)
            kind = _class(ast.unparse(field.annotation), classes)
            said = _said(node.body, n) or (_flat(ast.get_docstring(classes[kind])) if kind else "")
            yield f"| `{name}` | {_type(ast.unparse(field.annotation), kind)} | {said} |"


def _said(body: list[ast.stmt], n: int) -> str:
    """The docstring below a field."""
    after = body[n + 1] if n + 1 < len(body) else None
    if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
        return _flat(str(after.value.value)).replace("|", "\\|")
    return ""


def _class(annotation: str, classes: Mapping[str, ast.ClassDef]) -> str:
    return next((name for name in re.findall(r"\w+", annotation) if name in classes), "")


def _type(annotation: str, kind: str) -> str:
    text = annotation.replace("tuple[", "list[").replace(", ...]", "]").replace("str", "text")
    if kind:
        text = text.replace(kind, f"[{kind}](#{kind.lower()})")
    return text.replace("|", "\\|")


def _flat(text: str | None) -> str:
    return " ".join((text or "").replace("``", "`").split())
