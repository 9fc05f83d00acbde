"""Text as every room sees it: cleaned, folded for matching, cut into sentences.

``clean`` is what reading stores; ``fold`` is what matching and searching compare; both are idempotent.
"""

from briefings.text.folding import BLANKS, Folded, clean, fold, folded
from briefings.text.scripts import script, skeleton, skeletons
from briefings.text.sentences import sentences

__all__ = ["BLANKS", "Folded", "clean", "fold", "folded", "script", "sentences", "skeleton", "skeletons"]
