//! When people work.

use leadroom::time::{DAY, HOUR, MINUTE, Timestamp};

use crate::random::Seeded;

/// The half year that the demo tells of.
#[derive(Clone, Copy)]
pub struct Calendar {
    /// The present, in milliseconds. Nothing happens later.
    pub now: i64,
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn weekday(at: i64) -> usize {
    // The first of January 1970 was a Thursday.
    usize::try_from((at.div_euclid(DAY) + 3).rem_euclid(7)).unwrap_or(0)
}

impl Calendar {
    /// So many days ago.
    pub fn ago(self, days: i64) -> i64 {
        self.now - days * DAY
    }

    /// How many days ago `at` was.
    pub fn days_ago(self, at: i64) -> i64 {
        (self.now - at) / DAY
    }

    /// A moment of the first working day at or after `at`, in the past.
    pub fn working(self, at: i64, random: &Seeded) -> i64 {
        let mut day = at.div_euclid(DAY) * DAY;
        while weekday(day) > 4 {
            day += DAY;
        }
        let moment = day + 7 * HOUR + random.between(0, 10 * HOUR);
        if moment < self.now { moment } else { at.min(self.now) - random.between(15, 240) * MINUTE }
    }
}

/// The name of a day.
pub fn day_name(at: i64) -> &'static str {
    WEEKDAYS[weekday(at).min(4)]
}

/// A day as `2026-05-01`.
pub fn date(at: i64) -> String {
    Timestamp(at).to_text()[..10].to_owned()
}
