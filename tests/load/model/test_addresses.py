"""Web and mail addresses as data: what is none, what a link holds, and where they stand among other words."""

from __future__ import annotations

import pytest

from brochures.load.model.addresses import (
    is_for_examples,
    link_of,
    mail_fault,
    mail_link,
    shown,
    typed,
    web_fault,
    web_link,
)


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://riverwoods-demo.net/our--clinic?year=2018-2019", "https://riverwoods-demo.net/our--clinic?year=2018-2019"),
        ("https://example.org/our clinic", "https://example.org/our%20clinic"),
        ("https://bücher.example/straße?q=ä b#ü", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4%20b#%C3%BC"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://example.org/a%20b%", "https://example.org/a%20b%25"),
        ("https://example.org:8080/a_(b)", "https://example.org:8080/a_(b)"),
        ("HTTPS://Example.org/Ab", "https://example.org/Ab"),
    ],
)  # fmt: skip
def test_a_web_address_is_written_as_every_phone_opens_it(written: str, link: str) -> None:
    assert web_fault(written) == ("", "")
    assert web_link(written) == link
    assert link.isascii()


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("www.example.org", "is not a whole web address"), ("http://example.org", "is not a whole web address"), ("https://example", "no web page can be at 'example'"),
        ("https://example.org and more", "no web page can be at"), ("https://a.org, https://b.org", "holds more than one address"), ("https://a_b.org/", "no web page can be at 'a_b.org'"),
        ("https://-a.org", "no web page can be at"), ("https://example.org.", "holds a '.'"), ("https://example.org/a)", "holds a ')'"), ("https://example.org/<a>", "holds a '<'"),
        ("https://me@example.org", "no web page can be at 'me@example.org'"), ("https://example.org:80a/", "is not a web address"), ("https://1.2.3.4/", "no web page can be at"),
        ("https://example..org", "no web page can be at"), ("https:///a", "no web page can be at"),
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_told(written: str, fault: str) -> None:
    assert fault in web_fault(written)[0]
    assert web_fault(written)[1]


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("front--desk@riverwoods-demo.net", "mailto:front--desk@riverwoods-demo.net"), ("a+b@example.org", "mailto:a+b@example.org"), ("a&b?c@example.org", "mailto:a%26b%3Fc@example.org"),
        ("ä.b@bücher.example", "mailto:%C3%A4.b@xn--bcher-kva.example"), ("o'neil@example.org", "mailto:o'neil@example.org"),
    ],
)  # fmt: skip
def test_a_mail_address_is_written_as_every_phone_writes_to_it(written: str, link: str) -> None:
    assert mail_fault(written) == ("", "")
    assert mail_link(written) == link


@pytest.mark.parametrize(
    "written",
    ["intake.riverwoods-test.example", "a@b", "a@b.org, c@d.org", "a b@c.org", "a..b@c.org", ".a@b.org", "mailto:a@b.org", "<a@b.org>", "a@b_c.org", "a@b.org.", f"{'a' * 65}@b.org", "@b.org"],
)  # fmt: skip
def test_what_is_no_mail_address_is_told(written: str) -> None:
    fault, mend = mail_fault(written)
    assert fault
    assert "desk@example.org" in mend


def test_a_link_to_nowhere_is_not_made() -> None:
    with pytest.raises(ValueError, match="not a web address"):
        web_link("https://example")
    with pytest.raises(ValueError, match="no mail can be sent"):
        mail_link("a@b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('See "https://x.org/a--b". Or (https://x.org/a_(b)), www.x.org/2018-2019;', ["https://x.org/a--b", "https://x.org/a_(b)", "www.x.org/2018-2019"]),
        ("Write to front--desk@c-d.net, or o'neil@c-d.net.", ["front--desk@c-d.net", "o'neil@c-d.net"]),
        ("doi:10.1000/a--b2018-2019. And 10.1176/x.2-3,", ["doi:10.1000/a--b2018-2019", "10.1176/x.2-3"]),
        ("The file intake--form_2018-2019.pdf, at riverwoods-demo.net/our--clinic or riverwoods-demo.net.", ["intake--form_2018-2019.pdf", "riverwoods-demo.net/our--clinic", "riverwoods-demo.net"]),
        ("he said--example.org/ab--c", ["example.org/ab--c"]),
        ("new--old, e.g. this and/or that, 5 mg/kg - or 9 a.m.", []),
    ],
)  # fmt: skip
def test_addresses_are_found_among_other_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in typed(text)] == found


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("www.example.org/a", "https://www.example.org/a"), ("example.org", "https://example.org"), ("http://example.org/", "http://example.org/"), ("desk@example.org", "mailto:desk@example.org"),
        ("doi:10.1000/a<b", "https://doi.org/10.1000/a%3Cb"), ("intake.pdf", ""), ("desk@example", ""), ("https://example", ""),
    ],
)  # fmt: skip
def test_a_typed_address_leads_where_it_can(address: str, link: str) -> None:
    assert link_of(address) == link


def test_what_every_browser_adds_is_not_printed() -> None:
    assert (shown("https://example.org/"), shown("http://example.org/")) == ("example.org/", "http://example.org/")


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.example.org/a", True), ("www.EXAMPLE.com", True), ("example.net", True), ("desk@example.org", True), ("desk@clinic.example", True),
        ("https://a.test", True), ("https://a.invalid/x", True), ("https://example.edu", False), ("https://an-example.org", False), ("desk@examples.org", False),
        ("https://a.org/example.org", False), ("https://example.org.us", False), ("a.pdf", False),
    ],
)  # fmt: skip
def test_a_host_that_is_kept_for_examples_is_known(address: str, kept: bool) -> None:  # noqa: FBT001 a row of the table
    assert is_for_examples(address) is kept
