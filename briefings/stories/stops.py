"""Words that say nothing of an event, in the languages that bring most items; rarity takes care of the rest."""

from __future__ import annotations

_ENGLISH = """a an the of to in on at by for with from and or but as is are was were be been being it its he him
    she they them his her their our we you i this that these those has have had do does did will would shall
    should can could may might must not no after before over under into out up down off about s said say says
    told who whom whose which what when where why how than then also more most many much some any all other
    such only own same so too very just there here while during between against through per via new one two"""
_RUSSIAN = """и в во не что он на я с со как а то все она так его но да ты к ко у же вы за бы по только ее мне
    было вот от меня еще нет о об из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь
    опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам
    чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом
    один почти мой тем чтобы нее сейчас были куда зачем всех можно при два об другой хоть после над больше
    тот через эти нас про всего них какая много разве три эту моя этой перед иногда лучше чуть том нельзя
    такой им более всегда конечно всю между это также который которая которые которых которой которого
    сообщил сообщила сообщили сообщает сообщается заявил заявила отметил сказал рассказал словам данным
    года году год г"""

STOPS = frozenset(_ENGLISH.split()) | frozenset(_RUSSIAN.split())
