"""Both articles side by side: panes, bands, map, and the sentence in hand."""
