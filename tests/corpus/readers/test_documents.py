"""Word, OpenDocument, EPUB, Markdown, mails, saved pages, archives."""

import gzip
import io
from email.message import EmailMessage

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = ["The pier opened on Monday.", "“It holds,” Ana Brok said."]
TEXT = "\n\n".join(BODY)
CORE = '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'


def paragraph(text, style=""):
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


@pytest.fixture
def word(packed):
    def make(*inner, title=""):
        document = f'<w:document xmlns:w="{W}"><w:body>{"".join(inner)}</w:body></w:document>'
        return packed(
            {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": CORE.format(title)}
        )

    return make


def test_a_word_document_is_one_article(load, word):
    table = "<w:tbl>" + "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in (("Town", "Dead"), ("Oldport", "12"))
    ) + "</w:tbl>"  # fmt: skip
    struck = "<w:p><w:r><w:t>Kept</w:t><w:tab/><w:t>too</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    article = load("pier.docx", word(paragraph("Pier reopens", "Title"), *map(paragraph, BODY), table, struck)).only
    assert (article.id, article.title) == ("pier", "Pier reopens")
    assert article.text == f"Pier reopens\n\n{TEXT}\n\nTown | Dead\n\nOldport | 12\n\nKept\ttoo"


def test_a_title_of_the_file_counts_where_the_text_has_it(load, word):
    lines = [paragraph("City desk"), paragraph("Pier reopens"), *map(paragraph, BODY)]
    assert load("a.docx", word(*lines, title="Pier reopens")).only.title == "Pier reopens"
    assert load("a.docx", word(*lines, title="Microsoft Word - draft7")).only.title == "City desk"


def test_a_word_document_may_begin_with_a_header(load, word):
    head = ["title: Pier reopens", "outlet: Herald", "date: 2026-03-02"]
    article = load("a.docx", word(*map(paragraph, [*head, *BODY]))).only
    assert (article.title, article.outlet, article.published) == ("Pier reopens", "Herald", "2026-03-02")
    assert article.text == f"Pier reopens\n\n{TEXT}"


def test_an_open_document_is_one_article(load, packed):
    ns = 'xmlns:office="o" xmlns:text="t" xmlns:table="b"'
    rows = "<table:table-row><table:table-cell><text:p>Oldport</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>"
    content = (
        f"<office:document-content {ns}><office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        f'<text:p text:style-name="Title">Pier reopens</text:p><text:p>The <text:span>pier</text:span> opened<text:s/>on Monday.</text:p>'
        f"<text:h>{BODY[1]}</text:h><table:table>{rows}</table:table></office:text></office:body></office:document-content>"
    )
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}, stored=("mimetype",))
    article = load("pier.odt", data).only
    assert (article.title, article.text) == ("Pier reopens", f"Pier reopens\n\n{TEXT}\n\nOldport | 12")


def test_a_book_is_one_article_in_the_order_of_reading(load, packed):
    package = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>The pier</dc:title><dc:creator>Ana Example</dc:creator><dc:creator>Ben Roe</dc:creator>
      <dc:publisher>Herald Books</dc:publisher><dc:date>2026-03-02</dc:date><dc:language>en</dc:language></metadata>
      <manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
      <item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    data = packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": "<html><body><p>Contents</p></body></html>",
            "OEBPS/text/one.xhtml": f"<html><body><h1>One</h1><p>{BODY[0]}</p></body></html>",
            "OEBPS/text/two b.xhtml": "<html><body><p>It&nbsp;<i>rained</i>.</p></body></html>",
        },
        stored=("mimetype",),
    )
    article = load("pier.epub", data).only
    assert article.text == f"The pier\n\nOne\n\n{BODY[0]}\n\nIt\xa0rained."
    assert (article.title, article.outlet, article.published) == ("The pier", "Herald Books", "2026-03-02")
    assert (article.authors, article.extra) == (("Ana Example", "Ben Roe"), {"language": "en"})


def test_markdown_is_read_without_its_marks(load):
    text = "---\nsitename: Herald\n---\n# Pier *reopens*\n\n![a boat](b.jpg)\n\nThe **pier** [opened](https://x.example) on Monday.\n\n> “It holds,” Ana Brok said.\n\nLater\n-----\n\n- It rained.\n"
    article = load("pier.md", text).only
    assert (article.title, article.outlet) == ("Pier reopens", "Herald")
    assert article.text.split() == f"Pier reopens {TEXT} Later - It rained.".split()


def mail(subject="Pier reopens", html=None, text=TEXT, **more):
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "Ana Example <ana@herald.example>"
    message["Date"] = "Mon, 02 Mar 2026 10:00:00 +0000"
    message["Message-ID"] = f"<{subject}@herald.example>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in more.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return bytes(message)


def test_a_mail_is_an_article(load):
    article = load("pier.eml", mail()).only
    assert article.id == "pier"
    assert article.text.rstrip() == f"Pier reopens\n\n{TEXT}"
    assert (article.title, article.published, article.authors) == (
        "Pier reopens",
        "2026-03-02T10:00:00+00:00",
        ("Ana Example",),
    )
    assert article.extra == {"from": "ana@herald.example"}


def test_a_mail_that_shows_no_text_but_html_is_read(load):
    html = "<html><body>" + "".join(f"<p>{line}</p>" for line in BODY * 3) + "</body></html>"
    assert load("a.eml", mail(html=html, text="Your program shows no HTML.")).only.text.startswith(
        f"Pier reopens\n\n{TEXT}"
    )


