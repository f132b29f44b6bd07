"""Optional content: which layers a file has, and which of them are off (ISO 32000-1, 8.11)."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf


class Layers:
    """The layers of one file as its default configuration shows them. Visibility expressions and what a viewer may switch are not read."""

    def __init__(self, pdf: Pdf) -> None:
        properties = pdf.Root.get("/OCProperties", Dictionary())
        default = properties.get("/D", Dictionary())
        self._base_off = default.get("/BaseState") == Name("/OFF")
        self._off = {group.objgen for group in default.get("/OFF", Array()).as_list()}
        self._on = {group.objgen for group in default.get("/ON", Array()).as_list()}

    def shows(self, content: Object) -> bool:
        """Return whether a group, or a membership of groups, is on."""
        if content.get("/Type") != Name.OCMD:
            return self._is_on(content)
        states = [self._is_on(group) for group in _members(content)]
        if not states:
            return True
        policy = str(content.get("/P", Name.AnyOn))
        if policy == "/AllOff":
            return not any(states)
        if policy == "/AnyOff":
            return not all(states)
        return all(states) if policy == "/AllOn" else any(states)

    def _is_on(self, group: Object) -> bool:
        if self._base_off:
            return group.objgen in self._on
        return group.objgen not in self._off


def layer_name(content: Object) -> str:
    """Return the name of a group, or those of a membership's groups."""
    groups = _members(content) if content.get("/Type") == Name.OCMD else [content]
    return ", ".join(str(group.get("/Name", "unnamed")) for group in groups)


def _members(content: Object) -> list[Object]:
    groups = content.get("/OCGs", Array())
    return list(groups.as_list()) if isinstance(groups, Array) else [groups]
