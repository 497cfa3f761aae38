# iCalendar by the package icalendar: what each entry says, its last day included.
import datetime
import json
import sys

import icalendar


def last(it):
    """The last day of whole days, the end of a time, nothing of an instant."""
    if "DTEND" not in it:
        return None
    end = it.decoded("DTEND")
    is_of_days = not isinstance(end, datetime.datetime)
    return (end - datetime.timedelta(days=1) if is_of_days else end).isoformat()


with open(sys.argv[1], "rb") as file:
    raw = file.read()
lines = raw.split(b"\r\n")
assert all(len(line) <= 75 for line in lines) and b"\n" not in b"".join(lines), "folded as RFC 5545 says"
calendar = icalendar.Calendar.from_ical(raw)
entries = [
    {
        "uid": str(it["UID"]),
        "first": it.decoded("DTSTART").isoformat(),
        "last": last(it),
        "title": str(it["SUMMARY"]),
        "status": str(it["STATUS"]),
        "transparent": str(it["TRANSP"]) == "TRANSPARENT",
        "sequence": int(it["SEQUENCE"]),
        "stamp": it.decoded("DTSTAMP").isoformat(),
        "modified": it.decoded("LAST-MODIFIED").isoformat(),
        "words": str(it["DESCRIPTION"]),
    }
    for it in calendar.walk("VEVENT")
]
assert not calendar.errors and not any(it.errors for it in calendar.walk("VEVENT"))
print(json.dumps(entries))
