"""The sections around the stories: summary, tables, changes, coverage, method, source annex."""
