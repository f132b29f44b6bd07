"""The live preview: a local page that shows pieces while their words and styles are changed. It knows nothing of PDF: ``cli.previewing`` does.

``command``  the command preview
``server``   what listens, watches the files and sets pages, and how they end together
``guard``    who may ask: the token, the host, the origin, and what every answer says for safety
``routes``   what can be asked for
``editing``  what changes something: words that are tried, saved, put back and signed
``served``   what the routes answer from
``events``   what every open page is told
``watching``  changed files

The page itself is in ``page/``: HTML, CSS and JavaScript as they are served.
"""
