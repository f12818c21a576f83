"""What is remembered: the local database, its values, its history."""
