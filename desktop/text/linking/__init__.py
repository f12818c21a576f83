"""Which sentences belong together: how alike they are, and the chains they stand in."""
