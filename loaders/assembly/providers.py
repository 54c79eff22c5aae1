"""The identities of providers, over filed stories and related entries alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from loaders.assembly import families

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.assembly.carriers import Carriers


@dataclass(frozen=True)
class Labels:
    """Codes into sorted names; -1 where there is none."""

    codes: np.ndarray
    names: pd.Index

    def categorical(self, rows: slice) -> pd.Categorical[int]:
        """Some of the rows as a categorical; all of one column share their names."""
        return pd.Categorical.from_codes(
            self.codes[rows], dtype=pd.CategoricalDtype(self.names)
        )

    def used(self) -> Labels:
        """The same without the names that no row has."""
        return _coded(self.codes, self.names)


@dataclass(frozen=True)
class Providers:
    """The identities of each row, and whether its origin is known."""

    name: Labels
    family: Labels
    domain: Labels
    carrier: Labels
    has_origin: np.ndarray


def labels(values: pd.Series) -> Labels:
    """The values of a text column as codes; names in alphabetical order, case aside."""
    codes, names = pd.factorize(values)
    return _coded(codes, names)


def identify(name: Labels, domain: Labels, carriers: Carriers) -> Providers:
    """The family, carrier and origin of each row from its provider's name and domain.

    Source:
        content/README.md, "Carriers" and "Identities".
    """
    name, domain = name.used(), domain.used()
    # Few pairs stand for many rows: what is costly is done once for each pair.
    width = len(domain.names) + 1
    pairs = (name.codes.astype(np.int64) + 1) * width + domain.codes + 1
    row_kinds, kinds = pd.factorize(pairs)
    spelled = [*name.names, None], [*domain.names, None]  # the last one for code -1
    origins = [
        carriers.origin(spelled[0][kind // width - 1], spelled[1][kind % width - 1])
        for kind in kinds.tolist()
    ]
    counts: Counter[str] = Counter()
    for origin, count in zip(origins, np.bincount(row_kinds).tolist(), strict=False):
        if origin.spelling is not None:
            counts[origin.spelling] += count
    shown = families.shown_spellings(counts)
    family = [shown[o.spelling] if o.spelling is not None else None for o in origins]
    return Providers(
        name=name,
        family=_spread(family, row_kinds),
        domain=domain,
        carrier=_spread([origin.carrier for origin in origins], row_kinds),
        has_origin=np.array([origin.has_origin for origin in origins], bool)[row_kinds],
    )


def _spread(values: Sequence[str | None], row_kinds: np.ndarray) -> Labels:
    """The labels of all rows from the values of their kinds."""
    kinds = labels(pd.Series(values, dtype="str"))
    return Labels(kinds.codes[row_kinds], kinds.names)


def _coded(codes: np.ndarray, names: Iterable[str]) -> Labels:
    """Labels with sorted names, those left out that no code means."""
    listed = list(names)
    used = np.flatnonzero(np.bincount(codes[codes >= 0])).tolist()
    order = sorted(used, key=lambda code: (listed[code].casefold(), listed[code]))
    # One place more than names, so that -1 finds the last one, which stays -1.
    place = np.full(len(listed) + 1, -1, np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return Labels(place[codes], pd.Index([listed[code] for code in order], dtype="str"))
