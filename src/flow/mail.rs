//! Letters: what a mail is before it is sent, as the text that travels (RFC 5322) and as what an HTTP provider takes.
//!
//! Nothing here decides whether somebody gets mail.

use serde_json::json;

use super::{Fetch, Mail, Outgoing};
use crate::show::gather;
use crate::sql::Later;
use crate::time::Timestamp;

/// A mail to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Tells it from all others: sent again under the same id, a provider that honours it delivers it once.
    pub id: String,
    /// The address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The address that ends such letters with one click, when there is one.
    pub unsubscribe: Option<String>,
}

/// Why a letter was not taken; the words go to the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailFailure {
    /// It may be taken later.
    Later(String),
    /// This letter will never be taken.
    Never(String),
}

impl MailFailure {
    /// What happened.
    pub fn cause(&self) -> &str {
        match self {
            Self::Later(cause) | Self::Never(cause) => cause,
        }
    }
}

/// Separates the parts of a letter; it cannot occur in one, where every `=` is followed by two hexadecimal digits.
const BOUNDARY: &str = "=_leadroom";

impl Letter {
    /// The letter as it travels, sent by `from` (`Name <address>` or an address).
    pub fn eml(&self, from: &str, now: Timestamp) -> String {
        let (name, address) = parts(from);
        let from = name.map_or_else(|| address.to_owned(), |name| format!("{} <{address}>", word(name)));
        let domain = address.rsplit('@').next().unwrap_or("localhost");
        let date = now.to_mail();
        let more: String = self.headers().iter().map(|(name, value)| [*name, ": ", value, "\r\n"].concat()).collect();
        let part = |kind: &str, body: &str| {
            let body = quoted_printable(body);
            [
                "\r\n--",
                BOUNDARY,
                "\r\nContent-Type: text/",
                kind,
                "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
                &body,
                "\r\n",
            ]
            .concat()
        };
        format!(
            "From: {from}\r\nTo: {}\r\nSubject: {}\r\nDate: {date}\r\nMessage-ID: <{}@{domain}>\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n{more}Content-Type: multipart/alternative; boundary=\"{BOUNDARY}\"\r\n{}{}\r\n--{BOUNDARY}--\r\n",
            self.to,
            word(&self.subject),
            self.id,
            part("plain", &self.text),
            part("html", &self.html)
        )
    }

    /// The headers of RFC 2369 and RFC 8058.
    fn headers(&self) -> Vec<(&'static str, String)> {
        let Some(url) = &self.unsubscribe else { return Vec::new() };
        vec![("List-Unsubscribe", format!("<{url}>")), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())]
    }
}

/// Name and address of `Name <address>`; no name where it is an address alone.
pub fn parts(from: &str) -> (Option<&str>, &str) {
    match from.split_once('<') {
        Some((name, address)) => {
            (Some(name.trim().trim_matches('"')).filter(|name| !name.is_empty()), address.trim_end_matches([' ', '>']))
        }
        None => (None, from.trim()),
    }
}

/// Text in a header: as it is, or in encoded words (RFC 2047), each short enough to stand in one line.
fn word(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"(),:;<>@[\\]=?".contains(&byte)) && text.len() < 60 {
        return text.to_owned();
    }
    let mut words = String::from("=?utf-8?Q?");
    let mut length = 0;
    for character in text.chars() {
        if length > 40 {
            words.push_str("?=\r\n =?utf-8?Q?");
            length = 0;
        }
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            if byte.is_ascii_alphanumeric() {
                words.push(char::from(byte));
                length += 1;
            } else {
                push_hex(&mut words, byte);
                length += 3;
            }
        }
    }
    words.push_str("?=");
    words
}

fn push_hex(out: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push('=');
    out.push(char::from(DIGITS[usize::from(byte >> 4)]));
    out.push(char::from(DIGITS[usize::from(byte & 15)]));
}

/// RFC 2045, 6.7: lines of at most 76 characters.
fn quoted_printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut column = 0;
    let bytes = text.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' {
            out.push_str("\r\n");
            column = 0;
            continue;
        }
        if column > 72 {
            out.push_str("=\r\n");
            column = 0;
        }
        // A blank at the end of a line would be lost, and a dot alone in a line would end the letter on its way.
        let last = bytes.get(index + 1).is_none_or(|next| *next == b'\n');
        if matches!(byte, b'!'..=b'<' | b'>'..=b'~') && !(*byte == b'.' && column == 0) || (*byte == b' ' && !last) {
            out.push(char::from(*byte));
            column += 1;
        } else {
            push_hex(&mut out, *byte);
            column += 3;
        }
    }
    out
}

