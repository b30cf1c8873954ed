def _time_sleep(seconds):
    # Objects that are no int or float, but may be one.
    _library('time', 'sleep')(_lib_index(seconds))


def _time_wait(until):
    now = _library('time', 'monotonic_ns')
    while now() < until:
        pass


def _time_tzname():
    return 'UTC', 'UTC'


def _time_structure():
    cls = _structure('time', 'struct_time', 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst',
                     _time_structure_new)
    cls.n_fields = 11
    cls.tm_zone = property(_time_zone)
    cls.tm_gmtoff = property(_time_offset)
    return cls


def _time_zone(self):
    return 'UTC'


def _time_offset(self):
    return 0


def _time_structure_new(cls, sequence, dict=None):
    if not _is_iterable(sequence):
        raise TypeError('constructor requires a sequence')
    items = tuple(sequence)
    if len(items) < 9:
        raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)')
    if len(items) > 11:
        raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)')
    return tuple.__new__(cls, items[:9])


def _time_seconds(seconds):
    # Whole seconds of a time stamp, that of now for None.
    if seconds is None:
        return _library('time', 'time_ns')() // 1000000000
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError('Invalid value NaN (not a number)')
        if not -9.2e18 < seconds < 9.2e18:
            raise OverflowError('timestamp out of range for platform time_t')
        return int(seconds // 1)
    seconds = _lib_index(seconds)
    if not -0x8000000000000000 <= seconds < 0x8000000000000000:
        raise OverflowError('timestamp out of range for platform time_t')
    return seconds


def _time_gmtime(seconds=None, /):
    days, rest = divmod(_time_seconds(seconds), 86400)
    # Eras of 400 years, from March on so that the leap day is the last of a year.
    era, day = divmod(days + 719468, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    mday = day - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    year += 400 * era
    if month < 3:
        year += 1
    if not -0x80000000 <= year - 1900 < 0x80000000:
        raise OSError(75, 'Value too large for defined data type')
    yday = days - _time_days(year, 1, 1) + 1
    import time
    return time.struct_time((year, month, mday, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday, 0))


def _time_days(year, month, day):
    # Days from the start of 1970; months may be any number.
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    if month < 3:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 719469


def _time_parts(t, function):
    if not isinstance(t, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(t) != 9:
        raise TypeError(f'{function}(): illegal time tuple argument')
    return [_lib_index(x) for x in t]


def _time_mktime(t, /):
    year, month, day, hour, minute, second, _, _, _ = _time_parts(t, 'mktime')
    return float(((_time_days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second)


def _time_checked(t, function):
    if t is None:
        t = _time_gmtime()
    t = _time_parts(t, function)
    if t[1] == 0:
        t[1] = 1
    elif not 1 <= t[1] <= 12:
        raise ValueError('month out of range')
    if t[2] == 0:
        t[2] = 1
    elif not 1 <= t[2] <= 31:
        raise ValueError('day of month out of range')
    if not 0 <= t[3] <= 23:
        raise ValueError('hour out of range')
    if not 0 <= t[4] <= 59:
        raise ValueError('minute out of range')
    if not 0 <= t[5] <= 61:
        raise ValueError('seconds out of range')
    if t[6] < -1:
        raise ValueError('day of week out of range')
    t[6] %= 7
    if t[7] == 0:
        t[7] = 1
    elif not 1 <= t[7] <= 366:
        raise ValueError('day of year out of range')
    return t


def _time_day(i):
    return ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')[i]


def _time_month(i):
    return ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
            'November', 'December')[i - 1]


def _time_asctime(t=None, /):
    return _time_line(_time_checked(t, 'asctime'))


def _time_ctime(seconds=None, /):
    return _time_line(_time_gmtime(seconds))


def _time_line(t):
    return '%s %s%3d %02d:%02d:%02d %d' % (_time_day(t[6])[:3], _time_month(t[1])[:3], t[2], t[3], t[4], t[5], t[0])


def _time_strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {_type_name(format)}')
    return _time_text(format, _time_checked(t, 'strftime'))


def _time_text(format, t):
    parts = []
    at = 0
    while True:
        sign = format.find('%', at)
        if sign < 0:
            parts.append(format[at:])
            return ''.join(parts)
        parts.append(format[at:sign])
        at = sign + 1
        flag = format[at:at + 1]
        if flag and flag in '-_0^#':
            at += 1
        else:
            flag = ''
        code = format[at:at + 1]
        if code and code in 'EO' and format[at + 1:at + 2]:
            at += 1
            code = format[at:at + 1]
        at += 1
        text = _time_directive(code, t)
        if text is None:
            text = format[sign:at]
        elif flag == '-':
            text = text.lstrip('0 ') or '0'
        elif flag == '_':
            text = (text.lstrip('0') or '0').rjust(len(text))
        elif flag == '0':
            text = text.replace(' ', '0')
        elif flag == '^':
            text = text.upper()
        elif flag == '#':
            text = text.swapcase()
        parts.append(text)


def _time_directive(code, t):
    year, month, day, hour, minute, second, weekday, yday, _ = t
    if code == 'Y':
        return str(year)
    if code == 'm':
        return '%02d' % month
    if code == 'd':
        return '%02d' % day
    if code == 'H':
        return '%02d' % hour
    if code == 'M':
        return '%02d' % minute
    if code == 'S':
        return '%02d' % second
    if code == 'a':
        return _time_day(weekday)[:3]
    if code == 'A':
        return _time_day(weekday)
    if code == 'b' or code == 'h':
        return _time_month(month)[:3]
    if code == 'B':
        return _time_month(month)
    if code == 'y':
        return '%02d' % (year % 100)
    if code == 'j':
        return '%03d' % yday
    if code == 'I':
        return '%02d' % ((hour + 11) % 12 + 1)
    if code == 'p':
        return 'AM' if hour < 12 else 'PM'
    if code == 'P':
        return 'am' if hour < 12 else 'pm'
    if code == 'w':
        return str((weekday + 1) % 7)
    if code == 'u':
        return str(weekday + 1)
    if code == 'U':
        return '%02d' % ((yday + 6 - (weekday + 1) % 7) // 7)
    if code == 'W':
        return '%02d' % ((yday + 6 - weekday) // 7)
    if code and code in 'GgV':
        week = (yday - weekday + 9) // 7
        if week < 1:
            year -= 1
            week = _time_weeks(year)
        elif week > _time_weeks(year):
            year += 1
            week = 1
        return '%02d' % week if code == 'V' else str(year) if code == 'G' else '%02d' % (year % 100)
    if code == 'C':
        return '%02d' % (year // 100)
    if code == 'e':
        return '%2d' % day
    if code == 'k':
        return '%2d' % hour
    if code == 'l':
        return '%2d' % ((hour + 11) % 12 + 1)
    if code == 's':
        return str(int(_time_mktime(tuple(t))))
    if code == 'Z':
        return 'UTC'
    if code == 'z':
        return '+0000'
    if code == 'n':
        return '\n'
    if code == 't':
        return '\t'
    if code == '%':
        return '%'
    whole = {'D': '%m/%d/%y', 'x': '%m/%d/%y', 'F': '%Y-%m-%d', 'T': '%H:%M:%S', 'X': '%H:%M:%S', 'R': '%H:%M',
             'r': '%I:%M:%S %p', 'c': '%a %b %e %H:%M:%S %Y'}.get(code)
    return None if whole is None else _time_text(whole, t)


def _time_weeks(year):
    # Weeks of a year by ISO 8601: 53 when it begins on a Thursday, or is a leap year that begins on a Wednesday.
    first = (_time_days(year, 1, 1) + 3) % 7
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 53 if first == 3 or leap and first == 2 else 52
