//! Identifiers: one newtype per noun, all UUIDv7 text, so that a record's id can never be passed where a user's is meant.

use std::fmt;

use crate::time::Timestamp;

/// Where random bytes come from. The core makes none itself: the shell hands in the platform's, tests a seeded stream.
pub trait Entropy {
    /// Fills `bytes` with unpredictable bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// A UUIDv7 (RFC 9562) in canonical lower-case text.
fn mint(now: Timestamp, entropy: &dyn Entropy) -> String {
    let mut random = [0_u8; 10];
    entropy.fill(&mut random);
    uuid::Builder::from_unix_timestamp_millis(now.unsigned_millis(), &random).into_uuid().hyphenated().to_string()
}

fn run(now: Timestamp, entropy: &dyn Entropy) -> (String, i64) {
    let mut head = mint(now, entropy);
    let tail = head.split_off(24);
    (head, i64::from_str_radix(&tail, 16).unwrap_or(0))
}

/// The canonical text of a well-formed UUID; `None` for anything else.
fn canonical(text: &str) -> Option<String> {
    if text.len() != 36 {
        return None;
    }
    let id = uuid::Uuid::try_parse(text).ok()?;
    Some(id.hyphenated().to_string())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// A new id, ordered by `now`.
            pub fn mint(now: Timestamp, entropy: &dyn Entropy) -> Self {
                Self(mint(now, entropy))
            }

            /// A run of new ids: what all of them begin with, and the number behind it from which on they are counted. The database makes
            /// one of each, by `printf('%012x', number & 281474976710655)`.
            pub fn run(now: Timestamp, entropy: &dyn Entropy) -> (String, i64) {
                run(now, entropy)
            }

            /// Reads an id from outside; `None` when it is not a UUID in its 36-character form.
            pub fn parse(text: &str) -> Option<Self> {
                canonical(text).map(Self)
            }

            /// An id that was made or read before, from the database or a message of our own.
            pub fn known(text: String) -> Self {
                Self(text)
            }

            /// The canonical text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// An organisation.
    OrgId;
    /// A person of an organisation.
    UserId;
    /// A role.
    RoleId;
    /// A team.
    TeamId;
    /// An API key (its public id, not its secret).
    KeyId;
    /// A lead, contact or deal.
    RecordId;
    /// A collaborator's or a share's grant.
    GrantId;
    /// A request to collaborate.
    RequestId;
    /// A capture source.
    SourceId;
    /// One delivery to a capture source.
    DeliveryId;
    /// A note, a task or a communication.
    WorkId;
    /// A code that signs in.
    CodeId;
    /// What a person is told.
    NoticeId;
    /// What one action did to many records.
    BulkId;
    /// A message that could not be done.
    LetterId;
    /// A mail that tells of notifications: its provider knows it by that.
    MailId;
    /// An outgoing webhook.
    WebhookId;
    /// One delivery of a webhook: what its receiver knows as `webhook-id`.
    WebhookDeliveryId;
    /// A rule.
    RuleId;
    /// An action on many records: what its events carry as their [`BulkId`].
    JobId;
}

/// Which database an organisation's data are in. Everything that leads to an organisation before its database is known names it:
/// keys, cookies, tickets and capture addresses in their secret, rooms and inboxes in their name, messages in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard(u8);

impl Default for Shard {
    fn default() -> Self {
        Self::FIRST
    }
}

impl Shard {
    /// The first, which goes without saying.
    pub const FIRST: Self = Self(1);

    /// By its number, from 1 on.
    pub fn numbered(number: i64) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| *number > 0).map(Self)
    }

    /// Its number.
    pub fn number(self) -> i64 {
        self.0.into()
    }

    /// What stands before a name or a secret of it.
    pub fn tag(self) -> String {
        if self == Self::FIRST { String::new() } else { format!("{}.", self.0) }
    }

    /// The shard that a name or a secret is of, and the rest.
    pub fn split(text: &str) -> (Self, &str) {
        let tagged = text.split_once('.').and_then(|(tag, rest)| Some((Self::numbered(tag.parse().ok()?)?, rest)));
        tagged.filter(|(shard, rest)| text.len() == shard.tag().len() + rest.len()).unwrap_or((Self::FIRST, text))
    }
}

/// A request's trace id, shown to the caller as `x-request-id`.
pub fn trace_id(now: Timestamp, entropy: &dyn Entropy) -> String {
    mint(now, entropy)
}

/// SHA-256 in hex: how secrets are stored. They are random and long, so nothing slower is needed.
pub fn hash(secret: &str) -> String {
    use sha2::Digest as _;
    use std::fmt::Write as _;
    sha2::Sha256::digest(secret.as_bytes()).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `bytes` random bytes as unpadded base64url: the body of keys and capture addresses.
pub fn secret(bytes: usize, entropy: &dyn Entropy) -> String {
    use base64::Engine as _;
    let mut random = vec![0_u8; bytes];
    entropy.fill(&mut random);
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_told_by_what_stands_before_a_secret() {
        let second = Shard::numbered(2).unwrap();
        assert_eq!(Shard::split("2.abc"), (second, "abc"));
        assert_eq!(Shard::split(&format!("{}a.b", second.tag())), (second, "a.b"));
        assert_eq!(Shard::split(&format!("{}abc", Shard::FIRST.tag())), (Shard::FIRST, "abc"));
        for plain in ["abc", "", ".", "1.abc", "02.abc", "+2.abc", "0.abc", "256.abc", "-2.abc", "eyJ.abc.def"] {
            assert_eq!(Shard::split(plain), (Shard::FIRST, plain), "{plain}");
        }
    }

    #[test]
    fn an_id_is_read_only_in_its_36_character_form() {
        let text = "0193b0c0-0000-7000-8000-000000000001";
        assert_eq!(UserId::parse(text).unwrap().as_str(), text);
        assert_eq!(UserId::parse(&text.to_uppercase()).unwrap().as_str(), text);
        for bad in
            ["", "1", "0193b0c0000070008000000000000001", "{0193b0c0-0000-7000-8000-00000000001}", "../../../../../../../../etc/passwd/xx"]
        {
            assert_eq!(UserId::parse(bad), None, "{bad}");
        }
    }
}
