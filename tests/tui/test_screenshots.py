"""The pictures in `screenshots/` are what the screen looks like today."""

import importlib.util

import pytest

from tests.support import ROOT


def _maker():
    spec = importlib.util.spec_from_file_location("make_screenshots", ROOT / "screenshots" / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


@pytest.mark.parametrize("picture", MAKER.PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_not_stale(picture, monkeypatch, cache):
    monkeypatch.chdir(ROOT)
    kept = (ROOT / "screenshots" / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert await MAKER.draw(picture, cache) == kept, "run: python screenshots/make.py"


def test_there_is_no_picture_that_nothing_makes():
    names = {path.stem for path in (ROOT / "screenshots").glob("*.svg")}
    assert names == {picture.name for picture in MAKER.PICTURES}


@pytest.mark.parametrize("picture", MAKER.PICTURES, ids=lambda picture: picture.name)
def test_a_picture_asks_nothing_of_the_network(picture):
    text = (ROOT / "screenshots" / f"{picture.name}.svg").read_text(encoding="utf-8")
    assert "url(http" not in text
    assert "cdnjs" not in text
