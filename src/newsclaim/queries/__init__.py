"""What a question means before the store is asked: names, outlets, words and beginnings of ids that a user typed."""
