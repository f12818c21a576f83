"""From what was found of a sentence to its likeliest tag, sub-kind, flags and reason."""
