"""What an export says of itself: as of when, of which data, made with which version, and what it can't answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from ansvarskarta.queries import catalogue, spoken
from ansvarskarta.texts import Language, text

PRODUCT_VERSION = version("ansvarskarta")

NEEDS_HISTORY = ("changes", "handover", "no_owner", "ownership_ends", "reports_due", "succession")
"""Questions whose answer on a day rests on more than what holds on that day, at least in one column."""


@dataclass(frozen=True, slots=True)
class About:
    """What every export carries beside its rows.

    Args:
        lang: the language of its own texts; the rows stand as they are.
        day: the day it is made for, ISO 8601; files carry it as their time, so that the same data gives the same bytes.
        as_of: the day whose facts it holds, or ``None``: everything, past and coming.
        is_demo: whether demonstration rows are in the graph.
        data_version: the version of the data.
        narrowing: the parameters that it was narrowed by, such as ``theme``, with the ids given.
        names: the names of these ids.
        url: the public address of the installation, or empty.
    """

    lang: Language
    day: str
    as_of: str | None
    is_demo: bool
    data_version: str
    narrowing: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    url: str = ""

    @property
    def moment(self) -> str:
        """The day's first second in UTC, ISO 8601: the time that files and metadata carry."""
        return f"{self.day}T00:00:00Z"

    @property
    def data_number(self) -> int:
        """The number in the data's version, which rises with every write."""
        return int(self.data_version.rpartition("-")[2])

    def title(self) -> str:
        """What it is, in a few words."""
        if self.as_of is None:
            return text("export.title_all_time", self.lang)
        return text("export.title_as_of", self.lang, day=spoken(self.as_of, self.lang))

    @property
    def notice(self) -> str | None:
        """That the data is for demonstration, where it is."""
        return text("export.demo", self.lang) if self.is_demo else None

    def sentences(self) -> list[str]:
        """What a reader must know before using it, one sentence or two each; the demonstration notice first."""
        said = [self.notice] if self.notice else []
        return [*said, *self.facts()]

    def facts(self, *, has_proposals: bool = True) -> list[str]:
        """The sentences but for the notice."""
        said = [self._time()]
        if self.narrowing:
            said.append(text("export.narrowed", self.lang, what=", ".join(self._narrowed_to())))
        if has_proposals:
            said.append(text("export.proposed", self.lang))
        said.append(self.made_by())
        return said

    def _narrowed_to(self) -> Iterator[str]:
        for kind, id_ in sorted(self.narrowing.items()):
            yield text(f"export.narrowed_{kind}", self.lang, name=self.names.get(id_, id_), id=id_)

    def made_by(self) -> str:
        """With which version of the product it is made, from which data."""
        return text("export.made_by", self.lang, version=PRODUCT_VERSION, data_version=self.data_version)

    def _time(self) -> str:
        if self.as_of is None:
            return text("export.all_time", self.lang)
        titles = " ".join(catalogue()[name].title.in_(self.lang) for name in NEEDS_HISTORY)
        return text("export.as_of", self.lang, day=spoken(self.as_of, self.lang), questions=titles)
