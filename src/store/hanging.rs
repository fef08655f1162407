//! Shares that end or shrink many at a time, because of what they hang on: a team, or a share of somebody's book. Set-based: the
//! same few statements for one record and for a hundred thousand, each share told on its record's timeline under the next
//! number. Must never touch a share without telling it.

use crate::access::Permissions;
use crate::id::{BulkId, GrantId, OrgId, TeamId, UserId};
use crate::model::Actor;
use crate::params;
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;

/// Which shares: rows of `access` by their key, in terms of the first parameters of every statement about them.
struct Hit {
    rows: &'static str,
    params: Vec<Value>,
}

/// The share of this book (`?1` its owner) with this recipient (`?2`), by what it is and not by an id that another writer may have
/// been faster to give it.
macro_rules! of_book {
    ($test:literal) => {
        concat!(
            "SELECT h.record_id, h.principal FROM access h WHERE h.parent_id = (SELECT id FROM book_share WHERE owner_id = ?1 AND principal = ?2) AND ",
            $test
        )
    };
}

/// The shares with a team, and whatever was shared on from one of them or from a book shared with the team.
const OF_TEAM: &str = "SELECT record_id, principal FROM access WHERE principal = 'team:' || ?1
  UNION SELECT h.record_id, h.principal FROM access h WHERE h.parent_id IN (
    SELECT id FROM access WHERE principal = 'team:' || ?1 AND source = 'share' UNION ALL SELECT id FROM book_share WHERE principal = 'team:' || ?1)";

const PERMISSIONS: &str = "a.permissions";
const ENDS: &str = "a.expires_at";
/// What is left of a share's permissions and of its time when `?3` and `?4` are all that there is.
const CUT: &str = "a.permissions & ?3";
const CUT_ENDS: &str = "CASE WHEN ?4 IS NULL THEN a.expires_at WHEN a.expires_at IS NULL THEN ?4 ELSE min(a.expires_at, ?4) END";

impl Hit {
    fn stmt(&self, sql: &str, more: Vec<Value>) -> Stmt {
        let mut params = self.params.clone();
        params.extend(more);
        Stmt::new(format!("WITH hit (record_id, principal) AS MATERIALIZED ({}) {sql}", self.rows), params)
    }

    /// Tells each of the shares on its record's timeline, with these terms from now on, and counts the records' versions up. Two
    /// shares of one record get two numbers.
    fn tell(&self, kind: &str, cause: &str, permissions: &str, ends: &str, (by, bulk): (&Actor, &BulkId), now: Timestamp) -> [Stmt; 2] {
        let first = self.params.len() + 1;
        let (second, third, fourth, fifth) = (first + 1, first + 2, first + 3, first + 4);
        let words = |bits: &str| {
            format!(
                r#"json((SELECT json_group_array(j.value) FROM json_each('["read","update","delete","share","assign","note","task","communicate"]') j WHERE ({bits}) >> j.key & 1))"#
            )
        };
        let time = |millis: &str| format!("strftime('%Y-%m-%dT%H:%M:%fZ', ({millis}) / 1000.0, 'unixepoch')");
        let (words_now, time_now) = (words(permissions), time(ends));
        let from = if permissions == PERMISSIONS {
            String::new()
        } else {
            format!(", 'from', json_object('permissions', {}, 'expires_at', {})", words(PERMISSIONS), time(ENDS))
        };
        let told = format!(
            "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, bulk, data)
             SELECT r.id, r.version + row_number() OVER (PARTITION BY r.id ORDER BY a.principal), r.org_id, '{kind}', ?{first}, ?{second}, ?{third}, ?{fourth}, ?{fifth},
               json_object('share_id', a.id, 'with', CASE substr(a.principal, 1, 4)
                 WHEN 'user' THEN json_object('type', 'user', 'id', u.id, 'name', u.name)
                 WHEN 'team' THEN json_object('type', 'team', 'id', t.id, 'name', t.name)
                 ELSE json_object('type', 'everyone', 'name', n.name) END,
                 'permissions', {words_now}, 'expires_at', {time_now}, 'reason', a.reason, 'cause', '{cause}'{from})
             FROM hit CROSS JOIN access a ON a.record_id = hit.record_id AND a.principal = hit.principal
             CROSS JOIN record r ON r.id = a.record_id JOIN organization n ON n.id = r.org_id
             LEFT JOIN user u ON u.id = substr(a.principal, 6) LEFT JOIN team t ON t.id = substr(a.principal, 6)"
        );
        let counted = format!(
            "UPDATE record SET version = version + g.n, updated_at = max(updated_at, ?{first}), last_activity_at = max(last_activity_at, ?{first})
             FROM (SELECT record_id, count(*) AS n FROM hit GROUP BY record_id) g WHERE record.id = g.record_id"
        );
        [self.stmt(&told, params![now, by.kind.text(), by.id.as_deref(), by.name.as_str(), bulk]), self.stmt(&counted, vec![now.into()])]
    }

