-- The form of the JSON in an article's rows; articles in another form than today's are made anew.

ALTER TABLE article ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
