"""Exports of press databases: every document and field, counts held against the file's own, ids that stay."""

import pytest

TITLE = "Storm: 12 dead in Oldport"
TEXT = (
    "The storm killed 12 people on Monday, mayor Ines Rojo said.\n\nWords: they were few. “We will rebuild,” she said."
)
COVER = [
    "User Name: Ana Example",
    "Date and Time: 26 November 2026",
    "Documents (2)",
    "1. Storm",
    "2. Bakers strike",
    "",
]
UNI = [
    *("", TITLE, "The Harbour Herald", "November 5, 2002 Tuesday", "Final Edition", "", "Copyright 2002 Harbour Herald", "All Rights Reserved", ""),
    *("Section: News; Pg. 4", "Length: 345 words", "Byline: Ana Example and Ben Roe", "Dateline: OLDPORT", "Body", ""),
    *TEXT.split("\n\n"), *("Classification", "", "Language: ENGLISH", "Subject: STORMS (90%)", "", "Load-Date: November 6, 2002", "", "End of Document"),
]  # fmt: skip
SECOND = ["", "Bakers strike", "Valley Post", "November 7, 2002 Thursday", "", "Copyright 2002", "", "Length: 9 words", "Body",
          "Bakers went on strike.", "End of Document"]  # fmt: skip
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def check(article, *, published="2002-11-05", authors=("Ana Example", "Ben Roe"), text=TEXT, title=TITLE):
    assert (article.title, article.outlet, article.published) == (title, "The Harbour Herald", published)
    assert article.authors == authors
    assert article.text == f"{title}\n\n{text}"
    assert article.extra["section"].startswith("News")


@pytest.fixture
def word(packed):
    def make(lines):
        inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
        return packed(
            {
                "[Content_Types].xml": "",
                "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>',
            }
        )

    return make


def test_nexis_uni(load, word):
    loaded = load("export.docx", word([*COVER, *UNI, *SECOND]))
    check(loaded.articles[0])
    assert [article.title for article in loaded.articles] == [TITLE, "Bakers strike"]
    assert loaded.articles[0].extra["language"] == "ENGLISH"
    assert (loaded.failures, loaded.notes) == ([], [])


def test_a_count_that_differs_is_told(load, word):
    assert load("a.docx", word([*COVER, *UNI])).notes == ["the file says that it holds 2 documents; 1 was read"]


def test_ids_stay_when_an_export_is_made_again(load, word):
    both = load("a.docx", word([*COVER, *UNI, *SECOND])).ids
    assert load("a.docx", word([*COVER, *SECOND, *UNI])).ids == both[::-1]
    twice = load("a.docx", word([*UNI, *UNI])).ids
    assert twice == [both[0], f"{both[0]}-2"]


def test_a_document_without_body_costs_itself_only(load, word):
    broken = [
        line for line in UNI if line != "Body" and not line.startswith(("Section", "Length", "Byline", "Dateline"))
    ]
    loaded = load("a.docx", word([*broken, *SECOND]))
    assert [article.title for article in loaded.articles] == ["Bakers strike"]
    assert "document 1" in loaded.failures[0]


def test_nexis_uni_in_rtf(load):
    pytest.importorskip("striprtf")
    body = "".join(
        f"{line.replace('“', chr(39) * 2).replace('”', chr(39) * 2)}\\par\n" for line in [*COVER, *UNI, *SECOND]
    )
    loaded = load("a.rtf", "{\\rtf1\\ansi " + body + "}")
    assert [article.title for article in loaded.articles] == [TITLE, "Bakers strike"]


def test_nexis_text(load, sample):
    first, second = load("old.txt", sample("nexis_old.txt")).articles
    assert first.title == "Storm: what September 11, 2001 taught the town of Oldport"
    assert (first.outlet, first.published, first.authors) == (
        "The Harbour Herald (Oldport)",
        "2002-11-05",
        ("Ana Example", "Ben Roe"),
    )
    assert first.text.split("\n\n")[1:] == [
        "The storm killed 12 people on Monday, mayor Ines Rojo said on the quay of Oldport, where the boats lay on their sides.",
        "Note: the quay is closed. The word count: it was hard to tell.",
        "Town            Dead       Hurt\nOldport         12         40",
        '"We will rebuild," she said.',
    ]
    assert (second.title, second.outlet, second.published) == ("Bakers strike", "Valley Post", "2002-11-07")


def test_nexis_text_with_carriage_returns_and_pages(load, sample):
    text = sample("nexis_old.txt").replace("\n", "\r\n").replace("2 of 2 DOC", "\f2 of 2 DOC")
    assert [article.title for article in load("old.txt", text.encode("cp1252", "ignore")).articles][
        1
    ] == "Bakers strike"


def test_part_of_an_export_is_told(load, sample):
    loaded = load("old.txt", sample("nexis_old.txt").replace("of 2 DOC", "of 100 DOC"))
    assert loaded.notes == ["the file says that it holds 100 documents; 2 were read"]


