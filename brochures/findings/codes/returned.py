"""Codes of forms that came back: files that are not read (1xx), and answers that are missing or malformed (2xx). No finding quotes an answer."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

_STAFF = "docs/staff.md, Read a form that came back"
_FAX = "docs/staff.md, Send a fax"

UNREAD_FORM = code(
    "RET-101",
    ERROR,
    "a file that cannot be read",
    "The file is no PDF file, is damaged, or is locked with a password.",
    mend="Ask for it once more, by a secure way.",
    looks_for="files that cannot be opened",
    source=_STAFF,
)
NO_FORM = code(
    "RET-102",
    ERROR,
    "a file that is no form of ours",
    "It has no field that one of our forms has, and does not hold the words of one.",
    mend="See that it is the right file.",
    looks_for="files without a field of our forms",
    source=_STAFF,
)
FLAT_FORM = code(
    "RET-103",
    ERROR,
    "a form whose fields are gone",
    "It was printed into a new file, or flattened: what was filled in is part of the page, and can be read by people only.",
    mend="Type it by hand, or ask for the file as it was saved in the form.",
    looks_for="files with the words of our forms and without their fields",
    source=_STAFF,
)
SCANNED_FORM = code(
    "RET-104",
    ERROR,
    "a form that was scanned or photographed",
    "Its pages are pictures. What was written on them is not read by a machine, for a misread answer may harm somebody.",
    mend="Type it by hand.",
    looks_for="files that hold pictures and no words",
    source=_STAFF,
)
OTHER_CLINIC = code(
    "RET-105",
    ERROR,
    "a form of another clinic",
    "The form says that it is another clinic's. It is not read: its answers are not ours to keep.",
    mend="Send it on to them, by a secure way.",
    looks_for="forms that name another clinic than ours",
    source=_STAFF,
)
UNKNOWN_FORM = code(
    "RET-106",
    ERROR,
    "a form that there is no more",
    "The form is ours, and content/ has no form of its name any more: nobody can tell what its fields asked.",
    mend="Read it by eye.",
    looks_for="forms whose name the content does not have",
    source=_STAFF,
)
OTHER_WORDING = code(
    "RET-107",
    WARNING,
    "a form that was filled in on another wording",
    "Since the file was made, words of the form have changed. An answer counts for what was asked when it was given.",
    mend="See what was asked then, before anybody goes by the answers.",
    looks_for="forms whose wording is not today's",
    source=_STAFF,
)
MISSING_FIELD = code(
    "RET-108",
    ERROR,
    "a field that is not in the file",
    "The form has this field, and the file does not: it is of another version, or a program left it out or gave it another name.",
    mend="Ask whoever sent the form.",
    looks_for="fields of a form that the file lacks",
    source=_STAFF,
)
STRANGE_FIELD = code(
    "RET-109",
    WARNING,
    "a field that the form does not have",
    "The file has a field of this name, and the form has none: what it holds is not read.",
    mend="Ask whoever sent the form.",
    looks_for="fields of a file that the form does not have",
    source=_STAFF,
)
NOTHING_FILLED = code(
    "RET-110",
    NOTE,
    "a file in which nothing was filled in",
    "It has the fields of our forms, and each of them is empty.",
    mend="See that it is the right file.",
    looks_for="files whose fields are all empty",
    source=_STAFF,
)
LEFT_EMPTY = code(
    "RET-201",
    ERROR,
    "a field that must be filled in, and is empty",
    "The form says that this must be filled in; of several boxes, at least one must be checked.",
    mend="Ask whoever sent the form; nobody else may fill it in.",
    looks_for="required fields that are empty",
    source=_STAFF,
)
BAD_DATE = code(
    "RET-202",
    ERROR,
    "an answer that is no date",
    "A date is month/day/year, with four digits of the year, and a day that there is.",
    mend="Ask whoever sent the form: 03/04 is two days.",
    bad="31/05/26",
    good="05/31/2026",
    looks_for="dates that are malformed, or that there are not",
    source=_STAFF,
)
BAD_PHONE = code(
    "RET-203",
    ERROR,
    "an answer that is no telephone number",
    "A number has its area code, and is one that the numbering plan knows.",
    mend="Ask whoever sent the form.",
    bad="555 01",
    good="(217) 555-0100",
    looks_for="telephone numbers that nobody can call",
    source=_STAFF,
)
BAD_NPI = code(
    "RET-204",
    ERROR,
    "an answer that is no NPI",
    "An NPI has ten digits, begins with 1 or 2, and ends with a check digit by Luhn's rule, worked out with 80840 before it.",
    mend="Ask whoever sent the form, or look the clinician up in the registry.",
    bad="1234567890",
    good="1234567893",
    looks_for="NPIs of the wrong length, or with a check digit that does not fit",
    source=_STAFF,
)
BAD_DIAGNOSIS_CODE = code(
    "RET-205",
    ERROR,
    "an answer without a code of ICD-10-CM",
    "The field asks for a diagnosis and its code. Only the shape is looked at: a letter, a digit, a third sign, and up to four more behind a dot.",
    mend="Ask whoever sent the form.",
    bad="opioid use disorder",
    good="opioid use disorder, F11.20",
    looks_for="diagnoses without a code of the shape of ICD-10-CM",
    source=_STAFF,
)
BAD_NUMBER = code(
    "RET-206",
    ERROR,
    "an answer without a figure where a number is asked for",
    "The field asks for a number; its unit may stand beside it.",
    mend="Ask whoever sent the form.",
    bad="normal",
    good="98 %",
    looks_for="numbers without a figure",
    source=_STAFF,
)
STRANGE_ANSWER = code(
    "RET-207",
    ERROR,
    "an answer that the form does not have",
    "One of several answers was to be checked, and the file holds another one.",
    mend="Ask whoever sent the form.",
    looks_for="choices that are none of the form's",
    source=_STAFF,
)
LOST_FIELDS = code(
    "RET-208",
    WARNING,
    "a form whose list of fields is lost",
    "Programs that join files often copy pages with the boxes on them and leave the list of fields behind (ISO 32000-1, 12.7.2). The boxes still hold what was "
    "typed; a field without a box is gone.",
    mend="Hold the answers against what the pages show, or ask for the file as it was saved in the form.",
    looks_for="files with boxes of fields on their pages, and no list of fields",
    source=_STAFF,
)
RENAMED_FIELDS = code(
    "RET-209",
    WARNING,
    "a form whose fields were renamed when it was joined to others",
    "Two files with fields of one name cannot be joined as they are: programs put something before or behind the names. What is left of them is the form's own.",
    mend="Hold the answers against what the pages show, or ask for the file as it was saved in the form.",
    looks_for="forms whose fields have something before or behind the names that they have on the form",
    source=_STAFF,
)
UNMARKED_FORM = code(
    "RET-210",
    WARNING,
    "a form that does not say any more which it is",
    "The hidden field that says whose form it is, and which version, is gone; half of its fields or more are there by name. It may be of another clinic, or of an old version "
    "that asked something else.",
    mend="See on its pages whose form it is and which version, before anybody goes by the answers.",
    looks_for="files with the fields of a form of ours, and nothing that says whose and which version it is",
    source=_STAFF,
)
NOT_FAXED = code(
    "RET-220",
    ERROR,
    "a filled form that cannot be set as a fax",
    "Answers go under the questions that they were given to, and each has to have a place: a form of another wording, of another piece, or with an answer or a field "
    "that the form of today does not have is not set.",
    mend="Print the file that came back, and lay its sheets into the machine behind the cover sheet.",
    looks_for="filled forms whose answers would stand under other questions than they were given to, or nowhere",
    source=_FAX,
)
NO_FAX_ROOM = code(
    "RET-221",
    ERROR,
    "an answer that does not fit on the fax",
    "A fax has type of 12 pt, the screen of 10: what fills its box there has no room here. Nothing is cut off or made smaller.",
    mend="Print that page of the file that came back and fax it as it lies, or ask whoever sent it for a shorter answer.",
    looks_for="answers that are wider than their box in 12 pt, or take more lines than it has",
    source=_FAX,
)
UNSET_ANSWER = code(
    "RET-222",
    ERROR,
    "an answer with letters that the fax cannot set",
    "The typing face has all Latin letters with their marks, and no others; a letter is never replaced.",
    mend="Print the file that came back, and fax that page as it lies.",
    looks_for="letters of answers that the typing face lacks",
    source=_FAX,
)
LEFT_SIGNATURE = code(
    "RET-223",
    WARNING,
    "a signature that the fax does not carry",
    "A signature that was given in a file holds for that file alone, and nobody sets it on another page. Its line stays empty on the fax.",
    mend="Let it be signed by hand on the fax, or print the file that came back and fax that page as it lies.",
    looks_for="signatures in filled forms that are made a fax",
    source=_FAX,
)
PATIENT_ON_COVER = code(
    "RET-224",
    ERROR,
    "a patient on the cover sheet",
    "The cover sheet lies open in the machine's tray: it may hold neither the name nor the date of birth that a form behind it holds.",
    mend="Leave it out of the cover sheet.",
    looks_for="the patient's name or date of birth in the fields of a cover sheet",
    source=_FAX,
)
WRONG_FAX = code(
    "RET-225",
    ERROR,
    "an answer that cannot be read off the fax that was made",
    "Each fax is read back: every answer must stand in its box, whole.",
    mend="Report it with the finding; nothing was written.",
    looks_for="answers that a second program does not find where they were set",
    source=_FAX,
)
