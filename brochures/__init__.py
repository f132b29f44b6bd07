"""The program: YAML in, finished PDF files out. The stages, in the order in which a word passes through them (docs/architecture.md).

``load``       YAML text                 -> ``Source`` files and a ``Catalogue`` of checked models
``resolve``    a slug and the catalogue  -> ``Job``: every name replaced by the thing it names
``editorial``  a job                     -> findings about its words: sources, figures, claims, required parts, plainness, signatures
``compose``    a job and an edition      -> ``Composition``: one HTML text, by ``Templates`` and ``Styles``; it reads no file
``layout``     a composition             -> ``Layout``: pages, measured, with what does not fit and everything the engine said
``pdf``        a layout                  -> ``File``: the bytes of one edition, its structure tree mended
``press``      a file for the press      -> the same pages in inks, with boxes, marks and claim: a candidate (other editions skip it)
``preflight``  a file                    -> findings about the bytes that ship: the file itself, and every word in it
``publish``    pieces without errors     -> files in ``out/`` and the manifest, or a refusal
``handoff``    a judged press file       -> a folder and a zip for a print shop, or a refusal

``pipeline.build()`` calls them by name; ``production.make()`` is its call for the four from ``layout`` to ``preflight``, which need the
engine and run in several processes, and which are left out for a file of an earlier run that is still true. Styles and templates are
read once a run; ``layout.copyfit`` goes back to ``compose``, a bounded number of times, and those trials read nothing. Names of the
content are looked up by ``resolve`` and by no stage after it; later stages open by path what they are told: pictures, and profiles of
paper.

The stages stand on packages that are none: paths, the clock and safe writing in ``project``, what is wrong and where in ``findings``,
boxes and measured pages in ``geometry``, what ``styles/`` says in ``design``, all of WeasyPrint in ``engine``. What was laid out and
found is drawn by ``proofs``; packets with a partner's name on them, the record of what was sent and the forms that come back are the
work of ``partners``; ``preview`` shows pieces in a browser while they are changed, with what ``cli`` knows of them; what the pages of finished bytes paint is told by ``separations``, which makes their printing plates, too.
Each value is frozen, each stage imports only from the ones above it, nothing here prints or exits: ``build.py`` does that,
with the words of ``cli`` and ``findings.report``.
A stage raises ``BrochureError`` only when it can make no value at all.
"""