def test_what_is_attached_to_a_mail_is_read(load, word):
    loaded = load("a.eml", mail(b_docx=word(*map(paragraph, BODY)), c_jpg=b"\xff\xd8\xff\xe0"))
    assert loaded.ids == ["a", "a#b.docx"]
    assert loaded.articles[1].text == TEXT


def test_each_mail_of_a_box_is_an_article_with_its_own_id(load):
    def box(*subjects):
        return b"".join(
            b"From ana@x Mon Mar 02 10:00:00 2026\n" + mail(s, text=">From here on it rained.\n") + b"\n"
            for s in subjects
        )

    loaded = load("in.mbox", box("One", "Two"))
    assert loaded.ids == ["in#One@herald.example", "in#Two@herald.example"]
    assert [article.title for article in loaded.articles] == ["One", "Two"]
    assert load("in.mbox", box("Two")).ids == loaded.ids[1:]


def test_an_archive_holds_whatever_there_is_a_reader_for(load, packed, word):
    data = packed(
        {
            "week1/pier.txt": "Pier reopens\n\nThe pier opened.",
            "list.csv": "title,text\nA,It rained.\nB,\n",
            "c.docx": word(paragraph("It snowed.")),
            "inner.zip": packed({"d.txt": "It blew."}),
            "__MACOSX/x.txt": "x",
            "photo.jpg": b"\xff\xd8\xff\xe0",
            "notes.json": '{"a": 1}',
        }
    )
    loaded = load("all.zip", data)
    assert [one.partition("#")[2].split("#")[0] for one in loaded.ids] == ["c", "inner", "list", "week1/pier"]
    assert loaded.failures == []
    assert [one.startswith("article with an empty text") for one in loaded.skipped] == [True]
    assert loaded.notes == ["files in the archive that hold no articles were skipped: 1 .jpg, 1 .json"]


def test_a_damaged_archive_is_refused(load, packed):
    data = packed({"a.txt": "It rained."})
    assert "damaged" in load("a.zip", data[:40]).failures[0]
    assert "damaged" in load("a.docx", packed({"[Content_Types].xml": "", "word/document.xml": "<w"})).failures[
        0
    ].replace("no sound XML", "damaged")


def test_a_gzipped_file_is_read_as_what_it_holds(load):
    assert load("a.jsonl.gz", gzip.compress(b'{"id": "q", "text": "It rained."}\n')).ids == ["q"]
    assert "damaged" in load("a.txt.gz", gzip.compress(b"It rained. " * 99)[:-20]).failures[0]


FOREIGN = {
    "a.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.png": b"\x89PNG\r\n", "a.tex": b"\\documentclass{article}\nIt rained.",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nIt rained.", "a.xml": b"<?xml version='1.0'?><items><item>It rained.</item></items>",
    "a.tab2": b"Town\tDead\nOldport\t12\nRivalton\t3\n", "a.json": b'{"a": [1, 2]}', "b.csv": b"Town,Dead,Hurt,Lost\nOldport,12,4,1\nRivalton,3,2,2\n",
    "a.py": b"#!/usr/bin/env python\nprint('It rained.')", "a.7z": b"7z\xbc\xaf'", "a.sqlite": b"SQLite format 3\0",
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("named", ["as it is", "a.txt"])
def test_nothing_else_is_read_as_prose(load, name, named):
    loaded = load(name if named == "as it is" else named, FOREIGN[name])
    assert (loaded.articles, len(loaded.failures)) == ([], 1)


@pytest.mark.parametrize(
    "text",
    [
        "Town: 12 dead; 3 hurt.\nThe mayor said so.\nIt rained.\n",
        "<3 for the pier\n\nThe pier opened.",
        "One, two, three, four.\nFive, six, seven, eight.\nNine, ten, more, less.",
        "{Correction} The pier opened.",
        "[Oldport] The pier opened.",
        "From the pier on Monday 2026\n\nIt rained.",
        "Note: The pier\nDate: unknown\n\nIt rained.",
    ],
)
def test_prose_that_looks_like_something_else_is_prose(load, text):
    assert load("a.txt", text).only.text == text


def test_a_stream_of_an_archive_is_read(packed):
    from newsclaim.corpus import read_stream

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    (article,) = read_stream(Pipe(packed({"pier.txt": "It rained."})))
    assert article.id == "stdin#pier"


def test_a_reader_that_fails_costs_its_file_only(load, monkeypatch):
    from newsclaim.corpus.readers import markdown

    def fail(*_):
        raise RuntimeError("out of order")

    monkeypatch.setattr(markdown, "plain_of", fail)
    loaded = load("a.md", "# Pier\n\nIt rained.", folder=True)
    assert ["out of order" in loaded.failures[0], "mistake in newsclaim" in loaded.failures[0]] == [True, True]


@pytest.mark.parametrize(
    "name", ["nexis_old.txt", "proquest.txt", "factiva.xml", "factiva_lines.html", "europresse_old.html", "page.html"]
)
def test_damaged_files_give_articles_or_messages(load, sample, name):
    data = sample(name).encode()
    for cut in range(1, len(data), max(1, len(data) // 12)):
        for damaged in (data[:cut], data[: cut // 2] + b"\x00\xff<" + data[cut:]):
            loaded = load(name, damaged)
            assert not [reason for reason in loaded.failures if "mistake in newsclaim" in reason]
