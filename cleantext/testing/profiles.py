"""How hard the kit tries: the two profiles."""

from __future__ import annotations

from dataclasses import dataclass

from cleantext.errors import ConfigError, did_you_mean


@dataclass(frozen=True)
class Profile:
    """How hard the laws are tried on a rule.

    Parameters
    ----------
    name
        Its name.
    texts
        How many texts are grown for a rule.
    company
        How many of these are tried with all first-party rules.
    places
        How many are tried at several places in a longer text.
    elsewhere
        How many are sent to other processes.
    processes
        How many other processes there are, each with its own hash seed.
    longest
        Up to how many characters texts are grown for ``linear-time``.
    runs
        How many kinds of run it is tried on.
    seconds
        How much computing time long texts may take there; once it is spent, the runs that are left are kept short.
    documented
        Whether a rule must have details and near misses.
    seed
        Another seed grows other texts.
    """

    name: str
    texts: int
    company: int
    places: int
    elsewhere: int
    processes: int
    longest: int
    runs: int
    seconds: float
    documented: bool = False
    seed: int = 0

    @property
    def says(self) -> str:
        """What the profile does, for people, and what the thorough one would add."""
        said = f"{self.name!r} tries {self.figures}."
        harder = PROFILES["thorough"]
        if self.texts < harder.texts:
            asks = ", and asks for details and near misses" if harder.documented and not self.documented else ""
            said += f" {harder.name!r} tries {harder.figures}{asks}."
        return said

    @property
    def figures(self) -> str:
        """How much it tries."""
        return f"{self.texts:,} texts a rule, {self.processes} other processes, runs of {self.longest:,} characters"


PROFILES = {
    profile.name: profile
    for profile in (
        Profile(
            "default",
            texts=220,
            company=60,
            places=40,
            elsewhere=30,
            processes=6,
            longest=64_000,
            runs=90,
            seconds=2.0,
        ),
        Profile(
            "thorough",
            texts=2_200,
            company=400,
            places=400,
            elsewhere=200,
            processes=8,
            longest=256_000,
            runs=300,
            seconds=20.0,
            documented=True,
        ),
    )
}
"""The profiles by name."""


def profile_of(profile: str | Profile) -> Profile:
    """Return a profile by its name; :class:`ConfigError` where there is none of that name."""
    if isinstance(profile, Profile):
        return profile
    if profile not in PROFILES:
        hint = did_you_mean(profile, PROFILES) or f"; the profiles are {' and '.join(PROFILES)}"
        raise ConfigError(f"there is no profile {profile!r}{hint}", key="profile")
    return PROFILES[profile]
