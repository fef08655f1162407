//! Cursors: opaque to callers, a place in a named list to us.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value as Json;

use crate::error::Refusal;
use crate::show;
use crate::sql::Value;
use crate::store::list::{Key, Place, Sort};

/// A place in the list called `list`.
pub fn encode(list: &str, place: &[Json]) -> String {
    let mut all = vec![Json::from(list)];
    all.extend_from_slice(place);
    URL_SAFE_NO_PAD.encode(show::text(&Json::Array(all)))
}

/// The place that a cursor of the list called `list` stands for: `N` values, or `400`.
pub fn decode<const N: usize>(list: &str, cursor: &str) -> Result<[Json; N], Refusal> {
    let refused = Refusal::cursor;
    if cursor.len() > 2000 {
        return Err(refused());
    }
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| refused())?;
    let Ok(Json::Array(mut all)) = show::parse(&bytes) else { return Err(refused()) };
    if all.first().and_then(Json::as_str) != Some(list) {
        return Err(refused());
    }
    all.remove(0);
    all.try_into().map_err(|_| refused())
}

/// Text at `index` of a decoded place, or `400`.
pub fn text(place: &[Json], index: usize) -> Result<String, Refusal> {
    place.get(index).and_then(Json::as_str).filter(|text| text.len() <= 1000).map(str::to_owned).ok_or_else(Refusal::cursor)
}

/// A place in a list of records.
pub fn of_place(list: &str, place: &Place) -> String {
    let key = match &place.key {
        Value::Int(key) => Json::from(*key),
        Value::Text(key) => Json::from(key.clone()),
        Value::Null => Json::Null,
    };
    encode(list, &[key, Json::from(place.id.clone())])
}

/// The place in a list of records that a cursor stands for, or `400`.
pub fn to_place(list: &str, cursor: &str, sort: Sort) -> Result<Place, Refusal> {
    let [key, id] = decode::<2>(list, cursor)?;
    let id = text(&[id], 0)?;
    let key = match (sort.key, &key) {
        (Key::Name, Json::String(key)) if key.len() < 500 => Some(Value::Text(key.clone())),
        (Key::Updated | Key::Created | Key::Amount, Json::Number(number)) => {
            number.as_i64().filter(|key| key.abs() <= 1 << 53).map(Value::Int)
        }
        _ => None,
    };
    let key = key.ok_or_else(Refusal::cursor)?;
    Ok(Place { key, id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_belongs_to_its_list() {
        let cursor = encode("users", &[Json::from("Ann"), Json::from("1")]);
        assert_eq!(decode::<2>("users", &cursor).unwrap(), [Json::from("Ann"), Json::from("1")]);
        for (list, bad) in [("teams", cursor.as_str()), ("users", ""), ("users", "%%%"), ("users", "bnVsbA"), ("users", &cursor[1..])] {
            assert_eq!(decode::<2>(list, bad).unwrap_err().code, crate::error::Code::InvalidCursor, "{list} {bad}");
        }
    }
}
