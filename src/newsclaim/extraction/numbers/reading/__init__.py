"""Text → quantities: numerals with their units, currencies and hedges."""
