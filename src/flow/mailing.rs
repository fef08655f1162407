//! Mailing what people were told: what happens on one record within a minute comes in one letter, and what somebody wants once a day
//! in one a day.
//!
//! What a letter is about is fixed in the database before it is sent, and so is its id: however often it is sent, a provider that
//! honours ids delivers it once. What it may still say is asked anew at every attempt: whoever has become inactive, lost sight of the
//! record, muted it or wants no such mail is told nothing of it, and a letter with nothing to say is none (`tests/mail.rs`).

use super::letterhead::{Part, Sheet};
use super::mail::{Letter, MailFailure};
use super::{Outside, Ports};
use crate::error::StoreError;
use crate::id::{LetterId, MailId, secret};
use crate::job::Job;
use crate::notice::{Told, summary};
use crate::store::Results;
use crate::store::mail::{Line, Open, mail_dead, mail_take, mail_told, mail_undead, mail_wait};
use crate::time::{DAY, HOUR, MINUTE, SECOND, Timestamp};
use crate::wire;

/// How long a letter gathers what happens.
pub const GATHER: i64 = MINUTE;
/// When the letters of a day are sent, after midnight UTC.
const MORNING: i64 = 7 * HOUR;
/// How long after an attempt in vain the next one comes: after the first, the second, …. After the last the letter is dead.
pub const PAUSES: &[i64] = &[30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR];
/// How long an attempt may take at most.
const LEASE: i64 = MINUTE;
/// How long a letter waits at most for the last of many records that it tells of.
const PATIENCE: i64 = HOUR;
/// The most that one letter says.
const MOST: i64 = 50;
/// The longest subject, in characters.
const LONGEST_SUBJECT: usize = 150;
/// Random bytes in what ends the mail to a person.
const TOKEN_BYTES: usize = 24;

/// The last time before `now` at which the letters of a day were to be sent.
pub fn morning(now: Timestamp) -> Timestamp {
    Timestamp(now.0 - (now.0 - MORNING).rem_euclid(DAY))
}

/// Sends a letter that is due; does nothing when it is not, or when somebody else does.
pub async fn send(ports: Ports<'_>, outside: &Outside<'_>, mail: &MailId) -> Result<(), StoreError> {
    let now = ports.now;
    let token = secret(TOKEN_BYTES, ports.entropy);
    let mut statements = vec![mail_wait(mail, now.plus(-PATIENCE), now.plus(LEASE), now)];
    statements.extend(mail_take(mail, &token, MOST + 1, now.plus(LEASE), now));
    // The first three only wait and gather.
    let mut results = Results::new(ports.db.batch(statements).await?.split_off(3));
    if results.take()?.is_empty() {
        return Ok(());
    }
    results.take()?;
    let open = *results.sure::<Open>("a letter that was just taken up")?;
    let lines = wanted(&open, results.all()?);
    let base = outside.setup.public_url.as_ref().or(open.origin.as_ref());
    let outcome = match base {
        _ if lines.is_empty() => Ok("needless"),
        None => Err(MailFailure::Later("nobody knows where Leadroom is: PUBLIC_URL is not set".to_owned())),
        Some(base) => {
            outside.mail.send(&letter(mail, &open, &lines, base.trim_end_matches('/'), &outside.setup.shard.tag())).await.map(|()| "sent")
        }
    };
    let attempt = usize::try_from(open.attempts - 1).unwrap_or(usize::MAX);
    let (status, error, pause) = match outcome {
        Ok(status) => (status, None, None),
        Err(MailFailure::Never(cause)) => ("failed", Some(cause), None),
        Err(MailFailure::Later(cause)) => match PAUSES.get(attempt) {
            Some(pause) => ("sending", Some(cause), Some(*pause)),
            None => ("failed", Some(cause), None),
        },
    };
    let job = Job::Mail { mail: mail.clone() };
    let mut statements: Vec<_> = mail_told(mail, open.attempts, status, pause.map(|pause| now.plus(pause)), error.as_deref(), now).into();
    let message = wire::text(&job);
    statements.push(match &error {
        Some(cause) if status == "failed" => mail_dead(mail, &LetterId::mint(now, ports.entropy), &message, cause, now),
        _ => mail_undead(&message),
    });
    ports.db.batch(statements).await?;
    if let Some(pause) = pause {
        // What is lost here, the sweep sends again.
        let _ = outside.queue.send(vec![job], pause / SECOND).await;
    }
    Ok(())
}

/// What of it may be said to its reader now.
fn wanted(open: &Open, lines: Vec<Line>) -> Vec<Told> {
    let fine = |(told, muted, off): &Line| {
        open.active == 1
            && *off == 0
            && (told.sees == 1 || told.notice.is_blind() || told.record.is_none())
            && !(*muted == 1 && told.notice.is_activity())
    };
    lines.into_iter().filter(fine).map(|(told, ..)| told).collect()
}

/// Text of at most `most` characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What the record is called, for whoever may see it.
fn name(told: &Told) -> Option<&str> {
    told.name.as_deref().filter(|_| told.sees == 1)
}

/// The letter that says `told`, which is not empty.
fn letter(mail: &MailId, open: &Open, told: &[Told], base: &str, shard: &str) -> Letter {
    let more = told.len() > usize::try_from(MOST).unwrap_or(usize::MAX);
    let shown = &told[..told.len().min(usize::try_from(MOST).unwrap_or(usize::MAX))];
    let number = if more { format!("More than {MOST}") } else { shown.len().to_string() };
    let about = shown.first().and_then(name);
    let title = match (open.digest, shown, about) {
        (1, [_], _) => "One update since yesterday".to_owned(),
        (1, ..) => format!("{number} updates since yesterday"),
        (_, [one], _) => summary(one),
        (.., Some(name)) => format!("{number} updates on {name}"),
        _ => format!("{number} updates"),
    };
    let address = |told: &Told| {
        let kind = told.kind.filter(|_| told.sees == 1)?;
        told.record.as_ref().map(|id| format!("{base}/{}/{id}", kind.plural()))
    };
    let mut parts = Vec::new();
    let mut last = None;
    for one in shown {
        if open.digest == 1 && (last.is_none() || last != Some(&one.record)) {
            parts.push(Part::About(name(one).unwrap_or("Elsewhere").to_owned(), address(one)));
            last = Some(&one.record);
        }
        if open.digest == 1 || shown.len() > 1 {
            parts.push(Part::Item(summary(one), format!("{} UTC", one.created_at.to_text().get(11..16).unwrap_or_default())));
        }
    }
    if more {
        parts.push(Part::Line("There is more in Leadroom.".to_owned()));
    }
    let place = shown.first().and_then(address).filter(|_| open.digest == 0);
    parts.push(Part::Button("Open in Leadroom", place.unwrap_or_else(|| base.to_owned())));
    let unsubscribe = format!("{base}/v1/unsubscribe/{shard}{}", open.token);
    let why =
        if open.digest == 1 { "You asked for this once a day." } else { "You get this because it is about you, or you asked for it." };
    parts.push(Part::Small(why.to_owned(), Some(("Unsubscribe", unsubscribe.clone()))));
    let preview = shown.iter().map(summary).collect::<Vec<_>>().join(" · ");
    let sheet = Sheet { from: format!("{} · Leadroom", open.organization), title, preview: cut(&preview, LONGEST_SUBJECT), parts };
    Letter {
        id: mail.to_string(),
        to: open.email.clone(),
        subject: cut(&sheet.title, LONGEST_SUBJECT),
        text: sheet.text(),
        html: sheet.html(),
        unsubscribe: Some(unsubscribe),
    }
}
