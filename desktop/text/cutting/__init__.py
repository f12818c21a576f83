"""Where a sentence ends: abbreviations, breaks and enumerations."""
