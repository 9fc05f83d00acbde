"""Copies: one text printed again, and what only looks like one."""
