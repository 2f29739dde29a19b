"""Saved pages, feeds, PDF, RTF and web archives: what the extras read."""

import io
import json
import sys

import pytest

from newsclaim.corpus import read
from newsclaim.corpus.markup import is_markup, prose_of
from newsclaim.models import Article

LEAD = "The storm killed 12 people on Monday, mayor Ines Rojo said on the quay of Oldport, where the boats lay on their sides and the roofs were gone."
MORE = "Nobody knew how many people were missing, the police said, and the army sent some 400 soldiers to search the fields behind the dike."


def page(head="", *, body="", title="Storm hits coast | The Harbour Herald", lang="en"):
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><nav><a href="/">Home</a>'
        f"</nav><article><h1>Storm hits coast</h1><p>{LEAD}</p>{body}<p>{MORE}</p></article><footer>Copyright 2019 Herald</footer></body></html>"
    )


def ld(**fields):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


META = """<meta property="og:site_name" content="The Harbour Herald"><meta property="article:published_time" content="2026-03-02T10:00:00Z">
<meta name="author" content="Ana Example"><link rel="canonical" href="https://herald.example/storm">"""


@pytest.fixture(autouse=True)
def _extras():
    pytest.importorskip("trafilatura")


def test_a_page_is_its_article(load, sample):
    article = load("storm.html", sample("page.html")).only
    assert (article.id, article.title, article.outlet) == ("storm", "Storm hits coast", "The Harbour Herald")
    assert (article.published, article.updated) == ("2026-03-02T10:00:00Z", "2026-03-03")
    assert (article.url, article.authors) == ("https://herald.example/storm", ("Ana Example",))
    assert article.extra == {"section": "News", "language": "en"}
    paragraphs = article.text.split("\n\n")
    assert paragraphs[:3] == [
        "Storm hits coast", LEAD, ("“We will rebuild”, she said, and she promised the bakers of the town new ovens before the "
        "summer was over and the guests came back.")
    ]  # fmt: skip
    assert ["Home" in article.text, "Copyright" in article.text, "Ben Roe" in article.text] == [False] * 3
    assert "Town | Dead\nOldport | 12" in paragraphs


def test_tags_say_what_structured_data_does_not(load):
    article = load("a.html", page(META)).only
    assert (article.title, article.outlet, article.published) == (
        "Storm hits coast",
        "The Harbour Herald",
        "2026-03-02T10:00:00Z",
    )
    assert (article.url, article.authors) == ("https://herald.example/storm", ("Ana Example",))


def test_structured_data_goes_before_tags(load):
    head = META + ld(
        headline="Storm hits coast",
        datePublished="2026-03-01",
        author=[{"name": "Ben Roe"}],
        publisher={"name": "Herald"},
    )
    article = load("a.html", page(head)).only
    assert (article.outlet, article.published, article.authors) == ("Herald", "2026-03-01", ("Ben Roe",))


def test_no_date_is_invented(load):
    assert (
        load("a.html", page(body="<p>Published 3 hours ago. On 5 May 2011 a storm had come too.</p>")).only.published
        is None
    )


def test_a_page_without_an_article_is_refused(load):
    assert "no article" in load("a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>").failures[0]


def test_a_page_under_another_name_is_a_page(load):
    assert load("a.txt", page(META)).only.outlet == "The Harbour Herald"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1251"])
def test_a_page_says_its_own_encoding(load, encoding):
    word = "наводнение" if encoding == "windows-1251" else "Übermut"
    html = page(body=f"<p>{word} {MORE}</p>").replace('charset="utf-8"', f'charset="{encoding}"')
    assert word in load("a.html", html.encode(encoding)).only.text


def test_without_the_extra_a_page_is_skipped_or_refused(load, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert load("a.html", page()).failures == [
        'saved pages are read with an extra that is not installed: pip install "newsclaim[html]"'
    ]
    assert "newsclaim[html]" in load("a.html", page(), folder=True).skipped[0]


def test_a_page_saved_as_a_mail(load):
    mail = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://herald.example/storm\nSubject: Storm\nDate: Mon, 2 Mar 2026 10:00:00 -0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n'
        f"Content-Transfer-Encoding: 8bit\nContent-Location: https://herald.example/storm\n\n{page()}\n--b--\n"
    )
    article = load("a.mhtml", mail).only
    assert (article.url, article.title) == ("https://herald.example/storm", "Storm hits coast")


def test_what_trafilatura_writes_is_read(load, sample):
    from trafilatura import extract

    url = "https://herald.example/storm"
    for form, name in [
        ("txt", "a.txt"),
        ("markdown", "a.md"),
        ("json", "a.json"),
        ("xml", "a.xml"),
        ("xmltei", "b.xml"),
        ("csv", "a.csv"),
        ("html", "a.html"),
    ]:
        written = extract(sample("page.html"), output_format=form, with_metadata=True, url=url)
        article = load(name, written).only
        assert (article.title, article.published, article.url) == ("Storm hits coast", "2026-03-02", url), form
        assert LEAD in article.text
        assert article.outlet in ("The Harbour Herald", "herald.example"), form


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Harbour Herald</title><language>en</language>
<item><title>Storm hits coast</title><link>https://herald.example/storm</link><guid>h1</guid><dc:creator>Ana Example</dc:creator>
<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded></item>
<item><title>Teaser</title><guid>h2</guid><description>It rained.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Herald</title><entry><title>Storm hits coast</title><id>h1</id>
<link href="https://herald.example/storm"/><published>2026-03-02T10:00:00Z</published><updated>2026-03-03T10:00:00Z</updated>
<author><name>Ana Example</name></author><content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(("name", "feed"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM)])
def test_a_feed_gives_the_entries_that_carry_their_text(load, name, feed):
    pytest.importorskip("feedparser")
    loaded = load(name, feed)
    (article,) = loaded.articles
    assert (article.id, article.title, article.outlet) == ("a#h1", "Storm hits coast", "The Harbour Herald")
    assert article.text == f"Storm hits coast\n\n{LEAD}\n\n{MORE}"
    assert (article.url, article.authors) == ("https://herald.example/storm", ("Ana Example",))
    assert article.published.startswith("2026-03-02T10:00:00")
    assert ["teaser" in reason for reason in loaded.failures] == [True] * (feed is RSS)


