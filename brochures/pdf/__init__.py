"""Pdf, stage 6: a ``Layout`` into a ``File``, the bytes of one edition.

``write``           ``pdf()``: the engine's pages as bytes, with labels and printing wishes
``file``            the value that goes on through press and preflight; ``Imposed`` where copies of a card stand on a sheet
``access_claim``    that a tagged file keeps PDF/UA-1, taken back where it does not
``gradients``       gradients of drawings, as every reader draws them
``foreign_pages``   pages of somebody else's PDF, drawn where their places were left free
``structure_tags``  the structure tree, mended in the finished bytes
``structure_elements``  its elements and the marks that they hold
``joined_elements``  lists, tables and paragraphs that go on over pages or columns, as one each
``table_heads``     heads of groups of rows
``margin_words``    words in the margins that a listener must hear
``lists``           labels of items, and contents
``headings``        titles of warnings, and the order of bookmarks
``link_descriptions``  what links say of themselves
``marked_content``  what goes with it in the pages
``form_fields``     fields that are filled in on a screen
``field_widgets``   where each lies, and what it looks like in each state
``field_tags``      where it stands in the structure tree
``field_font``      the font in which it is typed
``attachments``     citation files that go with a piece
``slots``           where a partner's words stand in a packet that is set once for all
``partner_words``   the words of one partner, set there
``appended``        what differs, written behind the end of a file
``spare_font``      a face that only some names need
``packed_packet``   a packet with places for a partner's words, packed for a later run
``answered_pages``  the answers of a form that came back, on the pages of a fax
``print_run``       packets of many partners as one file for paper
``page_picture``    a finished page as a picture
``backs``           backs of office sheets, moved behind their fronts
``move_contents``   what moves along: annotations, patterns and boxes

It raises ``BrochureError`` when the engine breaks down.
"""

from brochures.pdf.file import Beside, File, Imposed
from brochures.pdf.write import pdf

__all__ = ["Beside", "File", "Imposed", "pdf"]
