-- Which claims without class a topic's claims may name is told from the index, too: by where they stand and how many they count.

DROP INDEX claim_unnamed;
CREATE INDEX claim_unnamed ON claim (article, class, unit, head, position, low, high) WHERE class = 'other' AND unit IS NULL;
