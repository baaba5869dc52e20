"""What makes a PDF one for the archive (PDF/A-3a) that is PDF/UA-1 too: WeasyPrint writes one of the two only.

The file says in its metadata that it is both, and names what it holds once.
"""

from typing import Any

from qstd.writers.pdf_tables import target

# PDF/A demands that metadata from another standard come with a description of their schema, which is `pdfuaid` here.
_UNIVERSAL_ACCESS = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>\
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_END = b"</rdf:RDF>"


def archive(pdf: Any) -> None:
    """Complete the metadata of a PDF/A-3a, and the list of its attachments (a pydyf file from WeasyPrint)."""
    metadata = target(pdf, pdf.catalog["Metadata"])
    # An archive must be able to read what the file is without unpacking it.
    metadata.compress = False
    metadata.stream = [part.replace(_END, _UNIVERSAL_ACCESS + _END, 1) for part in metadata.stream]
    _attachments(pdf)


def _attachments(pdf: Any) -> None:
    """WeasyPrint lists each attachment twice, and asks the machine what kind of file it is."""
    if "AF" not in pdf.catalog:
        return
    files = pdf.catalog["AF"]
    files[:] = dict.fromkeys(files)
    for file in files:
        held = target(pdf, target(pdf, file)["EF"]["F"])
        held.extra["Subtype"] = "/application#2fyaml"
