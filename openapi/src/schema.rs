//! Words for schemas (JSON Schema 2020-12). Every schema carries an example, and the example of an object is put together
//! from those of its members: so each is written once, next to what it is an example of.

use serde_json::{Map, Value as Json, json};

/// A schema and an example of it.
#[derive(Clone, Debug)]
pub struct Schema {
    json: Json,
    /// What stands in the example of whatever this is part of; nothing for what is looked up by its name.
    example: Option<Json>,
    /// The example is written out beside the schema, because a leaf has no members to take it from.
    leaf: bool,
}

impl Schema {
    fn leaf(json: Json, example: impl Into<Json>) -> Self {
        Self { json, example: Some(example.into()), leaf: true }
    }

    fn whole(json: Json, example: Option<Json>) -> Self {
        Self { json, example, leaf: false }
    }

    fn set(mut self, key: &str, value: impl Into<Json>) -> Self {
        if let Some(map) = self.json.as_object_mut() {
            map.insert(key.to_owned(), value.into());
        }
        self
    }

    /// What it means.
    pub fn about(self, text: &str) -> Self {
        self.set("description", text)
    }

    /// Another example.
    pub fn example(mut self, example: impl Into<Json>) -> Self {
        self.example = Some(example.into());
        self
    }

    /// Not in the example of what it is part of.
    pub fn absent(mut self) -> Self {
        self.example = None;
        self
    }

    /// What it is when nothing is said.
    pub fn usual(self, value: impl Into<Json>) -> Self {
        self.set("default", value)
    }

    fn nullable(mut self) -> Self {
        if self.json.as_object().is_some_and(Map::is_empty) {
            return self;
        }
        match self.json.get("type").cloned() {
            Some(Json::Array(_)) => self,
            Some(Json::String(kind)) => {
                self.json["type"] = json!([kind, "null"]);
                if let Some(words) = self.json.get_mut("enum").and_then(Json::as_array_mut) {
                    words.push(Json::Null);
                }
                self
            }
            _ => {
                let description = self.json.as_object_mut().and_then(|map| map.remove("description"));
                let mut json = json!({"anyOf": [self.json, {"type": "null"}]});
                if let Some(description) = description {
                    json["description"] = description;
                }
                Self { json, ..self }
            }
        }
    }

    /// Or null.
    pub fn or_null(self) -> Self {
        self.nullable()
    }

    /// Or null, as the example shows.
    pub fn mostly_null(self) -> Self {
        self.nullable().example(Json::Null)
    }

    /// What the whole text must look like, as a regular expression.
    pub fn pattern(self, expression: &str) -> Self {
        self.set("pattern", expression)
    }

    /// Text that must not be empty.
    pub fn filled_text(self) -> Self {
        self.set("minLength", 1)
    }

    /// How long the keys of an object may be, and how many there may be.
    pub fn keys(self, longest: usize, most: usize) -> Self {
        self.set("propertyNames", json!({"minLength": 1, "maxLength": longest})).set("maxProperties", most)
    }

    /// Only this value.
    pub fn only(self, value: impl Into<Json>) -> Self {
        self.set("const", value)
    }

    /// At least one of a list's entries, or one of an object's members.
    pub fn filled(self) -> Self {
        let key = if self.json["type"] == "array" { "minItems" } else { "minProperties" };
        self.set(key, 1)
    }

    /// As JSON, and its example.
    pub fn finish(self) -> (Json, Option<Json>) {
        let mut json = self.json;
        if let (true, Some(example), Some(map)) = (self.leaf, &self.example, json.as_object_mut()) {
            map.insert("examples".to_owned(), json!([example]));
        }
        (json, self.example)
    }
}

/// A UUID.
pub fn id() -> Schema {
    Schema::leaf(json!({"type": "string", "format": "uuid"}), "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e")
}

/// A time.
pub fn time() -> Schema {
    Schema::leaf(json!({"type": "string", "format": "date-time"}), "2026-05-01T09:30:00.000Z")
}

/// Text of at most `most` characters after trimming. Empty text counts as absent.
pub fn text(most: usize) -> Schema {
    Schema::leaf(json!({"type": "string", "maxLength": most, "format": "plain-text"}), "Text")
}

/// Text that must not be empty.
pub fn name(most: usize) -> Schema {
    text(most).filled_text()
}

/// Text that is only shown.
pub fn shown() -> Schema {
    Schema::leaf(json!({"type": "string"}), "Text")
}

/// An e-mail address.
pub fn email() -> Schema {
    Schema::leaf(json!({"type": "string", "format": "email", "maxLength": 254}), "ann@example.com")
}

