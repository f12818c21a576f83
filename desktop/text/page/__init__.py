"""What stands where on a page: its furniture, headline, labels and paragraphs."""
