"""A week of ten thousand items, through the real command line: minutes, memory, pages, and that it is true.

Earlier a week of ten thousand items like these took 23 s of CPU to import and 92 s to generate, with 370 MB, in eight
pages. CPU is that of the command; readers that work beside it in processes of their own are not counted.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefings.render import page_count
from tests.project import NOW, start
from tests.stories.synthetic import vocabulary

pytestmark = pytest.mark.evals

ITEMS = 10_000
SUBJECTS = (
    "the Tajik-Afghan border", "the CSTO summit in Astana", "the Kyrgyz-Tajik border", "the Taliban in Kabul",
    "the Armenian-Azerbaijani border", "Uzbek customs at Termez", "the Durand Line at Torkham", "the city council",
    "a football club", "the national bank", "a harbour in the north", "the weather",
)  # fmt: skip
ACTS = (
    "was closed for repairs", "was opened again after a week", "saw long queues of lorries", "was discussed by ministers",
    "was shelled at night", "was visited by a delegation", "was inspected by surveyors", "was named in a joint statement",
)  # fmt: skip
ENDS = (
    "and the work went on until the evening", "while traders waited for news at the gate", "as the governor had announced",
    "but nobody was hurt, a doctor added", "and two lorries were turned back", "after a night of heavy rain in the hills",
)  # fmt: skip


def items(number: int, seed: int = 7) -> list[dict[str, str]]:
    """Reports of invented outlets: stories of one to twelve tellings, half of the items copied from others."""
    dice = random.Random(seed)
    names = [word.capitalize() for word in vocabulary(6000, seed)]
    made: list[dict[str, str]] = []
    while len(made) < number:
        subject, act, own = dice.choice(SUBJECTS), dice.choice(ACTS), dice.choices(names, k=4)
        for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
            text = " ".join(
                f"{dice.choice(own)} {dice.choice(names)} said on Tuesday that {subject} {act} {dice.choice(ENDS)}, with "
                f"{dice.randint(2, 90)} people from {dice.choice(own)} and {dice.choice(names)} present."
                for _ in range(dice.randint(3, 7))
            )
            title = f"{subject[:1].upper()}{subject[1:]} {act}, says {dice.choice(own)} of {own[0]}"
            day = f"2024-11-{25 + dice.randint(0, 5)}"
            for _ in range(dice.choice((1, 1, 2, 4))):
                place = len(made)
                outlet = dice.randint(1, 80)
                made.append({"title": title, "text": text, "date": day, "source": f"Outlet {outlet}", "lang": "en",
                             "url": f"https://outlet-{outlet}.example/{place}"})  # fmt: skip
    return made[:number]


def timed(folder: Path, *words: str) -> tuple[float, float, str]:
    """CPU seconds and greatest memory in MB of a command of its own, and what it printed."""
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "SOURCE_DATE_EPOCH": NOW}
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "briefings", *words], cwd=folder, env=env, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 3)
    print(
        f"\n{words[0]}: {time.monotonic() - began:.0f} s, of them CPU {usage.ru_utime + usage.ru_stime:.0f} s"
    )
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


@pytest.mark.timeout(1800)  # by the clock, on a busy machine
def test_ten_thousand_items_are_a_brief_within_minutes(tmp_path: Path) -> None:
    project = start(tmp_path / "desk").folder
    (project / "week.jsonl").write_text("\n".join(map(json.dumps, items(ITEMS))), "utf-8")

    reading, memory, _ = timed(project, "import", "week.jsonl")
    composing, more, out = timed(project, "generate", "--week", "2024-W48", "--format", "pdf,json")
    pdf, data = (Path(line) for line in out.split())
    brief = json.loads(data.read_text("utf-8"))
    pages = page_count(pdf.read_bytes())
    print(f"CPU {reading:.0f} s + {composing:.0f} s, memory {max(memory, more):.0f} MB, {pages} pages")

    assert reading + composing < 180
    assert max(memory, more) < 1000
    assert pages <= 8
    assert brief["coverage"]["articles"] == ITEMS
    assert all(s["origins"] <= s["outlets"] <= len(s["articles"]) for s in brief["stories"])
    assert any("Not printed for want of space" in note for note in brief["coverage"]["notes"])