    /// The shares end.
    fn end(&self, cause: &str, (by, bulk): (&Actor, &BulkId), now: Timestamp) -> Vec<Stmt> {
        let gone = self.stmt("DELETE FROM access WHERE (record_id, principal) IN (SELECT record_id, principal FROM hit)", Vec::new());
        self.tell("share_ended", cause, PERMISSIONS, ENDS, (by, bulk), now).into_iter().chain([gone]).collect()
    }
}

/// Ends a book share, and with it whatever was shared on from it.
pub fn book_delete(book: &GrantId, (by, bulk): (&Actor, &BulkId), now: Timestamp) -> Vec<Stmt> {
    let hit = Hit { rows: "SELECT record_id, principal FROM access WHERE parent_id = ?1", params: params![book] };
    let mut statements = hit.end("book_share_ended", (by, bulk), now);
    statements.push(Stmt::new("DELETE FROM book_share WHERE id = ?1", params![book]));
    statements
}

/// What a book share gives, as far as what hangs on it depends on that.
pub struct Left<'a> {
    /// Whose book.
    pub owner: &'a UserId,
    /// With whom it is shared.
    pub principal: &'a str,
    /// For which kinds, as bits.
    pub kinds: i64,
    /// What.
    pub permissions: Permissions,
    /// Until when.
    pub expires_at: Option<Timestamp>,
}

/// Cuts whatever was shared on from a book share to what that gives now: nothing on records of other kinds.
pub fn book_cut(left: &Left<'_>, (by, bulk): (&Actor, &BulkId), now: Timestamp) -> Vec<Stmt> {
    let of_other_kinds = Hit {
        rows: of_book!("NOT ?3 & CASE substr(h.shelf, 1, 4) WHEN 'lead' THEN 1 WHEN 'cont' THEN 2 ELSE 4 END"),
        params: params![left.owner, left.principal, left.kinds],
    };
    let over = Hit {
        rows: of_book!("(h.permissions & ~?3 OR (?4 IS NOT NULL AND (h.expires_at IS NULL OR h.expires_at > ?4)))"),
        params: params![left.owner, left.principal, left.permissions.bits(), left.expires_at],
    };
    let cut = format!(
        "UPDATE access AS a SET permissions = {CUT}, expires_at = {CUT_ENDS} WHERE (a.record_id, a.principal) IN (SELECT record_id, principal FROM hit)"
    );
    let mut statements = of_other_kinds.end("book_share_changed", (by, bulk), now);
    statements.extend(over.tell("share_changed", "book_share_changed", CUT, CUT_ENDS, (by, bulk), now));
    statements.push(over.stmt(&cut, Vec::new()));
    statements
}

/// Deletes a team, its memberships and its shares, and what was shared on from these.
pub fn team_delete(team: &TeamId, (by, bulk): (&Actor, &BulkId), org: &OrgId, now: Timestamp) -> Vec<Stmt> {
    let mut statements = Hit { rows: OF_TEAM, params: params![team] }.end("team_deleted", (by, bulk), now);
    statements.extend([
        Stmt::new("DELETE FROM book_share WHERE principal = 'team:' || ?1", params![team]),
        // Whoever was in it is told that its shares are over.
        Stmt::new(
            "INSERT INTO former_member (team_id, user_id, left_at) SELECT team_id, user_id, ?2 FROM team_member WHERE team_id = ?1",
            params![team, now],
        ),
        Stmt::new("DELETE FROM team_member WHERE team_id = ?1", params![team]),
        Stmt::new("DELETE FROM team WHERE id = ?1 AND org_id = ?2", params![team, org]),
    ]);
    statements
}

