"""What the command line was asked for, held against what there is, and the answers in words.

``arguments``  what click does not do by itself: the nearest word, pieces for the tab key
``requests``   slugs, print shops and findings by their number; what became of each file

It raises ``UsageError`` for what there is not.
"""
