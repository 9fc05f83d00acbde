"""Documents in: fetched or imported, read by processes that a bad one may cost, kept for as long as wished."""
