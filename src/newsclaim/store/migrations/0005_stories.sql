-- What stages of the corpus know of each article beyond what was found in it: its story, its event, whose text it is.

CREATE TABLE context (
    article INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    story   INTEGER NOT NULL,           -- number of the story's id
    body    TEXT NOT NULL               -- event, agency, copy_of, copy_direction, shares
);
CREATE INDEX context_story ON context (story);

-- Why two articles of one story belong together.
CREATE TABLE tie (
    a      INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    b      INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX tie_b ON tie (b);
