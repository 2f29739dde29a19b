"""What a measure tells about, and whose it is."""
