//! Everything that can go wrong, as closed sets.
//!
//! A [`Refusal`] is a rule saying no, with words for the caller. A [`StoreError`] is the database failing. An [`Error`]
//! is what a caller can meet: either of them. Each code has one HTTP status, here and nowhere else.

use std::ops::{Deref, DerefMut};

use serde_json::{Map, Value as Json};

use crate::shown;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $status:literal $text:literal, $title:literal;)*) => {
        /// The stable, machine-readable code of a problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $title] $(#[$doc])* $name,)* }

        impl Code {
            /// All codes, in the order of this file.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// The HTTP status.
            pub const fn status(self) -> u16 { match self { $(Self::$name => $status,)* } }
            /// The code as callers see it.
            pub const fn text(self) -> &'static str { match self { $(Self::$name => $text,)* } }
            /// A short title, the same for every occurrence (RFC 9457).
            pub const fn title(self) -> &'static str { match self { $(Self::$name => $title,)* } }
        }
    };
}

codes! {
    MalformedJson = 400 "malformed_json", "The body is not readable JSON";
    InvalidCursor = 400 "invalid_cursor", "The cursor is not one of this list's";
    InvalidParameter = 400 "invalid_parameter", "A query parameter cannot be read";
    InvalidHeader = 400 "invalid_header", "A request header cannot be read";
    Unauthenticated = 401 "unauthenticated", "No valid credential";
    UserInactive = 401 "user_inactive", "The person behind this credential is inactive";
    InvalidSignature = 401 "invalid_signature", "The signature does not match";
    InvalidCode = 401 "invalid_code", "The code does not sign in";
    StaleTimestamp = 401 "stale_timestamp", "The signature is too old";
    Forbidden = 403 "forbidden", "Not allowed";
    CrossOrigin = 403 "cross_origin", "Not from another origin";
    OwnGrant = 403 "own_grant", "Nobody extends what was granted to themselves";
    OwnRequest = 403 "own_request", "Nobody decides their own request";
    NotFound = 404 "not_found", "Not found";
    MethodNotAllowed = 405 "method_not_allowed", "The method is not allowed here";
    AlreadyOwned = 409 "already_owned", "Somebody owns it already";
    AlreadyOwner = 409 "already_owner", "The person owns it already";
    AlreadyCollaborator = 409 "already_collaborator", "The access asked for is there already";
    CoolingDown = 409 "cooling_down", "A request was denied a short while ago";
    RequestResolved = 409 "request_resolved", "The request is decided already";
    PossibleDuplicate = 409 "possible_duplicate", "There is a record like this one already";
    RecordDeleted = 409 "record_deleted", "The record is in the trash";
    NotDeleted = 409 "not_deleted", "The record is not in the trash";
    LastOwner = 409 "last_owner", "An organisation keeps at least one active owner";
    ChooseOrganization = 409 "choose_organization", "The address belongs to several organisations";
    IdentityProviderTaken = 409 "identity_provider_taken", "Another organisation has this issuer and audience";
    EmailTaken = 409 "email_taken", "Somebody has this e-mail address already";
    NameTaken = 409 "name_taken", "The name is in use already";
    TeamInUse = 409 "team_in_use", "Somebody would lose access with this team";
    RoleInUse = 409 "role_in_use", "Somebody has the role";
    AlreadyConverted = 409 "already_converted", "The lead was converted already";
    NotFailed = 409 "not_failed", "Only what failed and is still kept can be replayed";
    OwnerChanged = 409 "owner_changed", "Somebody else owns it by now";
    JobFinished = 409 "job_finished", "The job is over already";
    JobNotFinished = 409 "job_not_finished", "The job is not over yet";
    NotUndoable = 409 "not_undoable", "There is nothing in it that can be undone";
    AlreadyUndone = 409 "already_undone", "The job was undone already";
    LimitReached = 409 "limit_reached", "There are as many as there may be";
    BuiltInRole = 409 "built_in_role", "Built-in roles stay as they are";
    IdempotencyKeyInUse = 409 "idempotency_key_in_use", "The same request is being answered";
    EditConflict = 412 "edit_conflict", "Somebody else changed the same fields";
    TooLarge = 413 "content_too_large", "The body is too large";
    UnsupportedMediaType = 415 "unsupported_media_type", "The content type is not understood here";
    UpgradeRequired = 426 "upgrade_required", "This is a WebSocket";
    Invalid = 422 "validation_failed", "The content is not valid";
    AssigneeInactive = 422 "assignee_inactive", "The new owner is inactive";
    AssigneeWithoutAccess = 422 "assignee_without_access", "The assignee cannot see the record";
    RecipientInactive = 422 "recipient_inactive", "The recipient is inactive";
    RecipientWithoutLeadAccess = 422 "recipient_without_lead_access", "The recipient's role cannot be given leads";
    RecipientCannotSee = 422 "recipient_cannot_see", "The recipient cannot see the record";
    IdempotencyKeyReused = 422 "idempotency_key_reused", "The key was sent with another request";
    TooManyRequests = 429 "too_many_requests", "Too many requests";
    Internal = 500 "internal_error", "Something went wrong on our side";
    Unavailable = 503 "unavailable", "Overloaded for the moment";
}

