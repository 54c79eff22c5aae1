"""What the dashboard is measured by: `python -m tests.benchmarks`, or `make bench`."""