/// An e-mail address. Empty text counts as absent.
pub fn email_or_blank() -> Schema {
    let either = json!({"type": "string", "anyOf": [{"format": "email"}, {"pattern": r"^\s*$"}], "maxLength": 254});
    Schema::leaf(either, "ann@example.com")
}

/// An absolute address.
pub fn uri() -> Schema {
    Schema::leaf(json!({"type": "string", "format": "uri"}), "https://www.example.com/thanks")
}

/// A browser's origin.
pub fn origin() -> Schema {
    Schema::leaf(json!({"type": "string", "pattern": "^https?://[a-z0-9.:\\[\\]-]{1,255}$"}), "https://app.example.com")
}

/// A whole number.
pub fn integer(least: i64, most: i64) -> Schema {
    Schema::leaf(json!({"type": "integer", "minimum": least, "maximum": most}), least.max(1))
}

/// How many there are of something.
pub fn count() -> Schema {
    Schema::leaf(json!({"type": "integer", "minimum": 0}), 1)
}

/// True or false.
pub fn boolean() -> Schema {
    Schema::leaf(json!({"type": "boolean"}), true)
}

/// One of some words; the first is the example.
pub fn word<'a>(words: impl IntoIterator<Item = &'a str>) -> Schema {
    let words: Vec<&str> = words.into_iter().collect();
    let first = words.first().copied().unwrap_or_default();
    Schema::leaf(json!({"type": "string", "enum": words}), first)
}

/// Exactly this word.
pub fn constant(word: &str) -> Schema {
    Schema::whole(json!({"type": "string", "const": word}), Some(word.into()))
}

/// Any JSON.
pub fn anything() -> Schema {
    Schema::whole(json!({}), Some(json!("anything")))
}

/// Nothing but null.
pub fn null() -> Schema {
    Schema::whole(json!({"type": "null"}), Some(Json::Null))
}

/// A list of at most `most`.
pub fn list(of: Schema, most: usize) -> Schema {
    let schema = shown_list(of);
    schema.set("maxItems", most)
}

/// A list that is only shown.
pub fn shown_list(of: Schema) -> Schema {
    let (items, example) = of.finish();
    Schema::whole(json!({"type": "array", "items": items}), example.map(|example| json!([example])))
}

/// An object whose keys are data.
pub fn map(of: Schema) -> Schema {
    let (values, example) = of.finish();
    Schema::whole(json!({"type": "object", "additionalProperties": values}), example.map(|example| json!({"key": example})))
}

/// The schema of this name.
pub fn named(name: &str) -> Schema {
    Schema::whole(json!({"$ref": format!("#/components/schemas/{name}")}), Some(json!({"$example": name})))
}

/// One of several; the first is the example.
pub fn one_of(these: Vec<Schema>) -> Schema {
    let finished: Vec<_> = these.into_iter().map(Schema::finish).collect();
    let example = finished.first().and_then(|(_, example)| example.clone());
    let all: Vec<Json> = finished.into_iter().map(|(json, _)| json).collect();
    Schema::whole(json!({"oneOf": all}), example)
}

/// Whether a member must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Always,
    Perhaps,
    PerhapsNotNull,
}

/// A member of an object.
pub struct Member {
    name: &'static str,
    schema: Schema,
    need: Need,
}

/// A member that is always there.
pub fn has(name: &'static str, schema: Schema) -> Member {
    Member { name, schema, need: Need::Always }
}

/// A member that may be missing; in a request, null is the same, and clears what can be cleared.
pub fn may(name: &'static str, schema: Schema) -> Member {
    Member { name, schema, need: Need::Perhaps }
}

/// A member that may be missing, but not null: what it changes cannot be cleared.
pub fn set(name: &'static str, schema: Schema) -> Member {
    Member { name, schema, need: Need::PerhapsNotNull }
}

fn members(members: Vec<Member>, closed: bool) -> Schema {
    let (mut properties, mut required, mut example) = (Map::new(), Vec::new(), Map::new());
    for Member { name, schema, need } in members {
        let schema = if closed && need == Need::Perhaps { schema.nullable() } else { schema };
        let (json, shown) = schema.finish();
        if let Some(shown) = shown {
            example.insert(name.to_owned(), shown);
        }
        if need == Need::Always {
            required.push(name);
        }
        properties.insert(name.to_owned(), json);
    }
    let mut json = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        json["required"] = json!(required);
    }
    if closed {
        json["additionalProperties"] = false.into();
    }
    Schema::whole(json, Some(Json::Object(example)))
}

/// An object in an answer. Clients must expect members that are not here yet.
pub fn object(of: Vec<Member>) -> Schema {
    members(of, false)
}

/// An object in a request. Members that are not here are refused by name.
pub fn body(of: Vec<Member>) -> Schema {
    members(of, true)
}
