"""How letters are swapped for look-alikes: alphabets of our own making, for tools/attack.

    disguised("Ramos", "cyrillic", 0.3, random.Random(1))   "Rаmos"

An alphabet gives each letter its look-alikes. In a text a letter always gets the same one, as
spinners do, but for the alphabets in MANY, where each place draws anew. Substitution is by
letter, with a probability; letters with marks stay, but for the alphabet cyrillic-marks.
"""

import collections
import ctypes
import random
import string
import unicodedata

import peers  # beside this file

LETTERS = string.ascii_letters


def table(small, capital=""):
    """'aа bЬ' → {a: [а], b: [Ь]}: what follows a letter are its look-alikes."""
    found = {}
    for cell in (small + " " + capital).split():
        found.setdefault(cell[0], []).extend(cell[1:])
    return found


def styled(first_capital, first_small, holes=()):
    made = {}
    for i, letter in enumerate(string.ascii_uppercase):
        made[letter] = [chr(first_capital + i)]
    for i, letter in enumerate(string.ascii_lowercase):
        made[letter] = [chr(first_small + i)]
    return {k: [c for c in v if ord(c) not in holes and unicodedata.name(c, "")]
            for k, v in made.items()}


def mathematical():
    made = collections.defaultdict(list)
    for code in range(0x1D400, 0x1D6A4):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain in LETTERS:
            made[plain].append(chr(code))
    return made


def accented():
    made = collections.defaultdict(list)
    for code in list(range(0xC0, 0x180)) + list(range(0x1E00, 0x1F00)):
        plain = unicodedata.normalize("NFD", chr(code))
        if len(plain) == 2 and plain[0] in LETTERS:
            made[plain[0]].append(chr(code))
    return made


def with_marks(looks):
    """The look-alikes, and for letters with marks those of the bare letter with the same marks."""
    made = collections.defaultdict(list, looks)
    for code in [*range(0xC0, 0x180), *range(0x218, 0x21C), *range(0x1E00, 0x1F00)]:
        bare, *marks = unicodedata.normalize("NFD", chr(code))
        if marks and bare in looks:
            made[chr(code)] = [unicodedata.normalize("NFC", look + "".join(marks)) for look in looks[bare]]
    return made


def listed():
    """All of Unicode's confusables of a letter, as ICU has them."""
    icu = peers.Icu()
    made = collections.defaultdict(list)
    for code in range(0x180, 0x1F000):
        character = chr(code)
        if not unicodedata.category(character).startswith("L"):
            continue
        out = ctypes.create_string_buffer(200)
        size = icu.skeleton(character.encode(), out) if icu else 0
        plain = out.raw[:size].decode("utf-8", "replace")
        plain = "m" if plain == "rn" else plain
        if len(plain) != 1 or plain not in LETTERS:
            continue
        capital = unicodedata.category(character) == "Lu"
        if plain == "l":
            made["I" if capital else "l"].append(character)
        elif plain.isupper() == capital or plain not in string.ascii_lowercase:
            made[plain].append(character)
        elif not capital:
            made[plain].append(character)
    return made


CYRILLIC = table("aа cс eе hһ iі jј kк oо pр qԛ sѕ wԝ xх yу dԁ lӏ nп rг uц vѵ tт mм bь gԍ fғ zз",
                 "AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YҮ GԌ QԚ WԜ DԀ NИ RЯ UЦ VѴ FҒ ZЗ LԼ")
GREEK = table("aα bβ eε iι kκ nη oο pρ tτ uυ vν wω xχ yγ sσ cϲ jϳ",
              "AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ YΥ ZΖ")
SEED = table("aɑ bƄ hҺ iι kк lƖ mм pρ rɾ uᴜ vʋ nո gɡ sѕ eе oο tт cϲ dԁ yу jј xх wԝ fғ qԛ zᴢ")
SMALL = table("aᴀ bʙ cᴄ dᴅ eᴇ fꜰ gɢ hʜ iɪ jᴊ kᴋ lʟ mᴍ nɴ oᴏ pᴘ qǫ rʀ sꜱ tᴛ uᴜ vᴠ wᴡ yʏ zᴢ")
OTHER = table("aа bᖯ cⅽ dԃ eҽ fƒ gց hհ iі jʝ kƙ lӏ mɱ nղ oօ pք qզ rɾ sʂ tƚ uυ vʋ wա xҳ yყ zȥ",
              "AᎪ BᏴ CᏟ DᎠ EᎬ Fᖴ GᏀ HᎻ IᏆ JᎫ KᏦ LᏞ MᎷ NΝ OՕ PᏢ QԚ RᎡ SᏚ TᎢ UՍ VᏙ WᎳ XΧ YᎩ ZᏃ")
ALPHABETS = {
    "cyrillic": CYRILLIC, "cyrillic-marks": with_marks(CYRILLIC), "greek": GREEK, "seed": SEED, "small-capitals": SMALL,
    "armenian-cherokee": OTHER, "mathematical": mathematical(),
    "full-width": styled(0xFF21, 0xFF41), "circled": styled(0x24B6, 0x24D0),
    "accents": accented(), "listed": listed(),
    "mixed": collections.defaultdict(list),
}
for one in (CYRILLIC, GREEK, SEED, OTHER, SMALL):
    for key, looks in one.items():
        ALPHABETS["mixed"][key] += looks
for name, first in (("squared", 0x1F130), ("regional", 0x1F1E6)):  # these lose the case
    ALPHABETS[name] = {c: [chr(first + ord(c.upper()) - 65)] for c in LETTERS}
ALPHABETS["small-capitals-both"] = SMALL | {c.upper(): looks for c, looks in SMALL.items()}
MANY = ("mathematical", "listed", "mixed", "accents")  # alphabets with several look-alikes of a letter
MARKS = [chr(code) for code in range(0x300, 0x370)]
INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e"


def disguised(text, alphabet, share, chance):
    if alphabet in ("marks", "invisible"):
        made = []
        for c in text:
            made.append(c)
            if c in LETTERS and chance.random() < share:
                pool = MARKS if alphabet == "marks" else INVISIBLE
                made += [chance.choice(pool) for _ in range(chance.randint(1, 3))]
        return "".join(made)
    looks = ALPHABETS[alphabet]
    fixed = {letter: chance.choice(found) for letter, found in looks.items() if found}
    return "".join(
        (chance.choice(looks[c]) if alphabet in MANY else fixed[c])
        if looks.get(c) and chance.random() < share else c for c in text)


NAMES = [*ALPHABETS, "marks", "invisible"]


def in_turn(texts, share, seed=20230301):
    """Each text disguised in another alphabet, all of them in turn; the same for the same seed."""
    chance = random.Random(seed)
    return [disguised(text, NAMES[number % len(NAMES)], share, chance) for number, text in enumerate(texts)]
