"""Deadlines as calendar files (RFC 5545), for any calendar program."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

from bot.domain.consultations import Consultation

#: The reminder that the calendar itself gives.
BEFORE = timedelta(days=1)


def calendar_of(
    consultation: Consultation, *, title: str, text: str, link: str, host: str, now: datetime
) -> bytes:
    """The deadline of a consultation. Imported again after a change, it takes the place of what was there.

    Args:
        consultation: whose.
        title: what the calendar shows.
        text: what it shows with it.
        link: the address of the consultation.
        host: whose calendar it is; with the consultation's number it makes the same event the same.
        now: when the file is made.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{host}//consultations//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    event = Event()
    event.add("uid", f"consultation-{consultation.id}@{host}")
    event.add("dtstamp", now.replace(microsecond=0))
    # A moment in UTC: every program shows it in the zone of its owner. The deadline has no length.
    event.add("dtstart", consultation.closes_at.replace(microsecond=0))
    event.add("sequence", consultation.sequence)
    event.add("summary", title)
    event.add("description", f"{text}\n\n{link}")
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm["trigger"] = vDuration(-BEFORE)
    event.add_component(alarm)
    calendar.add_component(event)
    return bytes(calendar.to_ical())
