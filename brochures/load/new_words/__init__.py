"""New words: one text of a content file is written anew, and every other byte and value of the file stays what it is.

``scalar_place``    where the text stands in its file, and how it is written
``scalar_writing``  words in each style of YAML
``one_text``        ``with_new_words()``: the file with the words in it, and the proof that nothing else changed
``saving``          the file is written where nobody else has changed it

It raises ``BrochureError`` where that cannot be: then nothing is written.
"""

from brochures.load.new_words.one_text import NewWords, with_new_words
from brochures.load.new_words.saving import save, unsaved
from brochures.load.new_words.scalar_place import Style

__all__ = ["NewWords", "Style", "save", "unsaved", "with_new_words"]
