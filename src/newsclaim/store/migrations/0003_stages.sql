-- Which stages of the corpus are made, and from what: a digest of their basis. Whatever changes the articles empties it.

CREATE TABLE stage (
    name  TEXT PRIMARY KEY,
    basis TEXT NOT NULL
) WITHOUT ROWID;
DROP TABLE state;
