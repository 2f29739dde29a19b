"""The same language pipeline with the same annotations in less than half the time.

What reaches into the inside of a model is applied only where the model has exactly the known shape and annotates a
probe text as before; else the plain way is taken. Benchmarks: `benchmarks/speed.py`.
"""

from newsclaim.fastpipe.quicken import quickened
from newsclaim.fastpipe.threads import one_thread

__all__ = ["one_thread", "quickened"]
