//! Mailing a code that signs in.
//!
//! Whoever asks is answered before it is known whether the address is anybody's. The code is made here, when it is mailed: no
//! message carries one, and the database has its hash only. It is committed before it is mailed.

use super::letterhead::{Part, Sheet};
use super::mail::{Letter, MailFailure};
use super::{Mail, Ports};
use crate::error::StoreError;
use crate::id::{CodeId, Entropy, hash};
use crate::store::Results;
use crate::store::session::{code_ready, code_sent, code_waiting};

/// Six digits.
fn digits(entropy: &dyn Entropy) -> String {
    let mut random = [0_u8; 8];
    entropy.fill(&mut random);
    // 2^64 is so much more than a million that no code is likelier than another by anything that counts.
    format!("{:06}", u64::from_le_bytes(random) % 1_000_000)
}

/// What stands for a code in the database.
pub fn code_hash(id: &CodeId, code: &str) -> String {
    hash(&[id.as_str(), ":", code].concat())
}

/// Mails the code that was asked for under `id`, if its address is somebody's. A letter that went out and whose mark got lost is
/// written again, with another code.
pub async fn send_code(ports: Ports<'_>, mail: &dyn Mail, id: &CodeId) -> Result<(), StoreError> {
    let mut results = Results::new(ports.db.batch(code_waiting(id, ports.now)).await?);
    let Some((to, Some(organizations))) = results.first::<(String, Option<String>)>()? else { return Ok(()) };
    let code = digits(ports.entropy);
    ports.db.batch(vec![code_ready(id, &code_hash(id, &code), ports.now)]).await?;
    let title = format!("{code} is your code");
    let sheet = Sheet {
        from: "Leadroom".to_owned(),
        title: "Your code to sign in".to_owned(),
        preview: "It works once, for ten minutes.".to_owned(),
        parts: vec![
            Part::Line(format!("Your code to sign in to {organizations}:")),
            Part::Code(code),
            Part::Line("It works once, for ten minutes.".to_owned()),
            Part::Small("Did you not ask for it? Then there is nothing to do.".to_owned(), None),
        ],
    };
    let letter = Letter { id: id.to_string(), to, subject: title, text: sheet.text(), html: sheet.html(), unsubscribe: None };
    match mail.send(&letter).await {
        Err(MailFailure::Later(cause)) => return Err(StoreError::Unavailable(cause)),
        // Nobody is helped by trying again: whoever waits for it asks for another.
        Err(MailFailure::Never(_)) | Ok(()) => {}
    }
    ports.db.batch(vec![code_sent(id, ports.now)]).await?;
    Ok(())
}