/// Who would lose sight of what if a team were deleted: `[people, records]`, of at most 1,000 pairs. A team's shares reach its
/// members, what was shared on from them anybody; whoever sees a record some other way loses nothing.
pub fn team_sole_access(team: &TeamId, now: Timestamp) -> Stmt {
    Stmt::new(
        "WITH via (name, kinds) AS MATERIALIZED (
           SELECT 'team:' || ?1, 7
           UNION ALL SELECT 'book:' || owner_id, kinds FROM book_share WHERE principal = 'team:' || ?1 AND (expires_at IS NULL OR expires_at > ?2)),
         gone (id) AS MATERIALIZED (
           SELECT id FROM access WHERE principal = 'team:' || ?1 AND source = 'share' UNION ALL SELECT id FROM book_share WHERE principal = 'team:' || ?1),
         pair (user_id, record_id) AS (
           SELECT m.user_id, a.record_id FROM via CROSS JOIN access a ON a.principal = via.name CROSS JOIN team_member m ON m.team_id = ?1
           WHERE a.shelf IN ('lead', 'contact', 'deal') AND via.kinds & CASE a.shelf WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
           AND (a.expires_at IS NULL OR a.expires_at > ?2)
           UNION ALL SELECT substr(h.principal, 6), h.record_id FROM gone CROSS JOIN access h ON h.parent_id = gone.id
           WHERE h.principal >= 'user:' AND h.principal < 'user;' AND (h.expires_at IS NULL OR h.expires_at > ?2)
           UNION ALL SELECT m.user_id, h.record_id FROM gone CROSS JOIN access h ON h.parent_id = gone.id CROSS JOIN team_member m ON m.team_id = substr(h.principal, 6)
           WHERE h.principal >= 'team:' AND h.principal < 'team;' AND (h.expires_at IS NULL OR h.expires_at > ?2)
           UNION ALL SELECT u.id, h.record_id FROM gone CROSS JOIN access h ON h.parent_id = gone.id CROSS JOIN user u ON u.org_id = substr(h.principal, 5)
           WHERE h.principal >= 'org:' AND h.principal < 'org;' AND (h.expires_at IS NULL OR h.expires_at > ?2))
         SELECT json_array(count(DISTINCT user_id), count(DISTINCT record_id)) FROM (
           SELECT p.user_id, p.record_id FROM pair p CROSS JOIN user u ON u.id = p.user_id AND u.active = 1
           CROSS JOIN role o ON o.id = u.role_id AND o.ceiling & 1 AND NOT o.capabilities & 1 CROSS JOIN record r ON r.id = p.record_id AND r.deleted_at IS NULL
           WHERE NOT EXISTS (
             SELECT 1 FROM access b WHERE b.record_id = p.record_id AND (b.expires_at IS NULL OR b.expires_at > ?2)
             AND (b.parent_id IS NULL OR b.parent_id NOT IN (SELECT id FROM gone)) AND (
               b.principal IN ('book:' || u.id, 'collab:' || u.id, 'user:' || u.id, 'org:' || u.org_id)
               OR (b.source = 'pool' AND (o.capabilities & 2 OR (o.capabilities & 4 AND (SELECT json_extract(n.settings, '$.pool') FROM organization n WHERE n.id = u.org_id) = 'agents')))
               OR (b.source = 'share' AND b.principal IN (SELECT 'team:' || x.team_id FROM team_member x WHERE x.user_id = u.id AND x.team_id <> ?1))
               OR (b.source = 'owner' AND EXISTS (
                 SELECT 1 FROM book_share s WHERE s.owner_id = r.owner_id AND (s.expires_at IS NULL OR s.expires_at > ?2)
                 AND s.kinds & CASE r.kind WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
                 AND (s.principal IN ('user:' || u.id, 'org:' || u.org_id)
                   OR s.principal IN (SELECT 'team:' || y.team_id FROM team_member y WHERE y.user_id = u.id AND y.team_id <> ?1))))))
           LIMIT 1000)",
        params![team, now],
    )
}
