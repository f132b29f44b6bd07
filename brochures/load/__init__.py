"""Load, stage 1: the project's folder into a ``Catalogue`` of checked models, every mistake in every file told.

``catalogue``      ``load()``: all content files, and the shelves on which other stages find what is in them
``checked_files``  one file as a checked model
``content_files``  which files there are, and the model of each
``list_files``     lists to which the program adds: signatures, printed versions
``additions``      a new entry at the end of a file, or a new file
``citation_exports``  what a citation export says, as a record nobody has read
``pubmed_xml``     such an export from PubMed
``ris``            such an export from elsewhere
``slugs``          what a piece may be called
``old_reviews``    signatures beside the words, as old files have them
``unread_files``   what lies beside them and would not be read
``unused_pictures``  pictures that nobody declares or shows
``yaml_source``    one file as it is written
``file_text``      its bytes as text
``syntax``         the text as nodes, every mistake told
``syntax_words``   the parser's refusals in plain words
``lost_text``      what YAML leaves out or takes for something else
``yaml_nodes``     the nodes, from one run of the parser
``rest_of_file``   what else is wrong where some entries cannot be read
``text_faults``    what is wrong with the letters of the texts
``mojibake``       letters read in the wrong encoding
``odd_characters``  what nobody sees, or what only looks like a letter
``normal_form``    texts in composed letters, however their files write them
``positions``      where each key, value and letter of a file stands
``text_places``    texts that know where they are written
``cross_checks``   records against themselves, and what a panel prints twice
``bad_links``      links to sources that cannot be right
``contradictions``  what in a record cannot be true together
``form_rows``      rows of forms that cannot be set as they are written
``consents``       each consent against the words that do what the law asks for
``watch_list``     what in the list of things to look up does not agree with the rest
``law_words``      texts of law against their digests
``model``          what a file may hold
``helplines``      the numbers of a help line, held against each other
``model_errors``   a model's refusals, in the words of the person who writes the YAML
``value_messages``  what a number or an answer should be, in words
``editor_schema``  the same models as JSON Schema, for completion in editors

It takes a ``Project`` and returns a catalogue; it raises nothing, for mistakes are findings of the catalogue.
"""

from brochures.load.catalogue import Catalogue, load

__all__ = ["Catalogue", "load"]
