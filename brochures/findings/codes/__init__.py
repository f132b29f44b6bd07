"""Every finding code, once, as ``codes.NAME``: a module of this package holds those of one stage.

A code is permanent and means one thing; a retired code is not used again. Its first letters say its family (``FAMILIES``).
"""

from __future__ import annotations

from brochures.findings.codes.compose import *
from brochures.findings.codes.copyfit import *
from brochures.findings.codes.editorial_figures import *
from brochures.findings.codes.editorial_reading import *
from brochures.findings.codes.editorial_words import *
from brochures.findings.codes.engine import *
from brochures.findings.codes.handoff import *
from brochures.findings.codes.layout import *
from brochures.findings.codes.load import *
from brochures.findings.codes.preflight import *
from brochures.findings.codes.press import *
from brochures.findings.codes.press_file import *
from brochures.findings.codes.press_objects import *
from brochures.findings.codes.publish import *
from brochures.findings.codes.registry import *
from brochures.findings.codes.resolve import *
from brochures.findings.codes.sign_off import *
from brochures.findings.codes.waivers import *
