"""How grave the words of a report are: a small table of word stems in several languages.

Only for the order of stories (brief-anatomy section 1, "severity words"); it is never printed as a judgment.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {"war": 2.0, "deaths": 1.8, "force": 1.5, "emergency": 1.5, "decision": 1.2}
"""Factor of each class; the gravest class that is met counts."""

_STEMS: Mapping[str, str] = {
    "war": r"""\bwar\b|offensive|invasion|hostilities|martial law|mobili[sz]ation|shelling|air ?strikes?|cease-?fire|
        coup|captur|\bseiz|\bfall of|takes? over|overthr|peacekeep|troops (?:sent|to|enter|deploy)|
        войн|наступлен|вторжени|боев|военное положение|мобилизац|обстрел|авиауд|прекращени\w+ огня|перемири|
        переворот|захват|миротвор|ввод\w* войск|свержен|جنگ|حمله|آتش‌بس|کودتا|سقوط|تصرف""",
    "deaths": r"""\bkill|\bdead\b|\bdeaths?\b|\bdied\b|casualt|fatalit|massacre|execut|suicide bomb|
        погиб|убит|жертв|казн|скончал|теракт|کشته|جان باخت|تلفات|انتحاری""",
    "force": r"""clash|attack|explosion|blast|shoot|gunfire|hostage|terror|militant|wounded|injured|drone|
        столкновен|атак|взрыв|стрельб|заложник|террор|боевик|ранен|пострадавш|беспилотник|
        درگیری|انفجار|تیراندازی|تروریست|زخمی""",
    "emergency": r"""state of emergency|curfew|evacuat|riot|unrest|protest|earthquake|flood|refugee|blackout|
        border (?:closed|closure)|closes? (?:the )?border|checkpoints? closed|crisis|
        чрезвычайн|комендантск|эвакуац|беспоряд|протест|митинг|землетряс|наводнен|беженц|закры\w+ границ|кризис|
        وضعیت اضطراری|اعتراض|زلزله|سیل|پناهنده|بستن مرز|بحران""",
    "decision": r"""summit|treaty|agreement|sanction|deleg|ratif|elections?|declaration|joint statement|
        саммит|договор|соглашен|санкци|ратифи|выбор|декларац|совместное заявление|نشست سران|توافق|تحریم|انتخابات""",
}


def severity(text: str, changes: Mapping[str, float]) -> float:
    """Return the factor of the gravest class that ``text`` meets, 1 when none; ``changes`` replace weights."""
    folded = text.casefold()
    weights = {**WEIGHTS, **changes}
    return max((weights[name] for name, found in _patterns().items() if found.search(folded)), default=1.0)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(re.sub(r"\n\s*", "", stems)) for name, stems in _STEMS.items()}
