"""What is told as one whatever words tell it: meetings and visits, votes, unrest and wars, calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.stories.alike.contacts import contacts
from briefings.stories.alike.developments import developments
from briefings.stories.alike.occasions import Occasion, occasions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.stories.clusters.options import ClusterOptions
    from briefings.stories.texts.features import Doc


@dataclass(frozen=True, slots=True)
class Told:
    """Positions of documents; none stands in two of a kind."""

    met: tuple[Occasion, ...]
    going_on: tuple[tuple[int, ...], ...]
    spoke: tuple[tuple[int, ...], ...]

    def bound(self) -> Iterator[tuple[int, int]]:
        """Yield the first report of each with each of the others."""
        for reports in (*(one.reports for one in self.met), *self.going_on, *self.spoke):
            yield from ((reports[0], other) for other in reports[1:])


def told_as_one(docs: Sequence[Doc], own: Sequence[int], options: ClusterOptions) -> Told:
    """Return the occasions, the developments and the calls of which the ``own`` of the documents tell.

    Only what a title names counts: the others need not be asked.
    """
    own = [at for at in own if docs[at].bare.titled]
    some = [docs[at] for at in own]
    met = occasions(some, options.occasions)
    taken = {at for one in met for at in one.reports}
    free = [at for at in range(len(some)) if at not in taken]
    going_on = developments(some, free, options.developments)
    spoke = contacts(some, free, going_on)

    def all_of(places: Iterable[int]) -> tuple[int, ...]:
        return tuple(own[at] for at in places)

    return Told(
        tuple(Occasion(all_of(one.reports), all_of(one.others)) for one in met),
        tuple(map(all_of, going_on)),
        tuple(map(all_of, spoke)),
    )
