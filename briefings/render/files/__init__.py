"""The other editions: mail, text, Markdown, Word, calendar, table, data."""
