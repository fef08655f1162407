//! `multipart/form-data` (RFC 7578), whole and in memory: a delivery is at most 256 KB. The crates for this are made for
//! streams and bring an async runtime's traits along; what is needed here is one pass over a slice.

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// The field's name.
    pub name: String,
    /// The file's name, for a file.
    pub file: Option<String>,
    /// The content.
    pub content: &'a [u8],
}

/// The parts of a body with this content type; nothing when it is not well-formed to its end.
pub fn parts<'a>(content_type: &str, body: &'a [u8]) -> Option<Vec<Part<'a>>> {
    let boundary = parameter(content_type, "boundary").filter(|boundary| (1..=70).contains(&boundary.len()))?;
    let first = format!("--{boundary}");
    let next = format!("\r\n--{boundary}");
    // Whatever stands before the first delimiter is to be passed over (RFC 2046, 5.1.1).
    let mut rest = match body.strip_prefix(first.as_bytes()) {
        Some(rest) => rest,
        None => split(body, next.as_bytes())?.1,
    };
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        let padding = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        // The line break stays: of a part without headers it is all that stands before the content.
        let (head, after) = split(rest.get(padding..)?, b"\r\n\r\n").filter(|(head, _)| head.is_empty() || head.starts_with(b"\r\n"))?;
        let (content, behind) = split(after, next.as_bytes())?;
        parts.push(part(&String::from_utf8_lossy(head), content)?);
        rest = behind;
    }
}

fn split<'a>(bytes: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let found = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..found], &bytes[found + at.len()..]))
}

fn part<'a>(head: &str, content: &'a [u8]) -> Option<Part<'a>> {
    let disposition = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    Some(Part { name: parameter(disposition, "name")?, file: parameter(disposition, "filename"), content })
}

/// A parameter of a header's value, in quotes or without. Browsers write `"` and line breaks in names as `%22`, `%0D` and
/// `%0A`; others write a backslash before the quote.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (name, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let (value, behind) = match after.strip_prefix('"') {
            Some(quoted) => unquote(quoted)?,
            None => {
                let (value, behind) = after.split_once(';').unwrap_or((after, ""));
                (value.trim().to_owned(), behind)
            }
        };
        if name.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(wanted) {
            return Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"));
        }
        rest = behind;
    }
}

fn unquote(quoted: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = quoted.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &quoted[at + 1..])),
            // Only what needs it: a Windows path has backslashes of its own.
            '\\' if matches!(chars.peek(), Some((_, '"' | '\\'))) => value.extend(chars.next().map(|(_, escaped)| escaped)),
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; charset=utf-8; boundary=\"a b\"";

    fn read(body: &str) -> Option<Vec<(String, Option<String>, String)>> {
        let parts = parts(TYPE, body.as_bytes())?;
        Some(parts.into_iter().map(|part| (part.name, part.file, String::from_utf8_lossy(part.content).into_owned())).collect())
    }

    #[test]
    fn parts_come_with_names_files_and_their_very_content() {
        let body = "preamble\r\n--a b  \r\nContent-Disposition: form-data; name=\"na\\\"me\"\r\n\r\nÄnn\r\n--ab\r\n\r\n--a b\r\n\
            content-type: text/plain\r\nCONTENT-DISPOSITION: form-data; filename=\"c:\\cv%22.txt\" ; name=file\r\n\r\n\r\n--a b--\r\nepilogue";
        let expected = [("na\"me", None, "Änn\r\n--ab\r\n"), ("file", Some("c:\\cv\".txt"), "")];
        let expected = expected.map(|(name, file, content)| (name.to_owned(), file.map(str::to_owned), content.to_owned()));
        assert_eq!(read(body).unwrap(), expected);
        assert_eq!(read("--a b--").unwrap(), []);
    }

    #[test]
    fn what_is_cut_off_or_has_no_name_is_not_well_formed() {
        for bad in [
            "",
            "--a b",
            "--a b\r\n",
            "--a b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nval",
            "--a b\r\nContent-Disposition: form-data; name=\"x\r\n\r\nval\r\n--a b--",
            "--a b\r\nContent-Disposition: form-data\r\n\r\nval\r\n--a b--",
            "--a b\r\n\r\nval\r\n--a b--",
            "--other\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nval\r\n--other--",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert_eq!(parts("multipart/form-data", b"--a b--"), None);
    }
}
