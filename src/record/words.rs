//! Words for searching and sorting: text folded so that `Müller`, `MULLER` and `mu\u{308}ller` meet.

use crate::model::Record;
use crate::record::email::lower;

/// The most words of one record that are searched.
const MOST_WORDS: usize = 64;
/// The most characters of one word that are searched.
const LONGEST_WORD: usize = 40;
/// The most words of one question.
const MOST_TERMS: usize = 8;
/// The most characters of a sort key.
const LONGEST_KEY: usize = 80;

/// Letters with diacritics, lower case, by their bare letter: Latin and Greek, from the Unicode character database's
/// decompositions, and the strokes that have none. A crate for all scripts would make the Worker a fifth larger.
#[rustfmt::skip]
const BARE: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďđḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšſșṡṣṥṧṩẛ"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
    ("æ", "ǣǽ"),
    ("ø", "ǿ"),
    ("ʒ", "ǯ"),
    ("α", "ά"),
    ("β", "ϐ"),
    ("ε", "έϵ"),
    ("η", "ή"),
    ("θ", "ϑ"),
    ("ι", "ΐίϊ"),
    ("κ", "ϰ"),
    ("ο", "ό"),
    ("π", "ϖ"),
    ("ρ", "ϱ"),
    ("ς", "ϲ"),
    ("υ", "ΰϋύϒϓϔ"),
    ("φ", "ϕ"),
    ("ω", "ώ"),
];

/// Letters that are written as two.
const PAIRS: &[(char, &str)] = &[('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('þ', "th"), ('ĳ', "ij"), ('ﬁ', "fi"), ('ﬂ', "fl")];

fn bare(c: char) -> Folded {
    // Full-width forms (U+FF01 to U+FF5E) are ASCII, elsewhere.
    let c = char::from_u32(u32::from(c).wrapping_sub(0xfee0)).filter(char::is_ascii_graphic).unwrap_or(c).to_ascii_lowercase();
    match c {
        '\u{300}'..='\u{36f}' => Folded::Text(""),
        c if c.is_ascii() => Folded::Letter(c),
        c => match PAIRS.iter().find(|(pair, _)| *pair == c) {
            Some((_, text)) => Folded::Text(text),
            None => BARE.iter().find(|(_, letters)| letters.contains(c)).map_or(Folded::Letter(c), |(letter, _)| Folded::Text(letter)),
        },
    }
}

enum Folded {
    Letter(char),
    Text(&'static str),
}

/// Lower case and without diacritics, composed or not.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match bare(c) {
            Folded::Letter(letter) => folded.push(letter),
            Folded::Text(text) => folded.push_str(text),
        }
    }
    folded
}

/// The folded words of a text: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST_WORD).collect::<String>())
        .collect::<Vec<_>>()
        .into_iter()
}

/// The digits of a phone number; `None` when there are fewer than five.
pub fn phone_key(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| char::from_digit(d, 10)).collect();
    (digits.len() >= 5).then_some(digits)
}

/// An e-mail address as duplicates are compared.
pub fn email_key(email: &str) -> String {
    lower(email.trim())
}

fn joined(words: impl Iterator<Item = String>) -> String {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        if kept.len() < MOST_WORDS && !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept.iter().flat_map(|word| [" ", word.as_str()]).collect()
}

/// What a record is found by: the words of name, company, e-mail and phone, each after a space. A phone number is found
/// by its groups, as a whole, and without its country code.
pub fn of_record(record: &Record) -> String {
    let texts = [&record.name, &record.company, &record.email, &record.phone];
    let digits = record.phone.as_deref().and_then(phone_key);
    let tails =
        digits.iter().flat_map(|digits| (0..=3).filter_map(|skip| digits.get(skip..)).filter(|tail| tail.len() >= 5)).map(str::to_owned);
    joined(texts.into_iter().flatten().flat_map(|text| words(text)).chain(tails))
}

/// What a person is found by.
pub fn of_user(name: &str, email: &str) -> String {
    joined(words(name).chain(words(email)))
}

/// What a list sorted by name goes by.
pub fn name_key(record: &Record) -> String {
    let shown = record.name.as_deref().or(record.email.as_deref()).or(record.phone.as_deref()).unwrap_or("");
    fold(shown).trim().chars().take(LONGEST_KEY).collect()
}

/// The terms of a question: every one must begin a word of what is found.
pub fn terms(question: &str) -> Vec<String> {
    let mut terms: Vec<String> = words(question).collect();
    terms.dedup();
    terms.truncate(MOST_TERMS);
    terms
}

/// The question to the search index, which knows each word with its organisation in front: `@` stands for that. `None`
/// when every term is a single letter: then too much matches for the index to help.
pub fn index_question(terms: &[String]) -> Option<String> {
    if !terms.iter().any(|term| term.chars().nth(1).is_some()) {
        return None;
    }
    Some(terms.iter().map(|term| format!("\"@{term}\"*")).collect::<Vec<_>>().join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_meet_across_case_diacritics_and_forms() {
        let expected = vec!["muller".to_owned(), "gmbh".to_owned()];
        for text in ["Müller GmbH", "MU\u{308}LLER, gmbh", "  müller--GMBH!"] {
            assert_eq!(words(text).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(words("ﬁnanz Ｌｔｄ Straße Łódź Ὦ").collect::<Vec<_>>(), ["finanz", "ltd", "strasse", "lodz", "ὦ"]);
        assert_eq!(words("東京 Дом").collect::<Vec<_>>(), ["東京", "дом"]);
    }

    #[test]
    fn a_question_of_single_letters_does_not_go_to_the_index() {
        assert_eq!(index_question(&terms("a b")), None);
        assert_eq!(index_question(&terms("An b")).unwrap(), "\"@an\"* AND \"@b\"*");
    }
}
