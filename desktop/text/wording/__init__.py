"""What a sentence says and in whose voice, and how its words compare with another’s."""
