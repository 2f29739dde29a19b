"""Numbers that count nothing: dates, years, names, labels, results."""
