"""Beginnings of words by which a sentence blames a side, says who began, or denies, in the region's languages."""

from __future__ import annotations

from typing import Final

BLAMES: Final = (
    "accus", "blam",
    "обвин", "звинувач", "абвінавац",
    "متهم", "مقصر", "تورن",
    "айбдор", "муттаҳам", "айыпта", "айыбын", "айыптоо", "күнөөл", "кінәла",
    "aybla", "günäkärle", "aýypla", "ittiham", "suçla",
    "մեղադր", "დაადანაშაულ", "ადანაშაულებ", "指责",
)  # fmt: skip
"""``X accused Y``: the side that is named second is blamed, in whatever order the language puts its verb."""
BEGAN: Final = (
    "opened fire first", "fired first", "first to fire", "first to open fire", "shot first", "shoot first",
    "started the shooting", "started the shelling", "started the fighting", "started the clash",
    "began the shelling", "began shelling", "began firing", "violated the ceasefire", "broke the ceasefire",
    "provoked the clash", "provoked the fight", "attacked first",
    "первыми открыл", "первой открыл", "первым открыл", "открыли огонь первыми", "открыла огонь первой",
    "нарушил режим", "нарушила режим", "нарушили режим", "нарушил перемирие", "нарушила перемирие",
    "нарушили перемирие", "нарушил прекращение огня", "нарушила прекращение огня", "начал обстрел", "начала обстрел",
    "начали обстрел", "спровоцировал",
    "першими відкрили вогонь", "порушили режим", "порушила режим",
    "نخست آتش گشود", "ابتدا آتش گشود", "آتش‌بس را نقض", "آتش بس را نقض", "نخست شلیک",
    "аввал оташ", "аввалин шуда оташ", "оташбасро вайрон",
    "биринчи болуп ок", "алгачкы болуп ок", "биринші болып оқ",
    "birinchi bo‘lib o‘q", "birinchi bo'lib o'q", "atəşkəsi poz", "ilk olaraq atəş", "ateşkesi ihlal", "ilk ateş",
    "առաջինը կրակ", "խախտել է հրադադար", "პირველმა გახსნა ცეცხლ",
)  # fmt: skip
"""Who is named before them is said to have begun."""
DENIES: Final = (
    "denie", "deny", "denying", "denial", "refut", "dismissed as", "not true", "no truth",
    "опроверг", "отрица", "отверг", "не соответству", "спростув", "заперечу", "заперечи", "абверг",
    "تکذیب", "رد کرد", "رد کړ", "نادرست",
    "рад кард", "такзиб", "четке как", "жокко чыгар", "төгүнд", "теріске шығар", "жоққа шығар",
    "rad et", "inkor", "təkzib", "rədd et", "ret ýet", "ýalana çykar", "yalanla", "reddet",
    "հերք", "უარყ", "否认",
)  # fmt: skip
