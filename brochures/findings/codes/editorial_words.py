"""Codes of the words' gate: words (3xx) and the parts that a document must have (4xx)."""

from __future__ import annotations

from brochures.findings.codes.registry import ERROR, WARNING, code

CLAIM = code(
    "EDT-301",
    ERROR,
    "a word that claims more than is known",
    "Words such as 'proven', 'safe' or 'cure' are refused as claims. Let pass are denials ('not proven'), open questions, names and titles, "
    "and lines quoted from a guideline, label or law. The list stands in content/house/words.yaml.",
    mend="Say what was found, or that it is not known.",
    bad="A proven treatment.",
    good="One trial has tried it.",
)
PRAISE = code(
    "EDT-302",
    ERROR,
    "a superlative, a promise or a comparison with others",
    "Nothing in the sources here shows that the program is the best, that it will help a reader, or that it is better than another.",
    mend="Leave it out, or say what is done.",
    bad="We offer the best care.",
    good="We offer care in the daytime.",
)
STIGMA = code(
    "EDT-303",
    ERROR,
    "a word that puts the illness before the person",
    "After the list of the National Institute on Drug Abuse: a person with an addiction, not an 'addict'; use, not 'abuse'. Names and "
    "titles are printed as they are.",
    mend="Name the person first.",
    bad="For addicts",
    good="For people with an addiction",
)
PLACEHOLDER = code(
    "EDT-304",
    ERROR,
    "words that stand in for others",
    "'TODO', 'lorem ipsum', '{{name}}' and their kind are an editor's notes to himself.",
    mend="Write the words.",
    bad="TODO: opening hours",
    good="Open Monday to Friday.",
)
TELEPHONE = code(
    "EDT-305",
    ERROR,
    "a telephone number that nobody has verified",
    "Only the numbers of help lines in sources.yaml and of the clinic in clinic.yaml are printed. A wrong digit can cost a life.",
    mend="Write {call:NAME} for a help line, {clinic:phone} for the clinic.",
    bad="Call 1-800-555-0199.",
    good="Call {call:lifeline-988}.",
)
UNVERIFIED_LINE = code(
    "EDT-306",
    ERROR,
    "a help line whose number nobody has seen on its owner's page",
    "Its record says 'verification: unverified'. Only numbers that everybody knows need no page; they stand under 'emergency' in "
    "content/house/words.yaml.",
    mend="Look the number up on its owner's page and write into the record that you saw it there.",
    bad="verification: unverified",
    good="verification: primary",
)
MARKUP = code(
    "EDT-307",
    ERROR,
    "marks of another program that would be printed as they are",
    "'<b>', '**bold**' or '&nbsp;' mean something on a web page or in a chat. Here words are set by the design, and such "
    "signs would be printed letter by letter.",
    mend="Take the signs out; what a text is (a heading, a notice, a list) is said by its block.",
    bad="Do <b>not</b> drive.",
    good="Do not drive.",
)
OTHER_NAME = code(
    "EDT-308",
    WARNING,
    "the clinic under another name than its own",
    "A name of the clinic was typed, and content/clinic.yaml has another one: the clinic was renamed, or the name was misspelt. The short "
    "names by which words call the clinic stand under 'clinic' in content/house/names.yaml.",
    mend="Write {clinic:name}, or the name as it stands in content/clinic.yaml.",
    bad="Riverwood Behavioral Health offers outpatient care.",
    good="{clinic:name} offers outpatient care.",
)
CONTRADICTS_FACT = code(
    "EDT-309",
    ERROR,
    "a sentence that contradicts a fact of the house",
    "content/house/facts.yaml says what is so (nobody drives for 24 hours, no medicine is dropped for a drip, ketamine is approved for no "
    "addiction) and by which words a sentence says the opposite, whatever its style. A denial, an open question, a limit that stands with it "
    "and somebody else's quoted line are let pass.",
    mend="Say what is so, with its limit; or leave it out.",
    bad="You can drive home an hour after the drip.",
    good="Do not drive for 24 hours after the drip.",
)
IDLE_FACT = code(
    "EDT-310",
    ERROR,
    "a fact of the house that guards nothing, or rests on nothing",
    "A rule in content/house/facts.yaml names lists of words that stand there, and sources or statements that stand in content/. A list that "
    "is not there, words that can stand in no sentence, and a way of contradicting that its own exceptions always let pass find nothing, "
    "silently; a language that the house does not print has no words to hold them against.",
    mend="Correct the name or the words; or take the line out.",
    bad="contradicted: [{asserts: [drivng, permission]}]",
    good="contradicted: [{asserts: [driving, permission]}]",
    looks_for="facts of the house that rest on nothing, or that no sentence can contradict",
    source="docs/writers.md, Facts of the house",
)
OTHER_SPELLING = code(
    "EDT-311",
    WARNING,
    "a word in another spelling than the house's",
    "One word has one spelling in every piece: 'aftercare', 'St. John’s wort', American 'color'; and one name: forms are checked, not ticked. "
    "The list stands under 'spellings' in content/house/words.yaml. Names, titles, records of studies and words of law are printed as they are.",
    mend="Write it as the list says.",
    bad="Ask us about after-care.",
    good="Ask us about aftercare.",
)
OTHER_TITLE = code(
    "EDT-312",
    WARNING,
    "a block that recurs, under another title than the house's",
    "Who has seen the crisis lines in one piece finds them in the next by their title. The titles stand under 'titles' in "
    "content/house/words.yaml, by block and reader.",
    mend="Write the title that the finding says.",
    bad="sources: {title: References}",
    good="sources: {title: Sources}",
)
OUT_OF_REACH = code(
    "EDT-320",
    WARNING,
    "an address or a number typed where nobody can touch it",
    "In the screen edition what is typed in a statement becomes a link, as the facts about the clinic and the help lines are. Titles, labels, "
    "records of studies and a piece's own words are set without links: who reads them on a telephone would have to type the address.",
    mend="Say it in a statement, or show it in a block 'contact' or 'qr'.",
    bad="title: More at clinicaltrials.gov",
    good="en: You can look trials up at clinicaltrials.gov.",
)
MISSING_PART = code(
    "EDT-401",
    ERROR,
    "something that this document must say is not there",
    "content/house/parts.yaml lists what a document of each type must say: that the use is off-label, the risks, what is not known, "
    "help lines … A statement says a part when it is marked with it: 'part: off-label'.",
    mend="Print a statement that is marked with the part.",
    bad="kind: fact",
    good="kind: fact\npart: off-label",
)
MISPLACED_PART = code(
    "EDT-402",
    ERROR,
    "something that this document must say stands too late or too far away",
    "The off-label line is read first or second, and risks are read where benefits are. content/house/parts.yaml says how near.",
    mend="Move the statement to where the finding says.",
)
SMALL_PART = code(
    "EDT-403",
    ERROR,
    "something that this document must say is set in smaller type",
    "Risks are set in the same size as benefits. content/house/parts.yaml lists the components that are smaller; what is printed is "
    "measured on the page besides.",
    mend="Print it in a component that is set in the size of text.",
)
OUT_OF_PLACE = code(
    "EDT-404",
    ERROR,
    "something that has no place on this document",
    "A crisis card is read in an emergency: it holds its required parts and nothing else.",
    mend="Take the block out, or print it in another piece.",
)
UNDECLARED_DOCUMENT = code(
    "EDT-405",
    ERROR,
    "a document type of which nobody has said what it must hold",
    "content/house/parts.yaml has no entry for this type, so no part of it would be required. Declare it, if only as empty.",
    mend="Add the document type under 'documents' in content/house/parts.yaml, if only as empty.",
    bad="documents: {trifold: {…}}",
    good="documents: {trifold: {…}, flyer: {}}",
)
UNSAID_PART = code(
    "EDT-406",
    ERROR,
    "a statement that is marked as a required part and does not say it",
    "'part: off-label' makes the gate count on the words under it. They must say it in one of the ways that stand under 'parts' in "
    "content/house/words.yaml, or the mark is wrong.",
    mend="Say it in the words, or take the mark out.",
    bad="Ask us about this use.",
    good="This use is called “off-label.”",
)
LINES_OUT_OF_ORDER = code(
    "EDT-408",
    ERROR,
    "help lines in another order than everywhere else",
    "Who looks for a number in a crisis finds it where it stood the last time: at the same place, in the same color. The order is that of the lines of a part in "
    "content/house/parts.yaml. A path of questions has its own order: it asks for the danger to life first.",
    mend="Put the lines into the order of content/house/parts.yaml.",
    bad="lines: [emergency-911, lifeline-988]",
    good="lines: [lifeline-988, emergency-911]",
)
REPEATED = code(
    "EDT-407",
    WARNING,
    "the same words twice in a row",
    "A text repeats the words before it: 'If I do not sign: If I do not sign: …'. A clinic fact does so where the words around it say "
    "its beginning already.",
    mend="Take one of the two out.",
    bad='refusal_policy: "If I do not sign: my care goes on."',
    good="refusal_policy: My care goes on.",
)
