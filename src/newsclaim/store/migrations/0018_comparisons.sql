-- Comparisons of topics with many claims, as they were made: whoever asks again reads the first answers. They are gone as soon
-- as an article, a context, an actor or a mark is written.

CREATE TABLE comparison (
    topic    TEXT PRIMARY KEY,          -- digest of its definition
    rules    TEXT NOT NULL,             -- digest of the rules by which it was made
    size     INTEGER NOT NULL,          -- how many answers there are in all
    left_out TEXT NOT NULL              -- claims that could not be compared, each with the reason, as JSON
) WITHOUT ROWID;
CREATE TABLE comparison_answer (
    topic TEXT NOT NULL REFERENCES comparison (topic) ON DELETE CASCADE,
    place INTEGER NOT NULL,             -- from 0
    body  TEXT NOT NULL,                -- its claims and what is known of their event, as JSON
    PRIMARY KEY (topic, place)
);
