"""What may be said in the YAML: frozen pydantic models. They come out of a file, and every later stage may read them.

``base``          what all models have in common, and the small types that content is made of
``checked_text``  texts of a certain form, and what is told of others
``telephone``     telephone numbers as data
``addresses``     web and mail addresses as data
``clinic``        ``clinic.yaml``: who we are
``office``        the clinic's own paper and printer
``partners``      how a packet's list of partners is read
``npi``           the National Provider Identifier as data
``piece``         ``brochures/`` and ``packets/``: job ticket and words of one piece
``components``    what may stand in a panel or a part
``facts``         a table of statements, with a grade or without
``figures``       components that explain: pictures and tables
``scenes``        a place by the river, and who is there
``for_signers``   components of the editorial notes
``pictures``      a picture as a block of a piece
``forms``         ``forms.yaml`` and ``images/images.yaml``
``law``           ``law/``: words of law, and the words of consents that do what they ask for
``statements``    ``program.yaml`` and ``ketamine.yaml``: one idea, said once
``studies``       ``studies.yaml``: records that results are drawn from
``sources``       ``sources.yaml``: what statements rest on
``source_links``  a link from words to a record of ``sources`` or ``studies``
``names_and_titles``  names of authors and titles of works, in the records of both
``notes``         ``editorial-notes.yaml``: what became of each message of the web page
``house_facts``   ``house/facts.yaml``: what is so in this house, and what contradicts it
``labels``        ``labels.yaml``: small words of the pages themselves
``words``         ``house/words.yaml``: word lists, by language
``parts``         ``house/parts.yaml``: what a document must say
``names``         ``house/names.yaml``: what belongs to a name
``languages``     ``house/languages.yaml``: by which words a language is known
``waivers``       ``waivers.yaml``: findings that somebody lets pass
``roles``         ``house/roles.yaml``: who may sign what
``reviews``       ``reviews.yaml``: the ledger of signatures
``printed``       ``printed.yaml``: words as they were printed
``watch``         ``watch.yaml``: what may have changed since, and where somebody looks
``printers``      ``printers.yaml``: print shops and printing conditions
``specimens``     ``specimens/``: one example of each component
``pattern_book``  what a pattern book shows beside specimens
"""
