"""A drawing as a value: what an element inherits, and what is painted at all."""

from __future__ import annotations

from tests.drawn import read


def test_an_element_takes_what_is_inherited_and_nothing_else_from_the_one_around_it() -> None:
    drawing = read(
        "<g fill='red' opacity='.5' mask='url(#m)'><g id='x' opacity='inherit'/></g>", "<g id='y' fill='inherit'/>"
    )
    part = drawing.named["x"]
    assert (part.get("fill"), part.get("opacity"), part.get("mask"), part.get("stroke", "none")) == (
        "red",
        ".5",
        "",
        "none",
    )
    assert drawing.named["y"].get("fill", "black") == "black"
    assert (part.place(), part.place("opacity"), part.place("fill")) == ((2, 43), (2, 53), (2, 43))
    assert [one.tag for one in part.around] == ["g", "svg"]


def test_what_is_painted() -> None:
    drawing = read(
        "<defs><path id='no'/><path id='used'/><linearGradient id='base'><stop id='stop'/></linearGradient></defs>",
        "<linearGradient id='paint' href='#base'/><symbol id='unused'><g id='in-unused'/></symbol>",
        "<rect id='rect' style='fill: url(\"#paint\") red'/><use id='use' href='#used'/><g display='none'><g id='off'/></g>",
        "<switch id='switch'><g id='branch'/></switch><x:path xmlns:x='other' id='foreign'><g id='in-foreign'/></x:path>",
    )
    painted = {part.element.get("id") for part in drawing.painted} - {None}
    assert painted == {"used", "base", "stop", "paint", "rect", "use", "switch", "foreign"}
    assert drawing.named["foreign"].tag == ""


def test_the_first_of_two_elements_with_one_id_is_meant_and_addresses_of_other_files_are_not() -> None:
    drawing = read("<g id='x'><path/></g><path id='x'/><use id='a' href='#x'/><use id='b' href='b.svg#x'/>")
    assert drawing.named["x"].tag == "g"
    assert drawing.referred(drawing.named["a"], "href") is drawing.named["x"]
    assert drawing.referred(drawing.named["b"], "href") is None
    assert [part.tag for part in drawing.inside(drawing.parts[0])] == ["g", "path", "path", "use", "use"]


def test_the_older_way_to_refer_is_known_and_words_have_single_spaces() -> None:
    drawing = read(
        "<use id='u' xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='#t'/><text id='t'> a\n <tspan>b</tspan></text>"
    )
    assert drawing.referred(drawing.named["u"], "href") is drawing.named["t"]
    assert drawing.named["t"].words == "a b"
