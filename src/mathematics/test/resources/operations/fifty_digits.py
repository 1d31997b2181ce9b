#!/usr/bin/env python3
"""Writes fifty_digits.csv: value and partials of every operation to 50 digits, computed by mpmath 1.3.0 alone.

    python3 fifty_digits.py > fifty_digits.csv
    python3 fifty_digits.py CBRT >> fifty_digits.csv    (one operation more)

Operands are doubles, written so that they are read back exactly. Points lie on both sides of every place where a formula
in doubles loses digits, overflows or underflows, and are otherwise spread over all magnitudes. Left out are points where
the value is no finite double or the derivative does not exist: those are held by conventions, which other tests know.
"""
import math
import random
import sys

import mpmath
from mpmath import mp, mpf

mp.dps = 80  # 30 more than are written, for what cancels
LARGEST = mpf(1.7976931348623157e308)

SIZES = [5e-324, 1.5e-323, 1e-320, 3.3e-310, 5.5e-309, 2.3e-308, 1e-305, 1e-300, 1e-200, 1e-165, 1e-154, 1e-100, 1e-30,
         1e-20, 1e-16, 1e-10, 1e-8, 1e-5, 0.003, 0.1, 0.25, 0.5, 0.6931471805599453, 0.75, 0.8813735870195430, 0.9, 0.99,
         0.999999, 1 - 1e-10, 1 - 2.0**-53, 1.0, 1 + 2.0**-52, 1 + 1e-10, 1.25, 1.5, 1.5707963267948966, 2.0, 2.5, 3.0,
         3.141592653589793, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 16.0, 18.0, 19.5, 20.0, 22.5, 25.0, 30.0, 36.04, 37.0,
         40.0, 50.0, 80.0, 100.0, 177.0, 200.0, 300.0, 354.0, 355.5, 360.0, 371.0, 372.5, 373.0, 500.0, 600.0, 708.0,
         709.5, 709.78, 710.0, 710.4, 720.0, 740.0, 744.0, 745.0, 746.0, 1000.0, 1e4, 1e5, 1e6, 1e10, 1e15, 1e22, 1e50,
         1e100, 1e153, 1.3e154, 1.4e154, 2e154, 1e155, 1e200, 1e300, 8e307, 1e308, 1.7e308, 1.7976931348623157e308]
PAIR_SIZES = [5e-324, 1e-320, 3.3e-310, 5.5e-309, 1e-300, 1e-200, 3e-165, 4e-165, 1e-154, 1e-20, 0.5, 1.0, 3.0, 4.0, 1e20,
              1e154, 3e165, 1e200, 1e300, 1.7e308]
BASES = [5e-324, 1e-320, 3.3e-310, 2.3e-308, 1e-300, 1e-200, 1e-20, 0.1, 0.5, 0.75, 0.999, 1 - 1e-10, 1.0, 1 + 1e-10,
         1.0007, 1.5, 2.0, 10.0, 1e20, 1e200, 1e300, 1.7e308]
EXPONENTS = [1e-310, 1e-20, 0.02, 0.3, 0.5, 0.999, 1.0, 1.02, 1.5, 1.6, 1.95, 2.0, 3.0, 7.3, 100.0, 301.5, 1023.5, 1030.3,
             1e6, 1e12, 1e300]


def sech2(x):
    return 1 / mpmath.cosh(x) ** 2


def logistic(x):
    return 1 / (1 + mpmath.exp(-x))


def cube_root(x):
    return mpmath.sign(x) * mpmath.cbrt(abs(x))


def log_of_sum(x, y):
    """With digits enough for a sum whose larger term is near 1 and whose logarithm is as small as the other."""
    with mp.workdps(1500):
        return max(x, y) + mpmath.log1p(mpmath.exp(-abs(x - y)))


def power(x, y):
    if x > 0:
        return mpmath.power(x, y)
    sign = -1 if int(y) % 2 else 1
    return sign * mpmath.power(-x, y)


def power_partial(x, y):
    return y * power(x, y - 1)


