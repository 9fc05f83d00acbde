"""What becomes of each kind of file, and of files that are not what they seem."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import InputError
from briefings.sources import LoadOptions, load
from briefings.types import RECORD, Fetched, Problem
from tests.sources.server import Server, rss

NOW = datetime(2024, 12, 2, 6, 0, tzinfo=UTC)


def loaded(*paths: Path, options: LoadOptions | None = None) -> tuple[list[Fetched], list[Problem]]:
    found = list(load([str(path) for path in paths], NOW, options or LoadOptions()))
    documents = [each for each in found if isinstance(each, Fetched) and not each.whole]
    return documents, [each for each in found if isinstance(each, Problem)]


def wholes(*paths: Path) -> list[Fetched]:
    return [
        each for each in load([str(path) for path in paths], NOW) if isinstance(each, Fetched) and each.whole
    ]


def fields(documents: list[Fetched]) -> list[dict[str, Any]]:
    assert {document.media_type for document in documents} == {RECORD}
    return [json.loads(document.raw) for document in documents]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", "Посты усилены.", "text/plain"),
        ("a.md", "# Posts\n\nReinforced.", "text/markdown"),
        ("a.HTM", "<p>Posts</p>", "text/html"),
        ("a.eml", "Subject: Posts\n\nReinforced.", "message/rfc822"),
        ("a.pdf", b"%PDF-1.7\n\0\0\0", "application/pdf"),
        ("noname", "<!DOCTYPE html><p>Posts</p>", "text/html"),
        ("letter", "From: a@b.example\nSubject: Posts\n\nReinforced.", "message/rfc822"),
        ("page.xml", "<!DOCTYPE html><html><p>Posts</p></html>", "text/html"),
        ("cp1251.txt", "Посты усилены.".encode("cp1251"), "text/plain"),
        ("utf16.txt", "Посты".encode("utf-16"), "text/plain"),
    ],
)
def test_a_document_is_its_bytes(tmp_path: Path, name: str, content: str | bytes, media_type: str) -> None:
    path = put(tmp_path, name, content)
    ((document,), problems) = loaded(path)
    assert (document.raw, document.media_type, document.path, problems) == (
        path.read_bytes(),
        media_type,
        str(path),
        [],
    )
    assert (document.url, document.retrieved) == (None, NOW)


def test_json_lines_are_records_and_a_bad_line_costs_itself_alone(tmp_path: Path) -> None:
    lines = [
        '{"source": "o.example", "lang": "ru", "date": "2024-11-27", "title": "A", "text": "B"}',
        "{oops",
        "",
        "[1]",
    ]
    path = put(tmp_path, "week.jsonl", "\n".join([*lines, '{"title": "C", "date": "2024-11-28"}']))
    documents, problems = loaded(path)
    assert fields(documents) == [
        {"publisher": "o.example", "language": "ru", "date": "2024-11-27", "title": "A", "text": "B"},
        {"title": "C", "date": "2024-11-28"},
    ]
    assert [problem.subject.rpartition(", ")[2] for problem in problems] == ["line 2", "line 4"]
    assert problems[0].reason.startswith("It is not JSON: Expecting property name")
    assert [(w.raw, w.sha256) for w in wholes(path)] == [(path.read_bytes(), documents[0].container)]


def test_the_order_of_keys_does_not_change_a_record(tmp_path: Path) -> None:
    one = put(tmp_path, "1.jsonl", '{"title": "A", "date": "2024-11-27", "text": null}')
    two = put(tmp_path, "2.jsonl", '{"date": "2024-11-27", "Title": "A"}')
    assert loaded(one)[0][0].sha256 == loaded(two)[0][0].sha256


@pytest.mark.parametrize(
    "header",
    [
        "HD,LP,TD,PD,ET,SN,BY,LA,AN",
        "Headline,Lead Paragraph,Full Text,Publication Date,Publication Time,Source Name,Byline,Language,Guid",
        "headline,leadParagraph,full_text,publicationDate,publication_time,source_name,by,language_code,accession_number",
        "Заголовок,Лид,Текст,Дата публикации,Время,Источник,Автор,Язык,Номер",
    ],
)
def test_columns_of_news_databases_are_recognised(tmp_path: Path, header: str) -> None:
    row = "Posts reinforced,Two posts.,More came later.,2024-11-27,09:30,The Outpost,A. Writer,en,X-1"
    (record,) = fields(loaded(put(tmp_path, "export.csv", f"{header}\n{row}\n"))[0])
    assert record == {
        "title": "Posts reinforced",
        "text": "Two posts.\n\nMore came later.",
        "date": "2024-11-27 09:30",
        "publisher": "The Outpost",
        "author": "A. Writer",
        "language": "en",
        "id": "X-1",
    }


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_separators_and_encodings_of_tables_are_found(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [
        ["title", "date", "text"],
        ["Учения на границе", "2024-11-27", "Посты усилены на двух участках границы"],
    ]
    table = "\r\n".join(separator.join(row) for row in rows * 1 + rows[1:] * 3)
    (record, *_) = fields(loaded(put(tmp_path, "a.csv", table.encode(encoding)))[0])
    assert (record["title"], record["date"]) == ("Учения на границе", "2024-11-27")


def test_a_table_without_a_date_says_which_columns_it_has(tmp_path: Path) -> None:
    documents, (problem,) = loaded(
        put(tmp_path, "a.csv", "Headline,Body,Erschienen\nA,B,27.11.2024\nC,D,28.11.2024\n")
    )
    assert len(documents) == 2
    assert (
        "No column holds a date (columns: Headline, Body, Erschienen); its 2 records are kept"
        in problem.reason
    )
    mapped = LoadOptions(columns={"date": "Erschienen"})
    documents, problems = loaded(tmp_path / "a.csv", options=mapped)
    assert (fields(documents)[0]["date"], problems) == ("27.11.2024", [])


def test_a_row_without_title_and_text_is_told(tmp_path: Path) -> None:
    documents, (problem,) = loaded(put(tmp_path, "a.csv", "title,date\nA,2024-11-27\n,2024-11-28\n"))
    assert len(documents) == 1
    assert (problem.subject.endswith("a.csv, line 3"), "neither a title nor a text" in problem.reason) == (
        True,
        True,
    )


def test_a_quoted_cell_may_hold_lines_and_separators(tmp_path: Path) -> None:
    cell = 'He said: ""no, not yet"".\n\nThen he left.'
    (record,) = fields(loaded(put(tmp_path, "a.csv", f'title,date,text\nA,2024-11-27,"{cell}"\n'))[0])
    assert record["text"] == 'He said: "no, not yet".\n\nThen he left.'


@pytest.mark.parametrize(
    "tree",
    [
        [{"title": "A", "date": "2024-11-27"}],
        {
            "status": "ok",
            "articles": [{"title": "A", "publishedAt": "2024-11-27", "source": {"id": None, "name": "O"}}],
        },
        {"hits": {"hits": [{"_id": "1", "_source": {"title": "A", "date": "2024-11-27"}}]}},
        {"title": "A", "date": "2024-11-27"},
        {"data": [{"id": "1", "fields": {"title": "A", "date": {"created": "2024-11-27"}}}]},
    ],
)
def test_json_holds_records_in_several_shapes(tmp_path: Path, tree: object) -> None:
    documents, problems = loaded(put(tmp_path, "a.json", json.dumps(tree)))
    assert [(f["title"], f["date"]) for f in fields(documents)] == [("A", "2024-11-27")]
    assert problems == []


def test_written_out_languages_and_compact_times_are_understood(tmp_path: Path) -> None:
    entry = {"title": "A", "seendate": "20241127T093000Z", "language": "Russian", "domain": "o.example"}
    (record,) = fields(loaded(put(tmp_path, "a.json", json.dumps({"articles": [entry]})))[0])
    assert record == {
        "title": "A",
        "date": "2024-11-27T09:30:00Z",
        "language": "ru",
        "publisher": "o.example",
    }


HELD: list[dict[str, Any]] = [
    {"Headline": "A", "Date": datetime(2024, 11, 27), "Body": "x"},  # noqa: DTZ001 - as a sheet holds it
    {"Headline": "B", "Date": None, "Body": "N/A"},
]
READ = [{"title": "A", "date": "2024-11-27", "text": "x"}, {"title": "B"}]


def test_a_workbook_is_a_table(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for cells in ([], list(HELD[0]), *(list(each.values()) for each in HELD)):
        book.active.append(cells)
    book.save(tmp_path / "a.xlsx")
    assert fields(loaded(tmp_path / "a.xlsx")[0]) == READ


@pytest.mark.parametrize("unit", ["ns", "us", "s"])
def test_parquet_is_a_table(tmp_path: Path, unit: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.Table.from_pylist(HELD)
    table = table.set_column(1, "Date", table["Date"].cast(pyarrow.timestamp(unit)))
    pytest.importorskip("pyarrow.parquet").write_table(table, tmp_path / "a.parquet")
    assert fields(loaded(tmp_path / "a.parquet")[0]) == READ


def test_parquet_that_repeats_one_value_without_end_is_read_up_to_a_limit(tmp_path: Path) -> None:
    """It declares a few bytes, since the value stands there once, and unpacks to two gigabytes."""
    pyarrow = pytest.importorskip("pyarrow")
    long = pyarrow.array(["x" * 100_000]).dictionary_encode()
    column = pyarrow.DictionaryArray.from_arrays([0] * 20_000, long.dictionary)
    path = tmp_path / "a.parquet"
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table({"text": column}), path)
    assert path.stat().st_size < 1_000_000
    documents, problems = loaded(path, options=LoadOptions(max_file=10_000_000))
    assert 50 <= len(documents) <= 100
    assert "or 10 MB; what is beyond was not read" in problems[0].reason


def test_records_that_cannot_be_used_are_told_of_up_to_a_number(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "title,date\n" + ",2024-11-27\n" * 1000)
    documents, problems = loaded(path)
    assert (documents, len(problems)) == ([], 21)
    assert problems[-1].reason == "980 more of its records cannot be used either."


def test_a_table_has_so_many_records_and_no_more(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "title,date\n" + "A,2024-11-27\n" * 20)
    documents, (problem,) = loaded(path, options=LoadOptions(max_records=5))
    assert (len(documents), problem.reason.startswith("It holds more than 5 records")) == (5, True)


def test_a_line_of_json_has_the_length_of_a_document(tmp_path: Path) -> None:
    good = json.dumps({"title": "A", "date": "2024-11-27"})
    path = put(tmp_path, "a.jsonl", f'{{"title": "{"x" * 3000}"}}\n{good}\n')
    documents, problems = loaded(path, options=LoadOptions(max_document=1000))
    assert ([f["title"] for f in fields(documents)], len(problems)) == (["A"], 1)
    assert problems[0].subject.endswith("line 1")


def test_a_mailbox_is_its_messages(tmp_path: Path) -> None:
    mail = "From a@b.example Wed Nov 27 09:30:00 2024\nSubject: {0}\n\nBody {0}.\n\n>From here on, more.\n\n"
    documents, problems = loaded(put(tmp_path, "a.mbox", mail.format(1) + mail.format(2)))
    assert [d.raw for d in documents] == [
        f"Subject: {n}\n\nBody {n}.\n\nFrom here on, more.\n".encode() for n in (1, 2)
    ]
    assert (problems, documents[1].path.endswith("a.mbox/message 2")) == ([], True)


def test_a_feed_file_is_its_items_with_dates_as_the_feed_writes_them(tmp_path: Path) -> None:
    path = put(tmp_path, "a.rss", rss("outpost"))
    documents, problems = loaded(path)
    assert problems == []
    assert fields(documents)[0] == {
        "title": "Пост outpost 0",
        "url": "https://outpost.example/0",
        "id": "outpost-0",
        "date": "Wed, 27 Nov 2024 00:30:00 +0500",
        "text": "Посты усилены.",
        "publisher": "outpost",
    }
    assert wholes(path)[0].raw == path.read_bytes()


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.git/x.txt", ".hidden.txt", "c.doc", "__MACOSX/x.txt"):
        put(tmp_path, name, name)
    documents, (problem,) = loaded(tmp_path)
    assert [d.path for d in documents] == [f"{tmp_path}/a/z.txt", f"{tmp_path}/b.txt"]
    assert problem.reason == "1 file of kinds that are not read: c.doc."


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert loaded(tmp_path)[1][0].reason == "The folder holds no file."


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_an_archive_is_its_files_in_order_of_their_names(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": b"deep"})
    path = put(
        tmp_path,
        "a.zip",
        zipped({"b.txt": b"b", "a.jsonl": b'{"title": "A", "date": "2024"}', "c.zip": inner}),
    )
    documents, problems = loaded(path)
    assert [d.path.removeprefix(str(path)) for d in documents] == ["/a.jsonl", "/b.txt", "/c.zip/deep.txt"]
    assert problems == []


@pytest.mark.parametrize("name", ["../../etc/x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt"])
def test_a_name_that_leads_out_of_an_archive_is_passed_over(tmp_path: Path, name: str) -> None:
    documents, problems = loaded(put(tmp_path, "a.zip", zipped({name: b"x", "ok.txt": b"ok"})))
    assert [d.raw for d in documents] == [b"ok"]
    assert "leads out of the archive" in problems[0].reason


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    zeros = b"0" * 30_000_000
    packed = put(tmp_path, "a.zip", zipped({"bomb.txt": zeros}))
    layers = put(tmp_path, "c.zip", zipped({"c.zip": zipped({"c.zip": zipped({"x.txt": b"x"})})}))
    gz = put(tmp_path, "b.txt.gz", gzip.compress(zeros, 9))
    documents, problems = loaded(packed, gz, layers)
    assert documents == []
    assert ["more than 200 times" in p.reason or "unpacks to more" in p.reason for p in problems] == [
        True,
        True,
        False,
    ]
    assert "archive in an archive" in problems[2].reason


def test_a_gz_is_what_it_holds(tmp_path: Path) -> None:
    ((document,), problems) = loaded(put(tmp_path, "a.html.gz", gzip.compress(b"<p>Posts</p>")))
    assert (document.media_type, document.path.endswith("a.html.gz/a.html"), problems) == (
        "text/html",
        True,
        [],
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "It is empty."),
        ("a.csv", b" \n", "It is empty."),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, "It is binary, not a text"),
        ("a.jsonl", b"\0\1\2\3" * 99, "It is binary, not a text"),
        ("a.xlsx", b"PK\3\4 broken", "It cannot be read as xlsx: "),
        ("a.zip", b"PK\3\4 broken", "It is no .zip that can be read"),
        ("a.gz", b"\x1f\x8b broken", "It is no .gz that can be read"),
        ("a.json", b'{"title": ', "It cannot be read as json: Expecting value"),
        ("a.json", b"[]", "It holds no records."),
        ("a.csv", b"title,date,text\n", "It holds no records."),
        ("a.xml", b"<invoice><n>1</n></invoice>", "It is no feed that can be read."),
        (
            "a.xml",
            b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///x">]><rss><channel><item>&a;</item></channel></rss>',
            "declares XML entities",
        ),
        ("a.odt", b"hello", "It is of a kind that is not read; readable are .txt"),
        ("a.json", b"[" * 100_000, "It cannot be read as json"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    documents, (problem,) = loaded(put(tmp_path, name, content))
    assert (documents, problem.subject, reason in problem.reason) == ([], str(tmp_path / name), True)


def test_a_missing_path_stops_before_the_first_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file or folder .*/nowhere\.csv; nothing was read"):
        load([str(put(tmp_path, "a.txt", "a")), str(tmp_path / "nowhere.csv")], NOW)


def test_a_file_of_50_megabytes_is_refused_as_one_document_and_read_as_a_table(tmp_path: Path) -> None:
    text = put(tmp_path, "a.txt", b"0123456789" * 5_000_000)
    assert loaded(text)[1][0].reason.startswith("It has 50 MB; one document may have 20 MB")
    line = json.dumps({"title": "A", "date": "2024-11-27", "text": "x" * 490_000}) + "\n"
    table = put(tmp_path, "a.jsonl", line * 100)
    assert len(loaded(table)[0]) == 100
    assert "more than 1 MB; split it" in loaded(table, options=LoadOptions(max_file=1_000_000))[1][0].reason


def test_a_page_is_fetched_by_its_address(server: Server) -> None:
    allowed = LoadOptions(allow_private=True)
    (page,) = load([f"{server.url}/page"], NOW, allowed)
    assert isinstance(page, Fetched)
    assert (page.media_type, page.url, page.path) == ("text/html", f"{server.url}/page", "")
    (problem,) = load([f"{server.url}/page"], NOW)
    assert isinstance(problem, Problem)
    assert "inside a private network or this machine" in problem.reason
    assert [isinstance(each, Fetched) for each in load([f"{server.url}/plain"], NOW, allowed)] == [True] * 3
    (missing,) = load([f"{server.url}/missing"], NOW, allowed)
    assert isinstance(missing, Problem)
    assert missing.reason == "It cannot be fetched: the server answered 404."


@given(
    content=st.binary(max_size=300),
    name=st.sampled_from(["a.csv", "a.jsonl", "a.json", "a.xml", "a.mbox", "a.zip", "a"]),
)
def test_no_bytes_make_it_fail(content: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = put(tmp_path_factory.getbasetemp() / "any", name, content)
    documents, problems = loaded(path)
    assert documents or problems
