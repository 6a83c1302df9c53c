"""A table of measures beside their goals, which remembers whether one was missed."""

from __future__ import annotations


class Goals:
    """Prints a row for each measure.

    Parameters
    ----------
    label, value
        How wide the columns of what is measured and of its value are, in characters.
    """

    def __init__(self, label: int, value: int) -> None:
        self._label = label
        self._value = value
        self.missed = False
        """Whether any row so far did not meet its goal."""

    def row(self, what: str, value: str, goal: str = "", *, met: bool = True) -> None:
        """Print one row of the table."""
        self.missed |= not met
        print(f"{what:<{self._label}}{value:>{self._value}}  {goal}{'' if met else '  MISSED'}", flush=True)
