"""Personal data masked: the plugin ``privacy`` of cleantext."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleantext import Rule


@hookimpl
def cleantext_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, one for each kind of personal data."""
    from cleantext_privacy.accounts import cards, ibans
    from cleantext_privacy.addresses import emails
    from cleantext_privacy.identities import ids
    from cleantext_privacy.phones import phones

    return [emails, phones, ibans, cards, ids]
