//! What signed deliveries have in common: HMAC-SHA256 over the raw bytes, a comparison that takes the same time whatever
//! differs, and a window of time. A vendor's scheme is one row of facts, a [`Scheme`].

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use super::Inbound;
use crate::error::{Code, Refusal};
use crate::id::{Entropy, secret};
use crate::time::{MINUTE, Timestamp};

/// How far the time of signing may be off, with most vendors.
pub const WINDOW: i64 = 5 * MINUTE;
/// Random bytes in a secret that is made here.
const SECRET_BYTES: usize = 32;

/// How a vendor signs.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    /// What every secret of the vendor begins with; behind it stands the key as base64. Empty where the secret is the key.
    pub key: &'static str,
    /// Whether the vendor gives out the secret; otherwise it takes ours.
    pub theirs: bool,
    /// The header with the signature.
    pub header: &'static str,
    /// What stands between several values in it.
    pub between: char,
    /// What a signature in it begins with.
    pub prefix: &'static str,
    /// Whether it is written in hex; otherwise in base64.
    pub hex: bool,
    /// When it was signed, where that is signed, too.
    pub clock: Option<Clock>,
    /// What is signed, in this order.
    pub signed: &'static [Part],
}

/// Where the time of signing stands.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// In which header.
    pub header: &'static str,
    /// After what.
    pub prefix: &'static str,
    /// Its unit, in milliseconds.
    pub unit: i64,
    /// How far it may be off, in milliseconds.
    pub window: i64,
}

/// A part of what is signed.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// The raw body.
    Body,
    /// The time of signing, as written.
    Time,
    /// These characters.
    Text(&'static str),
    /// A header, which must be there.
    Header(&'static str),
    /// The method.
    Method,
    /// The address as it was requested, with [`plain`] characters.
    Address,
}

/// A scheme that signs the body and nothing else.
pub const OF_BODY: Scheme =
    Scheme { key: "", theirs: false, header: "", between: ' ', prefix: "", hex: false, clock: None, signed: &[Part::Body] };

impl Scheme {
    /// The key of a secret; nothing for one that is none. With an empty key anybody could sign.
    pub fn key(&self, secret: &str) -> Option<Vec<u8>> {
        let rest = secret.strip_prefix(self.key)?;
        let key = if self.key.is_empty() { rest.as_bytes().to_vec() } else { STANDARD.decode(rest).ok()? };
        (!key.is_empty()).then_some(key)
    }

    /// Refuses what is not signed with `secret`, or too far from `now`. The signature is looked at first: nobody without the
    /// secret learns anything about the clock.
    pub fn verify(&self, inbound: &Inbound<'_>, secret: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
        let time = self.signed_with(inbound, secret).ok_or_else(invalid)?;
        let Some(clock) = self.clock else { return Ok(()) };
        let signed_at = time.parse::<i64>().map_err(|_| invalid())?.saturating_mul(clock.unit);
        if signed_at.saturating_sub(now.0).saturating_abs() <= clock.window {
            return Ok(());
        }
        Err(Refusal::new(Code::StaleTimestamp, "The delivery was signed too long ago, or its sender's clock is wrong."))
    }

    /// A new secret of ours.
    pub fn mint(&self, entropy: &dyn Entropy) -> String {
        if self.key.is_empty() {
            return secret(SECRET_BYTES, entropy);
        }
        let mut key = [0; SECRET_BYTES];
        entropy.fill(&mut key);
        format!("{}{}", self.key, STANDARD.encode(key))
    }

    /// The signature of what is to be sent at this time, as it stands in the header; nothing where there is nothing to sign with.
    pub fn sign(&self, outbound: &Inbound<'_>, secret: &str, time: &str) -> Option<String> {
        let signature = self.mac(outbound, secret, time)?;
        Some(format!("{}{}", self.prefix, STANDARD.encode(signature)))
    }

    /// The time of signing as written, when the signature is right. While a sender changes its secret it signs with both,
    /// and any one signature will do.
    fn signed_with<'a>(&self, inbound: &Inbound<'a>, secret: Option<&str>) -> Option<&'a str> {
        let values = |name: &str, prefix: &'static str| {
            inbound.header(name).unwrap_or("").split(self.between).filter_map(move |one| one.trim().strip_prefix(prefix))
        };
        let time = match self.clock {
            Some(clock) => values(clock.header, clock.prefix).next()?,
            None => "",
        };
        let expected = self.mac(inbound, secret?, time)?;
        let decode = |text: &str| if self.hex { unhex(text) } else { STANDARD.decode(text).ok() };
        let right = values(self.header, self.prefix).filter_map(decode).any(|given| expected.ct_eq(&given).into());
        right.then_some(time)
    }

    /// The HMAC of what is signed; nothing without a key, or without a header that is signed.
    fn mac(&self, inbound: &Inbound<'_>, secret: &str, time: &str) -> Option<[u8; 32]> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key(secret)?).ok()?;
        for part in self.signed {
            match *part {
                Part::Body => mac.update(inbound.body),
                Part::Time => mac.update(time.as_bytes()),
                Part::Text(text) => mac.update(text.as_bytes()),
                Part::Header(name) => mac.update(inbound.header(name).filter(|value| !value.is_empty())?.as_bytes()),
                Part::Method => mac.update(inbound.method.as_bytes()),
                Part::Address => mac.update(plain(inbound.url).as_bytes()),
            }
        }
        Some(mac.finalize().into_bytes().into())
    }
}

/// Whether two texts are the same, in constant time.
pub fn same(expected: &str, given: &str) -> bool {
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(given.as_bytes()))
}

/// `401`: the signature is missing, unreadable or wrong. Does not say which.
pub fn invalid() -> Refusal {
    Refusal::new(Code::InvalidSignature, "The delivery is not signed with this source's secret.")
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// An address in which these characters stand for themselves, as `HubSpot` signs it: `:/?@!$'()*,;`.
fn plain(address: &str) -> String {
    let mut rest = address;
    let mut plain = String::with_capacity(address.len());
    while let Some((before, after)) = rest.split_once('%') {
        plain.push_str(before);
        let code = after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok()).map(char::from);
        match code.filter(|c| ":/?@!$'()*,;".contains(*c)) {
            Some(c) => {
                plain.push(c);
                rest = &after[2..];
            }
            None => {
                plain.push('%');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_characters_of_an_address_are_signed_as_themselves() {
        assert_eq!(plain("https://a.test/x%3ay%2Fz%20%3Bq?a=%40b%2Cc%C3%A9%"), "https://a.test/x:y/z%20;q?a=@b,c%C3%A9%");
        for same in ["", "%", "%4", "%é", "100%25"] {
            assert_eq!(plain(same), same);
        }
    }

    #[test]
    fn hex_is_read_whatever_its_case() {
        assert_eq!(unhex("00fFa9"), Some(vec![0, 255, 169]));
        for bad in ["0", "0g", "é0"] {
            assert_eq!(unhex(bad), None);
        }
    }
}
