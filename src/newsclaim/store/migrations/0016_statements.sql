-- The statements that stand in several articles, in the order in which they are shown, and how each quote renders its fullest
-- one: `compare --quotes` reads those that are asked for. They hold as long as the stage that makes them.

CREATE TABLE rendering (
    statement INTEGER NOT NULL,         -- its place among all, from 0
    nth       INTEGER NOT NULL,         -- which quote of it, the fullest first
    quote     INTEGER NOT NULL REFERENCES quote (number) ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    differs   TEXT,                     -- offsets of the words that the fullest one does not have, as JSON
    form      INTEGER NOT NULL,         -- of renderings: one of another form is told anew
    PRIMARY KEY (statement, nth)
) WITHOUT ROWID;
CREATE INDEX rendering_quote ON rendering (quote);
