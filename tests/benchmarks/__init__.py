"""Measurements, run by name: `./run python -m tests.benchmarks NAME`."""
