-- Marks of people on findings, a copy of the file beside the database. What was found stands in `original`: a finding that is
-- marked wrong is in no other table, one that is corrected stands there as corrected.

CREATE TABLE mark (
    kind     TEXT NOT NULL,             -- quote, claim
    finding  INTEGER NOT NULL,
    article  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
    verdict  TEXT NOT NULL,
    body     TEXT NOT NULL,             -- the mark as JSON
    original TEXT NOT NULL,             -- the row's body before
    PRIMARY KEY (kind, finding)
) WITHOUT ROWID;
CREATE INDEX mark_article ON mark (article);
