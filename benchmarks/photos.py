"""How long photographs take: one photo against the plain way with Pillow, and a diary of sixty, cold and warm.

`python -m benchmarks.photos` (`--photos 60`, `--rounds 9`). The photos are made by arithmetic, 12 megapixels each,
about as hard to read and write as those of a phone. Each figure is the best of several rounds, ours and the plain way
in turns. Processor time is what all threads took together, and says more than the clock while the computer is busy.
"""

import argparse
import io
import os
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

from plugins.photos.imaging import render
from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import STORY_WIDTHS, RenditionRequest, RenditionSpec, Size
from plugins.photos.store import FolderStore
from tests.support.builds import built
from tests.support.photographs import file_of

_SIZE = (4000, 3000)
_IN_A_POST = 5


def photo(*, seed: int) -> Image.Image:
    """Soft colours, edges and grain: 3 to 4 MB as a JPEG."""
    dice = random.Random(seed)  # noqa: S311 - colours, not secrets

    def cloud(width: int, height: int) -> Image.Image:
        return Image.frombytes("RGB", (width, height), dice.randbytes(width * height * 3))

    image = cloud(40, 30).resize(_SIZE, Image.Resampling.BICUBIC)
    image = Image.blend(image, cloud(400, 300).resize(_SIZE, Image.Resampling.BICUBIC), 0.25)
    return Image.blend(image, cloud(2000, 1500).resize(_SIZE, Image.Resampling.BILINEAR), 0.08)


def three_widths(content: bytes) -> list[bytes]:
    """Ours: read once, at half its size; down in steps; written by as many threads as there are processors."""

    def wanted(size: Size) -> list[RenditionSpec]:
        return [RenditionSpec(size.at_width(width), "webp") for width in reversed(STORY_WIDTHS)]

    under_way: list[Future[bytes]] = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        render(content, (), wanted, lambda rendition: under_way.append(pool.submit(rendition.encoded)))
    return [written.result() for written in under_way]


def three_widths_plainly(content: bytes) -> list[bytes]:
    """As a script of ten lines does it: every width from the whole picture, one after the other."""
    made = []
    for width in STORY_WIDTHS:
        image = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
        small = image.resize((width, width * image.height // image.width), Image.Resampling.LANCZOS)
        file = io.BytesIO()
        small.save(file, "WEBP", quality=78, method=4)
        made.append(file.getvalue())
    return made


def every_file(photo_file: Path) -> None:
    """All that a photo in a story needs, as a build makes it."""
    Pipeline().rendered([RenditionRequest(photo_file, frozenset({"story"}))])


@dataclass
class Clocks:
    """The best times of several rounds: by the clock, and of all processors together."""

    wall: float = float("inf")
    processors: float = float("inf")

    def time(self, work: Callable[[], object]) -> None:
        began, used = time.perf_counter(), time.process_time()
        work()
        self.wall = min(self.wall, time.perf_counter() - began)
        self.processors = min(self.processors, time.process_time() - used)

    def __str__(self) -> str:
        return f"{self.wall:.3f} s by the clock, {self.processors:.3f} s of processor time"


def one_photo(folder: Path, rounds: int) -> None:
    file = folder / "one.jpg"
    file.write_bytes(file_of(photo(seed=1), format="JPEG", quality=92))
    content = file.read_bytes()
    ours, plain, whole = Clocks(), Clocks(), Clocks()
    for _ in range(rounds):
        ours.time(lambda: three_widths(content))
        plain.time(lambda: three_widths_plainly(content))
        whole.time(lambda: every_file(file))
    sizes = ", ".join(f"{len(made) // 1024} KB" for made in reversed(three_widths(content)))
    sizes_plainly = ", ".join(f"{len(made) // 1024} KB" for made in three_widths_plainly(content))
    _say(f"One photo of 12 megapixels ({len(content) / 1e6:.1f} MB), three WebP widths {STORY_WIDTHS}:")
    _say(f"  ours       {ours} ({sizes})")
    _say(f"  plain way  {plain} ({sizes_plainly})")
    _say(f"  the plain way takes {plain.wall / ours.wall:.1f} times as long")
    _say(f"All five files of a photo in a story: {whole}")


def diary(folder: Path, photos: int) -> Path:
    """A content folder with so many different photos, five in a post."""
    content = folder / "content"
    base = photo(seed=2)
    for number in range(photos):
        post, place = divmod(number, _IN_A_POST)
        here = content / "posts" / f"post-{post}"
        (here / "photos").mkdir(parents=True, exist_ok=True)
        picture = base.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if number % 2 else base
        picture = picture.rotate(0, translate=(number * 7, number * 3))
        picture.save(here / "photos" / f"{place}.jpg", quality=92)
        if place == 0:
            count = min(_IN_A_POST, photos - number)
            listed = "".join(f"  - {{file: photos/{n}.jpg, alt: Colours, people: none}}\n" for n in range(count))
            head = f"title: Post {post}\ndate: 2016-10-{post % 28 + 1:02}\nimage: photos/0.jpg\nphotos:\n{listed}"
            (here / "index.md").write_text(f"---\n{head}---\nWords.\n\n![Colours](photos/0.jpg)\n", "utf-8")
    return content


def whole_diary(folder: Path, photos: int) -> None:
    content = diary(folder, photos)
    megabytes = sum(file.stat().st_size for file in content.rglob("*.jpg")) / 1e6
    _say(f"A diary of {photos} photos of 12 megapixels ({megabytes:.0f} MB), built as it is published:")
    keeping = ("-e", f'DIARY_PICTURES_KEPT="{folder / "kept"}"')
    for name in ("cold", "warm"):
        clocks = Clocks()
        clocks.time(partial(built, content, folder / name, *keeping))
        _say(f"  {name}  {clocks.wall:.1f} s")
    requests = [RenditionRequest(file, frozenset({"gallery"})) for file in sorted(content.rglob("*.jpg"))]
    warm = Pipeline(FolderStore(folder / "again", diary=content))
    warm.rendered(requests)
    clocks, opened = Clocks(), warm.decode_count
    clocks.time(lambda: warm.rendered(requests))
    _say(f"  pictures alone, warm: {clocks}, and {warm.decode_count - opened} of {photos} opened")


def _say(words: str) -> None:
    print(words, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.photos", description=__doc__)
    parser.add_argument("--photos", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    _say(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, Pillow {version('pillow')}")
    with TemporaryDirectory() as folder:
        one_photo(Path(folder), options.rounds)
        whole_diary(Path(folder), options.photos)
    return 0


if __name__ == "__main__":
    sys.exit(main())
