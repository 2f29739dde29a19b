"""What an outlet prints below or above article after article: which blocks those are, and an article without them."""
