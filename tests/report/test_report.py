"""The report: complete in itself, inert whatever the articles say, and searched in a browser without a server."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from newsclaim.export.findings import Findings
from newsclaim.models.comparison import Comparison, Group, Position, Relation
from newsclaim.models.rows import ActorRow, ArticleRef, ArticleRow, ClaimRow, QuoteRow
from newsclaim.models.stats import StatRow
from newsclaim.report import drawings
from newsclaim.report.content import content_of, web_address
from newsclaim.report.write import html
from samples import extraction

HOSTILE = (
    "</script><script>document.title='taken'</script><img src=x onerror=alert(1)> \u202egnorw\u202c {{ 7 * 7 }} \x1b[2J"
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def page(**header):
    """The report on one article, on one question with two positions."""
    found = extraction(**header)
    article = found.article
    ref = ArticleRef(**{key: getattr(article, key) for key in ArticleRef.model_fields})
    findings = Findings(
        [ArticleRow(**ref.model_dump(), words=30, quotes=2, claims=2)],
        [QuoteRow(**quote.model_dump(), article=ref) for quote in found.quotes],
        [ClaimRow(**claim.model_dump(), article=ref) for claim in found.claims],
        [ActorRow(id=a.id, name=a.name, kind=a.kind) for a in found.actors],
        {article.id: article},
    )
    label = article.title
    positions = (
        Position(id="p1", text=f"3,000 {label}", value=3000, low=3000, high=3000, first="2024-10-21", holders=(label,), claims=(found.claims[0].id,)),
        Position(id="p2", text="at least 5,000", value=5000, low=5000, first="2024-10-23", holders=("Ada Brook",), denied=True),
    )  # fmt: skip
    told = Relation(a="p1", b="p2", verdict="conflict", axis="amount", reason=f"They differ: {label}.")
    group = Group(
        id="g1", label=label, thing="docker", verdict="conflict", reason=label, positions=positions, relations=(told,)
    )
    row = StatRow(group=article.outlet or "x", articles=1, quotes=2, claims=2, direct_share=0.5)
    groups = {"outlet": [row], "speaker": [row], "month": [StatRow(group="2024-10", quotes=2)]}
    topic = Comparison(topic="dockers", title=label, groups=(group,))
    return html(content_of(label, findings, row, groups, [topic]))


class Seen(HTMLParser):
    """Which elements and attributes a browser would see."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]


def test_nothing_is_loaded_from_elsewhere():
    seen = Seen(page(url="https://example.org/a?b=1&c=2"))
    assert not {"link", "img", "iframe", "object", "embed", "base"} & set(seen.tags)
    assert not [one for one in seen.attributes if one[1] in {"src", "srcset", "style"} or one[1].startswith("on")]
    links = {value for _, name, value in seen.attributes if name == "href" and not value.startswith("#")}
    assert links == {"https://example.org/a?b=1&c=2"}


def test_the_policy_allows_the_one_script_and_the_one_style_and_nothing_else():
    text = page()
    policy = next(value for tag, _, value in Seen(text).attributes if tag == "meta" and "default-src" in (value or ""))
    for tag in ("script", "style"):
        inside = re.findall(f"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        assert len(inside) == 1
        assert base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_hostile_words_stay_words():
    text = page(title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    harmless = page(title="plain", outlet="plain", url=None)
    assert Seen(text).tags == Seen(harmless).tags
    assert "javascript:" not in text
    assert "{{ 7 * 7 }}" in text  # no template is made of it
    assert not set("\u202e\u202c\x1b") & set(text)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", "https://example.org/a"), (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", None), ("JaVaScRiPt:alert(1)", None), ("data:text/html,x", None), ("//example.org", None),
        ("file:///etc/passwd", None), ("https:", None), ("http://[", None), (None, None),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(url, linked):
    assert web_address(url) == linked


def test_every_item_stands_there_with_its_passage_and_id():
    text, found = page(), extraction()
    for finding in (*found.quotes, *found.claims):
        assert f'id="{finding.id}"' in text
    assert "<mark>about 3,000 dockers had left</mark>" in text
    assert f'<a href="#{found.claims[0].id}">' in text


def test_drawings():
    points = [
        Position(id="a", text="10", value=10, low=10, high=10, first="2024-10-01"),
        Position(id="b", text="up to 40", high=40, first="2024-10-11"),
    ]
    drawn = str(drawings.intervals(points))
    assert drawn.count("<line") == 2
    assert drawn.count("<circle") == 2
    assert ">10</text>" in drawn
    assert ">40</text>" in drawn
    assert str(drawings.over_time(points)).count('r="5"') == 2
    assert not drawings.over_time(points[:1])
    assert not drawings.intervals([])
    assert not drawings.bars([])
    assert "<b>" not in str(drawings.bars([StatRow(group="<b>", quotes=1)]))


def test_numbers_far_apart_are_drawn_by_factors():
    points = [Position(id=str(n), text=str(n), value=n, low=n, high=n) for n in (10, 100, 1000)]
    places = [float(x) for x in re.findall(r'cx="([\d.]+)"', str(drawings.intervals(points)))]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1], abs=0.2)


def test_on_a_phone_a_table_is_scrolled_and_no_number_broken():
    style = page()
    assert re.search(r"th,td{[^}]*overflow-wrap:normal", style)
    assert re.search(r"@media \(max-width:40rem\){table{display:block;overflow-x:auto}", style)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here to open the report in")
def test_a_browser_opens_and_searches_it(tmp_path):
    file = tmp_path / "report.html"
    file.write_text(page(title=HOSTILE, url="https://example.org/"), encoding="utf-8")
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=3000", "--dump-dom", f"{file.as_uri()}#?words=mess",
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=240).stdout
    assert ">1 of 4</output>" in shown
    title = re.search("<title>(.*?)</title>", shown, flags=re.DOTALL)[1]
    assert title.startswith("&lt;/script&gt;")
