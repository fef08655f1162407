//! Generated organisations hold what the Worker would have written.

mod support;

use leadroom_bench::generate::{Size, generate};
use support::{Empty, WEDNESDAY};

#[test]
fn a_generated_organisation_is_as_the_worker_would_have_written_it() {
    let file = Empty::new("generated");
    let database = file.open();
    let made = generate(&database, Size { leads: 2_000, seed: 1, now: WEDNESDAY }).unwrap();
    database.close().unwrap();

    let org = file.ask("SELECT id FROM organization WHERE name = 'Bench'").remove(0);
    let count = |what: &str| file.number(&what.replace("$ORG", &org));
    assert_eq!(count("SELECT count(*) FROM record WHERE org_id = '$ORG'"), 2_000);
    assert_eq!(
        count(
            "SELECT count(*) FROM record r WHERE (SELECT count(*) FROM event e WHERE e.record_id = r.id AND e.seq = 1 AND e.type = 'created') <> r.version"
        ),
        0
    );
    // The rows that triggers keep.
    assert_eq!(
        count(
            "SELECT count(*) FROM record r WHERE NOT EXISTS (SELECT 1 FROM access a WHERE a.record_id = r.id AND a.principal = coalesce('book:' || r.owner_id, 'pool:' || r.org_id))"
        ),
        0
    );
    assert_eq!(
        count(
            "SELECT count(*) FROM access a JOIN record r ON r.id = a.record_id WHERE (a.updated_at, a.created_at, a.shelf) <> (r.updated_at, r.created_at, r.shelf)"
        ),
        0
    );
    let word = format!("\"o{}logistics\"", &org[24..]);
    let common = count(&format!("SELECT count(*) FROM record_search WHERE record_search MATCH '{word}'"));
    assert!((190..=210).contains(&common), "{common} of 2,000 leads contain the common word");

    // What is measured: six principals, and a page of everything.
    let agent = made["agent"]["id"].as_str().unwrap();
    assert_eq!(count(&format!("SELECT count(*) FROM team_member WHERE user_id = '{agent}'")), 2);
    for principal in [
        format!("= 'book:{agent}'"),
        format!("= 'collab:{agent}'"),
        format!("IN (SELECT 'team:' || team_id FROM team_member WHERE user_id = '{agent}')"),
    ] {
        let held = count(&format!("SELECT count(*) FROM access WHERE principal {principal}"));
        assert!(held > 60, "{held} rows of {principal}");
    }
    assert!(made["records"]["hidden"].as_array().unwrap().len() > 5);
}
