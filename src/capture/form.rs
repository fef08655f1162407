//! A plain HTML form, or a program that posts JSON: any keys. Nothing is signed; the key in the address is the secret.

use serde_json::{Map, Value as Json};

use super::answers::{Answer, blank};
use super::{Content, Inbound, Parsed, Proof, Provider, Unreadable, json_object, multipart, shape};

/// The provider.
pub const PROVIDER: Provider = Provider { name: "form", proof: Proof::Address, parse, readback: None };

/// A field that people do not see: whoever fills it is a program.
const HONEYPOT: &str = "_gotcha";
/// Where a browser wants to go afterwards.
const REDIRECT: &str = "_redirect";
/// The longest page address that is kept.
const LONGEST_PAGE: usize = 2000;
/// The field of the Turnstile widget.
const TURNSTILE: &str = "cf-turnstile-response";
/// What widgets add for themselves: nothing that anybody typed, and different in every copy of a submission.
const TOKENS: &[&str] = &[TURNSTILE, "g-recaptcha-response", "h-captcha-response"];

/// The fields of a body in any encoding that forms are sent in.
pub(super) fn pairs(inbound: &Inbound<'_>) -> Result<Vec<(String, Json)>, Unreadable> {
    Ok(match inbound.media_type().as_str() {
        "application/json" => json_object(inbound.body)?.into_iter().collect(),
        "application/x-www-form-urlencoded" => {
            form_urlencoded::parse(inbound.body).map(|(name, value)| (name.into_owned(), Json::from(value.into_owned()))).collect()
        }
        "multipart/form-data" => {
            let parts = multipart::parts(inbound.content_type(), inbound.body)
                .ok_or_else(|| shape("The body is not well-formed multipart/form-data."))?;
            parts.into_iter().map(|part| (part.name, content(part.file, part.content))).collect()
        }
        _ => return Err(Unreadable::MediaType("application/json, application/x-www-form-urlencoded or multipart/form-data")),
    })
}

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let from_page = inbound.media_type() != "application/json";
    let pairs = pairs(inbound)?;
    let mut answers = Vec::new();
    let (mut redirect, mut human, mut trapped) = (None, None, false);
    for (name, value) in pairs {
        match name.as_str() {
            HONEYPOT => trapped |= !blank(&value),
            // A program reads the answer; only a browser that shows a page follows.
            REDIRECT => redirect = redirect.or_else(|| value.as_str().filter(|_| from_page).map(str::to_owned)),
            name if TOKENS.contains(&name) => human = human.or_else(|| value.as_str().filter(|_| name == TURNSTILE).map(str::to_owned)),
            // Some servers want `[]` after the name of what may come several times.
            name => match name.strip_suffix("[]") {
                Some(label) => answers.push(Answer { keys: vec![name.to_owned()], ..Answer::new(label, value) }),
                None => answers.push(Answer::new(name, value)),
            },
        }
    }
    if trapped {
        return Ok(Parsed { content: Content::Ignored("honeypot"), redirect, human });
    }
    let mut attribution = Map::new();
    if let Some(page) = inbound.header("referer").filter(|page| page.starts_with("http") && page.len() <= LONGEST_PAGE) {
        attribution.insert("page_url".to_owned(), Json::from(page));
    }
    let id = inbound.header("idempotency-key").map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
    Ok(Parsed { redirect, human, ..Parsed::one(id, answers, attribution) })
}

/// A file stands as its name and size; its bytes stay in the delivery.
fn content(file: Option<String>, content: &[u8]) -> Json {
    match file {
        None => Json::from(String::from_utf8_lossy(content)),
        // What a browser sends for a file field without a file.
        Some(name) if name.is_empty() && content.is_empty() => Json::Null,
        Some(name) => crate::json!({"file": name, "bytes": content.len()}),
    }
}

/// Whether `text` is an origin as browsers write it: scheme, host, and a port where it is not the usual one.
pub fn is_origin(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or("");
    let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (1..=255).contains(&host.len()) && host.chars().all(fine)
}

/// Whether a browser may be sent to `address`: an absolute address of one of `origins`, and nothing that a browser could
/// read as another one.
pub fn may_redirect(address: &str, origins: &[String]) -> bool {
    let printable = address.len() <= 2000 && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    printable
        && origins.iter().any(|origin| {
            let same = address.get(..origin.len()).is_some_and(|start| start.eq_ignore_ascii_case(origin));
            same && matches!(address.as_bytes().get(origin.len()), None | Some(b'/' | b'?' | b'#'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_on_the_origins_that_are_listed() {
        let origins = ["https://www.example.test".to_owned(), "http://localhost:8080".to_owned()];
        for fine in
            ["https://www.example.test", "https://www.example.test/thanks?a=1#b", "HTTPS://WWW.Example.test/", "http://localhost:8080/x"]
        {
            assert!(may_redirect(fine, &origins), "{fine}");
        }
        for bad in [
            "",
            "/thanks",
            "//www.example.test",
            "http://www.example.test/",
            "https://www.example.test.evil.test/",
            "https://www.example.test@evil.test/",
            "https://www.example.test:444/",
            "https://www.example.test\\@evil.test",
            "https://evil.test/https://www.example.test/",
            "https://www.example.test/a b",
            "https://www.example.test/\r\nset-cookie: x",
            "http://localhost:80801/",
            "javascript:alert(1)",
        ] {
            assert!(!may_redirect(bad, &origins), "{bad}");
        }
        assert!(!may_redirect("https://anything.test/", &[]));
    }
}
