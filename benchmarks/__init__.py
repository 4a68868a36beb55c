"""The figures of the program, each against something that the reader knows: `python -m benchmarks`."""
