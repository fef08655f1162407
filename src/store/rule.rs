//! Rules, which of them are due, and whose turn it is.

use super::person::Credential;
use crate::access::{CALLER, PEOPLE};
use crate::id::{OrgId, RecordId, RuleId, TeamId, UserId};
use crate::model::{Occasion, Settings};
use crate::record::rule::{Then, When};
use crate::show::{self, Show as _};
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;
use crate::wire::Wire as _;
use crate::{columns, params};

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleRow {
    /// Which.
    pub id: RuleId,
    /// Whose.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// What it waits for.
    pub on: Occasion,
    /// What must hold.
    pub when: When,
    /// What it does.
    pub then: Vec<Then>,
    /// Whether it runs (1) or not (0).
    pub enabled: i64,
    /// Its place in the order.
    pub position: i64,
    /// Counts changes.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Whoever of its people and teams is there, and what is the matter with them.
    pub there: Vec<(String, Option<String>)>,
    /// Whether the source that it names is there (1), or none is named.
    pub source_there: i64,
}

columns!(RuleRow: id, org, name, on, when, then, enabled, position, version, created_at, updated_at, there, source_there);

/// A rule `w`. Whom and what it names are texts among its actions; a tag that reads like an id does no harm.
const RULE: &str = "json_array(w.id, w.org_id, w.name, w.occasion, json(w.conditions), json(w.actions), w.enabled, w.position, w.version, w.created_at, w.updated_at,
  json((SELECT json_group_array(json_array(n.id, n.code)) FROM (
    SELECT u.id, CASE WHEN NOT u.active THEN 'recipient_inactive' WHEN NOT r.ceiling & 1 THEN 'recipient_without_lead_access' END AS code
    FROM json_tree(w.actions) t CROSS JOIN user u ON u.id = t.atom JOIN role r ON r.id = u.role_id WHERE t.type = 'text' AND u.org_id = w.org_id
    UNION ALL
    SELECT m.id, CASE WHEN NOT EXISTS (SELECT 1 FROM team_member x JOIN user u ON u.id = x.user_id JOIN role r ON r.id = u.role_id
      WHERE x.team_id = m.id AND u.active = 1 AND r.ceiling & 1) THEN 'nobody_active' END
    FROM json_tree(w.actions) t CROSS JOIN team m ON m.id = t.atom WHERE t.type = 'text' AND m.org_id = w.org_id) n)),
  w.conditions ->> 'source_id' IS NULL OR EXISTS (SELECT 1 FROM source s WHERE s.id = w.conditions ->> 'source_id' AND s.org_id = w.org_id))";

/// A page of the caller's organisation's rules, in the order in which they run.
pub fn rule_page(credential: &Credential, after: i64, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([after.into(), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {RULE} FROM rule w WHERE w.org_id = (SELECT org_id FROM caller WHERE active) AND w.position > ?4 ORDER BY w.position, w.id LIMIT ?5"
        ),
        params,
    )
}

/// One rule of the caller's organisation.
pub fn rule_get(credential: &Credential, rule: &RuleId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(rule.into());
    Stmt::new(format!("{CALLER} SELECT {RULE} FROM rule w WHERE w.id = ?4 AND w.org_id = (SELECT org_id FROM caller WHERE active)"), params)
}

/// How many rules the caller's organisation has: `[count]`.
pub fn rule_count(credential: &Credential, now: Timestamp) -> Stmt {
    Stmt::new(
        format!("{CALLER} SELECT json_array(count(*)) FROM rule WHERE org_id = (SELECT org_id FROM caller WHERE active)"),
        credential.params(now),
    )
}

fn actions(rule: &RuleRow) -> String {
    show::text(&rule.then.write())
}

