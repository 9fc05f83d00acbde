"""Counts that sources give, as dated series."""
