//! The organisation itself.

use super::person::{Credential, WHO};
use crate::access::CALLER;
use crate::id::OrgId;
use crate::model::Settings;
use crate::show::{self, Show as _};
use crate::sql::Stmt;
use crate::time::Timestamp;
use crate::{columns, params};

/// An organisation.
#[derive(Clone, Debug)]
pub struct OrgRow {
    /// Which.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// Its settings, defaults filled in.
    pub settings: Settings,
    /// Counts changes.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

columns!(OrgRow: id, name, settings, version, created_at, updated_at);

/// The caller's organisation.
pub fn org_get(credential: &Credential, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(json({WHO}), json((SELECT json_array(id, name, json(settings), version, created_at, updated_at) FROM organization
             WHERE id = (SELECT org_id FROM caller))))"
        ),
        credential.params(now),
    )
}

/// A new organisation, made at this origin.
pub fn org_insert(id: &OrgId, name: &str, origin: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO organization (id, name, created_at, updated_at, origin) VALUES (?1, ?2, ?3, ?3, ?4)",
        params![id, name, now, origin],
    )
}

/// Changes the organisation that still has `version`; no row comes back when somebody else was first.
pub fn org_update(org: &OrgRow, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE organization SET name = ?2, settings = ?3, version = version + 1, updated_at = ?4 WHERE id = ?1 AND version = ?5 RETURNING json_array(id)",
        params![&org.id, org.name.as_str(), show::text(&org.settings.show()), now, org.version],
    )
}

/// The identity provider that an organisation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    /// The organisation.
    pub org: OrgId,
    /// Where the provider's keys are.
    pub jwks_url: String,
    /// What the organisation says of it, word by word: a credential holds as long as that stays.
    pub stated: String,
}

columns!(Provider: org, jwks_url, stated);

/// Who names the provider with this issuer, for the first of these audiences.
pub fn provider_find(issuer: &str, audiences: &[String]) -> Stmt {
    Stmt::new(
        "SELECT json_array(o.id, o.settings ->> '$.jwt.jwks_url', '' || (o.settings -> '$.jwt')) FROM json_each(?2) a
         CROSS JOIN organization o ON o.settings ->> '$.jwt.issuer' = ?1 AND o.settings ->> '$.jwt.audience' = a.value
         ORDER BY a.key LIMIT 1",
        params![issuer, show::text(&audiences.show())],
    )
}
