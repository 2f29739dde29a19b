-- How each file looked when all its articles had been read and stored: an unchanged one is not read again.

CREATE TABLE file (
    location TEXT PRIMARY KEY,          -- absolute path
    size     INTEGER NOT NULL,          -- bytes
    modified INTEGER NOT NULL,          -- nanoseconds; 0 where the time told nothing
    digest   TEXT NOT NULL,             -- of its content
    articles INTEGER NOT NULL,          -- how many it holds; where fewer are stored, it is read again
    reading  TEXT NOT NULL              -- what else decides what is read: version and options
) WITHOUT ROWID;
