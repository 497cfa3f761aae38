# DOCX by python-docx: paragraphs with their styles, what pictures say, head and foot, and where links lead.
import json
import sys

import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
document = docx.Document(sys.argv[1])
body = document.element.body
section = document.sections[0]
places = {it.get(W + "name") for it in body.iter(W + "bookmarkStart")}
leads_to = {it.get(W + "anchor") for it in body.iter(W + "hyperlink")}
assert leads_to <= places, leads_to - places
print(
    json.dumps(
        {
            "paragraphs": [[it.style.name, it.text] for it in document.paragraphs],
            "pictures": [it.get("descr") for it in body.iter(WP + "docPr")],
            "head": [it.text for it in section.header.paragraphs],
            "foot": [it.text for it in section.footer.paragraphs],
            "title": document.core_properties.title,
            "author": document.core_properties.author,
            "created": document.core_properties.created.isoformat(),
            "modified": document.core_properties.modified.isoformat(),
            "page_mm": [round(section.page_width.mm), round(section.page_height.mm)],
        }
    )
)
