"""Codes of packets for partners: lists that are not read (1xx), rows that are set aside (2xx), the record of what was sent (3xx).

No finding quotes a cell, for a list names people: it says row, column and what was measured.
"""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

_STAFF = "docs/staff.md, Packets for partners"

UNREAD_LIST = code(
    "PKT-101",
    ERROR,
    "a list that cannot be read",
    "The file is no list: it is missing, damaged, locked with a password, too large, or of a kind that is not read. Read are CSV, XLSX and YAML.",
    mend="Save it as CSV (UTF-8) or as an Excel workbook (.xlsx).",
    looks_for="lists of partners that cannot be opened",
    source=_STAFF,
)
GUESSED_ENCODING = code(
    "PKT-102",
    NOTE,
    "a list whose encoding was guessed",
    "The file does not say in which encoding its letters are written, and they are no UTF-8. They are read as Windows-1252, as programs for Windows write them.",
    mend="Look whether the names are right; else save the list as CSV UTF-8.",
    looks_for="letters in a list that are not UTF-8",
    source=_STAFF,
)
BROKEN_LETTERS = code(
    "PKT-103",
    ERROR,
    "bytes that are no letters",
    "Bytes of this row stand for no letter in the encoding of the list: it was damaged on its way, or two files were joined. A name is never guessed.",
    mend="Type the name again, and save the list as CSV UTF-8.",
    looks_for="bytes that stand for no letter",
    source=_STAFF,
)
NO_HEADS = code(
    "PKT-104",
    ERROR,
    "a list without the heads of its columns",
    "The first row says what is in each column. None of its cells is a head that is known, so nobody can tell a name from a town.",
    mend="Write the heads into the first row; './build.py packets new' makes a list that has them.",
    bad="Dr. A. Sample,Example Clinic",
    good="Name,Organization\nDr. A. Sample,Example Clinic",
    looks_for="lists whose first row holds no known head, or neither name nor organization",
    source=_STAFF,
)
STRANGE_COLUMN = code(
    "PKT-105",
    NOTE,
    "a column that is not read",
    "Its head is none that the packet's 'partners' block has, nor like one. A head that was probably mistyped is a warning.",
    mend="Correct the head, or leave the column as it is: nothing of it is printed.",
    looks_for="columns of a list whose head is not known",
    source=_STAFF,
)
LACKING_COLUMN = code(
    "PKT-106",
    NOTE,
    "columns that the list does not have",
    "What stands in them stays empty for every partner: without an address there is no label, without an e-mail address the draft has no recipient.",
    mend="Add the column, if you have what belongs in it.",
    looks_for="columns of the packet's 'partners' block that a list lacks",
    source=_STAFF,
)
DOUBLE_COLUMN = code(
    "PKT-107",
    ERROR,
    "two columns with one meaning",
    "Two heads mean the same, and nobody can tell which of the two is to be printed.",
    mend="Rename or delete one of the two.",
    bad="Name,Clinician",
    good="Name,Note",
    looks_for="two columns of a list that mean the same",
    source=_STAFF,
)
BROKEN_ROW = code(
    "PKT-108",
    ERROR,
    "a row that cannot be told apart",
    "It has more or fewer cells than there are heads, a quotation mark that does not close, or no end (RFC 4180). What stands in which column is never guessed.",
    mend="Put a cell that holds a separator between quotation marks, and close each quotation mark.",
    bad="Name,Organization\nA. Sample,Example, Inc.",
    good='Name,Organization\nA. Sample,"Example, Inc."',
    looks_for="rows whose cells do not match the heads",
    source=_STAFF,
)
EMPTY_LIST = code(
    "PKT-109",
    WARNING,
    "a list without a partner",
    "It has heads and no row below them.",
    mend="See that it is the right file.",
    looks_for="lists without a row",
    source=_STAFF,
)
NOBODY = code(
    "PKT-201",
    ERROR,
    "a row without name and organization",
    "A packet is made for somebody: a person, or an organization.",
    mend="Write one of the two, or delete the row.",
    looks_for="rows with neither name nor organization",
    source=_STAFF,
)
UNSEEN_IN_CELL = code(
    "PKT-202",
    ERROR,
    "a sign that nobody sees, or a line break, in a cell",
    "A control character, a sign that turns the direction of words, or an end of a line stands in the cell: what is printed would not be what is seen.",
    mend="Type the cell again. Lines of an address may stand below each other in its own column.",
    looks_for="control characters and line breaks in cells",
    source=_STAFF,
)
FORMULA_CELL = code(
    "PKT-203",
    ERROR,
    "a formula in a cell",
    "The cell begins as a formula does. A table program would work it out, and send what it finds there to wherever it says (OWASP, CSV Injection).",
    mend="Write the words alone; delete the row if you do not know where it comes from.",
    bad='=HYPERLINK("…")',
    good="Example Clinic",
    looks_for="cells that begin with =, +, -, @ or their wide forms",
    source=_STAFF,
)
PATH_IN_CELL = code(
    "PKT-204",
    ERROR,
    "a path in place of a name",
    "The cell holds the path of a file. No file is named by it; it is no name of anybody either.",
    mend="Write the name.",
    bad="../x",
    good="Example Clinic",
    looks_for="paths of files in names",
    source=_STAFF,
)
LONG_CELL = code(
    "PKT-205",
    ERROR,
    "a cell with more letters than there is room for",
    "Nobody is called so, and no line holds it: probably two cells ran together. A name that is merely wide is told when it is set.",
    mend="Shorten it, or take the cells apart.",
    looks_for="cells with more letters than their column may have",
    source=_STAFF,
)
BAD_ADDRESSEE_EMAIL = code(
    "PKT-206",
    ERROR,
    "an e-mail address to which nothing can be sent",
    "An address has one @, something before it, and a place on the internet behind it.",
    mend="Ask the partner, or leave the cell empty.",
    bad="desk(at)example.org",
    good="desk@example.org",
    looks_for="e-mail addresses of partners that are malformed",
    source=_STAFF,
)
BAD_ADDRESSEE_NUMBER = code(
    "PKT-207",
    ERROR,
    "a fax or telephone number that nobody can call",
    "A number has its area code and is one that the numbering plan knows; that of another country begins with + and its code.",
    mend="Ask the partner, or leave the cell empty.",
    bad="555-0100",
    good="(217) 555-0100",
    looks_for="fax and telephone numbers of partners that nobody can call",
    source=_STAFF,
)
BAD_ZIP = code(
    "PKT-208",
    ERROR,
    "a ZIP Code that there cannot be",
    "A ZIP Code has five digits, or nine with a hyphen (USPS Publication 28). One of fewer has probably lost the zero in front, as a table program takes it for a number.",
    mend="Write all digits, and format the column as text.",
    bad="2134",
    good="02134",
    looks_for="ZIP Codes without five or nine digits",
    source=_STAFF,
)
BAD_ADDRESSEE_NPI = code(
    "PKT-209",
    ERROR,
    "an NPI that there cannot be",
    "An NPI has ten digits, begins with 1 or 2, and ends with a check digit by Luhn's rule, worked out with 80840 before it (45 CFR 162.406).",
    mend="Ask the partner, look it up in the registry, or leave the cell empty.",
    bad="1234567890",
    good="1234567893",
    looks_for="NPIs of partners of the wrong length, or with a check digit that does not fit",
    source=_STAFF,
)
STRANGE_LANGUAGE = code(
    "PKT-210",
    ERROR,
    "a language that the packet does not have",
    "The packet has no words in this language, and nothing is translated by the way.",
    mend="Write a language that the packet has, or leave the cell empty.",
    looks_for="languages of partners in which the packet is not written",
    source=_STAFF,
)
STRANGE_PART = code(
    "PKT-211",
    ERROR,
    "a part that the packet does not have",
    "Parts are named by their id in the packet's file, several with a semicolon between them.",
    mend="Write the ids as the packet's file has them, or leave the cell empty for the whole packet.",
    looks_for="parts of partners that the packet does not have",
    source=_STAFF,
)
COMPOSED_NAME = code(
    "PKT-212",
    NOTE,
    "letters and their accents written apart",
    "The list writes accents as signs of their own (Unicode NFD), as some systems do. The letters are printed in one piece (NFC): they look the same.",
    mend="Nothing needs to be done.",
    looks_for="cells with decomposed letters",
    source=_STAFF,
)
SAME_PARTNER = code(
    "PKT-213",
    WARNING,
    "a partner who stands in the list twice",
    "Name and organization are the same but for capitals, spaces and the width of letters. The first row is kept, and this one set aside.",
    mend="Delete one of the two rows; where they are two people, tell them apart by their credential or organization.",
    looks_for="two rows with one name and organization",
    source=_STAFF,
)
NOT_WORDS_IN_CELL = code(
    "PKT-214",
    ERROR,
    "a cell that holds no words",
    "The cell holds a date, a number, yes or no, or the error of a formula, where words belong: a table program took what was typed for something else.",
    mend="Format the column as text, and type the cell again.",
    bad="3/4 (kept as March 4)",
    good="3/4",
    looks_for="dates, numbers and errors in cells of words",
    source=_STAFF,
)
NEWER_RECORD = code(
    "PKT-301",
    ERROR,
    "a record of what was sent, of a newer program",
    "A newer version of this program wrote the record. An older one does not touch it, for it would lose what it does not know.",
    mend="Use the newer program.",
    looks_for="a record of a newer form",
    source=_STAFF,
)
DAMAGED_RECORD = code(
    "PKT-302",
    ERROR,
    "a record of what was sent that is damaged",
    "The record cannot be read as it is. It is never overwritten: the next run that writes puts it aside under another name and begins a new one.",
    mend="Put a copy from your backup in its place; without one, see by hand who has a packet before you send any.",
    looks_for="a record that cannot be read",
    source=_STAFF,
)
LACKING_WORDS = code(
    "PKT-303",
    ERROR,
    "a draft without words",
    "The words of an e-mail to a partner come from content/labels.yaml, and a label of them is not there in the packet's language.",
    mend="Write the label; those of the draft begin with 'mail.'.",
    bad="labels: {}",
    good='labels:\n  mail.greeting: {en: "Dear colleague:"}',
    looks_for="labels of a draft that the content does not have",
    source=_STAFF,
)
