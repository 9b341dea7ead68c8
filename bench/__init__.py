"""Speed, measured beside the peers in the same run; `./dev bench` runs every `bench_*.py`."""
