//! The demo organisation, whenever it is made.

mod support;

use leadroom::time::{DAY, HOUR};
use leadroom_bench::database::Database;
use leadroom_bench::demo::fill;
use support::{Empty, WEDNESDAY};

#[test]
fn the_demo_shows_everything_there_is() {
    let file = Empty::new("shows");
    let database = file.open();
    let made = fill(&database, 1, WEDNESDAY).unwrap();
    database.close().unwrap();

    assert_eq!(made["people"][0]["role"], "owner");
    assert_eq!(made["people"][0]["key"], made["key"]);
    let now = WEDNESDAY;
    for (least, what) in [
        (150, "SELECT count(*) FROM record WHERE shelf = 'lead'".to_owned()),
        (50, "SELECT count(*) FROM record WHERE shelf = 'contact'".to_owned()),
        (40, "SELECT count(*) FROM record WHERE shelf = 'deal'".to_owned()),
        (5, "SELECT count(*) FROM record WHERE deleted_at IS NOT NULL".to_owned()),
        (10, "SELECT count(*) FROM record WHERE shelf = 'lead' AND owner_id IS NULL".to_owned()),
        (1, "SELECT count(*) FROM record r JOIN user u ON u.id = r.owner_id WHERE u.active = 0".to_owned()),
        (12, "SELECT count(*) FROM user WHERE active = 1".to_owned()),
        (3, "SELECT count(*) FROM team".to_owned()),
        (7, "SELECT count(DISTINCT currency) FROM record".to_owned()),
        (3, "SELECT count(DISTINCT level) FROM access WHERE source = 'collaborator'".to_owned()),
        (3, "SELECT count(DISTINCT substr(principal, 1, 4)) FROM access WHERE source = 'share'".to_owned()),
        (5, format!("SELECT count(*) FROM access WHERE source = 'share' AND expires_at <= {now}")),
        (5, format!("SELECT count(*) FROM access WHERE source = 'share' AND expires_at > {now}")),
        (3, format!("SELECT count(*) FROM request WHERE status = 'pending' AND expires_at > {now}")),
        (3, "SELECT count(*) FROM request WHERE status = 'expired'".to_owned()),
        (6, "SELECT count(DISTINCT status) FROM request".to_owned()),
        (2, "SELECT count(*) FROM request WHERE decision_until IS NOT NULL".to_owned()),
        (10, "SELECT count(*) FROM event WHERE type = 'assigned' AND data ->> 'note' IS NOT NULL".to_owned()),
        (80, "SELECT count(*) FROM note".to_owned()),
        (10, "SELECT count(*) FROM note WHERE json_array_length(mentions) > 0".to_owned()),
        (150, "SELECT count(*) FROM communication".to_owned()),
        (5, "SELECT count(DISTINCT channel) FROM communication".to_owned()),
        (30, "SELECT count(*) FROM task WHERE status = 'done'".to_owned()),
        (5, format!("SELECT count(*) FROM task WHERE status = 'open' AND due_at < {now}")),
        (5, format!("SELECT count(*) FROM task WHERE status = 'open' AND due_at > {now}")),
        (25, "SELECT count(DISTINCT type) FROM event".to_owned()),
        (4, "SELECT count(*) FROM source".to_owned()),
        (5, "SELECT count(DISTINCT status) FROM delivery".to_owned()),
        (3, "SELECT count(*) FROM rule".to_owned()),
        (5, "SELECT count(DISTINCT record_id) FROM event WHERE type = 'rule_applied'".to_owned()),
        (1, format!("SELECT count(*) FROM book_share WHERE expires_at <= {now}")),
        (3, format!("SELECT count(*) FROM book_share WHERE expires_at IS NULL OR expires_at > {now}")),
        (6, "SELECT count(DISTINCT strftime('%Y-%m', at / 1000, 'unixepoch')) FROM event".to_owned()),
    ] {
        let found = file.number(&what);
        assert!(found >= least, "{found} instead of {least}: {what}");
    }
}

#[test]
fn the_history_is_whole_and_past() {
    for (index, now) in [WEDNESDAY, WEDNESDAY + 4 * DAY - 11 * HOUR, WEDNESDAY + 104 * DAY].into_iter().enumerate() {
        let file = Empty::new(&format!("whole-{index}"));
        let database = file.open();
        fill(&database, u64::try_from(index).unwrap(), now).unwrap();
        database.close().unwrap();

        let gaps = "SELECT count(*) FROM record r WHERE r.version <> (SELECT count(*) FROM event e WHERE e.record_id = r.id)
                    OR r.version <> (SELECT max(seq) FROM event e WHERE e.record_id = r.id)";
        assert_eq!(file.number(gaps), 0);
        assert_eq!(file.number(&format!("SELECT count(*) FROM event WHERE at > {now}")), 0);
        assert_eq!(file.number("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), 0);
        assert_eq!(file.number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        assert_eq!(
            file.number("SELECT count(*) FROM event WHERE data LIKE '%{%}%{company}%' OR data LIKE '%{customer}%' OR data LIKE '%{day}%'"),
            0
        );
    }
}

#[test]
fn the_same_seed_makes_the_same_organisation() {
    let events = "SELECT e.record_id || e.seq || e.type || e.at || e.actor_name || e.data FROM event e ORDER BY e.record_id, e.seq";
    let [one, other] = ["one", "other"].map(|name| {
        let file = Empty::new(name);
        let database = file.open();
        fill(&database, 7, WEDNESDAY).unwrap();
        database.close().unwrap();
        (file.ask(events), file.ask("SELECT hash FROM api_key ORDER BY id"))
    });
    assert_eq!(one.0, other.0);
    assert_ne!(one.1, other.1, "keys are nobody else's");
}

#[test]
fn a_database_with_an_organisation_is_refused() {
    let file = Empty::new("refused");
    let database = file.open();
    fill(&database, 1, WEDNESDAY).unwrap();
    database.close().unwrap();
    assert!(Database::open_empty(&file.0).is_err());
}

#[test]
fn what_is_not_finished_leaves_the_database_empty() {
    let file = Empty::new("unfinished");
    let database = file.open();
    fill(&database, 1, WEDNESDAY).unwrap();
    drop(database);
    assert_eq!(file.number("SELECT count(*) FROM organization"), 0);
}