def test_proquest(load, sample):
    loaded = load("pq.txt", sample("proquest.txt"))
    assert (loaded.failures, loaded.notes) == ([], [])
    first, second = loaded.articles
    assert loaded.ids == ["pq#123456", "pq#123457"]
    assert first.text.split("\n\n")[1:] == [
        "The storm killed 12 people on Monday, mayor Ines Rojo said.", "Warning: the quay is closed.", '"We will rebuild," she said.'
    ]  # fmt: skip
    assert (first.title, first.outlet, first.published) == ("Storm hits Oldport", "The Harbour Herald", "2002-11-05")
    assert (first.authors, first.url) == (("Ana Example", "Ben Roe"), "https://proq.example/docview/123456")
    assert first.extra == {"section": "News", "language": "English"}
    assert (second.title, second.text) == (
        "Bakers strike",
        "Bakers strike\n\nBakers went on strike on Thursday, the union said.",
    )


def test_proquest_of_an_older_form(load):
    text = (
        "Report Information from ProQuest\n26 November 2026\n\n"
        + "_" * 60
        + "\n\nBakers strike\n\nAuthor: Example, Ana\n\n"
        "Publication info: Valley Post; Oldport 07 Nov 2002: A.1.\n\nFull text: Bakers went on strike.\n\nPeople: they were many.\n\n"
        "The union said so.\n\nSubject: Strikes\n\nPublication title: Valley Post\n\nProQuest document ID: 9\n\nDatabase: Newsstand\n"
    )
    article = load("pq.txt", text).only
    assert (article.title, article.published, article.authors) == ("Bakers strike", "2002-11-07", ("Ana Example",))
    assert article.text.split("\n\n")[1:] == ["Bakers went on strike.", "People: they were many.", "The union said so."]


def test_nexis_text_without_labels(load):
    text = "1 of 1 DOCUMENTS\n\n\nValley Post\n\nNovember 7, 2002 Thursday\n\nBakers strike\n\nBakers went on strike.\n\nThe union said so.\n"
    article = load("old.txt", text).only
    assert (article.title, article.outlet, article.published) == ("Bakers strike", "Valley Post", "2002-11-07")
    assert article.text.split("\n\n")[1:] == ["Bakers went on strike.", "The union said so."]


def test_factiva_xml(load, sample):
    loaded = load("f.xml", sample("factiva.xml"))
    check(loaded.articles[0], published="2002-11-05T18:30:00Z")
    assert loaded.ids == ["f#HARBH00020021105eYb50000x"]
    assert loaded.notes == ["the file says that it holds 2 documents; 1 was read"]


@pytest.mark.parametrize("name", ["factiva_lines.html", "factiva_table.html"])
def test_factiva_html(load, sample, name):
    pytest.importorskip("lxml")
    loaded = load("f.html", sample(name))
    check(loaded.articles[0], published="2002-11-05T18:30:00+00:00")
    assert loaded.articles[0].extra["language"] == "English"
    assert loaded.ids == ["f#HARBH00020021105eYb50000x"]
    assert len(loaded.failures) == (name == "factiva_lines.html")


@pytest.mark.parametrize("name", ["europresse_new.html", "europresse_old.html"])
def test_europresse(load, sample, name):
    pytest.importorskip("lxml")
    loaded = load("e.html", sample(name))
    check(loaded.articles[0], authors=())
    assert (loaded.ids[0], loaded.failures, loaded.notes) == ("e#news·20021105·HH·0123", [], [])
    assert loaded.articles[1].text.split("\n\n")[:2] == ["Bakers strike", "Bakers went on strike."]
    assert (loaded.articles[1].outlet, loaded.articles[1].published) == ("Valley Post", "2002-11-07")


def test_nexis_html(load, sample):
    def centred(group):
        return f"<div class=c3><p class=c1><span class=c2>{group}</span></p></div>"

    groups = [
        " ".join(group.split()) for group in sample("nexis_old.txt").lstrip("\ufeff").split("\n\n") if group.strip()
    ]
    html = '<!DOCTYPE html><html><body><a name="DOC_ID_0_0"></a>' + "\n".join(map(centred, groups)) + "</body></html>"
    first, second = load("n.html", html).articles
    assert (first.outlet, first.published) == ("The Harbour Herald (Oldport)", "2002-11-05")
    assert (second.title, second.outlet) == ("Bakers strike", "Valley Post")
    assert first.title == "Storm: what September 11, 2001 taught the town of Oldport"


def test_proquest_by_mail(load):
    from email.message import EmailMessage

    record = (
        "<b>{title}</b><br><br><b>Author: </b>Example, Ana<br><br><b>Full text: </b><p>{title} on Thursday.</p><p>The union said so.</p>"
        "<b>Title: </b>{title}<br><br><b>Publication title: </b>Valley Post<br><br><b>Publication date: </b>Nov 7, 2002<br><br>"
        "<b>ProQuest document ID: </b>{number}<br><br><b>Database: </b>Newsstand<br><br><hr>"
    )
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Message-ID"] = "Your documents", "noreply@pq.example", "<1@pq.example>"
    mail.set_content(
        f"<html><body>{record.format(title='Strike', number=1)}{record.format(title='Flood', number=2)}</body></html>",
        subtype="html",
    )
    loaded = load("pq.eml", bytes(mail))
    assert [(one.id, one.title, one.published) for one in loaded.articles] == [
        ("pq#1", "Strike", "2002-11-07"), ("pq#2", "Flood", "2002-11-07")
    ]  # fmt: skip
    assert loaded.articles[1].text == "Flood\n\nFlood on Thursday.\n\nThe union said so."
