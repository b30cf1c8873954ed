# Dates without a library: calendar, weekdays, differences, Easter, recurring days.
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year, month):
    return 29 if month == 2 and leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


class Date:
    __slots__ = ("year", "month", "day")

    def __init__(self, year, month, day):
        if not 1 <= month <= 12:
            raise ValueError(f"month must be in 1..12, not {month}")
        if not 1 <= day <= month_length(year, month):
            raise ValueError(f"{MONTHS[month - 1]} {year} has no day {day}")
        self.year, self.month, self.day = year, month, day

    @classmethod
    def parse(cls, text):
        parts = text.split("-")
        if len(parts) != 3 or not all(p.isdigit() for p in parts):
            raise ValueError(f"not a date: {text!r}")
        return cls(*map(int, parts))

    @classmethod
    def from_number(cls, n):
        n += 305
        era, doe = divmod(n, 146097)
        yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
        doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
        mp = (5 * doy + 2) // 153
        month = mp + 3 if mp < 10 else mp - 9
        return cls(yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1)

    @property
    def number(self):
        y = self.year - (self.month <= 2)
        era, yoe = divmod(y, 400)
        doy = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return era * 146097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 305

    @property
    def weekday(self):
        return (self.number - 1) % 7

    def __add__(self, days):
        return Date.from_number(self.number + days)

    def __sub__(self, other):
        return self.number - other.number if isinstance(other, Date) else self + -other

    def add_months(self, n):
        year, month = divmod(self.year * 12 + self.month - 1 + n, 12)
        return Date(year, month + 1, min(self.day, month_length(year, month + 1)))

    def __eq__(self, other):
        return isinstance(other, Date) and self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __hash__(self):
        return self.number

    def __str__(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def __repr__(self):
        return f"Date({self.year}, {self.month}, {self.day})"

    def __format__(self, spec):
        if not spec:
            return str(self)
        out = spec
        for key, value in (("DD", f"{self.day:02}"), ("MM", f"{self.month:02}"), ("YYYY", f"{self.year:04}"),
                ("Mon", MONTHS[self.month - 1][:3]), ("Day", DAYS[self.weekday])):
            out = out.replace(key, value)
        return out


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    m = (a + 11 * d + 22 * e) // 451
    month, day = divmod(d + e - 7 * m + 114, 31)
    return Date(y, month, day + 1)


def calendar(year, month):
    print(f"{MONTHS[month - 1]} {year}".center(20).rstrip())
    print("Mo Tu We Th Fr Sa Su")
    line = "   " * Date(year, month, 1).weekday
    for day in range(1, month_length(year, month) + 1):
        line += f"{day:2} "
        if Date(year, month, day).weekday == 6 or day == month_length(year, month):
            print(line.rstrip())
            line = ""


a, b = Date(2024, 2, 28), Date.parse("2024-03-01")
print(a, b, b - a, a + 2 == b, a - 59, repr(a + 365), DAYS[a.weekday], f"{a:Day, DD. Mon YYYY}", f"{b:MM/DD}")
print([str(Date(2024, 1, 31).add_months(n)) for n in (1, 2, 11, 12, 13, -1, -14)], Date(1, 1, 1).number,
    Date(1970, 1, 1).number, Date(9999, 12, 31).number)
assert all(Date.from_number(n).number == n for n in range(-1000, 800000, 487))
calendar(2024, 2)
calendar(2023, 10)
print([str(easter(y)) for y in (1999, 2000, 2024, 2025, 2038)],
    all(easter(y).weekday == 6 for y in range(1900, 2100)))
print([str(d) for d in (Date(2024, m, 13) for m in range(1, 13)) if d.weekday == 4],
    sum(Date(y, m, 13).weekday == 4 for y in range(2000, 2400) for m in range(1, 13)))
print(sorted([b, a, Date(1999, 12, 31)])[0], max(a, b), len({a, Date(2024, 2, 28), b}), a in [b, a])
for text in ("2023-02-29", "2024-13-01", "2024-00-10", "24-1", "2024-1-32", "x-y-z"):
    try:
        print(Date.parse(text))
    except ValueError as e:
        print(e)
