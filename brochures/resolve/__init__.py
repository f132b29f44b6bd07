"""Resolve, stage 2: a catalogue and the name of a piece into a ``Job``, with every name replaced by the thing it names.

``ticket``            ``resolve()``: format, document type, sections and print shop of one piece
``job``               what later stages see of the content
``addressed``         a packet with a partner's name on it
``facsimile``         a brochure that a packet shows as it is
``foreign_part``      a part that is somebody else's PDF
``foreign_file``      such a file, read and set upright
``foreign_reading``   its bytes into pages
``foreign_contents``  what it holds beside what is painted
``switches``          what is so of the clinic, and parts that wait for it
``waived``            what somebody lets pass
``every_value``       what a block holds, in one walk
``lookup``            one name into the thing it names
``citing``            records as they are cited, and links to them
``notes``             what the medical director reads before signing
``references``        names inside words
``inline_text``       words in pieces: plain, called, drawn from records, quoted from the law
``form_sheets``       a form as it is printed
``form_fields``       what there is to fill in on it, by name
``typed_answers``     what a date, a number or a code that is filled in must look like
``images``            whether a picture is what its name says
``placed_pictures``   a picture as a block shows it
``photographs``       whether a picture of pixels is whole
``jpeg_decoder``      whether a decoder has to guess in a photograph
``colour_profiles``   whether what it says about its colours can be followed
``drawings``          what of a drawing would not be printed as it is drawn
``passages``          every run of words in reading order, with the place where it is written
``editorial_rules``   word lists, required parts and waivers for one piece
``evidence_balance``  what a picture of results must hold
``usage``             where a statement is printed
``whereabouts``       where anything is printed, and what names it
``signed_words``      words that are signed together, and the signatures under them
``own_words``         what a piece itself is signed with
``signed_things``     what of a piece or of the content is signed
``signed_everywhere``  what is signed in some pieces, or in the whole content
``sign_off_sheet``    the same as a table to sign by hand
``review_states``     how things stand with each role
``unprinted``         the wordings that no piece prints

It raises ``BrochureError`` with every name that leads nowhere.
"""

from brochures.resolve.job import Job
from brochures.resolve.ticket import resolve

__all__ = ["Job", "resolve"]
