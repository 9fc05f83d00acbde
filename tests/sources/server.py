"""A real HTTP server on loopback that plays feeds in every mood."""

from __future__ import annotations

import gzip
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def rss(name: str, items: int = 2, encoding: str = "utf-8") -> bytes:
    body = "".join(
        f"<item><title>Пост {name} {n}</title><link>https://{name}.example/{n}</link><guid>{name}-{n}</guid>"
        f"<pubDate>Wed, 27 Nov 2024 0{n % 10}:30:00 +0500</pubDate><description>Посты усилены.</description></item>"
        for n in range(items)
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>{name}</title>'
    return f"{head}{body}</channel></rss>".encode(encoding)


def full(name: str, items: int = 20) -> bytes:
    """A feed as outlets make them: each item with its text in five paragraphs."""
    paragraph = (
        "<p>" + f"Посты на реке усилены, сообщил представитель {name} после переговоров сторон. " * 6 + "</p>"
    )
    body = "".join(
        f"<item><title>Пост {name} {n}</title><link>https://{name}.example/2024/11/27/{n}</link><guid>{name}-{n}</guid>"
        f"<pubDate>Wed, 27 Nov 2024 09:{n:02d}:00 +0500</pubDate><category>News</category><author>A. Writer</author>"
        f"<content:encoded><![CDATA[{paragraph * 5}<p>№ {n}</p>]]></content:encoded></item>"
        for n in range(items)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss {space} version="2.0"><channel><title>{name}</title>{body}</channel></rss>'.encode()


class Handler(BaseHTTPRequestHandler):
    """Answers by the first part of the path; each mood is one method."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        mood = urlsplit(self.path).path.strip("/").split("/")[0]
        try:
            self.do_robots() if mood == "robots.txt" else getattr(self, f"mood_{mood}")()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def name(self) -> str:
        return self.path.strip("/").replace("/", "-")

    def mood_plain(self) -> None:
        self.send(200, rss(self.name()), Content_Type="application/rss+xml")

    def mood_full(self) -> None:
        self.send(200, full(self.name()), Content_Type="application/rss+xml")

    def mood_etag(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"':
            self.send(304, ETag='"v1"')
        else:
            self.send(200, rss(self.name()), ETag='"v1"', Content_Type="text/xml")

    def mood_modified(self) -> None:
        stamp = "Wed, 27 Nov 2024 10:00:00 GMT"
        if self.headers.get("If-Modified-Since") == stamp:
            self.send(304)
        else:
            self.send(200, rss(self.name()), Last_Modified=stamp, Content_Type="text/xml")

    def mood_gzip(self) -> None:
        self.send(200, gzip.compress(rss(self.name())), Content_Encoding="gzip", Content_Type="text/xml")

    def mood_bomb(self) -> None:
        self.send(200, gzip.compress(b" " * 60_000_000, 9), Content_Encoding="gzip", Content_Type="text/xml")

    def mood_busy(self) -> None:
        self.send(429, Retry_After="3600")

    def mood_error(self) -> None:
        self.send(503)

    def mood_gone(self) -> None:
        self.send(410)

    def mood_barred(self) -> None:
        """403 while the server is told to bar, else a feed."""
        if self.server.barred:
            self.send(403)
        else:
            self.mood_plain()

    def mood_missing(self) -> None:
        self.send(404)

    def mood_html(self) -> None:
        self.send(200, b"<!doctype html><html><body>Sold</body></html>", Content_Type="text/html")

    def mood_empty(self) -> None:
        self.send(200, rss("empty", 0), Content_Type="text/xml")

    def mood_tangle(self) -> None:
        """A name that the parser looks through for an address of mail, from each of its letters anew."""
        author = b"a." * 500_000
        self.send(200, rss("tangle", 1).replace(b"<guid>", b"<author>" + author + b"</author><guid>"))

    def mood_nothing(self) -> None:
        self.send(200, b"", Content_Type="text/xml")

    def mood_charset(self) -> None:
        self.send(200, rss(self.name(), encoding="windows-1251"), Content_Type="text/xml; charset=utf-8")

    def mood_cookie(self) -> None:
        self.send(200, rss(self.name()), Set_Cookie="id=1; Path=/", Content_Type="text/xml")

    def mood_for(self) -> None:
        """``/for/301/http://...`` redirects there with that status."""
        _, _, status, target = self.path.split("/", 3)
        self.send(int(status), Location=target if "://" in target else f"/{target}")

    def mood_loop(self) -> None:
        self.send(302, Location=self.path)

    def mood_drip(self) -> None:
        self._stream((b" " for _ in range(1000)), 0.05)

    def mood_headers(self) -> None:
        """Headers that never end, one by one."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(1000):
            self.wfile.write(f"X-{number}: 1\r\n".encode())
            time.sleep(0.05)

    def mood_endless(self) -> None:
        chunk = b" " * 65536
        self._stream((chunk for _ in iter(int, 1)), 0)

    def mood_hangup(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss")
        self.close_connection = True

    def mood_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 this is no HTTP \r\n\r\n")
        self.close_connection = True

    def mood_list(self) -> None:
        """A section page: six articles, a tag, an image, a page of another host and one that robots.txt forbids."""
        links = [f"/story/2024/11/27/{n}" for n in range(6)]
        links += [
            "/tag/border-posts-on-the-river",
            "/x/2024/11/27/photo.jpg",
            "https://other.example/2024/11/27/x",
        ]
        links += ["/private/2024/11/27/1", links[0]]
        body = "".join(f'<a href="{link}">Read</a>' for link in links)
        self.send(200, f"<html><body>{body}</body></html>".encode(), Content_Type="text/html", ETag='"l"')

    def mood_story(self) -> None:
        if self.path.endswith("/4"):
            time.sleep(self.server.story_pause)
        if self.path.endswith("/5"):
            self.send(self.server.story_status)
        else:
            self.send(200, f"<p>Story {self.path}.</p>".encode(), Content_Type="text/html")

    mood_private = mood_story

    def do_robots(self) -> None:
        self.send(self.server.robots_status, b"User-agent: *\nDisallow: /private/")

    def mood_sitemap(self) -> None:
        entry = "<url><loc>{0}/story/{1}</loc><lastmod>2024-11-2{1}</lastmod></url>"
        body = "".join(entry.format(self.server.url, n) for n in (1, 3, 2))
        self.send(
            200, f'<?xml version="1.0"?><urlset>{body}</urlset>'.encode(), Content_Type="application/xml"
        )

    def mood_packed(self) -> None:
        body = gzip.compress(f"<urlset><url><loc>{self.server.url}/story/4</loc></url></urlset>".encode())
        self.send(200, body, Content_Type="application/gzip")

    def mood_sitemaps(self) -> None:
        body = "".join(
            f"<sitemap><loc>{self.server.url}/{p}</loc></sitemap>" for p in ("sitemap/a", "packed/b")
        )
        self.send(200, f"<sitemapindex>{body}</sitemapindex>".encode(), Content_Type="application/xml")

    def mood_stub(self) -> None:
        item = "<item><title>{0}</title><link>{1}/story/{0}</link><description>{2}</description></item>"
        items = item.format("1", self.server.url, "Only this.") + item.format(
            "2", self.server.url, "Long. " * 99
        )
        self.send(200, f"<rss><channel>{items}</channel></rss>".encode(), Content_Type="text/xml")

    def mood_channel(self) -> None:
        post = (
            '<div class="tgme_widget_message" data-post="outpost/{0}"><div class="tgme_widget_message_text js-text">'
            '<b>Posts reinforced.</b> Two of them.<br/>More later.</div><time datetime="2024-11-27T09:3{0}:00+00:00">'
            "</time></div>"
        )
        self.send(200, (post.format(1) + post.format(2)).encode(), Content_Type="text/html; charset=utf-8")

    def mood_api(self) -> None:
        fields = {
            "title": "Posts reinforced",
            "url": "https://o.example/1",
            "date": {"created": "2024-11-27"},
        }
        self.send(
            200,
            json.dumps({"data": [{"id": "1", "fields": fields}]}).encode(),
            Content_Type="application/json",
        )

    def mood_mapped(self) -> None:
        entry = {"Überschrift": "Posts reinforced", "when": {"at": "2024-11-27"}, "words": ["One.", "Two."]}
        self.send(
            200, json.dumps({"data": {"hits": {"rows": [entry]}}}).encode(), Content_Type="application/json"
        )

    def mood_reliefweb(self) -> None:
        """As https://api.reliefweb.int/v2/reports answers, cut down to two entries."""
        report = {
            "title": "Flash update",
            "body": "Roads are *closed*.",
            "body-html": "<p>Roads are closed.</p>",
            "date": {"original": "2024-11-27T00:00:00+00:00", "created": "2024-11-28T04:10:00+00:00"},
            "url": "https://reliefweb.int/node/1",
            "url_alias": "https://reliefweb.int/report/flash-update",
            "source": [{"name": "OCHA"}, {"name": "UNHCR"}],
            "language": [{"name": "English", "code": "en"}],
            "format": [{"name": "Situation Report"}],
        }
        bare = {
            "title": "A map",
            "date": {"created": "2024-11-28T04:10:00+00:00"},
            "url": f"{self.server.url}/story/9",
        }
        answer = {
            "time": len(self.server.asked),
            "data": [{"id": "1", "fields": report}, {"id": "2", "fields": bare}],
        }
        self.send(200, json.dumps(answer).encode(), Content_Type="application/json")

    def mood_gdelt(self) -> None:
        """As https://api.gdeltproject.org/api/v2/doc/doc answers; to a short query in plain text, to none with ``{}``."""
        words = parse_qs(urlsplit(self.path).query).get("query", [""])[0]
        entry = {
            "url": f"{self.server.url}/story/7",
            "title": "Tajikistan , China : joint patrol",
            "seendate": "20241127T093000Z",
            "domain": "outlet.example",
            "language": "English",
            "sourcecountry": "Tajikistan",
        }
        if words == "ab":
            self.send(200, b"The specified phrase is too short.\n", Content_Type="text/html; charset=utf-8")
        else:
            body = {} if words == "nothing" else {"articles": [entry]}
            self.send(200, json.dumps(body).encode(), Content_Type="application/json")

    def mood_archive(self) -> None:
        stamp = "Mon, 03 Jan 2022 00:00:00 GMT"
        items = "".join(f"<item><title>Old {n}</title><pubDate>{stamp}</pubDate></item>" for n in range(800))
        self.send(200, f"<rss><channel>{items}</channel></rss>".encode(), Content_Type="text/xml")

    def mood_page(self) -> None:
        self.send(200, b"<html><body><p>One page.</p></body></html>", Content_Type="text/html; charset=utf-8")

    def _stream(self, chunks: Iterable[bytes], pause: float) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        for chunk in chunks:
            self.wfile.write(chunk)
            time.sleep(pause)
        self.close_connection = True


class Server(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1 and keeps what it was asked."""

    daemon_threads = True
    story_status = 503
    story_pause = 0.0
    """Seconds before the fifth story."""
    robots_status = 200
    barred = False
    request_queue_size = 512

    def __init__(self, wrap: Callable[[Server], None] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        if wrap is not None:
            wrap(self)
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """Clients hang up on purpose here."""


if __name__ == "__main__":
    print(Server().url, flush=True)  # read by the process that started it
    threading.Event().wait()
