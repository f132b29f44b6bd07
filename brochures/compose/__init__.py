"""Compose, stage 4: a ``Job`` and an edition into a ``Composition`` for each of its files: one HTML text. It reads no file.

``html``             ``compose()``, and ``compose_again()`` for copyfit
``setter``           what templates call to set words and blocks
``facsimile``        a brochure that stands in a packet as it is
``foreign_pages``    pages of somebody else's PDF, each with its place
``templates``        the folder ``templates/`` as a value
``filters``          what templates set words with
``columns``          how the blocks of a panel stand
``paragraphs``       statements that are read in one go
``smarten``          the words of a whole job, as they are set
``typography``       one text as it is set; addresses in it stay as they are typed
``quotation_marks``  quotation marks and apostrophes
``dashes``           spans, minus signs and dashes between clauses
``fill_in``          which box of a form is which field, where it is filled in on a screen
``links``            what is called, written to or opened, described in words
``passage_numbers``  the number of its passage with every text, from here to the last stage
``citations``        the numbers of sources, and the list of references
``citation_files``   the same as files for reference managers
``cited_places``     the way back from a source to what rests on it
``reference_text``   what the citation processor leaves to be done in a reference
``drawings``         plots, icon arrays and folded pieces as SVG
``qr``               codes as one path
``literal_colours``  colours that a template names by itself
``web_page``         a composed text as a page that flows
``plain_text``       its words in lines
``template_errors``  what a template asked for and did not get

It raises ``BrochureError`` at the line of a template.
"""

from brochures.compose.html import Composition, compose

__all__ = ["Composition", "compose"]
