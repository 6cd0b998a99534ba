"""Codes in some releases, for the tests of records and of validity."""

from datetime import date, timedelta

from hypothesis import strategies as st

from hcpcs_desktop.domain.record import Appearance, Record

DAY = timedelta(days=1)
OLDEST, NEWEST = date(2005, 1, 1), date(2030, 12, 31)

DAYS = st.dates(OLDEST, NEWEST)
QUARTERS = [f"{year}-{month:02}" for year in range(2018, 2027) for month in (1, 4, 7, 10)]
LIVES = st.tuples(DAYS, st.none() | DAYS).filter(lambda life: life[1] is None or life[0] <= life[1])


def listed(release: str, **values: str | None) -> Appearance:
    """A code in a release; a field that is None is printed blank, one left out is not printed."""
    printed = {name: (text,) if text else () for name, text in values.items()}
    return Appearance(release, Record("J9310", "code", printed))


def dated(release: str, added: date, end: date | None, action: str = "N") -> Appearance:
    """A code in a release with its dates."""
    return listed(
        release,
        added=added.isoformat(),
        termination=end.isoformat() if end else None,
        action_effective=added.isoformat(),
        action=action,
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Appearance]:
    """A code in some releases, with or without dates, that may end, come back or be moved."""
    releases = draw(st.lists(st.sampled_from(QUARTERS), min_size=1, max_size=5, unique=True))
    history = []
    for release in sorted(releases):
        life = draw(st.none() | LIVES)
        history.append(dated(release, *life) if life else listed(release, long_description="Text"))
    return history
