-- Lists, counts and topics are answered from narrow rows and indexes; what is only shown stands apart. What the new columns
-- hold is read from the bodies of the rows by the step that follows.

CREATE TABLE article_body (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    body    BLOB NOT NULL               -- text, blocks, authors, extra, problems
);
INSERT INTO article_body SELECT number, body FROM article;
ALTER TABLE article DROP COLUMN body;
CREATE INDEX article_outlet ON article (lower(outlet));

-- What is counted of each article: its quotes without those inside another one and without repetitions, and who is quoted.
CREATE TABLE tally (
    article  INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    direct   INTEGER NOT NULL,
    mixed    INTEGER NOT NULL,
    indirect INTEGER NOT NULL,
    words    INTEGER NOT NULL,
    verbatim INTEGER NOT NULL,          -- words inside quotation marks
    named    INTEGER NOT NULL,          -- sources
    unnamed  INTEGER NOT NULL,
    lengths  BLOB NOT NULL              -- words of each quote, two bytes each
);

ALTER TABLE quote ADD COLUMN nth INTEGER NOT NULL DEFAULT 0;        -- which one of its article, from 0
ALTER TABLE quote ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quote ADD COLUMN verbatim INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quote ADD COLUMN again INTEGER NOT NULL DEFAULT 0;      -- inside another one, or a repetition: not counted
DROP INDEX quote_article;
CREATE INDEX quote_article ON quote (article, nth);
DROP INDEX quote_stance;
CREATE INDEX quote_stance ON quote (stance) WHERE stance <> 'says';

ALTER TABLE claim ADD COLUMN about TEXT;                            -- lemmas of what is measured, and of what happened
ALTER TABLE claim ADD COLUMN event TEXT;
ALTER TABLE claim ADD COLUMN place TEXT;                            -- folded
ALTER TABLE claim ADD COLUMN country TEXT;
DROP INDEX claim_kind;
CREATE INDEX claim_kind ON claim (class, head, unit, about);
DROP INDEX claim_head;
CREATE INDEX claim_head ON claim (head, article) WHERE head IS NOT NULL;
CREATE INDEX claim_about ON claim (about) WHERE about IS NOT NULL;
CREATE INDEX claim_place ON claim (place, country) WHERE place IS NOT NULL;
CREATE INDEX claim_status ON claim (status) WHERE status <> 'asserted';
CREATE INDEX claim_value ON claim (coalesce(low, high), low, high);

CREATE INDEX actor_name ON actor (name);
ALTER TABLE mark ADD COLUMN nth INTEGER NOT NULL DEFAULT 0;         -- of the quote

-- Numbers made from ids are long; in the indexes of words an article has a short one, counted up, and its quotes have those
-- that follow.
CREATE TABLE article_text_slot (
    slot    INTEGER PRIMARY KEY,
    article INTEGER NOT NULL UNIQUE REFERENCES article (number) ON DELETE CASCADE,
    size    INTEGER NOT NULL            -- how many numbers are taken
);
DROP TABLE article_text;
CREATE VIRTUAL TABLE article_text USING fts5 (
    body, content = '', columnsize = 0, detail = none, tokenize = 'porter unicode61 remove_diacritics 2'
);
DROP TABLE quote_text;
CREATE VIRTUAL TABLE quote_text USING fts5 (
    content, content = '', columnsize = 0, tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Long rows are kept better by a table with row numbers.
DROP TRIGGER article_gone;
ALTER TABLE trace RENAME TO old_trace;
CREATE TABLE trace (
    article TEXT NOT NULL,              -- its id
    stage   TEXT NOT NULL,
    basis   TEXT NOT NULL,              -- what it was made from; empty: no longer true
    body    BLOB NOT NULL,
    PRIMARY KEY (article, stage)
);
INSERT INTO trace SELECT * FROM old_trace;
DROP TABLE old_trace;
CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN
    UPDATE trace SET basis = '' WHERE article = old.id;
END;
