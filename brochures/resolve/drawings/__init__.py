"""What of a drawing (SVG) would not be printed as it is drawn: left out by the engine, drawn wrong, or shown otherwise by some reader.

``faults``        all rules over one drawing: one finding for each fault, at its place
``fault``         what a rule finds
``elements``      elements that the engine leaves out, or gives another size
``paint``         colours, gradients, patterns, what is seen through
``gradients``     gradients and patterns
``numbers``       numbers that cannot be read
``clipping``      masks and clip paths
``effects``       filters, blending, transformations
``strokes``       dashes, arrow heads
``style_sheets``  what of a style sheet is not read
``lettering``     words that are no outlines
``letters``       letters that are not what was typed

What each rule relies on was measured: docs/engine.md, Drawings.
"""
