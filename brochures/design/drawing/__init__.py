"""Drawings (SVG) as they are written: elements with their style and the place of each thing, before anything is judged.

``source``     the text of a file into elements, each with its line and column
``cascade``    which declaration of which style holds for an element
``parts``      the whole drawing as a value, and which of its elements are painted at all
``lettering``  its words: which face, which size, where, and why some cannot be set as they are written
``outlines``   its words into outlines, in the project's own faces

It raises ``NotADrawingError`` where a file is none, or breaks off.
"""
