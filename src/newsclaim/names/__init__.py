"""Names as strings: are two the same, what kind and country is one, which actors does a query mean. No spaCy, no SQL.

Import from the modules: `same`, `search`, `countries` …; the package itself loads none of them, so that a query pays
only for what it uses.
"""
