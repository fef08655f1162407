//! How values look from outside: as JSON, built by one small function per type. Writers derived with serde weighed five times
//! as much.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::time::Timestamp;

/// What has a look in JSON.
pub trait Show {
    /// As JSON.
    fn show(&self) -> Json;
}

impl Show for Json {
    fn show(&self) -> Json {
        self.clone()
    }
}
impl Show for str {
    fn show(&self) -> Json {
        Json::String(self.to_owned())
    }
}
impl Show for String {
    fn show(&self) -> Json {
        Json::String(self.clone())
    }
}
impl Show for bool {
    fn show(&self) -> Json {
        Json::Bool(*self)
    }
}
impl Show for i64 {
    fn show(&self) -> Json {
        Json::from(*self)
    }
}
impl Show for u16 {
    fn show(&self) -> Json {
        Json::from(*self)
    }
}
impl Show for usize {
    fn show(&self) -> Json {
        Json::from(*self)
    }
}
impl Show for Timestamp {
    fn show(&self) -> Json {
        Json::String(self.to_text())
    }
}
impl<T: Show + ?Sized> Show for &T {
    fn show(&self) -> Json {
        (**self).show()
    }
}
impl<T: Show> Show for Box<T> {
    fn show(&self) -> Json {
        (**self).show()
    }
}
impl<T: Show> Show for Option<T> {
    fn show(&self) -> Json {
        match self {
            Some(value) => value.show(),
            None => Json::Null,
        }
    }
}
impl<T: Show> Show for [T] {
    fn show(&self) -> Json {
        let mut list = Vec::with_capacity(self.len());
        for one in self {
            list.push(one.show());
        }
        Json::Array(list)
    }
}
impl<T: Show, const N: usize> Show for [T; N] {
    fn show(&self) -> Json {
        self[..].show()
    }
}
impl<T: Show> Show for Vec<T> {
    fn show(&self) -> Json {
        self[..].show()
    }
}
impl<T: Show> Show for BTreeMap<String, T> {
    fn show(&self) -> Json {
        let mut map = Map::new();
        for (name, value) in self {
            put(&mut map, name, value.show());
        }
        Json::Object(map)
    }
}
impl Show for Map<String, Json> {
    fn show(&self) -> Json {
        Json::Object(self.clone())
    }
}

/// Puts a member into an object.
#[inline(never)]
pub fn put(map: &mut Map<String, Json>, name: &str, value: Json) {
    map.insert(name.to_owned(), value);
}

/// A map of these members; of two with one name it is the last. (`collect` sorts first, by a sort of its own for each kind of
/// iterator.)
pub fn gather<M: Default + Extend<(String, Json)>>(members: impl IntoIterator<Item = (String, Json)>) -> M {
    let mut map = M::default();
    map.extend(members);
    map
}

/// A set of bits as the list of their names.
pub fn bits(names: &[(i64, &str)], bits: i64) -> Json {
    let mut list = Vec::new();
    for (bit, name) in names {
        if bits & bit != 0 {
            list.push(name.show());
        }
    }
    Json::Array(list)
}

/// An object without the members that are null.
#[inline(never)]
pub fn brief(mut object: Json) -> Json {
    if let Json::Object(map) = &mut object {
        map.retain(|_, value| !value.is_null());
    }
    object
}

/// JSON as text.
#[inline(never)]
pub fn text(value: &Json) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// JSON from text.
#[inline(never)]
pub fn parse(text: &[u8]) -> serde_json::Result<Json> {
    serde_json::from_slice(text)
}

/// JSON as it is written, with [`Show`] for what is not JSON yet. (serde's own would take a serialiser per type.)
#[macro_export]
macro_rules! json {
    (@members $map:ident) => {};
    (@members $map:ident $name:literal: null $(, $($rest:tt)*)?) => {
        $crate::show::put(&mut $map, $name, serde_json::Value::Null);
        $crate::json!(@members $map $($($rest)*)?);
    };
    (@members $map:ident $name:literal: { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::show::put(&mut $map, $name, $crate::json!({ $($inner)* }));
        $crate::json!(@members $map $($($rest)*)?);
    };
    (@members $map:ident $name:literal: [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::show::put(&mut $map, $name, $crate::json!([ $($inner)* ]));
        $crate::json!(@members $map $($($rest)*)?);
    };
    (@members $map:ident $name:literal: $value:expr $(, $($rest:tt)*)?) => {
        $crate::show::put(&mut $map, $name, $crate::show::Show::show(&$value));
        $crate::json!(@members $map $($($rest)*)?);
    };
    ({}) => { serde_json::Value::Object(serde_json::Map::new()) };
    ({ $($members:tt)+ }) => {{
        let mut map = serde_json::Map::new();
        $crate::json!(@members map $($members)+);
        serde_json::Value::Object(map)
    }};
    ([]) => { serde_json::Value::Array(Vec::new()) };
    ([ $({ $($inner:tt)* }),+ $(,)? ]) => { serde_json::Value::Array(vec![$($crate::json!({ $($inner)* })),+]) };
    ([ $($one:expr),+ $(,)? ]) => { serde_json::Value::Array(vec![$($crate::show::Show::show(&$one)),+]) };
    ($value:expr) => { $crate::show::Show::show(&$value) };
}

/// `shown!(Type: a, b)` shows `Type { a, b }` as an object of these members.
#[macro_export]
macro_rules! shown {
    ($name:ty: $($field:ident),* $(,)?) => {
        impl $crate::show::Show for $name {
            fn show(&self) -> serde_json::Value {
                let mut map = serde_json::Map::new();
                $($crate::show::put(&mut map, stringify!($field), $crate::show::Show::show(&self.$field));)*
                serde_json::Value::Object(map)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_what_is_written() {
        let none: Option<&str> = None;
        let shown = crate::json!({"a": 1_i64, "b": {"c": null, "d": [{"e": "f"}]}, "g": none, "h": [true], "at": Timestamp(0),});
        assert_eq!(text(&shown), r#"{"a":1,"at":"1970-01-01T00:00:00.000Z","b":{"c":null,"d":[{"e":"f"}]},"g":null,"h":[true]}"#);
        assert_eq!(crate::json!({}), parse(b"{}").unwrap());
    }
}
