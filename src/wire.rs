//! Messages between the Worker and its rooms and queue, as JSON arrays in a fixed order.
//!
//! Readers and writers derived with serde for the tree of everything that can be done with a record weighed more than what
//! does it. Here is one small function per type; a message begins with its version, and who meets one of another version
//! asks for a retry.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::show::{self, Show as _};
use crate::sql::{Column, read};
use crate::time::Timestamp;

/// What travels in a message; it is read as a [`Column`].
pub trait Wire: Column {
    /// As JSON.
    fn write(&self) -> Json;
}

impl Wire for Json {
    fn write(&self) -> Json {
        self.clone()
    }
}
impl Wire for String {
    fn write(&self) -> Json {
        Json::from(self.as_str())
    }
}
impl Wire for i64 {
    fn write(&self) -> Json {
        Json::from(*self)
    }
}
impl Wire for bool {
    fn write(&self) -> Json {
        Json::from(*self)
    }
}
impl Wire for Timestamp {
    fn write(&self) -> Json {
        Json::from(self.0)
    }
}
impl<T: Wire> Wire for Option<T> {
    fn write(&self) -> Json {
        self.as_ref().map_or(Json::Null, Wire::write)
    }
}
impl Wire for BTreeMap<String, Json> {
    fn write(&self) -> Json {
        self.show()
    }
}
impl<T: Wire> Wire for Vec<T> {
    fn write(&self) -> Json {
        self.iter().map(Wire::write).collect()
    }
}
impl<A: Wire, B: Wire> Wire for (A, B) {
    fn write(&self) -> Json {
        Json::Array(vec![self.0.write(), self.1.write()])
    }
}

/// A message as text.
pub fn text(message: &impl Wire) -> String {
    show::text(&message.write())
}

/// A message from text; `None` when it is not one of these.
pub fn parse<T: Wire>(text: &str) -> Option<T> {
    read(show::parse(text.as_bytes()).ok()?)
}

/// `wire!(struct Type: a, b)` writes and reads `Type { a, b }` as an array; `wire!(enum Type: "tag" Variant { a, b }, …)` an
/// enum, each variant after its tag. A variant with one unnamed part is written `Variant (part)`. What an enum does not know
/// reads, spoilt, as its first variant.
#[macro_export]
macro_rules! wire {
    (struct $name:ty: $($field:ident),* $(,)?) => {
        $crate::columns!($name: $($field),*);
        impl $crate::wire::Wire for $name {
            fn write(&self) -> serde_json::Value {
                serde_json::Value::Array(vec![$($crate::wire::Wire::write(&self.$field),)*])
            }
        }
    };
    (@variant $cells:ident $variant:ident) => { Self::$variant };
    (@variant $cells:ident $variant:ident { $($field:ident),* }) => { Self::$variant { $($field: $crate::sql::Column::read(&mut $cells)),* } };
    (@variant $cells:ident $variant:ident ($part:ident)) => { Self::$variant($crate::sql::Column::read(&mut $cells)) };
    (enum $name:ident:
        $first_tag:literal $first:ident $({ $($first_field:ident),* })? $(( $first_part:ident ))?,
        $($tag:literal $variant:ident $({ $($field:ident),* })? $(( $part:ident ))?,)*) => {
        impl $crate::sql::Column for $name {
            fn read(cells: &mut $crate::sql::Cells) -> Self {
                let mut inner = cells.open();
                let tag = inner.text();
                let found = match tag.as_str() {
                    $($tag => $crate::wire!(@variant inner $variant $({ $($field),* })? $(($part))?),)*
                    tag => {
                        if tag != $first_tag {
                            inner.spoil();
                        }
                        $crate::wire!(@variant inner $first $({ $($first_field),* })? $(($first_part))?)
                    }
                };
                cells.close(&inner);
                found
            }
        }
        impl $crate::wire::Wire for $name {
            fn write(&self) -> serde_json::Value {
                match self {
                    Self::$first $({ $($first_field),* })? $(( $first_part ))? => serde_json::Value::Array(vec![
                        serde_json::Value::from($first_tag),
                        $($($crate::wire::Wire::write($first_field),)*)?
                        $($crate::wire::Wire::write($first_part),)?
                    ]),
                    $(Self::$variant $({ $($field),* })? $(( $part ))? => serde_json::Value::Array(vec![
                        serde_json::Value::from($tag),
                        $($($crate::wire::Wire::write($field),)*)?
                        $($crate::wire::Wire::write($part),)?
                    ]),)*
                }
            }
        }
    };
}
