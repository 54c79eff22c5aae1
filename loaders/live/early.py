"""The first figures of a corpus that takes long to read: those of a few of its files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from loaders import faults, loading
from loaders.errors import ContentError
from loaders.gathering.files import Found

if TYPE_CHECKING:
    from loaders.corpus import Corpus
    from loaders.loading import Scan

MANY: Final = 20_000
"""Files that take seconds to read, even by several cores."""

FEW: Final = 5_000
"""Files that are there within one."""


def corpus(seen: Scan) -> Corpus | None:
    """A corpus of the last files by name, which in most corpora are the latest stories.

    None where reading all takes no longer, or where none of these is a story.

    Args:
        seen: What there is.
    """
    if len(seen.found.files) < MANY:
        return None
    few = seen._replace(found=Found(seen.found.files[-FEW:], [], []))
    try:
        made = loading.load_scanned(few, use_index=False)
    except ContentError:
        return None
    except Exception as error:  # noqa: BLE001 - all of them are read in any case
        faults.LOG.write("The first files give no figures", error)
        return None
    return replace(made.corpus, is_early=True)
