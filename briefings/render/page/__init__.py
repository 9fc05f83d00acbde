"""A brief as a page: what its templates may use, and the HTML edition."""