def test_rtf_is_an_article(load):
    pytest.importorskip("striprtf")
    article = load("a.rtf", "{\\rtf1\\ansi Storm hits coast\\par\nCaf\\'e9 owners said so.\\par}").only
    assert article.text == "Storm hits coast\n\nCafé owners said so."


def pdf(*pages):
    """Return a PDF with lines at places: (x, y, size, text)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF").encode("latin-1")


def column(x, lines, top=700):
    return [(x, top - 14 * n, 10, line) for n, line in enumerate(lines) if line]


LEFT = ["The storm killed 12 people on Monday, the mayor", "said on the quay of Oldport, where the boats lay on", "their sides and the sol-",
        "diers were searching.", "", "Nobody knew how many people were missing, the", "police said."]  # fmt: skip


WHO = ["police", "army", "mayor"]
FIRST = (
    "The storm killed 12 people on Monday, the {} said on the quay of Oldport, where the boats lay on their sides and the "
    "soldiers were searching."
)
SECOND = "Nobody knew how many people were missing, the {} said."


def test_the_lines_of_a_pdf_become_paragraphs(load):
    pytest.importorskip("pypdfium2")
    pages = [
        [
            (72, 760, 9, "The Harbour Herald"),
            *column(72, [LEFT[0].replace("mayor", who), *LEFT[1:-1], f"{who} said."]),
            (300, 30, 9, str(n)),
        ]
        for n, who in enumerate(WHO)
    ]
    pages[0].insert(1, (72, 730, 20, "Storm hits coast"))
    article = load("a.pdf", pdf(*pages)).only
    found = [text.format(who) for who in WHO for text in (FIRST, SECOND)]
    assert article.text.split("\n\n") == ["Storm hits coast", *found]
    assert article.title == "Storm hits coast"


def test_the_columns_of_a_pdf_are_read_one_after_the_other(load):
    pytest.importorskip("pypdfium2")
    right = ["In Rivalton the bakers went on strike and the union", "said that they wanted more bread for their work."]
    text = load("a.pdf", pdf([*column(72, LEFT), *column(330, right)])).only.text
    assert text.index("police said.") < text.index("In Rivalton")
    assert "union said that they wanted" in text


def test_a_pdf_of_pictures_is_refused(load):
    pytest.importorskip("pypdfium2")
    assert "only pictures" in load("a.pdf", pdf([])).failures[0]
    assert "damaged" in load("a.pdf", b"%PDF-1.4\nxx").failures[0]


def warc(pages, *, gzip=True):
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for url, html, kind, status in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2026-03-05T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", io.BytesIO(html.encode()), http_headers=headers, warc_headers_dict=dated
            )
        )
    return out.getvalue()


PAGES = [
    ("https://herald.example/storm", page(META), "text/html; charset=utf-8", "200 OK"),
    ("https://herald.example/old", page(ld(headline="Old", datePublished="2026-03-01")), "text/html", "200 OK"),
    ("https://herald.example/gone", page(), "text/html", "404 Not Found"),
    ("https://herald.example/a.css", "p { color: red }", "text/css", "200 OK"),
    ("https://herald.example/", "<html><body><a href='/storm'>Storm</a></body></html>", "text/html", "200 OK"),
]  # fmt: skip


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_the_articles_of_a_web_archive(load, packed, name):
    data = warc(PAGES, gzip=name != "a.warc")
    if name == "a.wacz":
        data = packed({"datapackage.json": "{}", "archive/data.warc.gz": data, "pages/pages.jsonl": "{}"})
    loaded = load(name, data)
    assert [one.partition("#")[2] for one in loaded.ids] == [
        "https://herald.example/storm",
        "https://herald.example/old",
    ]
    assert [article.url for article in loaded.articles] == [one.partition("#")[2] for one in loaded.ids]
    assert (loaded.failures, loaded.notes) == ([], ["1 page of the archive held no article"])


def test_a_web_archive_is_read_page_by_page(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc([(f"https://herald.example/{n}", page(META), "text/html", "200 OK") for n in range(5)]))
    loaded = read([path])
    assert isinstance(next(loaded), Article)


MARKUP = [
    ("<p>One</p>\n<p>Two<br>lines</p>", "One\n\nTwo\nlines"), ("One<br><br>Two", "One\n\nTwo"), ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d"), ("<q>x</q>&amp;", "“x”&"),
    ("<style>p{}</style><p>x</p><script>y</script>", "x"), ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "text"), MARKUP)
def test_whole_texts_of_markup(html, text):
    assert prose_of(html) == text


@pytest.mark.parametrize(
    ("text", "markup"), [("<p>x", True), ("<!-- x", True), ("<3 x", False), ("x <p>", False), ("<Ana> hello", False)]
)
def test_what_begins_as_markup(text, markup):
    assert is_markup(text) is markup
