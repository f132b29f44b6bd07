"""Compose, stage 4: a ``Job`` and an edition into a ``Composition`` for each of its files: one HTML text. It reads no file.

``html``             ``compose()``, and ``compose_again()`` for copyfit
``templates``        the folder ``templates/`` as a value; ``filters`` and ``columns`` are what templates set words and panels with
``smarten``          quotation marks and dashes of a whole job; ``typography`` of one text; ``passage_numbers`` keep the number of its passage
``citations``        the numbers of sources, and the list of references
``drawings``         forest plots, icon arrays and folded pieces as SVG; ``qr`` codes
``literal_colours``  colours that a template names by itself
``template_errors``  what a template asked for and did not get

It raises ``BrochureError`` at the line of a template.
"""

from brochures.compose.html import Composition, compose

__all__ = ["Composition", "compose"]
