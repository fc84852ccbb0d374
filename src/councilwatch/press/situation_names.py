"""How a situation is called for readers; the record keeps it as a key."""

_NAMES = {
    "appointment-of-the-secretary-general": "Appointment of the Secretary-General",
    "biological-weapons-allegations-ukraine": "Allegations on biological weapons, Ukraine",
    "bosnia-and-herzegovina": "Bosnia and Herzegovina",
    "dprk": "Democratic People’s Republic of Korea",
    "guinea-bissau": "Guinea-Bissau",
    "gulf": "The Gulf",
    "iran-nuclear": "Nuclear programme of Iran",
    "iraq-kuwait": "Iraq and Kuwait",
    "kenya-icc-deferral": "Kenya, deferral of cases before the ICC",
    "middle-east-hostilities-2026": "Hostilities in the Middle East, 2026",
    "non-proliferation-1540": "Non-proliferation (resolution 1540)",
    "nord-stream": "Nord Stream",
    "north-macedonia": "North Macedonia",
    "outer-space-weapons": "Weapons in outer space",
    "south-sudan": "South Sudan",
    "sudan-and-south-sudan": "Sudan and South Sudan",
    "western-sahara": "Western Sahara",
    "admission-of-palestine": "Admission of Palestine",
}


def situation_name(key: str | None) -> str:
    """The name of a situation: its own where it has one, else the words of its key."""
    if not key:
        return "not on record"
    plain = key.replace("-", " ")
    return _NAMES.get(key, plain[:1].upper() + plain[1:])
