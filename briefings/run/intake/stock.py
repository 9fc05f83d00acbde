"""Imported by nobody but the server whose copies read documents: loads what every reader needs, once for all.

Reading one page brings in the libraries, the language model and the patterns; that takes half a second, which each
process would otherwise spend anew.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

from briefings.types import Fetched

# There is a process for each core already; the mathematics library's own threads would only take up memory.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

from briefings import reading

_PAGE = """<html lang="en"><head><title>Border officials meet at the river</title></head><body><article>
<h1>Border officials meet at the river</h1><p>November 27, 2024</p>
<p>Border officials of two countries met at the river on Wednesday, and spoke of the bridge for an hour.</p>
<p>“The bridge will be opened on Thursday, after the last inspection,” the head of the delegation said.</p>
</article></body></html>"""

_document = Fetched(_PAGE.encode(), "", "text/html", datetime(2024, 12, 1, tzinfo=UTC))
reading.read(reading.parse(_document), reading.Outlets(()), reading.Profile())
