-- Of each quote the words for those of its speakers that nobody was found for: counting reads them without the texts.

ALTER TABLE quote ADD COLUMN nameless TEXT;     -- JSON list, folded; NULL where there are none
