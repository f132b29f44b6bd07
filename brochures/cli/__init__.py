"""What the command line was asked for, held against what there is, and the answers in words.

``arguments``  what click does not do by itself: the nearest word, pieces for the tab key
``approving``  what a person is about to sign, and how things stand with it
``faxing``     the command that makes what a fax machine sends
``making``     one run of the pipeline, and what the terminal hears of it
``printing``   the commands for print shops and the office printer
``reading_forms``  the command that reads filled forms
``signing``    the commands that show, sign and list what is signed
``telling``    findings as they are printed; commands that hold out/ for themselves
``requests``   slugs, print shops and findings by their number; what became of each file

It raises ``UsageError`` for what there is not.
"""
