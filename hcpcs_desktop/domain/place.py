"""Places of service: the two digits on a professional claim, and the services that fit them.

Source: CMS place of service codes. A hospital's own claim has a type of bill instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from hcpcs_desktop.domain.plain_words import plain_words

Service = Literal[
    "drug",
    "dme",
    "home_infusion",
    "home_care",
    "ambulance",
    "laboratory",
    "vaccine",
    "telehealth",
    "behavioral_health",
    "dialysis",
    "visit",
]
Verdict = Literal["fits", "some_payers", "never", "not_said"]

SERVICES: tuple[Service, ...] = get_args(Service)

_SERVICE_OF: dict[str, Service] = {
    "infused_drug": "drug",
    "dme": "dme",
    "home_infusion": "home_infusion",
    "home_care": "home_care",
    "ambulance": "ambulance",
    "laboratory": "laboratory",
    "vaccine": "vaccine",
    "behavioral_health": "behavioral_health",
    "dialysis": "dialysis",
    "professional_service": "visit",
}

_SAID_OF_ALL = frozenset({"pos", "place", "of", "service"})
"""Words that tell no place from another."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of service.

    ``fits`` names the services at home there, ``some_payers`` those that some payers take there,
    ``never`` those that a practitioner or supplier does not bill there. ``words`` are what people
    call it; ``since`` is the first day of use where one is known; ``certain`` is False where the
    statement rests on general knowledge.
    """

    code: str
    name: str
    note: str
    source: str
    fits: tuple[Service, ...] = ()
    some_payers: tuple[Service, ...] = ()
    never: tuple[Service, ...] = ()
    words: tuple[str, ...] = ()
    since: date | None = None
    certain: bool = True

    def verdict(self, service: Service) -> Verdict:
        """Whether a service fits here; ``not_said`` where nothing is known for or against."""
        if service in self.fits:
            return "fits"
        if service in self.some_payers:
            return "some_payers"
        return "never" if service in self.never else "not_said"


def service_of(traits: Iterable[str]) -> Service | None:
    """The service that a code with these traits stands for, as far as places speak of it."""
    return next((_SERVICE_OF[trait] for trait in sorted(traits) if trait in _SERVICE_OF), None)


def find(places: Iterable[Place], text: str) -> tuple[Place, ...]:
    """The places meant by what was typed: a code (``12``, ``POS 12``) or words (``home``).

    Every word must begin a word of the name, the note or what people call it; a place whose name
    has them comes first.
    """
    wanted = tuple(word for word in plain_words(text) if word not in _SAID_OF_ALL)
    if not wanted:
        return ()
    if len(wanted) == 1 and wanted[0].isdigit():
        return tuple(place for place in places if place.code == wanted[0].zfill(2))
    fitting = [place for place in places if _has(wanted, [place.name, place.note, *place.words])]
    return tuple(sorted(fitting, key=lambda place: (_distance(wanted, place), place.code)))


def _distance(wanted: tuple[str, ...], place: Place) -> int:
    """0 where a name of the place was typed, 1 where it has the words, 2 where the note has."""
    names = [place.name, *place.words]
    if any(plain_words(name) == wanted for name in names):
        return 0
    return 1 if _has(wanted, names) else 2


def _has(wanted: tuple[str, ...], texts: Iterable[str]) -> bool:
    words = [word for text in texts for word in plain_words(text)]
    return all(any(word.startswith(each) for word in words) for each in wanted)
