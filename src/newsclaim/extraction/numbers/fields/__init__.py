"""The fields of a claim that its surroundings give, one file each."""
