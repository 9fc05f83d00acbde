"""A mail: one article, or a newsletter of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING

from briefings.reading.decode import unescape
from briefings.reading.draft import Draft
from briefings.reading.forwarded import title_of, unframed
from briefings.reading.provenance import is_chrome, separate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_RULE = re.compile(r"^[-=_*~•· ]{4,}$")
_ELSEWHERE = re.compile(
    r"unsubscribe|settings|preferences|browser|privacy|forward|отписаться|настройки|в браузере|لغو اشتراک"
    r"|obunani bekor",
    re.IGNORECASE,
)
"""Links of the mail itself."""
_HINT = 4
"""Times that the HTML of a mail is longer than a plain part that only says "This mail needs HTML"."""
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[•▪■►*–—-])\s+")
_LINK = re.compile(r"https?://\S+")


def parse_mail(raw: bytes) -> tuple[Draft, ...]:
    """The articles in a mail: its sections, or the mail itself when it has none."""
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    passed, text = unframed(unescape(_body(message)))
    subject = title_of(passed.subject or _header(message, "Subject"))
    sections = _sections(text)
    drafts = sections if len(sections) > 1 else [_whole(subject, text)]
    sender, date = passed.sender or _sender(message), passed.date or _header(message, "Date")
    return tuple(_sent(draft, date, sender) for draft in drafts)


def _body(message: EmailMessage) -> str:
    """The text of a mail: its plain part, unless that is a mere hint at the other one."""
    plain, marked = _part(message, "plain"), _part(message, "html")
    told = _html_text(marked) if marked else ""
    return plain if plain.strip() and _HINT * len(plain) > len(told) else told


def _part(message: EmailMessage, kind: str) -> str:
    try:
        part = message.get_body((kind,))
        return str(part.get_content()) if part is not None else ""
    except (LookupError, MessageError, ValueError, KeyError):
        payload = message.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if kind == "plain" and isinstance(payload, bytes) else ""


def _html_text(source: str) -> str:
    """The text of an HTML mail, each link that is a line of its own followed by its address."""
    from trafilatura.utils import load_html

    tree = load_html(source)
    if tree is None:
        return ""
    for element in list(tree.iter("script", "style", "title")):
        element.drop_tree()
    for link in tree.iter("a"):
        address, frame = link.get("href") or "", link.getparent()
        if address.startswith("http") and frame is not None and _stands_apart(link, frame):
            link.tail = f"\n\n{address}\n\n{link.tail or ''}"
    for element in tree.iter("p", "div", "li", "h1", "h2", "h3", "h4", "tr", "td", "br"):
        element.tail = f"\n\n{element.tail or ''}"
    return "".join(map(str, tree.itertext()))


def _stands_apart(link: HtmlElement, frame: HtmlElement) -> bool:
    """Whether a link is a line of its own, or calls to read on."""
    words = link.text_content().strip()
    return is_chrome(words) or 2 * len(words) > len(frame.text_content().strip())


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except (MessageError, ValueError, IndexError):
        return ""


def _sender(message: EmailMessage) -> str:
    sender = _header(message, "From")
    return sender.partition("<")[0].strip(' "') or sender


def _sections(text: str) -> list[Draft]:
    """Sections of a newsletter: a short heading, then prose, then perhaps the address of the whole article."""
    drafts: list[Draft] = []
    heading, prose, link, before = "", list[str](), "", ""

    def close() -> None:
        if heading and prose:
            paragraphs, credited = separate(prose)
            drafts.append(
                Draft(heading, paragraphs, credits=credited, url=link or None, basis={"text": "section"})
            )

    for block in _blocks(text):
        if not block or _RULE.match(block):
            continue
        found = _LINK.search(block)
        if found and len(block) < 240 and (is_chrome(block) or len(_LINK.sub("", block)) < 40):
            leads_elsewhere = _ELSEWHERE.search(f"{before} {block}")
            if not link and not leads_elsewhere and (prose or (heading and found[0] == block)):
                link = found[0].rstrip(").,")
        elif len(block) < 140 and not re.search(r"[.!?:…]$", block) and len(block.split()) >= 3:
            close()
            heading, prose, link = _NUMBER.sub("", block), [], ""
        elif heading and len(block) > 60 and not is_chrome(block):
            prose.append(block)
        before = block if len(block) < 60 else ""
    close()
    return drafts


def _blocks(text: str) -> Iterator[str]:
    """The blocks between empty lines; a heading right above its prose and an address right under it stand apart."""
    for part in re.split(r"\n\s*\n", text):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        if len(lines) > 1 and _is_heading(lines[0], lines[1]):
            yield lines.pop(0)
        prose: list[str] = []
        for line in lines:
            if _LINK.search(line) and len(_LINK.sub("", line)) < 40:
                yield " ".join(prose)
                yield line
                prose = []
            else:
                prose.append(line)
        yield " ".join(prose)


def _is_heading(line: str, following: str) -> bool:
    """Whether a line stands above a text; the first line of wrapped prose is as long as the next, which goes on."""
    if len(line) >= 140 or re.search(r"[.!?:…,;]$", line) or len(line.split()) < 3 or following[:1].islower():
        return False
    return bool(_NUMBER.match(line)) or len(line) < 0.85 * len(following)


def _whole(subject: str, text: str) -> Draft:
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]
    paragraphs, credited = separate(
        b for b in blocks if len(b) > 40 and not is_chrome(b) and not _RULE.match(b)
    )
    return Draft(subject, paragraphs, credits=credited, basis={"title": "subject of the mail"})


def _sent(draft: Draft, date: str, sender: str) -> Draft:
    return replace(draft, given=date, given_basis="stated", site=sender)
