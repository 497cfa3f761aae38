# Markdown by markdown-it, HTML by Python's own reader: the plain text, and the names of the elements that are in it.
import html.parser
import json
import sys

from markdown_it import MarkdownIt

path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    text = file.read()


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.text, self.elements, self.unread, self.ids = [], set(), 0, []

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        self.ids += [value for name, value in attributes if name == "id"]
        assert not any(name.startswith("on") for name, _ in attributes), attributes
        if tag in ("style", "svg", "title"):
            self.unread += 1

    def handle_endtag(self, tag):
        if tag in ("style", "svg", "title"):
            self.unread -= 1

    def handle_data(self, data):
        if not self.unread:
            self.text.append(data)


reader = Reader()
reader.feed(MarkdownIt().render(text) if path.endswith(".md") else text)
assert len(set(reader.ids)) == len(reader.ids), "no name is used twice"
print(json.dumps({"text": " ".join("".join(reader.text).split()), "elements": sorted(reader.elements)}))
