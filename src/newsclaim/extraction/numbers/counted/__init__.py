"""What a number counts: the noun phrase and its head."""
