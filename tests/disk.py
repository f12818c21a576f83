"""A disk that takes nothing more: what a person meets when it is full."""

import resource
from contextlib import contextmanager


@contextmanager
def full(library):
    """Let no file grow beyond what an open library's log is now; what is there can be read."""
    log = library.with_name(f"{library.name}-wal")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
