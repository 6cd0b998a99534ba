"""The binary workbooks (xls) of earlier years; those in ``made_up`` hold no data of CMS."""

import random
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

from hcpcs_desktop.domain.edits import MueLimit
from hcpcs_desktop.domain.note import NocCode
from hcpcs_desktop.domain.price import PaymentLimit
from hcpcs_desktop.errors import UserError
from hcpcs_desktop.sources import registry
from hcpcs_desktop.sources.reading import Reading

from .anweb_file import save, zipped
from .conftest import Read
from .edit_files import mue_csv

MADE_UP = Path(__file__).parent / "made_up"
MAGIC = (MADE_UP / "mue.xls").read_bytes()[:8]


def one(path: Path, release: str = "") -> Reading:
    (reading,) = registry.read(path, release)
    return reading


def test_prices_of_the_sheet_that_is_seen() -> None:
    reading = one(MADE_UP / "prices.xls")
    assert (reading.family, reading.release, reading.warnings) == ("asp", "2018-01", ())
    assert reading.limits == (
        PaymentLimit("J9043", "Cabazitaxel", "1 MG", Decimal("134.194")),
        PaymentLimit("90653", "", "0.5 ML", Decimal("62.1"), vaccine_awp=Decimal(95)),
    )


def test_limits() -> None:
    (found,) = one(MADE_UP / "mue.xls", "2018-07").mue_lists
    assert (found.table, found.limits) == (
        "practitioner",
        (MueLimit("J9043", 60, 3), MueLimit("96413", 1, 2)),
    )


def test_of_limits_as_text_and_as_workbook_the_text_counts(tmp_path: Path) -> None:
    members = {
        "MUE.csv": mue_csv(rows=[("J9043", "61", "3 Clinical", "")]),
        "MUE.xls": (MADE_UP / "mue.xls").read_bytes(),
    }
    (found,) = one(save(tmp_path, zipped(members), "mue-2018q3.zip")).mue_lists
    assert found.limits == (MueLimit("J9043", 61, 3),)


def test_days_are_days() -> None:
    reading = one(MADE_UP / "noc.xls")
    assert reading.release == "2018-01"
    assert reading.noc_codes == (NocCode("A0999", "Something", "1987-01-01", ""),)


def test_one_that_stands_beside_its_csv_is_read_with_it(tmp_path: Path) -> None:
    text = b"HCPCS Code,HCPCS Code Dosage,Payment Limit\r\nJ9043,1 MG,134.194\r\nJ9045,1 MG,2\r\n"
    members = {"a.xls": (MADE_UP / "prices.xls").read_bytes(), "b.csv": text}
    reading = one(save(tmp_path, zipped(members), "january-2018-asp-pricing-file.zip"))
    assert [each.code for each in reading.limits] == ["J9043", "90653", "J9045"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (MAGIC, "not a readable workbook"),
        (MAGIC + b"\0" * 600, "not a readable workbook"),
        (MAGIC + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ],
)
def test_what_is_no_workbook_is_refused(read: Read, content: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message):
        read(content, "prices.xls")


@pytest.mark.parametrize("name", ["prices.xls", "mue.xls"])
def test_damage_gives_an_import_or_a_sentence(tmp_path: Path, name: str) -> None:
    whole = (MADE_UP / name).read_bytes()
    chance = random.Random(20180101)
    for _ in range(60):
        content = bytearray(whole[: chance.choice([len(whole), chance.randrange(len(whole))])])
        for _ in range(chance.randrange(8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with suppress(UserError):
            assert registry.read(save(tmp_path, bytes(content), name), "2018-01")
