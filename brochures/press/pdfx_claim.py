"""PDF/X claim: what a file says it is, in its metadata, and how that is taken back when the file does not keep it.

PDF/X-4 is claimed in the XMP (ISO 15930-7, 6.7.2), PDF/X-1a:2003 in the document information (ISO 15930-4). Both name title, dates
and trapping the same way. Dates come from the piece's version, identifiers from its words: two runs give the same bytes.
"""

from __future__ import annotations

import hashlib
import uuid
import zlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name

from brochures.load.model.printers import Standard
from brochures.press.output_intent import REGISTRY, Condition

NAMESPACE = "http://www.npes.org/pdfx/ns/id/"
"""Of the XMP property that claims PDF/X-4; a similar one that some programs write, 'pdfx/1.3', claims nothing."""

PRODUCER = "Riverwoods press room"

_PACKET = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="{namespace}">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
   <xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
   <xmp:MetadataDate>{day}T00:00:00Z</xmp:MetadataDate>
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
   <xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
   <xmpMM:VersionID>{version}</xmpMM:VersionID>
   <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdf:Trapped>False</pdf:Trapped>
{claim}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_CLAIM = "   <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"

_X1A = {"/GTS_PDFXVersion": "PDF/X-1a:2003"}


@dataclass(frozen=True)
class Label:
    """What the metadata say: title, author, version, day, the piece's slug, and a digest of what is printed."""

    title: str
    author: str
    version: str
    dated: date
    slug: str
    digest: str


def write_claim(pdf: pikepdf.Pdf, label: Label, standard: Standard | None) -> None:
    """Write the metadata of ``pdf``. With ``standard`` it claims to be that; without, it claims nothing."""
    info = Dictionary(
        Title=label.title,
        Author=label.author,
        Creator=PRODUCER,
        Producer=PRODUCER,
        CreationDate=f"D:{label.dated:%Y%m%d}000000Z",
        ModDate=f"D:{label.dated:%Y%m%d}000000Z",
        Trapped=Name("/False"),
    )
    if standard is Standard.X1A:
        for key, value in _X1A.items():
            info[key] = value
    pdf.trailer.Info = pdf.make_indirect(info)
    packet = _PACKET.format(
        namespace=NAMESPACE,
        title=escape(label.title),
        author=escape(label.author),
        day=label.dated.isoformat(),
        producer=PRODUCER,
        document=_identifier(label.slug),
        instance=_identifier(label.slug, label.version, label.digest),
        version=escape(label.version),
        claim=_CLAIM if standard is Standard.X4 else "",
    )
    stream = pdf.make_stream(packet.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream


def write_intent(pdf: pikepdf.Pdf, condition: Condition) -> None:
    """Give ``pdf`` its one output intent, with the profile of ``condition`` inside (ISO 15930-7, 6.2.3)."""
    profile = pdf.make_stream(b"")
    profile.write(_packed(condition.profile), filter=Name.FlateDecode)
    profile.N, profile.Alternate = 4, Name.DeviceCMYK
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=condition.identifier,
        OutputCondition=condition.text,
        RegistryName=REGISTRY,
        Info=condition.info,
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


@cache
def _packed(profile: bytes) -> bytes:
    return zlib.compress(profile)


def _identifier(*parts: str) -> uuid.UUID:
    """Return an identifier that is the same for the same words, in the form of RFC 4122, 4.3."""
    return uuid.UUID(bytes=hashlib.sha256("\0".join(parts).encode()).digest()[:16], version=5)
