"""Rules that do not arrive in another process, or arrive as another rule."""

from __future__ import annotations

from cleantext import rule, substitute
from lawkit import faulty


def _made(old, new):
    @rule(stage="style", id=f"write-{new}", examples=[(f"a {old} b", f"a {new} b")], keeps=[f"a {new} b"])
    def written(text):
        """Write one word for another."""
        return substitute(rf"\b{old}\b", new, text, reason="house style")

    return written


write_begin = faulty("It is made by a function, and cannot be found by name.", "pickles")(_made("commence", "begin"))


def _buy(text):
    """Write buy for purchase."""
    return substitute(r"\bpurchase\b", "buy", text, reason="plain word")


write_buy = faulty("Its name is that of the bare function, not of the rule.", "pickles")(
    rule(stage="style", id="write-buy", examples=[("to purchase it", "to buy it")], keeps=["to buy it"])(_buy)
)


@faulty("The next rule of the module has the same name, and arrives in its place.", "pickles")
@rule(stage="style", id="write-help", examples=[("to assist us", "to help us")], keeps=["to help us"])
def plain(text):
    """Write help for assist."""
    return substitute(r"\bassist\b", "help", text, reason="plain word")


@rule(stage="style", id="write-use", examples=[("to utilise it", "to use it")], keeps=["to use it"])
def plain(text):  # noqa: F811
    """Write use for utilise."""
    return substitute(r"\butilise\b", "use", text, reason="plain word")


class Rules:
    """Rules of a desk."""

    def verb(self, text):
        """Write get for obtain."""
        return substitute(r"\bobtain\b", "get", text, reason="plain word")


write_get = faulty("It is a method of an object that no other process has.", "pickles")(
    rule(stage="style", id="write-get", examples=[("to obtain it", "to get it")], keeps=["to get it"])(Rules().verb)
)
