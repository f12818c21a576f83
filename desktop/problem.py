"""The one error that is shown to a person as it stands."""


class Problem(Exception):  # noqa: N818  (a problem of the world, not an error of ours)
    """What went wrong outside the program: what happened, what was kept, what to do next.

    The message is a finished, translated sentence. Every other exception is a fault of ours.
    """
