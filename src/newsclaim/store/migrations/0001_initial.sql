-- Rows hold what queries filter and sort by; `payload` is the model's JSON, whole.
-- Keys are made from content, never counted up, so that the same corpus gives the same rows in whatever order it comes.

CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
    id          TEXT PRIMARY KEY,
    title       TEXT,
    outlet      TEXT,
    published   TEXT,
    updated     TEXT,
    url         TEXT,
    path        TEXT,
    location    TEXT,               -- absolute path of the file, to notice when it vanishes
    words       INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,      -- of header and text
    pipeline    TEXT NOT NULL,      -- version and model that processed it
    payload     TEXT NOT NULL       -- Extraction without its quotes, claims and actors
) WITHOUT ROWID;

CREATE TABLE quote (
    number   INTEGER PRIMARY KEY,   -- the id's digits, so that the text index needs no counter
    id       TEXT NOT NULL UNIQUE,
    article  TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,      -- offset of the first span
    kind     TEXT NOT NULL,
    stance   TEXT,
    content  TEXT NOT NULL,
    payload  TEXT NOT NULL
);
CREATE INDEX quote_article ON quote (article, position);

CREATE TABLE claim (
    id       TEXT PRIMARY KEY,
    article  TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    class    TEXT NOT NULL,
    head     TEXT,                  -- lemma of what is counted
    unit     TEXT,
    status   TEXT NOT NULL,
    payload  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX claim_article ON claim (article, position);
CREATE INDEX claim_class ON claim (class);
CREATE INDEX claim_head ON claim (head);

-- An actor as one article knows it.
CREATE TABLE local_actor (
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    id      TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;

-- Who is credited in which role in a quote or claim; `actor` is the article's own actor.
CREATE TABLE credit (
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    actor   TEXT NOT NULL,
    role    TEXT NOT NULL,          -- speaker, via, source, whose
    owner   TEXT NOT NULL,          -- id of the quote or claim
    PRIMARY KEY (article, actor, role, owner)
) WITHOUT ROWID;

-- Actors of the whole corpus, made again after every change.
CREATE TABLE actor (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    payload TEXT NOT NULL
) WITHOUT ROWID;

-- Every form under which an actor is found, folded.
CREATE TABLE name (
    form  TEXT NOT NULL,
    actor TEXT NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    PRIMARY KEY (form, actor)
) WITHOUT ROWID;

CREATE TABLE member (
    article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    local   TEXT NOT NULL,
    actor   TEXT NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    PRIMARY KEY (article, local)
) WITHOUT ROWID;
CREATE INDEX member_actor ON member (actor);

CREATE VIRTUAL TABLE quote_text USING fts5 (
    content, content = 'quote', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER quote_added AFTER INSERT ON quote BEGIN
    INSERT INTO quote_text (rowid, content) VALUES (new.number, new.content);
END;
CREATE TRIGGER quote_removed AFTER DELETE ON quote BEGIN
    INSERT INTO quote_text (quote_text, rowid, content) VALUES ('delete', old.number, old.content);
END;
