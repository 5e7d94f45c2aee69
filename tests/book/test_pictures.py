"""Pictures: small, the same to the eye, and of a known size."""

import io

import numpy as np
import pictures
from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import page_names


def as_png(array, mode):
    data = io.BytesIO()
    Image.fromarray(array, mode).save(data, "PNG")
    return data.getvalue()


def opened(data):
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), dtype=int)


def test_a_plot_gets_a_palette_and_looks_the_same():
    shades = np.zeros((40, 300, 4), dtype=np.uint8)
    shades[..., 0] = np.arange(300) % 256
    shades[..., 1] = np.arange(40)[:, None]
    shades[..., 3] = 255
    before = as_png(shades, "RGBA")
    after = pictures.shrink(before)
    assert Image.open(io.BytesIO(after)).mode == "P"
    assert abs(opened(after) - opened(before)).max() < 16


def test_a_picture_with_a_palette_or_holes_stays_as_it_is():
    holes = as_png(np.zeros((4, 4, 4), dtype=np.uint8), "RGBA")
    assert pictures.shrink(holes) == holes
    small = pictures.shrink(as_png(np.zeros((4, 4, 3), dtype=np.uint8), "RGB"))
    assert pictures.shrink(small) == small


def test_every_picture_says_its_size_and_loads_when_it_comes_near(book):
    seen = 0
    for name in page_names(book):
        soup = BeautifulSoup((book / name).read_text(), "html.parser")
        for image in soup.select('article img[src*="_images/"]'):
            path = (book / name).parent / image["src"]
            with Image.open(path) as picture:
                said = (int(image["width"]), int(image["height"]))
                assert picture.size == said
            assert image["loading"] == "lazy"
            seen += 1
    assert seen > 20


def test_the_pictures_of_the_book_are_small(book):
    sizes = [path.stat().st_size for path in (book / "_images").glob("*.png")]
    assert max(sizes) < 40_000
