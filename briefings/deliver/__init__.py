"""Artifacts -> Receipts: the right edition, to the right people, once.

``gate`` decides who may get what, ``message`` writes one mail for one person, ``smtp`` hands it to a server, and
``post`` walks the outbox so that nobody whose copy was acknowledged gets a second one.
"""

from briefings.deliver.gate import Recipient, Refusal, admit
from briefings.deliver.message import Mailing, build
from briefings.deliver.post import Carrier, Outbox, PostOptions, forget, post
from briefings.deliver.smtp import Outcome, Server, SmtpOptions

__all__ = [
    "Carrier",
    "Mailing",
    "Outbox",
    "Outcome",
    "PostOptions",
    "Recipient",
    "Refusal",
    "Server",
    "SmtpOptions",
    "admit",
    "build",
    "forget",
    "post",
]
