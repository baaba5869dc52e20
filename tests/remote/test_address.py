"""Addresses as people write them: what they mean, and that neither user nor password ever shows."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.remote import SCHEMES, Access, Address, read_address
from qstd.remote.store import is_part, part

GOOD = {
    "sftp://anna@eksempel.dk:2222/www/sider/": Address("sftp", "eksempel.dk", "www/sider", "anna", 2222),
    "ssh://eksempel.dk": Address("sftp", "eksempel.dk", ""),
    "sftp://eksempel.dk/~/www": Address("sftp", "eksempel.dk", "www", from_home=True),
    "sftp://eksempel.dk/~": Address("sftp", "eksempel.dk", "", from_home=True),
    "s3://Min.Bucket/sider": Address("s3", "Min.Bucket", "sider"),
    "davs://anna%40by@eksempel.dk/p%C3%A5%20net": Address("webdavs", "eksempel.dk", "på net", "anna@by"),
    "webdav://[::1]:80/x": Address("webdav", "::1", "x", "", 80),
}
BAD = {
    "ftp://eksempel.dk/": "scheme",
    "file:///x": "scheme",
    "sftp://a:b@eksempel.dk/": "password",
    "ukendt://a:b@eksempel.dk/": "password",
    "sftp://a:@eksempel.dk/": "password",
    "sftp://": "host",
    "sftp://eksempel.dk:x/": "host",
    "sftp://[::1/": "host",
    "webdavs://eksempel.dk/#x": "host",
}


@pytest.mark.parametrize("text", GOOD)
def test_good(text: str) -> None:
    assert read_address(text) == GOOD[text]


@pytest.mark.parametrize("text", BAD)
def test_bad(text: str) -> None:
    assert read_address(text) == BAD[text]


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(st.text(), st.sampled_from([*SCHEMES, "x", ""]))
def test_anything_is_understood_or_refused(rest: str, scheme: str) -> None:
    found = read_address(f"{scheme}://{rest}")

    assert isinstance(found, Address) or found in ("scheme", "password", "host")
    assert isinstance(found, str) or found.host


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(st.from_regex(r"[a-z]{8}", fullmatch=True))
def test_who_it_is_does_not_show(name: str) -> None:
    address = read_address(f"sftp://{name}@host/www")

    assert isinstance(address, Address)
    assert address.user == name
    assert str(address) == "sftp://host/www"
    assert name not in repr(Access("x", name))


def test_what_is_half_sent_has_a_name_of_its_own() -> None:
    assert part("a/b.html") == "a/.b.html.qstd-part"
    assert part(".liste.json") == ".liste.json.qstd-part"
    assert all(is_part(part(each)) for each in ("x", "a/x", ".x"))
    assert not any(map(is_part, ("a.qstd-part", "a/b.html", ".x")))
