"""What the tests of the readers share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

from .anweb_file import save

Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the bytes of one CMS file that holds one release."""

    def read_(content: bytes, name: str = "HCPC2020_JUL_ANWEB.txt", release: str = "") -> Reading:
        (reading,) = registry.read(save(tmp_path, content, name), release)
        return reading

    return read_
