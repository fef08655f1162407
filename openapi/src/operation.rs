//! What is said of one route, beyond what the table of routes and the conventions of the API say of it already.

use leadroom::error::Code;

use crate::schema::{Schema, named};

/// A query parameter or a header.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// `query` or `header`.
    pub place: &'static str,
    /// What it may be.
    pub schema: Schema,
    /// Whether it must be there.
    pub required: bool,
}

/// What is sent along.
#[derive(Clone, Debug)]
pub struct Body {
    /// The media types that are understood, each with its schema.
    pub content: Vec<(&'static str, Schema)>,
    /// Whether there must be one.
    pub required: bool,
}

/// An answer that is no refusal.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// When it comes, and what it says.
    pub about: String,
    /// The media type and the schema; nothing for an answer without a body.
    pub content: Option<(&'static str, Schema)>,
    /// Headers beyond those of every answer, by their names in `components.headers`.
    pub headers: Vec<&'static str>,
}

/// One route.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The method, as in the table of routes.
    pub method: &'static str,
    /// The path, as in the table of routes.
    pub path: &'static str,
    /// A name for code that is made from the document. `{Kind}` and `{Kinds}` stand for `Lead` and `Leads`, and so on.
    pub id: &'static str,
    /// In a few words.
    pub summary: &'static str,
    /// The rest of what there is to know.
    pub about: &'static str,
    /// Query parameters and headers.
    pub parameters: Vec<Parameter>,
    /// What is sent along.
    pub body: Option<Body>,
    /// Answers that are no refusals.
    pub answers: Vec<Answer>,
    /// Refusals beyond those that follow from the conventions.
    pub codes: Vec<Code>,
}

/// A route's entry.
pub fn on(method: &'static str, path: &'static str, id: &'static str, summary: &'static str) -> Operation {
    Operation { method, path, id, summary, about: "", parameters: vec![], body: None, answers: vec![], codes: vec![] }
}

impl Operation {
    /// The rest of what there is to know.
    pub fn about(mut self, text: &'static str) -> Self {
        self.about = text;
        self
    }

    fn parameter(mut self, place: &'static str, name: &'static str, schema: Schema, required: bool) -> Self {
        self.parameters.push(Parameter { name, place, schema, required });
        self
    }

    /// A query parameter.
    pub fn query(self, name: &'static str, schema: Schema) -> Self {
        self.parameter("query", name, schema, false)
    }

    /// A header.
    pub fn header(self, name: &'static str, schema: Schema) -> Self {
        self.parameter("header", name, schema, false)
    }

    /// Takes a JSON object.
    pub fn takes(self, schema: Schema) -> Self {
        self.takes_any(vec![("application/json", schema)])
    }

    /// Takes a JSON object, or nothing at all, which is the same as an empty one.
    pub fn may_take(self, schema: Schema) -> Self {
        self.takes(schema).optional()
    }

    /// Takes one of several media types.
    pub fn takes_any(mut self, content: Vec<(&'static str, Schema)>) -> Self {
        self.body = Some(Body { content, required: true });
        self
    }

    /// Or nothing at all.
    pub fn optional(mut self) -> Self {
        self.body.iter_mut().for_each(|body| body.required = false);
        self
    }

    /// Answers JSON.
    pub fn gives(self, status: u16, schema: Schema, about: &str) -> Self {
        self.answers(status, Some(("application/json", schema)), about, vec![])
    }

    /// Answers an object that has a version.
    pub fn gives_versioned(self, status: u16, schema: Schema, about: &str) -> Self {
        let headers = if status == 201 { vec!["ETag", "Location"] } else { vec!["ETag"] };
        self.answers(status, Some(("application/json", schema)), about, headers)
    }

    /// Answers without a body.
    pub fn gives_nothing(self, status: u16, about: &str) -> Self {
        self.answers(status, None, about, vec![])
    }

    /// Answers anything.
    pub fn answers(mut self, status: u16, content: Option<(&'static str, Schema)>, about: &str, headers: Vec<&'static str>) -> Self {
        self.answers.push(Answer { status, about: about.to_owned(), content, headers });
        self
    }

    /// Answers pages of what is called `entry`, as the schema `<entry>Page`.
    pub fn pages(self, entry: &str) -> Self {
        let page = named(&format!("{entry}Page"));
        self.answers(200, Some(("application/json", page)), "A page.", vec!["Link"])
            .query("limit", named("Limit"))
            .query("cursor", named("Cursor"))
            .refuses(&[Code::InvalidCursor])
    }

    /// Refuses so, too.
    pub fn refuses(mut self, codes: &[Code]) -> Self {
        self.codes.extend_from_slice(codes);
        self
    }

    /// Takes `If-Match`.
    pub fn matches(self) -> Self {
        self.header("If-Match", named("Version")).refuses(&[Code::InvalidHeader, Code::EditConflict])
    }
}
