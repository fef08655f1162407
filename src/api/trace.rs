//! What is learnt of a request while it is answered: for the log line, and for which browser apps may read the answer.

use std::cell::{Cell, RefCell};

use crate::flow::live::{Door, Seat};
use crate::id::{OrgId, Shard, UserId};
use crate::job::Job;
use crate::sql::Stmt;

/// What is known of a request so far.
#[derive(Debug, Default)]
pub struct Trace {
    /// The path of its route, with `{…}` for what varies; empty when there is none.
    pub route: Cell<&'static str>,
    /// The caller's organisation. Until somebody is known a refusal waits: `401` comes first.
    pub org: RefCell<Option<OrgId>>,
    /// The origins whose browser apps may read the answer, once it is known whose list counts.
    pub origins: RefCell<Option<Vec<String>>>,
    /// What is left to be written when the answer is on its way: that the credential is in use.
    pub used: RefCell<Option<Stmt>>,
    /// Whose access or credential may have ended by it, if anybody's: that of one person, or of anybody in the organisation.
    pub loosened: RefCell<Option<Option<UserId>>>,
    /// The messages that nudge the consumer of what was written beside the rooms.
    pub nudges: RefCell<Vec<Job>>,
    /// The shard that is to be asked instead, when it turned out to be another one: this answer is none then.
    pub elsewhere: Cell<Option<Shard>>,
    /// Where the connection goes on, when it is one.
    pub upgrade: RefCell<Option<(Door, Seat)>>,
}

impl Trace {
    /// Notes whose request it is, and which origins' pages may read the answer.
    pub fn note(&self, org: &OrgId, origins: &[String]) {
        *self.org.borrow_mut() = Some(org.clone());
        *self.origins.borrow_mut() = Some(origins.to_vec());
    }

    /// Whether it is known by now that somebody calls.
    pub fn is_known(&self) -> bool {
        self.org.borrow().is_some()
    }
}
