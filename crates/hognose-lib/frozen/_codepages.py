"""Encodings of one byte a character: what their upper halves are. For texts that come from elsewhere."""

# \ufffe stands for what is not defined.
_UPPER = {
    'cp1252': '€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿À'
              'ÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
    'cp1250': '€\ufffe‚\ufffe„…†‡\ufffe‰Š‹ŚŤŽŹ\ufffe‘’“”•–—\ufffe™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔ'
              'ÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
    'cp1251': 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffe™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФ'
              'ХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
    'cp437': 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀'
             'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0',
    'cp850': 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀'
             'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
    'cp866': 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀'
             'рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\xa0',
    'iso8859_2': '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97'
                 '\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\xadŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮ'
                 'ÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙',
    'iso8859_9': '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97'
                 '\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙ'
                 'ÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
    'iso8859_15': '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97'
                  '\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f\xa0¡¢£€¥Š§š©ª«¬\xad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙ'
                  'ÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
    'koi8_r': '─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэ'
              'щчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ',
}
_ALSO = {
    '1250': 'cp1250', 'windows_1250': 'cp1250', '1251': 'cp1251', 'windows_1251': 'cp1251', '1252': 'cp1252',
    'windows_1252': 'cp1252', '437': 'cp437', 'ibm437': 'cp437', '850': 'cp850', 'ibm850': 'cp850', '866': 'cp866',
    'ibm866': 'cp866', 'latin2': 'iso8859_2', 'l2': 'iso8859_2', 'iso_8859_2': 'iso8859_2', 'latin5': 'iso8859_9',
    'l5': 'iso8859_9', 'iso_8859_9': 'iso8859_9', 'latin9': 'iso8859_15', 'l9': 'iso8859_15',
    'iso_8859_15': 'iso8859_15',
}
_made = {}


def _tables(encoding):
    name = encoding.lower().replace('-', '_').replace(' ', '_')
    name = _ALSO.get(name, name)
    made = _made.get(name)
    if made is None and name in _UPPER:
        down = {}
        up = {}
        for i in range(128, 256):
            down[i] = 0xfffe
        for i, c in enumerate(_UPPER[name]):
            up[128 + i] = c
        for i, c in up.items():
            if c != '\ufffe':
                down[ord(c)] = i
        _made[name] = made = up, down
    return made


def convert(decodes, value, encoding, errors):
    tables = _tables(encoding)
    if tables is None:
        raise LookupError('unknown encoding: ' + encoding)
    return _decode(bytes(value), tables[0], errors) if decodes else _encode(value, tables[1], errors)


def _decode(data, up, errors):
    text = data.decode('latin-1').translate(up)
    at = text.find('\ufffe')
    if at < 0:
        return text
    parts = [text[:at]]
    try:
        for at in range(at, len(text)):
            c = text[at]
            parts.append(data[at:at + 1].decode('ascii', errors) if c == '\ufffe' else c)
        return ''.join(parts)
    except UnicodeDecodeError:
        pass
    raise UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>')


def _encode(text, down, errors):
    mapped = text.translate(down)
    try:
        return mapped.encode('latin-1')
    except UnicodeEncodeError as error:
        at = error.start
    end = at
    while end < len(mapped) and mapped[end] > '\xff':
        end += 1
    if errors != 'strict':
        parts = []
        for c, to in zip(text, mapped):
            try:
                parts.append(c.encode('ascii', errors) if to > '\xff' else to.encode('latin-1'))
            except UnicodeEncodeError:
                parts = None
                break
        if parts is not None:
            return b''.join(parts)
    raise UnicodeEncodeError('charmap', text, at, end, 'character maps to <undefined>')
