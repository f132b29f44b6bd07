"""Returned: forms that were filled in on a screen and came back, read into answers. What is missing or malformed is a finding.

``reading``   ``read_form()``: one file, with all the forms that were filled in in it
``fields``    what its fields hold
``joined``    forms in a file that another program joined to others
``without_fields``  what a file is that has none: flattened, scanned, or no form of ours
``judging``   answers held against the form that they were given on
``answers``   the values: a form that was filled in, and its answers
``faxed``     answers on the pages of the fax of the same form
``written``   answers as JSON or CSV
``fhir``      answers as QuestionnaireResponse of FHIR R4

Nothing here writes, keeps or logs what somebody filled in, and no finding quotes it: a finding names the field.
"""

from brochures.partners.returned.reading import read_form

__all__ = ["read_form"]
