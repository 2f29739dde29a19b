"""One HTML file of everything: models in, text out. The page needs no server, loads nothing, and runs one script."""
