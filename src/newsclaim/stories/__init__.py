"""Articles → what they tell together: their events, stories, copies and origins. Pure functions, no store, no model."""
