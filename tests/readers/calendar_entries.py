# iCalendar by the package icalendar: what each entry says, its last day included.
import datetime
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    raw = file.read()
lines = raw.split(b"\r\n")
assert all(len(line) <= 75 for line in lines) and b"\n" not in b"".join(lines), "folded as RFC 5545 says"
calendar = icalendar.Calendar.from_ical(raw)
entries = [
    {
        "uid": str(it["UID"]),
        "first": it.decoded("DTSTART").isoformat(),
        "last": (it.decoded("DTEND") - datetime.timedelta(days=1)).isoformat(),
        "title": str(it["SUMMARY"]),
        "status": str(it["STATUS"]),
    }
    for it in calendar.walk("VEVENT")
]
assert not calendar.errors and not any(it.errors for it in calendar.walk("VEVENT"))
print(json.dumps(entries))
