"""The command line: one small module per group of commands; the only room that prints and sets exit statuses.

The modules import click and nothing heavy at their top, so that ``briefings --help`` answers at once.
"""

from __future__ import annotations

import sys

import click

from briefings.cli.app import cli
from briefings.cli.output import complain
from briefings.errors import BriefingsError


def main() -> None:
    """Runs one command and ends the process with its exit status (see ``errors``)."""
    try:
        status = cli.main(standalone_mode=False, prog_name="briefings")
    except KeyboardInterrupt:
        complain("Interrupted; what was finished is kept.")
        status = 130
    except BriefingsError as error:
        complain(str(error))
        status = error.exit_status
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output left: nothing to tell him
        status = 1
    except OSError as error:
        complain(f"{error.filename or 'The system'}: {error.strerror or error}. Nothing stored was lost.")
        status = 1
    except click.exceptions.Abort:
        status = 130
    except click.ClickException as error:
        error.show()
        status = 2 if isinstance(error, click.UsageError) else 1
    sys.exit(status if isinstance(status, int) else 0)
