"""The project on disk: where its files lie, on which day it is built, what was published, and how a file is written.

``paths``        the folders, the clock and the build date
``file_names``   names that systems, editors and cloud drives give to files
``picture_bytes``  what kind of picture a file holds, and whether it is all there
``manifest``     what was published, from which inputs, and until when that stays true
``atomic``       a file or a folder written beside its target and renamed
``private_files``  files and folders that only their owner may read
``one_at_a_time``  one program holds something for a while, and others are told
``lock``         one run at a time writes into a folder
``quick_answer``  what a run with nothing to do is told, before any library is imported
``kept_answer``  the same, as the run before it is written down
``kept_copies``  what an earlier run worked out, for runs that would work it out again
``leftovers``    what lies in ``out/`` and is made no more
``environment``  the Python in ``.venv``, and what keeps it from being used
``revisions``    what an earlier state in git would print
``programs``     programs of the machine, and their versions
``edition``      the editions of a piece, and what a file of one is
``stopwatch``    how long something takes
``exit_codes``   what a command says of itself when it ends

It raises ``UsageError`` for a folder that is no project.
"""