/// A new rule, the last in the order. Fails on `rule.name` when the name is in use.
pub fn rule_insert(rule: &RuleRow, by: &UserId) -> Stmt {
    Stmt::new(
        "INSERT INTO rule (id, org_id, name, occasion, conditions, actions, enabled, position, created_by, created_at, updated_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT count(*) + 1 FROM rule WHERE org_id = ?2), ?8, ?9, ?9",
        params![
            &rule.id,
            &rule.org,
            rule.name.as_str(),
            rule.on.text(),
            show::text(&rule.when.show()),
            actions(rule),
            rule.enabled,
            by,
            rule.created_at
        ],
    )
}

/// Changes the rule that still has its `version`; no row comes back when somebody else was first.
pub fn rule_update(rule: &RuleRow, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE rule SET name = ?3, occasion = ?4, conditions = ?5, actions = ?6, enabled = ?7, version = version + 1, updated_at = ?8
         WHERE id = ?1 AND org_id = ?2 AND version = ?9 RETURNING json_array(id)",
        params![
            &rule.id,
            &rule.org,
            rule.name.as_str(),
            rule.on.text(),
            show::text(&rule.when.show()),
            actions(rule),
            rule.enabled,
            now,
            rule.version
        ],
    )
}

/// Numbers an organisation's rules 1, 2, 3, … anew, with this one at a place of its own.
pub fn rule_place(org: &OrgId, placed: Option<(&RuleId, i64)>) -> Stmt {
    Stmt::new(
        "UPDATE rule SET position = p.place, version = version + (rule.id IS NOT ?2) FROM (
           SELECT id, row_number() OVER (ORDER BY CASE WHEN id = ?2 THEN 2 * ?3 + iif(?3 > position, 1, -1) ELSE 2 * position END, id) AS place
           FROM rule WHERE org_id = ?1) p
         WHERE rule.id = p.id AND rule.position <> p.place",
        params![org, placed.map(|(rule, _)| rule), placed.map(|(_, place)| place)],
    )
}

/// Deletes a rule and its place in the turns. What it did stays.
pub fn rule_delete(rule: &RuleId, org: &OrgId) -> Vec<Stmt> {
    vec![turn_delete(rule.as_str()), Stmt::new("DELETE FROM rule WHERE id = ?1 AND org_id = ?2", params![rule, org]), rule_place(org, None)]
}

/// The rules that the events `from` to `seq` of a record set off, which nobody fanned out yet: `[[record, seq], rule, organisation]`, in the order
/// of the events and of the rules. Whatever no rule changes is looked at here, the tags when the rule's turn comes.
///
/// A rule does nothing about what happened before it was made.
pub fn rule_due(record: &RecordId, from: i64, seq: i64) -> Stmt {
    due("FROM event e", "e.record_id = ?1 AND e.seq BETWEEN ?2 AND ?3", params![record, from, seq])
}

/// The same of these events, a list of `[record, seq]`.
pub fn rule_due_of(events: &str) -> Stmt {
    let from = "FROM json_each(?1) p CROSS JOIN event e ON e.record_id = p.value ->> 0 AND e.seq = p.value ->> 1";
    due(from, "true", params![events])
}

