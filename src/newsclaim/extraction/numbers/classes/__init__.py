"""Classes of claims: people by what befell them, money, measures, shares."""
