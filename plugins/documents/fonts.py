"""The one font of files that readers keep: Noto Sans (OFL), out of its package."""

from pathlib import Path

from fontpkg_noto_sans import ROOT

FILES: Path = ROOT / "files"
UPRIGHT: Path = FILES / "NotoSans[wdth,wght].ttf"