fn due(from: &str, which: &str, params: Vec<Value>) -> Stmt {
    Stmt::new(
        format!("SELECT json_array(json_array(e.record_id, e.seq), w.id, w.org_id) {from} CROSS JOIN record r ON r.id = e.record_id CROSS JOIN rule w ON w.org_id = e.org_id
         WHERE {which} AND e.dispatched_at IS NULL AND r.deleted_at IS NULL AND w.enabled = 1 AND w.created_at <= e.at
           AND w.occasion = CASE WHEN e.type IN ('created', 'captured') THEN e.type WHEN e.type IN ('updated', 'converted') THEN 'status_changed' END
           AND (w.occasion <> 'status_changed' OR json_type(e.data, '$.changes.status') IS NOT NULL)
           AND e.data ->> '$.submitted' IS NOT 0
           AND coalesce(w.conditions ->> 'kind', r.kind) = r.kind
           AND (w.conditions ->> 'source' IS NULL OR w.conditions ->> 'source' IS r.source)
           AND coalesce(w.conditions ->> 'status' = coalesce(e.data ->> '$.changes.status.to', r.status), 1)
           AND (w.conditions ->> 'source_id' IS NULL OR w.conditions ->> 'source_id' IS CASE WHEN e.actor_type = 'source' THEN e.actor_id
             ELSE (SELECT f.actor_id FROM event f WHERE f.record_id = r.id AND f.seq = 1 AND f.actor_type = 'source') END)
         ORDER BY e.record_id, e.seq, w.position, w.id"),
        params,
    )
}

/// A rule that is to be applied.
pub struct Run {
    /// Its name.
    pub name: String,
    /// What it waited for.
    pub on: Occasion,
    /// What it does.
    pub then: Vec<Then>,
    /// Its organisation's settings.
    pub settings: Settings,
    /// Its organisation's name.
    pub everyone: String,
}

columns!(Run: name, on, then, settings, everyone);

/// The rule, unless it was applied to the event `seq` already, or the record lacks the tag that it asks for.
pub fn rule_run(rule: &RuleId, record: &RecordId, seq: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(w.name, w.occasion, json(w.actions), json(o.settings), o.name) FROM rule w JOIN organization o ON o.id = w.org_id
         WHERE w.id = ?1 AND w.enabled = 1
           AND NOT EXISTS (SELECT 1 FROM event WHERE record_id = ?2 AND actor_id = ?1 AND json_extract(data, '$.event_seq') = ?3 AND type = 'rule_applied')
           AND (w.conditions ->> 'tag' IS NULL OR EXISTS (SELECT 1 FROM record r, json_each(r.tags) t WHERE r.id = ?2 AND t.value = w.conditions ->> 'tag'))",
        params![rule, record, seq],
    )
}

/// The people whom a rule names, and whether they see the record by something other than being its collaborator: `[candidate, 0 or 1]`.
pub fn rule_people(rule: &RuleId, record: &RecordId, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "WITH candidate (id) AS MATERIALIZED (
               SELECT DISTINCT u.id FROM rule w, json_tree(w.actions) t CROSS JOIN user u ON u.id = t.atom WHERE w.id = ?5 AND t.type = 'text' AND u.org_id = w.org_id),
             {PEOPLE} SELECT json_array(json_array(c.id, c.name, c.active, c.ceiling, c.capabilities),
               c.capabilities & 1 OR EXISTS (SELECT 1 FROM principal p CROSS JOIN access s ON s.record_id = ?4 AND s.principal = p.name
                 CROSS JOIN record r ON r.id = ?4
                 WHERE p.holder = c.id AND p.kinds & CASE r.kind WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
                 AND (s.expires_at IS NULL OR s.expires_at > ?3)))
             FROM caller c"
        ),
        params![Value::Null, Value::Null, now, record, rule],
    )
}

/// The teams that a rule names: `[id, name]`.
pub fn rule_teams(rule: &RuleId) -> Stmt {
    Stmt::new(
        "SELECT json_array(m.id, m.name) FROM rule w, json_tree(w.actions) t CROSS JOIN team m ON m.id = t.atom WHERE w.id = ?1 AND t.type = 'text' AND m.org_id = w.org_id",
        params![rule],
    )
}

/// Whose turn is next: the id of the member of a team who follows whoever had the last turn at this holder (a rule or a source),
/// or the first one; of those who are active and can be given records. Nothing where there is nobody.
macro_rules! next_turn {
    ($holder:literal, $team:literal, $org:literal) => {
        concat!(
            "(SELECT m.user_id FROM team_member m CROSS JOIN user n ON n.id = m.user_id JOIN role p ON p.id = n.role_id
               LEFT JOIN turn t ON t.team_id = m.team_id AND t.holder_id = ",
            $holder,
            " WHERE m.team_id = ",
            $team,
            " AND n.org_id = ",
            $org,
            " AND n.active = 1 AND p.ceiling & 1 ORDER BY m.user_id <= coalesce(t.user_id, ''), m.user_id LIMIT 1)"
        )
    };
}
pub(super) use next_turn;

