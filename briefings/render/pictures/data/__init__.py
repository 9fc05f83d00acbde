"""Shapes and places for the map (see README.md)."""
