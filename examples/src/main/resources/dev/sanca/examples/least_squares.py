"""Trend and season by least squares, in plain Python: what NumPyModel asks NumPy for, for a Python without NumPy.

The design matrix is brought to triangular form by Householder's reflections (Golub and Van Loan, Matrix Computations,
section 5.2), which keeps the accuracy that the normal equations would lose.
"""

from math import copysign, cos, fsum, hypot, pi, sin, sqrt


def design(years, epoch, harmonics):
    """A row for each year, a column for each coefficient."""
    rows = []
    for year in years:
        t = year - epoch
        row = [1.0, t, t * t]
        for k in range(1, harmonics + 1):
            row += cos(2 * pi * k * t), sin(2 * pi * k * t)
        rows.append(row)
    return rows


def triangular(rows, values):
    """R, and the first entries of the values turned as the rows were."""
    columns = [list(column) for column in zip(*rows)] + [list(values)]
    n = len(columns) - 1
    for k in range(n):
        column = columns[k]
        norm = hypot(*column[k:])
        mirror = column[k:]
        mirror[0] += copysign(norm, mirror[0])
        scale = 2 / fsum(x * x for x in mirror)
        for other in columns[k:]:
            shift = scale * fsum(m * x for m, x in zip(mirror, other[k:]))
            for i, m in enumerate(mirror, k):
                other[i] -= shift * m
    return [[columns[j][i] for j in range(n)] for i in range(n)], columns[n][:n]


def solve(r, right):
    """x where R x = right."""
    x = list(right)
    for i in reversed(range(len(x))):
        x[i] = (x[i] - dot(r[i][i + 1 :], x[i + 1 :])) / r[i][i]
    return x


def solve_transposed(r, right):
    """x where the transpose of R times x = right."""
    x = []
    for i, value in enumerate(right):
        x.append((value - fsum(r[j][i] * x[j] for j in range(i))) / r[i][i])
    return x


def dot(a, b):
    return fsum(x * y for x, y in zip(a, b))


def fit(columns, future, epoch, harmonics):
    """
    columns: a memoryview of doubles, all years and then all values.
    Returns the coefficients, the fitted values, sigma, the forecast and its band.
    """
    data = columns.cast("d").tolist()
    years, values = data[: len(data) // 2], data[len(data) // 2 :]
    rows = design(years, epoch, harmonics)
    r, turned = triangular(rows, values)
    coefficients = solve(r, turned)
    fitted = [dot(row, coefficients) for row in rows]
    squares = fsum((value - f) ** 2 for value, f in zip(values, fitted))
    variance = squares / (len(values) - len(coefficients))
    ahead = design(future, epoch, harmonics)
    forecast = [dot(row, coefficients) for row in ahead]
    # The variance of a forecast is that of one month, and that of the coefficients as the month sees them.
    seen = [fsum(x * x for x in solve_transposed(r, row)) for row in ahead]
    band = [2 * sqrt((s + 1) * variance) for s in seen]
    return coefficients, fitted, sqrt(variance), forecast, band
