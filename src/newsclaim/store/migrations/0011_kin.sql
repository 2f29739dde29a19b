-- Actors of articles that can bear on one another, kept so that a changed article has only its own resolved anew.

CREATE TABLE kin (
    number INTEGER PRIMARY KEY,         -- made from its first member
    body   BLOB NOT NULL                -- its members with their articles
);
CREATE TABLE kin_key (
    key  INTEGER NOT NULL,              -- number of what actors are compared by
    kin  INTEGER NOT NULL,
    held INTEGER NOT NULL,              -- 0: only offered to those that hold it
    PRIMARY KEY (key, kin)
) WITHOUT ROWID;

-- Actors of the corpus that articles which have gone, or are written anew, had a part in.
CREATE TABLE bereft (actor INTEGER PRIMARY KEY);
CREATE TRIGGER article_going BEFORE DELETE ON article BEGIN
    INSERT OR IGNORE INTO bereft SELECT actor FROM member WHERE article = old.number;
END;

-- Without a reference to the actor, which would be looked for among all names whenever an actor goes.
ALTER TABLE name RENAME TO old_name;
CREATE TABLE name (
    form  TEXT NOT NULL,
    actor INTEGER NOT NULL,
    PRIMARY KEY (form, actor)
) WITHOUT ROWID;
INSERT INTO name SELECT form, actor FROM old_name;
DROP TABLE old_name;
DELETE FROM stage WHERE name = 'actors';
