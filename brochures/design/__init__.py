"""What the folder ``styles/`` says to Python: nothing of it is set here, the designer writes it in CSS.

``styles``           the whole folder as a value, read once a run
``sheets``           every style sheet, taken apart into rules and declarations
``bracket_scan``     where a brace, bracket, quotation mark or comment has no other half
``font_file``        what a font file says of itself, and whether it is whole
``typing_face``      the face in which forms are filled in on a screen
``set_line``         one line of words, set without the layout engine
``checks``           what is wrong in them, told before a page is set
``css``              custom properties of a style sheet
``tokens``           those of ``styles/tokens/``, for patients and for clinicians
``inks``             what each colour of the tokens is on the press
``drawing``          drawings (SVG) as they are written: elements, styles, places
``literal_colours``  colours that no token names
``formats``          sheet, sides and panels of a piece
``format_files``     a format read from ``styles/formats/``
``imposition``       copies of a card on a parent sheet
``print_shop``       who prints a press edition, and what that means for a format
``copyfit_ladder``   the steps by which a document type may be made to fit
``pattern_book``     what of all this the pattern book shows

It raises ``BrochureError`` at the line of a style.
"""
