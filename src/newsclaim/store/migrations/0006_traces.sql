-- What stages of the corpus keep of each article so that later ones can be held against it, by the stage's name. The
-- trace of an article that has gone, or is written anew, stays until the stage has seen that it has.

CREATE TABLE trace (
    article TEXT NOT NULL,              -- its id
    stage   TEXT NOT NULL,
    basis   TEXT NOT NULL,              -- what it was made from; empty: no longer true
    body    BLOB NOT NULL,
    PRIMARY KEY (article, stage)
) WITHOUT ROWID;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
    UPDATE trace SET basis = '' WHERE article = old.id;
END;

-- What the texts of two articles have in common.
CREATE TABLE overlap (
    a     INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    b     INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    same  INTEGER NOT NULL,             -- one is the other's text
    words INTEGER NOT NULL,             -- length of the passages
    of_a  REAL NOT NULL,                -- their part of each text
    of_b  REAL NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX overlap_b ON overlap (b);

DROP TABLE tie;
CREATE TABLE tie (
    a        INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    b        INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    strength REAL NOT NULL,
    terms    TEXT NOT NULL,             -- keys of the words that tell so
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX tie_b ON tie (b);

-- The wording of each quote, and which wordings have how much in common.
CREATE TABLE wording (
    quote  INTEGER PRIMARY KEY REFERENCES quote (number) ON DELETE CASCADE,
    form   INTEGER NOT NULL,            -- hash of its words
    weight REAL NOT NULL                -- of its words
);
CREATE INDEX wording_form ON wording (form);
CREATE TABLE likeness (
    a      INTEGER NOT NULL,
    b      INTEGER NOT NULL,
    weight REAL NOT NULL,               -- of the words in common
    of_a   REAL NOT NULL,               -- their part of each wording
    of_b   REAL NOT NULL,
    apart  INTEGER NOT NULL,            -- each has a number that the other has not
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX likeness_b ON likeness (b);
DELETE FROM context;
DELETE FROM stage;
