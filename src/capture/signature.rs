//! What signed deliveries have in common: HMAC-SHA256, a comparison that takes the same time whatever differs, and a
//! window of time.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::error::{Code, Refusal};
use crate::time::Timestamp;

/// The HMAC-SHA256 of `parts`, one after the other. Nothing for an empty key: with that, anybody could sign.
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> Option<[u8; 32]> {
    if key.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    for part in parts {
        mac.update(part);
    }
    Some(mac.finalize().into_bytes().into())
}

/// Whether two byte strings are the same, in constant time.
pub fn same(expected: &[u8], given: &[u8]) -> bool {
    expected.ct_eq(given).into()
}

/// `401`: the signature is missing, unreadable or wrong. Does not say which.
pub fn invalid() -> Refusal {
    Refusal::new(Code::InvalidSignature, "The delivery is not signed with this source's secret.")
}

/// Refuses what was signed more than `window` milliseconds from `now`, before or after.
pub fn fresh(signed_at: Timestamp, now: Timestamp, window: i64) -> Result<(), Refusal> {
    if signed_at.0.saturating_sub(now.0).saturating_abs() <= window {
        return Ok(());
    }
    Err(Refusal::new(Code::StaleTimestamp, "The delivery was signed too long ago, or its sender's clock is wrong."))
}
