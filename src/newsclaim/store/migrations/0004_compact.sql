-- Rows hold what queries filter and sort by; everything else is compact: models by position without the texts of their
-- spans (TEXT), the article and its own actors compressed (BLOB). Keys are numbers made from ids, never counted up, so that
-- the same corpus gives the same rows in whatever order it comes.

DROP TRIGGER quote_added;
DROP TRIGGER quote_removed;
DROP INDEX quote_article;
DROP INDEX claim_article;
DROP INDEX claim_class;
DROP INDEX claim_head;
DROP INDEX member_actor;
ALTER TABLE article RENAME TO old_article;
ALTER TABLE quote RENAME TO old_quote;
ALTER TABLE claim RENAME TO old_claim;
ALTER TABLE local_actor RENAME TO old_local_actor;
DROP TABLE quote_text;
DROP TABLE credit;
DROP TABLE member;
DROP TABLE name;
DROP TABLE actor;
DELETE FROM stage;

CREATE TABLE article (
    number      INTEGER PRIMARY KEY,    -- made from the id
    id          TEXT NOT NULL UNIQUE,
    title       TEXT,
    outlet      TEXT,
    published   TEXT,
    updated     TEXT,
    url         TEXT,
    path        TEXT,
    location    TEXT NOT NULL,          -- absolute path of the file, to notice when it vanishes
    words       INTEGER NOT NULL,
    quotes      INTEGER NOT NULL,       -- how many were found
    claims      INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,          -- of header and text
    pipeline    TEXT NOT NULL,          -- version and model that processed it
    form        INTEGER NOT NULL,       -- of the rows of its findings
    body        BLOB NOT NULL           -- text, blocks, authors, extra, problems
);
CREATE INDEX article_order ON article (published IS NULL, published, id);
CREATE INDEX article_location ON article (location);

CREATE TABLE quote (
    number   INTEGER PRIMARY KEY,       -- the id's
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,          -- offset of the first span
    kind     TEXT NOT NULL,
    stance   TEXT,
    body     TEXT NOT NULL
);
CREATE INDEX quote_article ON quote (article, position);
CREATE INDEX quote_stance ON quote (stance);

CREATE TABLE claim (
    number   INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    class    TEXT NOT NULL,
    head     TEXT,                      -- lemma of what is counted
    unit     TEXT,
    status   TEXT NOT NULL,
    low      REAL,                      -- value or bounds
    high     REAL,
    body     TEXT NOT NULL
);
CREATE INDEX claim_article ON claim (article, position);
CREATE INDEX claim_class ON claim (class);
CREATE INDEX claim_head ON claim (head);

-- The actors as one article knows them.
CREATE TABLE local_actors (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    body    BLOB NOT NULL
);

-- Who is credited in which role in a quote or claim; `local` is the number of the article's own actor.
CREATE TABLE credit (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    local   INTEGER NOT NULL,
    role    TEXT NOT NULL,              -- speaker, via, source, whose
    owner   INTEGER NOT NULL,           -- number of the quote or claim
    PRIMARY KEY (article, local, role, owner)
) WITHOUT ROWID;

-- Actors of the whole corpus, with the counts that lists show.
CREATE TABLE actor (
    number   INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    roles    INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    quotes   INTEGER NOT NULL,
    claims   INTEGER NOT NULL,
    body     TEXT NOT NULL
);
CREATE INDEX actor_order ON actor (quotes DESC, claims DESC, articles DESC);

-- Every form under which an actor is found, folded.
CREATE TABLE name (
    form  TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor (number) ON DELETE CASCADE,
    PRIMARY KEY (form, actor)
) WITHOUT ROWID;

CREATE TABLE member (
    article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    local   INTEGER NOT NULL,
    actor   INTEGER NOT NULL REFERENCES actor (number) ON DELETE CASCADE,
    PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX member_actor ON member (actor);

-- The words of quotes; the content itself stands in the article, so whoever deletes a quote tells its words.
CREATE VIRTUAL TABLE quote_text USING fts5 (
    content, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
