# Arithmetic and comparison with infinities and not-a-number.
inf = float("inf")
nan = float("nan")
print(inf + 1, inf - inf, inf * 0, inf * -2, -inf, inf / inf, 1 / inf, -1 / inf, inf ** 0, inf ** -1, 0 * inf)
print(nan + 1, nan * 0, nan ** 0, 1 ** nan, nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan)
print(inf == inf, inf > 1e308, -inf < -1e308, inf > 10**400, inf == 10**400, inf >= inf)
print(5 % inf, -5 % inf, 5 % -inf, -5 // inf, 5 // inf, inf // 1, inf % 2, divmod(5.0, inf),
    divmod(-5.0, inf))
print(min(nan, 1), min(1, nan), max(nan, 1), max(1, nan), max(inf, 10**500) == inf, sorted([3, -inf, inf, 0]))
x = nan
print(x in [x], [x] == [x], x == x, {x: 1}[x], (x,) == (x,), [nan].count(nan))
print(abs(-inf), abs(nan), bool(nan), bool(inf), inf.is_integer(), nan.is_integer())
for f in (lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: round(nan),
        lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio(), lambda: inf // 0, lambda: nan % 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