/// Whose turn is next at a rule, in which team, and which number had the last one: `[candidate, team, number]`.
pub fn rule_turn(rule: &RuleId) -> Stmt {
    Stmt::new(
        concat!(
            "SELECT json_array(json_array(u.id, u.name, u.active, r.ceiling, r.capabilities), x.team, coalesce((SELECT number FROM turn WHERE holder_id = ?1), 0))
             FROM (SELECT w.org_id, a.value ->> '$[1][1]' AS team FROM rule w, json_each(w.actions) a
               WHERE w.id = ?1 AND a.value ->> '$[0]' = 'assign' AND a.value ->> '$[1][0]' = 'team') x
             CROSS JOIN user u ON u.id = ",
            next_turn!("?1", "x.team", "x.org_id"),
            " JOIN role r ON r.id = u.role_id"
        ),
        params![rule],
    )
}

/// Somebody takes the turn after `number`. Fails on `turn.holder_id` when somebody else took it first.
pub fn turn_take(holder: &str, team: &TeamId, user: &UserId, number: i64, record: &RecordId) -> Vec<Stmt> {
    vec![
        Stmt::new(
            "INSERT INTO turn (holder_id, team_id, user_id, number, record_id)
             SELECT holder_id, team_id, user_id, number, record_id FROM turn WHERE holder_id = ?1 AND number <> ?2",
            params![holder, number],
        ),
        Stmt::new(
            "INSERT INTO turn (holder_id, team_id, user_id, number, record_id) VALUES (?1, ?2, ?3, 1, ?4)
             ON CONFLICT (holder_id) DO UPDATE SET team_id = excluded.team_id, user_id = excluded.user_id, number = number + 1, record_id = excluded.record_id",
            params![holder, team, user, record],
        ),
    ]
}

/// Forgets who had the last turn.
pub fn turn_delete(holder: &str) -> Stmt {
    Stmt::new("DELETE FROM turn WHERE holder_id = ?1", params![holder])
}

/// A record that the same batch has made is given to whoever's turn it is at a source: decided as it is written, so two at the
/// same moment take two turns, and none is taken for what came to nothing.
pub fn turn_of_new(source: &str, team: &TeamId, org: &OrgId, record: &RecordId) -> Vec<Stmt> {
    const TOOK: &str = "FROM turn t JOIN user u ON u.id = t.user_id WHERE t.holder_id = ?1 AND t.record_id = ?2";
    vec![
        Stmt::new(
            concat!(
                "INSERT INTO turn (holder_id, team_id, user_id, number, record_id) SELECT ?1, ?2, u.id, 1, ?4 FROM user u WHERE u.id = ",
                next_turn!("?1", "?2", "?3"),
                " AND EXISTS (SELECT 1 FROM record WHERE id = ?4)
                 ON CONFLICT (holder_id) DO UPDATE SET team_id = excluded.team_id, user_id = excluded.user_id, number = number + 1, record_id = excluded.record_id"
            ),
            params![source, team, org, record],
        ),
        Stmt::new(format!("UPDATE record SET owner_id = (SELECT u.id {TOOK}) WHERE id = ?2 AND owner_id IS NULL"), params![source, record]),
        Stmt::new(
            format!("UPDATE event SET data = json_set(data, '$.owner', json((SELECT json_object('id', u.id, 'name', u.name) {TOOK}))) WHERE record_id = ?2 AND seq = 1 AND EXISTS (SELECT 1 {TOOK})"),
            params![source, record],
        ),
        // Whoever owns it needs not be its collaborator.
        Stmt::new("DELETE FROM access WHERE record_id = ?2 AND principal = (SELECT 'collab:' || t.user_id FROM turn t WHERE t.holder_id = ?1 AND t.record_id = ?2)", params![source, record]),
    ]
}
