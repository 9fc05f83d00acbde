"""Artifacts -> Receipts: the right edition, to the right people, once.

``gate`` decides who may get what, ``message`` writes one mail for one person, ``protect`` and ``dkim`` lock and sign
it, ``smtp`` hands it to a server, and ``post`` walks the outbox so that nobody whose copy was acknowledged gets a
second one. ``unsubscribe`` and ``bounces`` understand what comes back.
"""

from briefings.deliver.bounces import Bounce, Wish, read
from briefings.deliver.gate import Admission, Circle, Recipient, Refusal, admit, rank
from briefings.deliver.message import Letter, Mailing, build
from briefings.deliver.post import Carrier, Outbox, PostOptions, forget, post
from briefings.deliver.protect import OPEN, UNSIGNED, Protection, Signing
from briefings.deliver.smtp import Outcome, Relay, Server, SmtpOptions
from briefings.deliver.unsubscribe import Subscription, application, token

__all__ = [
    "OPEN",
    "UNSIGNED",
    "Admission",
    "Bounce",
    "Carrier",
    "Circle",
    "Letter",
    "Mailing",
    "Outbox",
    "Outcome",
    "PostOptions",
    "Protection",
    "Recipient",
    "Refusal",
    "Relay",
    "Server",
    "Signing",
    "SmtpOptions",
    "Subscription",
    "Wish",
    "admit",
    "application",
    "build",
    "forget",
    "post",
    "rank",
    "read",
    "token",
]
