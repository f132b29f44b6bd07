"""Editing: the words of a statement or a label, for staff who open no file: tried, saved, put back, signed. Frozen values; no web in it.

``texts``          what can be edited, where it is written, and what it rests on
``state``          the content as it is on disk, loaded when a file changed and not before
``trials``         what new words would do, with nothing written
``gate_words``     what the gate says of one statement, and what of it is new
``room_trials``    how much room new words take on the page
``answers``        what the page is told, as plain values for JSON
``last_versions``  the words that stood there before
``desk``           saving and putting back, one editor at a time
``writing_alone``  one program at a time writes into the content
``refusals``       what it raises
``ticking``        what a role may sign in a piece, ticked text by text

It raises ``BrochureError`` with findings for whoever edits, and ``UsageError`` for what there is not.
"""
