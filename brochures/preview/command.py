"""The command preview: a page for this computer alone that shows pieces while their words and styles are changed."""

from __future__ import annotations

from pathlib import Path

import click

from brochures.cli.arguments import OUT, ROOT, Command, examples
from brochures.cli.previewing.asking import asked_for, cannot_listen, cannot_watch, editor_pattern, on_terminal, refused
from brochures.cli.previewing.shown import EDITOR, Shown


@click.command(cls=Command, epilog=examples("preview", "preview program-trifold", "preview --no-open --port 8000"))
@click.argument("slug", required=False)
@click.option("--port", type=click.IntRange(1, 65535), help="The port that it listens on (any that is free).")
@click.option("--open/--no-open", "opens", default=None, help="Open it in the browser (where there is a terminal).")
@click.option(
    "--editor", default=EDITOR, metavar="PATTERN", show_default=True,
    help="The address that opens a file in your editor, with {path}, {line} and {column}.",
)  # fmt: skip
@OUT
@ROOT
def preview(
    slug: str | None, port: int | None, opens: bool | None, editor: str, root: Path | None, out: Path | None
) -> None:
    """Show pieces in the browser while their words and styles are changed; it writes only words that you save there.

    The page is for this computer alone, and its address holds a secret word. A change to content, templates or styles sets again what it
    touches and swaps the picture; a mistake is told over the last good sheet. Ctrl-C ends it.
    """
    project = asked_for(root, out, slug)
    pattern = editor_pattern(editor)
    from brochures.preview.guard import Door
    from brochures.preview.server import listening, serve

    try:
        listener = listening(port or 0)
    except OSError as wrong:
        raise refused(cannot_listen(port, wrong)) from wrong
    door = Door.at(listener.getsockname()[1])
    address = door.address + (f"#{slug}" if slug else "")
    click.echo(address)
    click.echo("the preview is open while this runs; Ctrl-C ends it", err=True)
    if on_terminal() if opens is None else opens:
        click.launch(address)
    try:
        serve(Shown(project, pattern), listener, door)
    except OSError as wrong:
        raise refused(cannot_watch(wrong)) from wrong