/// A provider that takes letters by HTTP, in the shape of Resend's API (`POST {url}/emails`).
pub struct Provider<'a> {
    /// How it is reached.
    pub fetch: &'a dyn Fetch,
    /// Where its API begins.
    pub url: String,
    /// The key that it gave.
    pub key: String,
    /// Who sends.
    pub from: String,
}

impl Provider<'_> {
    async fn post(&self, letter: &Letter) -> Result<(), MailFailure> {
        let headers: serde_json::Map<String, serde_json::Value> =
            gather(letter.headers().into_iter().map(|(name, value)| (name.to_owned(), value.into())));
        let body = json!({
            "from": self.from, "to": [letter.to], "subject": letter.subject, "text": letter.text, "html": letter.html, "headers": headers,
        });
        let request = Outgoing {
            method: "POST",
            url: format!("{}/emails", self.url.trim_end_matches('/')),
            headers: vec![
                ("authorization", format!("Bearer {}", self.key)),
                ("content-type", "application/json".to_owned()),
                ("idempotency-key", letter.id.clone()),
            ],
            body: body.to_string(),
        };
        let answer = self.fetch.fetch(&request).await.map_err(MailFailure::Later)?;
        let said = String::from_utf8_lossy(&answer.body[..answer.body.len().min(300)]).into_owned();
        let cause = format!("the mail provider answered {}: {said}", answer.status);
        match answer.status {
            200..300 => Ok(()),
            // It has taken a letter of this id before; what changed since in its words does not make it another.
            409 if said.contains("invalid_idempotent_request") => Ok(()),
            400 | 413 | 422 => Err(MailFailure::Never(cause)),
            _ => Err(MailFailure::Later(cause)),
        }
    }
}

impl Mail for Provider<'_> {
    fn send<'a>(&'a self, letter: &'a Letter) -> Later<'a, Result<(), MailFailure>> {
        Box::pin(self.post(letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: "0193b0c0-0000-7000-8000-000000000001".to_owned(),
            to: "bob@example.com".to_owned(),
            subject: "Müller GmbH gehört jetzt dir".to_owned(),
            text: "Hallo Bob,\n\n.\nGrüße = \n".to_owned() + &"lang ".repeat(30),
            html: "<p>Grüße</p>".to_owned(),
            unsubscribe: Some("https://leads.example/v1/unsubscribe/t".to_owned()),
        }
    }

    #[test]
    fn a_letter_travels_in_short_lines_of_ascii() {
        let eml = letter().eml("Leadroom für alle <leads@example.com>", Timestamp(1_777_627_800_000));
        assert!(eml.is_ascii());
        for line in eml.split("\r\n") {
            assert!(line.len() <= 140 && !line.contains('\n'), "{line}");
        }
        assert!(eml.contains("\r\nDate: Fri, 1 May 2026 09:30:00 +0000\r\n"), "{eml}");
        assert!(eml.contains("\r\nMessage-ID: <0193b0c0-0000-7000-8000-000000000001@example.com>\r\n"));
        assert!(eml.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        assert!(eml.contains("Subject: =?utf-8?Q?M=C3=BCller=20GmbH=20geh=C3=B6rt=20jetzt=20?=\r\n =?utf-8?Q?dir?=\r\n"), "{eml}");
        assert!(eml.contains("\r\n=2E\r\nGr=C3=BC=C3=9Fe =3D=20\r\n"), "{eml}");
        assert!(eml.starts_with("From: =?utf-8?Q?Leadroom=20f=C3=BCr=20alle?= <leads@example.com>\r\nTo: bob@example.com\r\n"));
    }

    #[test]
    fn a_line_cannot_be_smuggled_into_the_headers() {
        let eml = Letter { subject: "Hi\r\nBcc: all@example.com".to_owned(), ..letter() }.eml("leads@example.com", Timestamp(0));
        assert!(!eml.contains("\r\nBcc"), "{eml}");
    }
}
