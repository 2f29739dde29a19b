"""Quotes → the same statement in several articles: wordings, how alike they are, groups, and how each is rendered."""
