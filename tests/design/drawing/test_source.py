"""Elements of an SVG file with their places, and what is no drawing."""

from __future__ import annotations

import pytest

from brochures.design.drawing.source import DEEPEST, NotADrawingError, read

SVG = "http://www.w3.org/2000/svg"


def test_elements_and_what_their_tags_write_have_line_and_column() -> None:
    written = read(
        f"<svg xmlns='{SVG}'>\n <g\n  data-filter='x' filter = 'url(#f)'\n style='a:b;\n fill:red'/>é<g id='z'/></svg>".encode()
    )
    first, second = written.root
    assert (first.tag, first.tail, second.get("id")) == (f"{{{SVG}}}g", "é", "z")
    assert written.place(first) == (2, 2)
    assert written.place(first, "filter") == (3, 19)
    assert written.place(first, "fill") == (5, 2)
    assert written.place(first, "stroke") == (2, 2)
    assert (written.place(second), written.place(second, "id")) == ((5, 14), (5, 17))


@pytest.mark.parametrize(
    ("inside", "place"),
    [("a{}", (1, 48)), ("\na{}", (1, 48)), ("<![CDATA[a{}]]>", (1, 57)), ("\n <![CDATA[a{}]]>", (2, 11))],
)
def test_the_words_of_an_element_begin_behind_its_tag(inside: str, place: tuple[int, int]) -> None:
    written = read(f"<svg xmlns='{SVG}'><style>{inside}</style></svg>".encode())
    assert written.words[written.root[0]] == place


@pytest.mark.parametrize(
    "text",
    [
        "<svg/>",
        "\ufeff<svg/>",
        "<!-- drawn here --><svg/>",
        "<?xml version='1.0'?><svg/>",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>',
        "<!DOCTYPE svg SYSTEM 'svg.dtd'><svg>&amp;</svg>",
        "<!DOCTYPE svg [<!ENTITY red '#a00'>]><svg fill='&red;'>&red;</svg>",
        f"<s:svg xmlns:s='{SVG}'/>",
        "<?xml version='1.0' encoding='utf-16'?><svg/>",
    ],
)
def test_a_drawing_may_begin_in_many_ways(text: str) -> None:
    assert read(text.encode("utf-16" if "utf-16" in text else "utf-8")).root.tag.endswith("svg")


def test_a_drawing_in_another_encoding_is_read_as_it_says() -> None:
    assert read(b"<?xml version='1.0' encoding='iso-8859-1'?><svg>\xe9</svg>").root.text == "é"


BOMB = (
    "<!DOCTYPE svg [<!ENTITY a '"
    + "a" * 40
    + "'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 40}'>" for n in range(8))
    + "]><svg>&i;</svg>"
)


@pytest.mark.parametrize(
    ("data", "why", "place"),
    [
        (b"", "its first bytes are not those of one", (0, 0)),
        (b"a leaf", "its first bytes are not those of one", (0, 0)),
        (b"\x1f\x8b\x08", "it is packed (SVGZ); unpack it, or save it as plain SVG", (0, 0)),
        (b"<html/>", "its first element is <html>, not <svg>", (0, 0)),
        (b"<?xml version='1.0' encoding='nope'?><svg/>", "its first line names an encoding that nobody knows", (0, 0)),
        (b"<svg", "the file breaks off within a tag", (1, 1)),
        (b"<svg>\n<g>", "the file breaks off before its first element ends", (2, 4)),
        (b"<svg>\n<g></svg>", "an element ends here that did not begin here", (2, 6)),
        (b"<svg a='1'\na='2'/>", "an attribute is written twice in one element", (2, 1)),
        (b"<svg/>\n<g/>", "something stands behind the end of the drawing", (2, 1)),
        (b"<svg>\n <i:g/></svg>", "a prefix before ':' is used that no xmlns explains", (2, 2)),
        (b"<svg>&foo;</svg>", "'&' begins a name that the file does not explain", (1, 6)),
        (b"<svg>\xe9</svg>", "this is not XML as its rules want it", (1, 6)),
        (b"<!DOCTYPE svg SYSTEM 'x.dtd'><svg>&foo;</svg>", "'&foo;' is explained in another file, which is not read", (1, 35)),
        (b"<!DOCTYPE svg SYSTEM 'x.dtd'><svg a='&foo;'/>", "'&foo;' is explained in another file, which is not read", (1, 30)),
        (
            b"<!DOCTYPE svg [<!ENTITY a SYSTEM '/etc/hostname'>]><svg>&a;</svg>",
            "'&a;' is explained in another file, which is not read",
            (1, 57),
        ),
        (b"<!DOCTYPE svg [<!ENTITY a '&a;'>]><svg>&a;</svg>", "an abbreviation (entity) stands within itself", (1, 40)),
        (BOMB.encode(), "its abbreviations (entities) grow without end", (1, 0)),
    ],
)  # fmt: skip
def test_what_is_no_whole_drawing_is_told_in_words(data: bytes, why: str, place: tuple[int, int]) -> None:
    with pytest.raises(NotADrawingError) as refused:
        read(data)
    assert (str(refused.value), refused.value.line) == (why, place[0])
    assert data.startswith(BOMB[:20].encode()) or refused.value.column == place[1]


def test_elements_may_stand_deep_within_one_another_but_not_without_end() -> None:
    assert len(read(b"<svg>" + b"<g>" * DEEPEST + b"</g>" * DEEPEST + b"</svg>").tags) == DEEPEST + 1
    with pytest.raises(NotADrawingError, match="more than 100 elements stand one within the other"):
        read(b"<svg>" + b"<g>" * (DEEPEST + 1) + b"</g>" * (DEEPEST + 1) + b"</svg>")
