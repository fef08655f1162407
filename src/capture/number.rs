//! Numbers in JSON that keep their digits. Vendors write ids as numbers beyond what a double holds, and every reader down
//! the line, a browser first of all, would round them.

use std::borrow::Cow;

/// The digits that a double always keeps.
const SAFE_DIGITS: usize = 15;

/// JSON text in which every number of more than 15 digits is a string of the same digits. Text that is no JSON stays so.
pub fn exact(json: &str) -> Cow<'_, str> {
    let bytes = json.as_bytes();
    let mut out = String::new();
    let (mut copied, mut at, mut quoted) = (0, 0, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            b'-' | b'0'..=b'9' if !quoted => {
                let rest = &json[at..];
                let length = rest.bytes().take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')).count();
                let number = &rest[..length];
                if number.bytes().filter(u8::is_ascii_digit).count() > SAFE_DIGITS {
                    out.push_str(&json[copied..at]);
                    out.push('"');
                    out.push_str(number);
                    out.push('"');
                    copied = at + length;
                }
                at += length - 1;
            }
            _ => {}
        }
        at += 1;
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    out.push_str(&json[copied..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_become_strings_and_nothing_else_changes() {
        let long = r#"{"a": 12345678901234567890123, "b": -1234567890123456.5, "c": "9999999999999999999", "d\"1": [17]}"#;
        assert_eq!(
            exact(long),
            r#"{"a": "12345678901234567890123", "b": "-1234567890123456.5", "c": "9999999999999999999", "d\"1": [17]}"#
        );
        for same in ["", "-", "{\"é\": 1.5e3}", "\"\\\\\" 1", "\"1234567890123456789", "[999999999999999]", "{\"a\\"] {
            assert_eq!(exact(same), same);
        }
    }
}
