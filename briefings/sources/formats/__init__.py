"""Kinds of files: archives, tables, exports, web archives; each taken apart into its documents."""
