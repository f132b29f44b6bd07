"""Codes of loading: content files that cannot be read, or that hold what they may not."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, NOTE, WARNING, code

FILE_MISSING = code(
    "LOD-101",
    ERROR,
    "a content file is missing or cannot be read",
    "Every project has the same content files. One of them is not there, or the system does not let us read it. "
    "Restore it from version control; an empty list of things is written as 'statements: {}'.",
    mend="Restore the file from version control, or write it with an empty list of things.",
    looks_for="content files that are missing or that the system does not let us read",
    source="docs/staff.md, Change words",
)
ENCODING = code(
    "LOD-102",
    ERROR,
    "the file is not plain UTF-8 text",
    "Content is read as UTF-8. Another encoding turns dashes, quotation marks and accents into wrong letters, so it is refused.",
    mend="Save the file as UTF-8 in your editor.",
    looks_for="content files in another encoding than UTF-8",
    source="YAML 1.2.2, 5.2",
)
SYNTAX = code(
    "LOD-103",
    ERROR,
    "the file is not valid YAML",
    "The text cannot be taken apart into keys and values from this place on. Usual causes: a tab instead of spaces, a line that is "
    "indented one step too far or too little, or an unquoted text that holds ': ' or begins with a sign such as '*' or '@'. All such places "
    "of a file are told at once, up to twenty; what its keys and values mean is looked at when they are mended.",
    mend="Mend the line that the finding names: spaces instead of a tab, the indentation of its neighbours, quotation marks around a text with ': ' in it.",
    bad="address:\n\tMain Street",
    good="address:\n  Main Street",
    looks_for="text that cannot be read as YAML",
    source="YAML 1.2.2, 6 to 9",
)
DUPLICATE_KEY = code(
    "LOD-104",
    ERROR,
    "a key stands twice in one mapping",
    "YAML readers keep the last of two equal keys and drop the first in silence. Words must not vanish, so the second key is refused.",
    mend="Put both values under one key, or take one of the keys out.",
    bad="name: Riverwoods\nname: Riverwoods Clinic",
    good="name: Riverwoods Clinic",
    looks_for="two equal keys in one mapping",
    source="YAML 1.2.2, 3.2.1.1",
)
TOO_MUCH = code(
    "LOD-105",
    ERROR,
    "the file unfolds to more than a project can hold",
    "Aliases can multiply a small file into millions of values. Files above 1,000,000 bytes, 50,000 values or 40 levels are refused.",
    mend="Split the file, or write values out instead of repeating aliases (*name) of aliases.",
    looks_for="content files of more than 1,000,000 bytes, 50,000 values or 40 levels",
    source="docs/staff.md, Change words",
)
EMPTY_FILE = code(
    "LOD-106",
    ERROR,
    "the file is empty",
    "A content file holds at least one key. An empty file is most often an editor's accident.",
    mend="Restore the file from version control, or write its first key.",
    looks_for="content files without any key",
    source="docs/staff.md, Change words",
)
UNREAD_FILE = code(
    "LOD-107",
    ERROR,
    "a content file that nobody reads",
    "The program reads files that end in '.yaml', in the folders that it knows, under the names that it knows. A file beside them, such as "
    "'spring-card.yml', one in a folder 'brochure', a second copy that a cloud drive made, or a link out of the project, would be passed "
    "over, and its words would not be printed.",
    mend="Give the file or the folder the name that the finding says; of two copies keep one.",
    bad="content/brochures/spring-card.yml",
    good="content/brochures/spring-card.yaml",
    looks_for="content files under names or in folders that are not read",
    source="docs/staff.md, Files in content",
)
ONE_NAME = code(
    "LOD-108",
    ERROR,
    "two files that are one file elsewhere",
    "Windows and macOS do not tell capitals from small letters in names, nor a letter with its accent from the two written apart. Of two "
    "such files only one arrives there, and it is chance which.",
    mend="Give one of the two another name, or delete it.",
    bad="content/images/Front.jpg and content/images/front.jpg",
    good="content/images/front.jpg and content/images/front-door.jpg",
    looks_for="two names in one folder that differ in capitals alone",
    source="docs/staff.md, Files in content",
)
LEFT_BEHIND = code(
    "LOD-109",
    NOTE,
    "a file in content/ that is no content",
    "Editors, office programs and a Mac write files beside those that somebody typed, and people put drafts there. None of them is read, "
    "which is right for most; a draft would wait there for ever.",
    mend="Delete the file, or move it out of content/.",
    looks_for="files in the content folders that are no content",
    source="docs/staff.md, Files in content",
)
UNKNOWN_KEY = code(
    "LOD-201",
    ERROR,
    "a key that means nothing here",
    "Unknown keys are refused, because a misspelt key would otherwise be ignored and its words would not be printed.",
    mend="Write the key that the finding suggests, or take it out.",
    bad="sorces: [ketalar-label]",
    good="sources: [ketalar-label]",
    looks_for="keys that the program does not know",
    source="docs/staff.md, Change words",
)
MISSING_KEY = code(
    "LOD-202",
    ERROR,
    "a key that must be there is missing",
    "The thing cannot be printed without this value. The editor's completion lists the keys that each thing needs.",
    mend="Add the key; the editor's completion shows its form.",
    bad="title: Ketamine treatment",
    good="title: Ketamine treatment\nsubject: What a treatment day is like",
    looks_for="keys that must be there and are not",
    source="docs/staff.md, Change words",
)
WRONG_TYPE = code(
    "LOD-203",
    ERROR,
    "a value of the wrong form",
    "A text was written where a list belongs, or keys where a text belongs, or nothing at all.",
    mend="Write the value in the form that the finding asks for.",
    bad="sources: ketalar-label",
    good="sources: [ketalar-label]",
    looks_for="texts in the place of lists or keys, and the other way round",
    source="docs/staff.md, Change words",
)
BAD_VALUE = code(
    "LOD-204",
    ERROR,
    "a value that is not allowed here",
    "The value has the right form, but not a meaning that fits: a date that is not in the calendar, a word that is not one of the choices, "
    "a name with signs that names do not have.",
    mend="Write one of the values that the finding names.",
    bad="reviewed_on: 2026-02-30",
    good="reviewed_on: 2026-02-28",
    looks_for="values that cannot be meant: dates that are not in the calendar, words that are no choice, names with signs in them",
    source="docs/staff.md, Change words",
)
DUPLICATE_NAME = code(
    "LOD-205",
    ERROR,
    "one name for two things",
    "Statements, sources and studies are referred to by name from everywhere, and a piece's slug is its file name in both folders. "
    "Two things with one name would make it a matter of chance which is printed.",
    mend="Give one of the two another name, and mend what refers to it.",
    looks_for="two statements, sources, studies or pieces with one name",
    source="docs/writers.md, Statements",
)
HELPLINE = code(
    "LOD-401",
    ERROR,
    "a help line whose fields name different numbers",
    "A help line says its number more than once: in 'call', 'text' and 'also', in the title of its page, and in what that page says. Where "
    "one of them differs, somebody has slipped, and a patient would call nobody or a stranger. No piece prints the line until they agree.",
    mend="Look the number up on its owner's page, and correct the field that is wrong.",
    bad='call: "911"\ntext: "988"',
    good='call: "988"\ntext: "988"',
    looks_for="help lines whose own fields name different numbers",
    source="docs/writers.md, Sources",
)
CONTRADICTION = code(
    "LOD-402",
    ERROR,
    "a record that contradicts itself",
    "Two parts of one record cannot both be true: a trial of 550 people whose groups have 55, more people with an outcome than there are, a "
    "share that its count does not give, a paper that was read before it came out. What is drawn from such a "
    "record would be wrong, so nothing is.",
    mend="Look at the source, and correct the number that it does not have. Where the paper itself counts otherwise, say so in 'n_note'.",
    bad="n: 550\narms: [{name: ketamine, n: 27}, {name: midazolam, n: 28}]",
    good="n: 55\narms: [{name: ketamine, n: 27}, {name: midazolam, n: 28}]",
    looks_for="records whose numbers, years or addresses do not agree with each other",
    source="docs/writers.md, Studies and their figures",
)
PRINTED_TWICE = code(
    "LOD-403",
    WARNING,
    "a statement twice in one panel or part",
    "The same words stand twice before a reader's eyes. It is most often a slip in the piece's file, and another statement was meant.",
    mend="Print it once, or the statement that was meant.",
    bad="flap: [{statement: program.call}, {statement: program.call}]",
    good="flap: [{statement: program.call}]",
    looks_for="statements that stand twice in one panel or part",
    source="docs/writers.md, Statements",
)
NOT_YET = code(
    "LOD-404",
    WARNING,
    "a record of something that has not come out yet",
    "A year in a record lies ahead. It was mistyped, or the clock of this computer is wrong; nothing can have been read in a year to come.",
    mend="Correct the year in the record, or set the clock.",
    bad="issued: {year: 2091}",
    good="issued: {year: 2019}",
    looks_for="records of what came out, or was read, on a day to come",
    source="docs/writers.md, Sources",
)
UNREAD_TITLE = code(
    "LOD-406",
    ERROR,
    "a title that nobody has read",
    "The record says under 'unverified' that its title was not read, and has a 'title' all the same. It would be printed in a list of "
    "references, and a reader who looks for it would find nothing. Without a title the list prints what was read: authors, journal, year, DOI.",
    mend="Write the words under 'working_title', which is never printed; or read the title, and take the doubt out of 'unverified'.",
    bad="cite: {title: Review of urinary disease}\nunverified: [exact wording of the title]",
    good="cite: {working_title: Review of urinary disease}\nunverified: [exact wording of the title]",
    looks_for="records with a title that, by their own word, nobody has read",
    source="docs/writers.md, Sources",
)
FORM_ANSWERS = code(
    "LOD-407",
    ERROR,
    "a row of a form with an answer that has no column",
    "Questions of a form stand in a grid: one question a row, one answer a column. An answer without a column has no box, and whoever fills in "
    "the form could not give it. Told is a row with more answers than the grid has columns, and an answer that is none of them. Nothing "
    "is printed from the form until it is mended.",
    mend="Leave the answer out, or make it a field of type 'choice', whose options stand below the question.",
    bad='{label: Stable housing, type: yes/no/unknown, answers: ["yes", "no", "unknown", "refused"]}',
    good='{label: Stable housing, type: choice, options: ["Yes", "No", Unknown, Refused]}',
    looks_for="rows of forms with more answers than their grid has columns",
    source="docs/designers.md, Forms",
)
CRITICAL_ROW = code(
    "LOD-408",
    ERROR,
    "a critical row of a form below another",
    "What may cost a life is asked first: rows that are marked 'critical' (suicide, psychosis, pregnancy, allergy) stand at the head of their "
    "section, where a reader in a hurry begins. Nothing is printed from the form until they do.",
    mend="Move the row to the head of its section, or into a section of its own.",
    bad="fields:\n  - {label: Stable housing, type: yes/no/unknown}\n  - {label: Suicidal thoughts now, type: yes/no/unknown, critical: true}",
    good="fields:\n  - {label: Suicidal thoughts now, type: yes/no/unknown, critical: true}\n  - {label: Stable housing, type: yes/no/unknown}",
    looks_for="critical rows of forms that are not the first of their section",
    source="docs/designers.md, Forms",
)
OFF_GROUND = code(
    "LOD-410",
    ERROR,
    "a figure of a scene that stands on nothing",
    "Each scene has ground for people: the deck of the bridge, the seat of the bench, the path to the door, the bank. Somebody beside it would "
    "stand in the water or in the air, somebody who sits would sit on nothing. 'at' is a part of the picture's width, from 0 at its left edge to 1.",
    mend="Move the figure to where the finding says that there is ground, or take another figure or scene.",
    bad="scene: {kind: bridge, figures: [{figure: walking, at: 0.95}]}",
    good="scene: {kind: bridge, figures: [{figure: walking, at: 0.5}]}",
    looks_for="figures of scenes beside the bridge, bench, path or bank that carries them",
    source="docs/designers.md, The motif",
)
