"""Makes the fonts of this folder from their upstream files (see README.md). Needs fonttools 4.66.

python make-fonts.py <noto-serif-sc package> <NotoSerifCJK-Regular.ttc> <HanaMinB.ttf> <Unihan_IRGSources.txt.bz2> <out>
"""
import bz2
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

NOTO, CJK, HANA, UNIHAN, OUT = sys.argv[1:6]
REGULAR = f'{NOTO}/400Regular/NotoSerifSC_400Regular.ttf'
BOLD = f'{NOTO}/700Bold/NotoSerifSC_700Bold.ttf'

# Sources of the Chinese national body that name people, places and modern words; dictionaries of the classics
# (GKX, GHZ, GZJW, G4K), dialect (GZFY) and Zhuang characters (GZ) would need 20 MB more.
G_SOURCES = set('GIDC GXC GCH GCY GBK GGH GHC GXH GJZ GFZ GFC GCYY GU GZH GKJ GGFZ GCE GT GXHZ GDZ GRM GWZ GOCD GPGLG G3 GHF '
                'GLGYJ GZYS GDM GHZR'.split())
PUNCTUATION = '〇○·—–…‘’“”、。《》〈〉【】（）：；，！？％／～\u3000'


def characters(font):
    return set(font.getBestCmap())


def gb2312_han():
    """The 6,763 Han characters of GB/T 2312, both levels."""
    out = set()
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                out.add(ord(bytes([row, cell]).decode('gb2312')))
            except UnicodeDecodeError:
                pass
    return out


def is_han(code):
    return 0x3400 <= code < 0xA000 or (0x20000 <= code < 0x33480 and not 0x2F800 <= code < 0x2FA20)


def cut(font, codes, file, family, style='Regular'):
    """Keeps `codes`, drops hinting and vertical metrics, and gives the result a family name of our own: Typst also looks
    at fonts installed on the machine, and an installed font of the same name would change certificates."""
    options = subset.Options()
    options.layout_features = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk']
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ['*']
    options.drop_tables += ['DSIG', 'FFTM', 'STAT', 'VORG', 'gasp', 'prep', 'vhea', 'vmtx']
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    names = font['name']
    names.names = [n for n in names.names if n.nameID in (0, 8, 9, 13, 14) and n.platformID == 3]
    postscript = family.replace(' ', '') + '-' + style
    for number, text in ((1, family), (2, style), (3, f'{postscript};1'), (4, f'{family} {style}'), (5, 'Version 1.0'), (6, postscript)):
        names.setName(text, number, 3, 1, 0x409)
    if 'CFF ' in font:
        font['CFF '].cff.fontNames[0] = postscript
    font.recalcTimestamp = False
    path = os.path.join(OUT, file)
    font.save(path)
    print(f'{file}: {len(codes)} characters, {os.path.getsize(path)} bytes')


os.makedirs(OUT, exist_ok=True)
main = characters(TTFont(REGULAR))
cut(TTFont(REGULAR), main, 'KangxunSerif-Regular.ttf', 'Kangxun Serif')
cut(TTFont(BOLD), (gb2312_han() | set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(map(ord, PUNCTUATION))) & main,
    'KangxunSerif-Bold.ttf', 'Kangxun Serif', 'Bold')

simplified = next(i for i, f in enumerate(TTCollection(CJK).fonts) if f['name'].getDebugName(1).endswith('SC'))
rare_a = {c for c in characters(TTFont(CJK, fontNumber=simplified)) if is_han(c)} - main
cut(TTFont(CJK, fontNumber=simplified), rare_a, 'KangxunRareA-Regular.otf', 'Kangxun Rare A')

named = set()
for line in bz2.open(UNIHAN, 'rt', encoding='utf-8'):
    if '\tkIRG_GSource\t' in line:
        code, _, source = line.strip().split('\t')
        if source.split('-')[0] in G_SOURCES:
            named.add(int(code[2:], 16))
rare_b = (named - main - rare_a) & characters(TTFont(HANA))
cut(TTFont(HANA), rare_b, 'KangxunRareB-Regular.ttf', 'Kangxun Rare B')
print(f'named characters without any glyph: {len(named - main - rare_a - rare_b)}')
