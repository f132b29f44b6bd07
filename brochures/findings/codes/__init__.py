"""Every finding code, once, as ``codes.NAME``: a module of this package holds those of one stage.

``registry``           enters each code under its name
``load``               content files that cannot be read
``load_texts``         texts that are not what was meant
``resolve``            names that lead nowhere, results that may not be drawn
``editorial_figures``  sources and figures in words
``editorial_words``    claims, and the parts that a document must have
``editorial_reading``  how easily words are read
``styles``             style sheets as they are written
``law``                words of law, and what consents must say
``sign_off``           what only people can supply
``source_links``       where in a source words stand, and whether it carries them
``waivers``            what somebody lets pass
``compose``            templates that cannot be filled
``engine``             what the engine says while it sets a page
``copyfit``            the steps by which words are made to fit
``layout``             what does not fit, lies too near an edge or breaks badly
``foreign``            somebody else's PDF files, as they come and as they are printed
``preflight``          every finished file
``fax_and_large``      files whose words flow anew: large print and fax
``press``              printing conditions, inks and pictures on their way to the press
``press_file``         a file for the press as a whole
``press_objects``      what its pages paint
``publish``            files that cannot be written
``handoff``            what keeps a job from a print shop
``returned``           forms that came back
``partner_files``      packets that are made for partners
``partners``           packets for partners
``tools``              files that commands were given
``seen``               what a reader sees and no validator of tags
``web``                the finished page of the edition for the web

A code is permanent and means one thing; a retired code is not used again. Its first letters say its family (``FAMILIES``).
"""

from __future__ import annotations

from brochures.findings.codes.compose import *
from brochures.findings.codes.copyfit import *
from brochures.findings.codes.editorial_figures import *
from brochures.findings.codes.editorial_reading import *
from brochures.findings.codes.editorial_words import *
from brochures.findings.codes.engine import *
from brochures.findings.codes.fax_and_large import *
from brochures.findings.codes.foreign import *
from brochures.findings.codes.handoff import *
from brochures.findings.codes.law import *
from brochures.findings.codes.layout import *
from brochures.findings.codes.load import *
from brochures.findings.codes.load_texts import *
from brochures.findings.codes.partner_files import *
from brochures.findings.codes.partners import *
from brochures.findings.codes.preflight import *
from brochures.findings.codes.press import *
from brochures.findings.codes.press_file import *
from brochures.findings.codes.press_objects import *
from brochures.findings.codes.publish import *
from brochures.findings.codes.registry import *
from brochures.findings.codes.resolve import *
from brochures.findings.codes.returned import *
from brochures.findings.codes.seen import *
from brochures.findings.codes.sign_off import *
from brochures.findings.codes.source_links import *
from brochures.findings.codes.styles import *
from brochures.findings.codes.tools import *
from brochures.findings.codes.waivers import *
from brochures.findings.codes.web import *
