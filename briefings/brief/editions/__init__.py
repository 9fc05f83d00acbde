"""Editions of a finished brief: cut to a marking, or to what a reader asked for."""
