"""One file a format: `write(found, target)`."""
