"""Whence a text comes: outlet, republisher, wire."""