/// One wrong field of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field, with dots into objects and numbers into lists: `with.id`, `tags.2`.
    pub field: String,
    /// What is wrong, machine-readable.
    pub code: &'static str,
    /// What is wrong, in words.
    pub detail: String,
}

shown!(FieldError: field, code, detail);

impl FieldError {
    /// A wrong field.
    pub fn new(field: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self { field: field.into(), code, detail: detail.into() }
    }
}

/// A rule said no. One word wide, because nearly every function may return it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal(Box<Reason>);

/// What a refusal says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Which rule.
    pub code: Code,
    /// What the caller should know, in words; never anything internal.
    pub detail: String,
    /// Members that go with this code (`missing`, `remedy`, `current`, …).
    pub extensions: Map<String, Json>,
    /// The wrong fields, for `422`.
    pub errors: Vec<FieldError>,
    /// What went wrong on our side: for the log, never for the caller.
    pub cause: Option<String>,
}

impl Deref for Refusal {
    type Target = Reason;

    fn deref(&self) -> &Reason {
        &self.0
    }
}

impl DerefMut for Refusal {
    fn deref_mut(&mut self) -> &mut Reason {
        &mut self.0
    }
}

impl Refusal {
    /// A refusal with its words.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self::of(code, detail.into())
    }

    #[inline(never)]
    fn of(code: Code, detail: String) -> Self {
        Self(Box::new(Reason { code, detail, extensions: Map::new(), errors: Vec::new(), cause: None }))
    }

    /// With a further member of the problem document.
    #[must_use]
    pub fn with(self, key: &str, value: impl Into<Json>) -> Self {
        self.extended(key, value.into())
    }

    #[inline(never)]
    fn extended(mut self, key: &str, value: Json) -> Self {
        self.extensions.insert(key.to_owned(), value);
        self
    }

    /// `404`, the same for what does not exist and for what the caller may not see.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "There is nothing here, or nothing that you may see.")
    }

    /// `400` for a cursor that is none of the list's.
    pub fn cursor() -> Self {
        Self::new(Code::InvalidCursor, "The cursor is not one that this list gave.")
    }

    /// `409` for giving a record to whoever owns it.
    pub fn already_owner() -> Self {
        Self::new(Code::AlreadyOwner, "The owner has every permission already.")
    }

    /// `403` for whoever would extend what was granted to themselves.
    pub fn own_grant() -> Self {
        Self::new(Code::OwnGrant, "Nobody extends what was granted to themselves.").with("remedy", "ask_owner")
    }

    /// `422` for one field.
    pub fn field(field: impl Into<String>, code: &'static str, detail: impl Into<String>) -> Self {
        Self::fields(vec![FieldError::new(field, code, detail)])
    }

    /// `422` for several fields.
    pub fn fields(errors: Vec<FieldError>) -> Self {
        let detail = match errors.as_slice() {
            [one] => format!("`{}`: {}", one.field, one.detail),
            many => format!("{} fields are not valid.", many.len()),
        };
        let mut refusal = Self::new(Code::Invalid, detail);
        refusal.errors = errors;
        refusal
    }

    /// `403`: the permission or capability that is missing, and the way out.
    pub fn forbidden(missing: &str, remedy: &str, detail: impl Into<String>) -> Self {
        Self::new(Code::Forbidden, detail).with("missing", missing).with("remedy", remedy)
    }
}

/// The database failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// Another writer was first: the named unique key is taken. Reload and decide again.
    Conflict(String),
    /// It did not answer, or said that it is overloaded. Nothing is known to be written.
    Unavailable(String),
    /// It answered what it never should.
    Corrupt(String),
}

/// What a caller can meet: a rule said no, or the database failed. One word wide, like [`Refusal`].
#[derive(Clone, Debug, PartialEq)]
pub struct Error(Refusal);

impl Error {
    /// The code the caller sees.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What the caller gets to read.
    pub fn refusal(&self) -> &Refusal {
        &self.0
    }

    /// The same, to be added to.
    pub fn refusal_mut(&mut self) -> &mut Refusal {
        &mut self.0
    }

    /// What belongs in the log: the cause of a failure; `None` for a refusal.
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<StoreError> for Error {
    #[inline(never)]
    fn from(error: StoreError) -> Self {
        let (code, cause) = match error {
            StoreError::Conflict(cause) | StoreError::Unavailable(cause) => (Code::Unavailable, cause),
            StoreError::Corrupt(cause) => (Code::Internal, cause),
        };
        let mut refusal = Refusal::new(code, "Nothing was changed as far as is known; the request may be sent again.");
        refusal.cause = Some(cause);
        Self(refusal)
    }
}
