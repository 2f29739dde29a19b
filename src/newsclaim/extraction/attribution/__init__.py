"""Who says it: reporting words and the frames they make, used by quotes and by numbers."""
