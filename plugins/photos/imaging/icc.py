"""A colour profile made of the numbers that describe it [ICC.1:2010]: three primaries, a white point and a curve."""

import struct
from collections.abc import Sequence

Chromaticity = tuple[float, float]
_Vector = tuple[float, float, float]
_Matrix = tuple[_Vector, _Vector, _Vector]

_PROFILE_WHITE: _Vector = (0.9642, 1.0, 0.8249)
"""D50: whatever the white of the colours is, profiles are written for this one."""
_BRADFORD: _Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_FUNCTIONS = {1: 0, 5: 3}
"""The number of a curve's formula by how many numbers it has: a gamma alone, or with a straight part in the dark."""


def matrix_profile(primaries: Sequence[Chromaticity], white: Chromaticity, curve: Sequence[float]) -> bytes:
    """The profile of colours whose red, green and blue share one curve.

    Raises ArithmeticError where the numbers describe no colours, and struct.error where a profile cannot hold them.
    """
    red, green, blue = _adapted(primaries, white)
    shared = _curve(curve)
    tags = {b"wtpt": _xyz(_PROFILE_WHITE), b"rXYZ": _xyz(red), b"gXYZ": _xyz(green), b"bXYZ": _xyz(blue)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), shared)
    place = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        table += name + struct.pack(">II", place + len(body), len(content))
        body += content
    header = struct.pack(">I4xI4s4s4s12x4s", place + len(body), 0x04200000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    header += bytes(28) + _numbers(_PROFILE_WHITE)
    return header.ljust(128, b"\0") + table + body


def _adapted(primaries: Sequence[Chromaticity], white: Chromaticity) -> _Matrix:
    """Red, green and blue as XYZ for the white of profiles: together they are just that white."""
    points = _matrix(*(_light(point) for point in primaries))
    shares = _solved(_transposed(points), _light(white))
    from_white, to_white = _times(_BRADFORD, _light(white)), _times(_BRADFORD, _PROFILE_WHITE)
    adapted = (
        _in_other_light(_scaled(point, by), from_white, to_white) for point, by in zip(points, shares, strict=True)
    )
    return _matrix(*adapted)


def _in_other_light(colour: _Vector, from_white: _Vector, to_white: _Vector) -> _Vector:
    cones = zip(_times(_BRADFORD, colour), from_white, to_white, strict=True)
    return _solved(_BRADFORD, _vector(*(cone * to / since for cone, since, to in cones)))


def _light(point: Chromaticity) -> _Vector:
    """A chromaticity as XYZ with a luminance of one."""
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


def _solved(rows: _Matrix, result: _Vector) -> _Vector:
    """The vector that the matrix makes into `result`, by Cramer's rule."""
    whole = _determinant(rows)
    columns = _transposed(rows)
    replaced = (
        _matrix(*(result if at == place else column for at, column in enumerate(columns))) for place in range(3)
    )
    return _vector(*(_determinant(matrix) / whole for matrix in replaced))


def _determinant(matrix: _Matrix) -> float:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


def _times(matrix: _Matrix, vector: _Vector) -> _Vector:
    return _vector(*(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix))


def _scaled(vector: _Vector, by: float) -> _Vector:
    return _vector(*(value * by for value in vector))


def _transposed(matrix: _Matrix) -> _Matrix:
    return _matrix(*(_vector(*column) for column in zip(*matrix, strict=True)))


def _vector(x: float, y: float, z: float) -> _Vector:
    return x, y, z


def _matrix(x: _Vector, y: _Vector, z: _Vector) -> _Matrix:
    return x, y, z


def _curve(numbers: Sequence[float]) -> bytes:
    return b"para\0\0\0\0" + struct.pack(">HH", _FUNCTIONS[len(numbers)], 0) + _numbers(numbers)


def _xyz(values: _Vector) -> bytes:
    return b"XYZ \0\0\0\0" + _numbers(values)


def _numbers(values: Sequence[float]) -> bytes:
    """Fixed-point numbers of 16 bits before the point and 16 behind it."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
