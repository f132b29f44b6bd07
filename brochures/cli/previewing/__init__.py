"""What the live preview knows of pieces, and how it comes to know it. Nothing here asks or answers a browser: that is done by the room above.

``asking``      what was asked for, and what keeps it from running
``values``      sheets, lines, words, things and pieces as they are shown
``messages``    what is said between the process that sets pages and the one that shows them
``run``         what is read, set and judged, the most urgent first
``known``       what it knows of each edition
``standing``    how things stand with a piece
``worker``      the process in which it runs
``seen_files``  a file that was set, as values
``seen_things``  statements and other things that words belong to, as values
``shown``       the last good state of everything, as plain values for JSON
``pictures``    pages and plates as PNG
``search``      where words stand in what the pieces print
"""
