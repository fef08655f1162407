//! What counts as an e-mail address.

/// The longest local part, and the longest label of a domain (RFC 5321, 4.5.3.1.1; RFC 1035, 2.3.4).
const LONGEST: (usize, usize) = (64, 63);

/// Whether `text` is an e-mail address as browsers check it (HTML Living Standard, "valid e-mail address"), with letters of any
/// script (RFC 6531). Comments, quoted local parts and literal IP addresses, which no form lets through, are none.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let letter = |c: char| c.is_ascii_alphanumeric() || (!c.is_ascii() && !c.is_control() && !c.is_whitespace());
    let local_fits =
        !local.is_empty() && local.len() <= LONGEST.0 && local.chars().all(|c| letter(c) || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let label_fits = |label: &str| {
        let hyphens = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && label.len() <= LONGEST.1 && !hyphens && label.chars().all(|c| letter(c) || c == '-')
    };
    local_fits && domain.split('.').all(label_fits)
}

/// An address in lower case, letter by letter: a word of Greek ends like it goes on.
pub fn lower(address: &str) -> String {
    address.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_lower_case_is_the_same_whatever_follows() {
        assert_eq!(lower("ÄNN@ΝΙΚΟΣ.Example"), "änn@νικοσ.example");
        assert!(lower("ΝΙΚΟΣ@x.example").starts_with(&lower("ΝΙΚΟΣ")));
    }

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for good in ["a@b", "ann.able+leads@mail.example.com", "o'hara@x.co", "müller@bücher.example", "x_1@1.2-3.example"] {
            assert!(is_email(good), "{good}");
        }
        let (long_local, long_label) = (format!("{}@x.example", "a".repeat(65)), format!("a@{}.example", "b".repeat(64)));
        for bad in [
            "",
            "a",
            "@b",
            "a@",
            "a b@c",
            "a@b c",
            "a@b..c",
            "a@.b",
            "a@-b.c",
            "a@b-.c",
            "a@b_c",
            "<a@b>",
            "a@b,c@d",
            "a@[1.2.3.4]",
            &long_local,
            &long_label,
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
