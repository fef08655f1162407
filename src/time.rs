//! Time as values: milliseconds since 1970 UTC inside, RFC 3339 with milliseconds outside. Nothing here reads a clock.

use chrono::{DateTime, SecondsFormat, Utc};

/// A second in milliseconds.
pub const SECOND: i64 = 1000;
/// A minute in milliseconds.
pub const MINUTE: i64 = 60 * SECOND;
/// An hour in milliseconds.
pub const HOUR: i64 = 60 * MINUTE;
/// A day in milliseconds.
pub const DAY: i64 = 24 * HOUR;

/// A point in time, in milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads RFC 3339 text with any offset, between the years 1970 and 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let time = DateTime::parse_from_rfc3339(text).ok()?;
        let millis = time.timestamp_millis();
        (0..=253_402_300_799_999).contains(&millis).then_some(Self(millis))
    }

    /// RFC 3339 UTC with milliseconds, as `2026-05-01T09:30:00.000Z`.
    pub fn to_text(self) -> String {
        DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    /// As the header of a mail has it (RFC 5322): `Fri, 1 May 2026 09:30:00 +0000`.
    pub fn to_mail(self) -> String {
        DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default().to_rfc2822()
    }

    /// This moment and `millis` more.
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds as the id generator wants them; a time before 1970 counts as 1970.
    pub fn unsigned_millis(self) -> u64 {
        u64::try_from(self.0).unwrap_or(0)
    }
}

/// Whether what ends at `end`, or never, still lasts at `now`. An end is half-open: at the very millisecond it names it is over.
pub fn lasts(end: Option<Timestamp>, now: Timestamp) -> bool {
    end.is_none_or(|end| end > now)
}

/// Whether `end` is later than `bound`, where no end is the latest.
pub fn outlasts(end: Option<Timestamp>, bound: Option<Timestamp>) -> bool {
    bound.is_some_and(|bound| lasts(end, bound))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_utc_with_milliseconds() {
        let time = Timestamp::parse("2026-05-01T11:30:00+02:00").unwrap();
        assert_eq!(time.to_text(), "2026-05-01T09:30:00.000Z");
        assert_eq!(Timestamp::parse(&time.to_text()), Some(time));
        for bad in ["", "2026-05-01", "yesterday", "2026-13-01T00:00:00Z", "1800-01-01T00:00:00Z"] {
            assert_eq!(Timestamp::parse(bad), None, "{bad}");
        }
    }
}
