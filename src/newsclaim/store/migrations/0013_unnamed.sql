-- Claims that tell no class may count what a topic's claims count: they are found by their articles from an index alone.

CREATE INDEX claim_unnamed ON claim (article, class, unit, head) WHERE class = 'other' AND unit IS NULL;
