-- Which words an article has, not where: a search for a phrase or inside sentences looks into the articles that have them.

CREATE VIRTUAL TABLE article_text USING fts5 (
    body, content = '', detail = none, tokenize = 'porter unicode61 remove_diacritics 2'
);