UNARY = {
    "NEGATE": (lambda x: -x, lambda x: mpf(-1)),
    "RECIPROCAL": (lambda x: 1 / x, lambda x: -1 / x**2),
    "SQUARE": (lambda x: x * x, lambda x: 2 * x),
    "SQRT": (mpmath.sqrt, lambda x: 1 / (2 * mpmath.sqrt(x))),
    "EXP": (mpmath.exp, mpmath.exp),
    "EXPM1": (mpmath.expm1, mpmath.exp),
    "LOG": (mpmath.log, lambda x: 1 / x),
    "LOG1P": (mpmath.log1p, lambda x: 1 / (1 + x)),
    "SIN": (mpmath.sin, mpmath.cos),
    "COS": (mpmath.cos, lambda x: -mpmath.sin(x)),
    "TAN": (mpmath.tan, lambda x: 1 / mpmath.cos(x) ** 2),
    "ASIN": (mpmath.asin, lambda x: 1 / mpmath.sqrt((1 - x) * (1 + x))),
    "ACOS": (mpmath.acos, lambda x: -1 / mpmath.sqrt((1 - x) * (1 + x))),
    "ATAN": (mpmath.atan, lambda x: 1 / (1 + x * x)),
    "SINH": (mpmath.sinh, mpmath.cosh),
    "COSH": (mpmath.cosh, mpmath.sinh),
    "TANH": (mpmath.tanh, sech2),
    "SIGMOID": (logistic, lambda x: logistic(x) * logistic(-x)),
    "ABS": (abs, mpmath.sign),
    "CBRT": (cube_root, lambda x: 1 / (3 * cube_root(x) ** 2)),
}
DOMAIN = {
    "SQRT": lambda x: x > 0, "LOG": lambda x: x > 0, "LOG1P": lambda x: x > -1,
    "ASIN": lambda x: abs(x) < 1, "ACOS": lambda x: abs(x) < 1,
}
BINARY = {
    "ADD": (lambda x, y: x + y, lambda x, y: mpf(1), lambda x, y: mpf(1)),
    "SUBTRACT": (lambda x, y: x - y, lambda x, y: mpf(1), lambda x, y: mpf(-1)),
    "MULTIPLY": (lambda x, y: x * y, lambda x, y: y, lambda x, y: x),
    "DIVIDE": (lambda x, y: x / y, lambda x, y: 1 / y, lambda x, y: -x / y**2),
    "ATAN2": (mpmath.atan2, lambda x, y: y / (x * x + y * y), lambda x, y: -x / (x * x + y * y)),
    "HYPOT": (mpmath.hypot, lambda x, y: x / mpmath.hypot(x, y), lambda x, y: y / mpmath.hypot(x, y)),
    "MAX": (max, lambda x, y: mpf(x > y), lambda x, y: mpf(x < y)),
    "MIN": (min, lambda x, y: mpf(x < y), lambda x, y: mpf(x > y)),
    "POW": (power, power_partial, lambda x, y: power(x, y) * mpmath.log(x)),
    "POW_CONSTANT": (power, power_partial, lambda x, y: mpf(0)),
    "LOGADDEXP": (log_of_sum, lambda x, y: logistic(x - y), lambda x, y: logistic(y - x)),
}
FEW = {"ADD", "SUBTRACT", "MULTIPLY", "MAX", "MIN"}


def wide(rng):
    """A double of any magnitude and sign."""
    return rng.choice((-1, 1)) * math.ldexp(rng.uniform(0.5, 1), rng.randint(-1060, 1023))


def usual(rng):
    return rng.choice((-1, 1)) * math.exp(rng.uniform(-6, 6))


def unary_points(name, rng):
    points = [sign * size for size in SIZES for sign in (1, -1)]
    points += [wide(rng) for _ in range(10)] + [usual(rng) for _ in range(30)]
    return [x for x in points if DOMAIN.get(name, lambda _: True)(x)]


def near_one(rng):
    return 1 + rng.choice((-1, 1)) * math.exp(rng.uniform(-20, -1))


def binary_points(name, rng):
    if name in ("POW", "POW_CONSTANT"):
        points = [(x, sign * y) for x in BASES for y in EXPONENTS for sign in (1, -1)]
        points = [point for point in points if rng.random() < 0.6]
        for _ in range(60):
            x = rng.choice((abs(wide(rng)), near_one(rng)))
            points.append((x, rng.uniform(-746, 711) / math.log(x)))
        if name == "POW_CONSTANT":
            points += [(-x, float(y)) for x in (1e-300, 1e-5, 0.5, 3.0, 1e20) for y in (-3, -2, 1, 2, 3, 1030)]
        return points
    points = [(a * x, b * y) for x in PAIR_SIZES for y in PAIR_SIZES for a in (1, -1) for b in (1, -1)]
    share = 0.03 if name in FEW else 0.25
    points = [point for point in points if rng.random() < share]
    few = 4 if name in FEW else 40
    points += [(wide(rng), wide(rng)) for _ in range(few)] + [(usual(rng), usual(rng)) for _ in range(few)]
    points += [(0.0, 1e200), (0.0, -3.0), (3e-165, 4e-165), (3e165, -4e165)]
    if name == "LOGADDEXP":  # where the sum does not cancel
        points = [(x, y) for x, y in points if abs(log_of_sum(mpf(x), mpf(y))) > max(0.9 * abs(max(x, y)), 0.5)]
    return [(x, y) for x, y in points if x != y]


def is_finite(value):
    return abs(value) <= LARGEST


def text(number):
    """50 digits; a partial that is out of the range of doubles by far is 0 or 1e400."""
    if abs(number) < mpf("1e-400"):
        return "0"
    return mpmath.nstr(number, 50) if abs(number) < mpf("1e400") else ("1e400" if number > 0 else "-1e400")


def write(name, x, y, numbers):
    print(",".join([name, repr(x), "" if y is None else repr(y)] + [text(number) for number in numbers]))


def main():
    """All rows, or those of the operations named in the command line."""
    chosen = sys.argv[1:] or [*UNARY, *BINARY]
    if not sys.argv[1:]:
        print("operation,x,y,value,first,second")
    for name in chosen:
        rng = random.Random(name)
        points = [(x,) for x in unary_points(name, rng)] if name in UNARY else binary_points(name, rng)
        for point in points:
            exact = tuple(mpf(x) for x in point)
            functions = UNARY[name] if name in UNARY else BINARY[name]
            if is_finite(functions[0](*exact)):
                write(name, point[0], point[1] if len(point) > 1 else None, [f(*exact) for f in functions])


main()
