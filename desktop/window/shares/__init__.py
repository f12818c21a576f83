"""Shares: counts drawn as a chart."""
