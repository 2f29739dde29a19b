-- Where the events of articles happened is found by name: a place that is asked for leads to claims that name none.

ALTER TABLE context ADD COLUMN place TEXT;                          -- of the event, folded
ALTER TABLE context ADD COLUMN country TEXT;
UPDATE context SET place = fold(json_extract(body, '$[2][1]')), country = json_extract(body, '$[2][2]');
CREATE INDEX context_place ON context (place, country);

-- In which articles claims of a kind stand is told from an index alone.

DROP INDEX claim_kind;
CREATE INDEX claim_kind ON claim (class, head, unit, about, article);
