"""``briefings desk``: the review page on 127.0.0.1."""

from __future__ import annotations

import secrets

import click

from briefings.cli.app import Project, pass_project
from briefings.cli.output import note, say
from briefings.cli.stories_edit import author_option


@click.command()
@click.option("--week", help="ISO week: 2024-W48, `this` or `last`; by default the last closed one.")
@click.option("--brief", "name", help="Which brief, if the configuration has several.")
@click.option("--port", default=0, metavar="PORT", help="Port of 127.0.0.1; by default any free one.")
@click.option("--open", "browser", is_flag=True, help="Open the page in the browser.")
@author_option
@pass_project
def desk(project: Project, week: str | None, name: str | None, port: int, browser: bool, author: str) -> None:
    """Review an issue in the browser: merge, split, pin, leave out, word, and write it; Ctrl-C ends it.

    The page is for this machine alone, and its address holds a key that is new each time.
    """
    from briefings import run
    from briefings.desk import Work, application

    work = Work(project.config, name, run.Asked(week), author)
    work.review()  # what is wrong with the period or the store is told here, not in the browser
    key = secrets.token_urlsafe(24)
    with run.listening(application(work, key), port) as server:
        address = f"http://127.0.0.1:{server.server_port}/?key={key}"
        say(address)
        note("Open this address in a browser; end with Ctrl-C.")
        if browser:
            click.launch(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            note("Ended; everything that was kept is in the store.")
