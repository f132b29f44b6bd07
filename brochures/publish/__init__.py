"""Publish, stage 9: whole pieces into files in ``out/`` and the manifest, or a finding that says what could not be written.

``whole_pieces``   which pieces may be published: nothing in words or files is wrong, and no edition is missing
``outputs``        ``publish()``: each file beside its target and renamed, then the manifest
``printed_record``  the words of a piece that was made as final, in ``content/printed.yaml``
``page_pictures``  every page of one piece with what was found on it
``contact_sheet``  all pieces in one picture
``comparison``     what is different between two builds
``comparison_page``  the same as a page with pictures
``layout_report``  words, fill, grid and copyfit of every page, as tables
"""

from brochures.publish.outputs import Published, publish
from brochures.publish.printed_record import record_final
from brochures.publish.whole_pieces import WholePiece, whole_pieces

__all__ = ["Published", "WholePiece", "publish", "record_final", "whole_pieces"]
