"""What the command line was asked for, held against what there is, and the answers in words.

``answering``  what a run with nothing to do says
``arguments``  what click does not do by itself: the nearest word, pieces for the tab key
``editing``    the words of a statement or label, tried, saved and put back
``approving``  what a person is about to sign, and how things stand with it
``beginning``  the commands that begin a statement, a brochure, a study
``doctor``     what the program needs of this machine, told without any library
``doctoring``  the same as a command
``falling_due``  the command that lists what falls due
``health``     looks at Python, packages, system libraries and programs
``health_of_files``  looks at fonts, profiles, the schema and out/
``listing``    the command that lists the pieces and how things stand with each
``locating``   the command that tells what prints and names a thing
``faxing``     the command that makes what a fax machine sends
``filled_faxes``  the faxes of forms that were filled in on a screen
``making``     one run of the pipeline, and what the terminal hears of it
``partner_packets``  the command that makes packets for partners
``making_packets``  the packets that it makes, and what goes with them
``packet_words``  what a packet says, thing by thing
``sent_packets``  the command that lists who was sent what
``previewing``  what the live preview knows of pieces
``printing``   the commands for print shops and the office printer
``progress``   files as they are made, with the time left, and the table of what was made
``reading_aloud``  the command that tells what a screen reader says
``reading_forms``  the command that reads filled forms
``signing``    the commands that show, sign and list what is signed
``telling``    findings as they are printed; commands that hold out/ for themselves
``upkeep``     the commands that explain, write schemas and remove leftovers
``requests``   slugs, print shops and findings by their number; what became of each file

It raises ``UsageError`` for what there is not.
"""
