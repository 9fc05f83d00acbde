"""``briefings unsubscribe``: who has left a list, and the page on which one leaves."""

from __future__ import annotations

import getpass

import click

from briefings.cli.app import Project, json_option, pass_project
from briefings.cli.output import emit, note, table


@click.command()
@click.argument("address", required=False)
@click.option(
    "--list", "list_name", default="", metavar="LIST", help="One list instead of all the address is on."
)
@click.option("--undo", is_flag=True, help="Let the list mail the address again.")
@click.option("--serve", is_flag=True, help="Answer one-click unsubscribing until stopped.")
@click.option("--port", default=8025, show_default=True, help="Port of 127.0.0.1 that --serve listens on.")
@json_option
@pass_project
def unsubscribe(
    project: Project,
    address: str | None,
    list_name: str,
    undo: bool,
    serve: bool,
    port: int,
    as_json: bool,
) -> int:
    """Take an address off its lists, or list who has left.

    With --serve, answers the addresses in the mails' List-Unsubscribe headers on 127.0.0.1, to be put behind a web
    server that speaks https: see docs/how-to/mail.md.
    """
    from briefings import run
    from briefings.run.mailing import suppressed

    if serve:
        if address or undo:
            raise click.UsageError("--serve goes alone.")
        _serve(project, port)
        return 0
    with run.opened(project.config) as desk:
        for name in suppressed.lists_of(desk, address, list_name) if address else ():
            if undo:
                suppressed.rejoin(desk, name, address or "")
            else:
                suppressed.leave(desk, name, address or "", f"by hand ({getpass.getuser()})")
        gone = suppressed.left(desk)
    rows = [(name, who, by) for (name, who), by in sorted(gone.items())]
    if as_json:
        emit({"unsubscribed": [dict(zip(("list", "address", "by"), row, strict=True)) for row in rows]})
    else:
        table(rows, ("LIST", "ADDRESS", "BY"))
    return 0


def _serve(project: Project, port: int) -> None:
    from briefings.run.mailing.page import server

    with server(project.config, port) as page:
        note(f"http://127.0.0.1:{page.server_port}/ answers; end with Ctrl-C")
        try:
            page.serve_forever()
        except KeyboardInterrupt:
            note("ended")
