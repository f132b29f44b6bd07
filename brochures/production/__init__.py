"""Production: compositions become judged files, several at a time; what is still true is left alone.

``stages``          the four stages from a composition to a judged file: layout with copyfit, pdf, press, preflight
``workers``         processes that run them, with one open typesetter
``order_of_work``   what they make first, and which files one of them makes together
``forked``          work that several processes do on what they find ready
``progress``        which file's turn it is, and how much of the work is done
``kept_files``      the records of earlier files, and what of them is still true
``known_findings``  what was found in style sheets that did not change since
``ignored_styles``  what the engine leaves out of the style sheets
``plain``           the words of a piece as plain text
``web_file``        the edition for the web: one page of HTML that holds all it needs
``web_fonts``       its faces
``preview_files``   files for somebody who watches them change
``style_reach``     which style sheets can touch which text
``own_process``     work that goes on while somebody else answers
``results``         what comes back for a composition
``calibration``     sheets on which a person reads how far the office printer puts backs off their fronts
``checks``          every check on the way, of pages and of bytes

``make()`` takes compositions and returns, in their order, a ``File`` of this run, one ``Kept`` from an earlier run, or ``Refused``. ``spoken()``
tells what a screen reader says of a finished file, ``plain()`` the words of a piece as plain text.
"""

from brochures.layout.text_room import TextRoom, text_rooms
from brochures.pdf.file import File, Imposed
from brochures.pdf.page_picture import page_png, page_thumbnail
from brochures.preflight.spoken_order import Spoken, spoken
from brochures.press.plate_pictures import plate_pngs
from brochures.production.kept_files import Records, make
from brochures.production.plain import plain
from brochures.production.results import Kept, Made, Refused
from brochures.production.workers import Start, Workers

__all__ = [
    "File",
    "Imposed",
    "Kept",
    "Made",
    "Records",
    "Refused",
    "Spoken",
    "Start",
    "TextRoom",
    "Workers",
    "make",
    "page_png",
    "page_thumbnail",
    "plain",
    "plate_pngs",
    "spoken",
    "text_rooms",
]
