# A discrete Fourier transform and its inverse; polynomial roots on a circle.
import cmath
def fft(xs, sign=-1):
    n = len(xs)
    if n == 1:
        return list(xs)
    even, odd = fft(xs[::2], sign), fft(xs[1::2], sign)
    out = [0] * n
    for k in range(n // 2):
        t = cmath.exp(sign * 2j * cmath.pi * k / n) * odd[k]
        out[k], out[k + n // 2] = even[k] + t, even[k] - t
    return out
signal = [1, 2, 0, -1, 3, 0.5, -2, 1]
spectrum = fft(signal)
for z in spectrum:
    print(f"{round(z.real, 9) + 0.0:.9g} {round(z.imag, 9) + 0.0:.9g} {round(abs(z), 9):.9g}")
back = [z / len(signal) for z in fft(spectrum, 1)]
print([round(z.real, 9) + 0.0 for z in back], max(abs(z.imag) for z in back) < 1e-12)
roots = [cmath.exp(2j * cmath.pi * k / 6) for k in range(6)]
print([f"{round(z.real, 6) + 0.0:g}{round(z.imag, 6) + 0.0:+g}j" for z in roots], abs(sum(roots)) < 1e-12,
    all(abs(z ** 6 - 1) < 1e-9 for z in roots))
def quadratic(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)
print(quadratic(1, -3, 2), quadratic(1, 2, 5), quadratic(1, 0, 4))
