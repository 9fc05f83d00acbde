"""The whole pipeline: wires the edges to the analysis.

Documents come in through ``sources`` and are kept as raw bytes in the ``store``; ``reading`` makes articles of them
and ``watch`` tags those. For an issue, ``stories`` groups what the period and the weeks before it hold, ``brief``
composes the issue, ``render`` draws it, and the files are written. Everything after the raw bytes can be done again:
a new reader or another watch list reads and tags what is stored anew, before the next issue.

``intake`` brings documents in, ``issues`` makes an issue of them, ``analyst`` keeps what a person sets, ``mailing``
sends; ``weekly`` is what a timer calls.

It does not fetch, parse, match, group, rank or draw anything itself, and it is the only place that knows the time.
"""

from briefings.run.analyst.editing import apply as apply_sheet
from briefings.run.analyst.editing import sheet as edit_sheet
from briefings.run.analyst.editing import take_back as undo_edit
from briefings.run.analyst.review import Review, drawn, review
from briefings.run.desk import Desk, clock, opened
from briefings.run.hand.stories import edit_story, story_edits, story_notes, take_edits, undo_story
from briefings.run.intake.condition import conditions, died
from briefings.run.intake.gather import Readings, Report, ask, collect, digest, import_, read
from briefings.run.intake.retention import prune
from briefings.run.issues.issue import Issue, generate, preview
from briefings.run.issues.periods import Asked
from briefings.run.issues.verify import Verdict, verify
from briefings.run.listening import listening
from briefings.run.look import Filter, articles, events, evidence, explain, release, stories
from briefings.run.mailing.returned import returned
from briefings.run.mailing.send import SendOptions, Sent, deliveries, send
from briefings.run.tags import tagged

__all__ = [
    "Asked",
    "Desk",
    "Filter",
    "Issue",
    "Readings",
    "Report",
    "Review",
    "SendOptions",
    "Sent",
    "Verdict",
    "apply_sheet",
    "articles",
    "ask",
    "clock",
    "collect",
    "conditions",
    "deliveries",
    "died",
    "digest",
    "drawn",
    "edit_sheet",
    "edit_story",
    "events",
    "evidence",
    "explain",
    "generate",
    "import_",
    "listening",
    "opened",
    "preview",
    "prune",
    "read",
    "release",
    "returned",
    "review",
    "send",
    "stories",
    "story_edits",
    "story_notes",
    "tagged",
    "take_edits",
    "undo_edit",
    "undo_story",
    "verify",
]
