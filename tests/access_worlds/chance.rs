//! Steps by chance, chosen with an eye on what there is, so that most of them mean something.

use serde_json::{Value as Json, json};

use crate::model::{ALL, CAPABILITIES, KINDS, LEVELS, Model, WORDS, live, statuses};
use crate::plan::{End, Op, Step, Whom, With};
use crate::support::Seeded;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// The next step of a world of at most `most` records, whose next request is answered at `next`.
pub fn step(by: &Seeded, model: &Model, n: u32, most: usize, next: i64) -> Step {
    let op = op(by, model, most, next);
    let actor = actor(by, model, &op, next);
    Step { n, actor, op }
}

/// Whoever may do it, anybody of the organisation, or just anybody.
fn actor(by: &Seeded, model: &Model, op: &Op, next: i64) -> usize {
    let anybody = by.below(model.users.len());
    let record = match op {
        Op::Edit { record, .. }
        | Op::Delete { record }
        | Op::Restore { record }
        | Op::Assign { record, .. }
        | Op::Collaborate { record, .. }
        | Op::Uncollaborate { record, .. }
        | Op::Share { record, .. }
        | Op::Leave { record }
        | Op::Claim { record }
        | Op::Join { record }
        | Op::Convert { record, .. }
        | Op::Ask { record, .. } => model.record(*record),
        Op::ChangeShare { share, .. } | Op::EndShare { share } => model.share(*share).map(|(r, _)| r),
        Op::Approve { request, .. } | Op::Deny { request } | Op::Cancel { request } => {
            model.request(*request).map(|q| model.requests[q].record)
        }
        _ => None,
    };
    let fits = |user: usize| match (op, record) {
        (Op::Cancel { request }, Some(_)) => model.request(*request).is_some_and(|q| model.requests[q].requester == user),
        (Op::Approve { .. } | Op::Deny { .. }, Some(r)) => model.decides(user, &model.records[r]),
        (Op::Leave { .. }, Some(r)) => model.records[r].has_collaborator(user, next),
        (Op::Ask { .. } | Op::Join { .. } | Op::Claim { .. }, Some(r)) => {
            let mine = model.permissions(user, &model.records[r], next);
            model.users[user].active && model.users[user].org == model.records[r].org && !mine.contains("share")
        }
        (_, Some(r)) => {
            let mine = model.permissions(user, &model.records[r], next);
            if by.chance(60) { mine.contains("share") } else { !mine.is_empty() }
        }
        (
            Op::Settings { .. }
            | Op::Activate { .. }
            | Op::Promote { .. }
            | Op::Role { .. }
            | Op::RoleDelete { .. }
            | Op::TeamMake
            | Op::TeamAdd { .. }
            | Op::TeamRemove { .. }
            | Op::TeamDelete { .. },
            None,
        ) => model.runs_it(user) && model.users[user].active,
        (Op::Book { owner: Whom::User(owner), .. }, None) => {
            model.users[user].active
                && (model.can(user, "assign_any") || *owner == user)
                && model.users[user].org == model.users[*owner].org
        }
        (Op::ChangeBook { book, .. } | Op::EndBook { book }, None) => {
            let book = &model.books[model.book(*book).unwrap()];
            model.users[user].active && (book.owner == user || book.giver == user || model.can(user, "assign_any"))
        }
        (Op::Create { owner: Whom::User(owner), .. }, None) => {
            let books = |book: &crate::model::Book| book.owner == *owner && book.create && model.reaches(&book.with, user);
            model.users[user].active && (model.books.iter().any(books) || by.chance(30))
        }
        _ => model.users[user].active,
    };
    if by.chance(80) {
        let fitting: Vec<usize> = (0..model.users.len()).filter(|user| fits(*user)).collect();
        if !fitting.is_empty() {
            return *by.pick(&fitting);
        }
    }
    if by.chance(80) { by.below(8) } else { anybody }
}

fn name(by: &Seeded) -> String {
    let mut words = vec![by.pick(&WORDS).0.to_owned()];
    if by.chance(60) {
        words.push(by.pick(&WORDS).0.to_owned());
    }
    if by.chance(30) {
        words.push(by.below(30).to_string());
    }
    words.join(" ")
}

fn fields(by: &Seeded, kind: usize, new: bool) -> Json {
    let mut body = json!({});
    if new && by.chance(85) {
        body["name"] = json!(name(by));
    }
    if new && (body["name"].is_null() || by.chance(30)) {
        body["email"] = json!(format!("{}.{}@mail.test", by.pick(&WORDS).1, by.below(40)));
    }
    for _ in 0..=by.below(3) {
        match by.below(9) {
            0 => body["name"] = if !new && by.chance(12) { Json::Null } else { json!(name(by)) },
            1 => body["company"] = if by.chance(20) { Json::Null } else { json!(by.pick(&WORDS).0) },
            2 => body["status"] = json!(by.pick(statuses(kind))),
            3 => body["amount"] = if by.chance(20) { Json::Null } else { json!(i64::try_from(by.below(6)).unwrap() * 500 - 1000) },
            4 => body["tags"] = json!([by.pick(&["hot", "cold"])]),
            5 if !new => body["tags"] = json!([]),
            6 => body["phone"] = if by.chance(20) { Json::Null } else { json!(format!("+49 30 {}", 1_000_000 + by.below(9))) },
            7 => body["fields"]["size"] = if by.chance(20) { Json::Null } else { json!(by.below(4)) },
            _ => body["fields"]["colour"] = json!(by.pick(&["red", "blue"])),
        }
    }
    if new {
        // Nothing to clear yet.
        body.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        if let Some(custom) = body["fields"].as_object_mut() {
            custom.retain(|_, value| !value.is_null());
        } else {
            body.as_object_mut().unwrap().remove("fields");
        }
        if body["name"].is_null() && body["email"].is_null() {
            body["name"] = json!(name(by));
        }
        body.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    }
    body
}

fn permissions(by: &Seeded) -> Vec<String> {
    match by.below(10) {
        0 | 1 => return ALL.into_iter().map(str::to_owned).collect(),
        2 => return ["update", "note", "task", "communicate"].map(str::to_owned).to_vec(),
        _ => {}
    }
    let some: Vec<String> = ALL.into_iter().filter(|_| by.chance(30)).map(str::to_owned).collect();
    if some.is_empty() { vec!["read".to_owned()] } else { some }
}

fn level(by: &Seeded) -> Option<String> {
    by.chance(70).then(|| (*by.pick(&LEVELS)).to_owned())
}

/// Until some time soon or late.
fn end(by: &Seeded, percent: usize) -> Option<i64> {
    by.chance(percent).then(|| *by.pick(&[50, 2000, 60_000, HOUR, DAY, 9 * DAY]))
}

fn with(by: &Seeded, model: &Model) -> With {
    match by.below(10) {
        0 => With::Everyone,
        1..=3 => With::Team(by.below(model.teams.len())),
        4 => With::User(by.below(model.users.len())),
        _ => With::User(by.below(8)),
    }
}

/// Terms of a role: mostly those of somebody one could meet.
fn role(by: &Seeded, name: &str) -> Op {
    let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let seller = ["create", "claim", "transfer_own", "share", "reshare", "bulk", "import", "export"];
    let (capabilities, ceiling) = match by.below(9) {
        0 | 1 => (all(&seller), all(&ALL)),
        2 => (all(&["view_all"]), all(&["read"])),
        3 => (
            all(&["create", "claim", "transfer_own", "share", "reshare"]),
            all(&["read", "update", "share", "note", "task", "communicate"]),
        ),
        4 => (all(&["view_pool", "assign_any", "create"]), all(&ALL)),
        5 => (all(&["claim", "create", "share"]), Vec::new()),
        _ => {
            let some: Vec<&str> = CAPABILITIES.into_iter().filter(|one| *one != "view_all" && by.chance(45) || by.chance(8)).collect();
            let most: Vec<&str> = ALL.into_iter().filter(|_| by.chance(70)).collect();
            (all(&some), all(&most))
        }
    };
    Op::Role { name: name.to_owned(), capabilities, ceiling }
}

fn kinds(by: &Seeded) -> Vec<usize> {
    let some: Vec<usize> = (0..KINDS.len()).filter(|kind| by.chance(if *kind == 0 { 75 } else { 50 })).collect();
    if some.is_empty() { vec![0, 1, 2] } else { some }
}

/// What is ticked of a book: as of a share, and now and then `create`.
fn of_book(by: &Seeded) -> Vec<String> {
    let mut some = permissions(by);
    if by.chance(40) {
        some.push("create".to_owned());
    }
    some
}

const ROLES: [&str; 7] = ["owner", "admin", "agent", "seller", "auditor", "assistant", "blind"];

fn settings(by: &Seeded) -> Json {
    match by.below(8) {
        6 => json!({"request_cooldown_hours": by.pick(&[0, 1, 24, 100])}),
        7 => json!({"request_ttl_days": by.pick(&[1, 3, 14])}),
        0 | 1 => json!({"pool": by.pick(&["admins", "agents"])}),
        2 => json!({"multiple_assignment": by.chance(70)}),
        3 => json!({"reveal_existence": by.chance(60)}),
        4 => json!({"collaborator_policy": if by.chance(25) { "must_see" } else { "grants_access" }}),
        _ => json!({"transfer": {"keep_previous_owner": by.pick(&["none", "view", "edit"]), "keep_collaborators": by.chance(60)}}),
    }
}

/// A while; now and then to the very millisecond at which something ends, or to the last before it.
fn pass(by: &Seeded, model: &Model, next: i64) -> i64 {
    let shares = model.records.iter().flat_map(|record| record.shares.iter().filter_map(|share| share.ends));
    let collaborators = model.records.iter().flat_map(|record| record.collaborators.iter().filter_map(|one| one.until));
    let requests = model.requests.iter().filter(|one| one.status == "pending").map(|one| one.expires_at);
    let cooling = model.requests.iter().filter(|one| one.status == "denied");
    let cooling = cooling.map(|one| one.decided_at + HOUR * model.settings[model.records[one.record].org].cooldown_hours);
    let books = model.books.iter().filter_map(|book| book.ends);
    let ends: Vec<i64> = shares
        .chain(collaborators)
        .chain(books)
        .chain(requests)
        .chain(cooling)
        .filter(|end| *end > next && live(Some(*end), next))
        .collect();
    if !ends.is_empty() && by.chance(70) {
        // Mostly what ends soonest.
        let end = if by.chance(70) { *ends.iter().min().unwrap() } else { *by.pick(&ends) };
        return end - next - i64::from(by.chance(40));
    }
    *by.pick(&[1000, 60_000, HOUR, DAY, 12 * DAY])
}

fn op(by: &Seeded, model: &Model, most: usize, next: i64) -> Op {
    let records: Vec<u32> = model.records.iter().filter(|record| !record.gone).map(|record| record.n).collect();
    if records.len() < 3 || (records.len() < most && by.chance(9)) {
        let kind = if by.chance(70) { 0 } else { by.below(KINDS.len()) };
        let owner = match by.below(10) {
            0..=5 => Whom::Me,
            6 | 7 => Whom::Nobody,
            _ => Whom::User(by.below(model.users.len())),
        };
        return Op::Create { kind, owner, body: fields(by, kind, true) };
    }
    let record = *by.pick(&records);
    let at = model.record(record).unwrap();
    let shares: Vec<u32> =
        model.records.iter().filter(|record| !record.gone).flat_map(|record| record.shares.iter().map(|share| share.n)).collect();
    let waiting: Vec<u32> = model.requests.iter().filter(|one| one.status == "pending").map(|one| one.n).collect();
    let anyone = by.below(model.users.len());
    let user = if by.chance(90) { by.below(8) } else { anyone };
    let books: Vec<u32> = model.books.iter().map(|book| book.n).collect();
    match by.below(124) {
        100..=102 => Op::Convert { record, deal: by.chance(50) },
        103..=107 => {
            let owner = if by.chance(60) { Whom::Me } else { Whom::User(user) };
            Op::Book { owner, with: with(by, model), kinds: kinds(by), permissions: of_book(by), ends: end(by, 40) }
        }
        108..=110 if !books.is_empty() => Op::ChangeBook {
            book: *by.pick(&books),
            kinds: by.chance(40).then(|| kinds(by)),
            permissions: by.chance(60).then(|| of_book(by)),
            ends: if by.chance(60) { End::Keep } else { end(by, 60).map_or(End::Never, End::After) },
        },
        108..=112 if !books.is_empty() => Op::EndBook { book: *by.pick(&books) },
        108..=114 => role(by, ROLES[3 + by.below(ROLES.len() - 3)]),
        115 => Op::RoleDelete { name: (*by.pick(&ROLES[1..])).to_owned() },
        116 => Op::TeamMake,
        117 | 118 => Op::Promote { user, role: (*by.pick(&ROLES)).to_owned() },
        119 => Op::Promote { user, role: "seller".to_owned() },
        120 | 121 => Op::Tick { record },
        122 => Op::Sweep,
        0..=13 => {
            let back = by.chance(60).then(|| i64::try_from(by.below(6)).unwrap() - 1);
            Op::Edit { record, body: fields(by, model.records[at].kind, false), back }
        }
        14..=16 => Op::Delete { record },
        17..=20 => {
            let gone: Vec<u32> = model.records.iter().filter(|record| record.deleted && !record.gone).map(|record| record.n).collect();
            Op::Restore { record: if gone.is_empty() || by.chance(20) { record } else { *by.pick(&gone) } }
        }
        21..=29 => {
            let to = match by.below(10) {
                0..=2 => Whom::Nobody,
                3 => Whom::Me,
                _ => Whom::User(user),
            };
            let keep_owner = by.chance(60).then(|| (*by.pick(&["none", "view", "edit"])).to_owned());
            Op::Assign { record, to, keep_owner, keep_collaborators: by.chance(50).then(|| by.chance(60)) }
        }
        30..=34 => {
            let free: Vec<u32> =
                model.records.iter().filter(|record| record.owner.is_none() && !record.gone).map(|record| record.n).collect();
            Op::Claim { record: if free.is_empty() || by.chance(30) { record } else { *by.pick(&free) } }
        }
        35..=44 => Op::Collaborate { record, user, level: level(by) },
        45..=47 => {
            let there: Vec<usize> = model.records[at].collaborators.iter().map(|one| one.user).collect();
            Op::Uncollaborate { record, user: if there.is_empty() || by.chance(20) { user } else { *by.pick(&there) } }
        }
        48 | 49 => Op::Join { record },
        50 | 51 => Op::Leave { record },
        52..=62 => Op::Share { record, with: with(by, model), permissions: permissions(by), ends: end(by, 50) },
        63..=66 if !shares.is_empty() => Op::ChangeShare {
            share: *by.pick(&shares),
            permissions: by.chance(60).then(|| permissions(by)),
            ends: if by.chance(50) { End::Keep } else { end(by, 60).map_or(End::Never, End::After) },
        },
        67..=69 if !shares.is_empty() => Op::EndShare { share: *by.pick(&shares) },
        63..=77 => Op::Ask { record, level: level(by), until: end(by, 30) },
        78..=84 if !model.requests.is_empty() => {
            let request = if waiting.is_empty() || by.chance(15) { by.pick(&model.requests).n } else { *by.pick(&waiting) };
            match by.below(6) {
                0 | 1 => Op::Deny { request },
                2 => Op::Cancel { request },
                _ => Op::Approve { request, level: by.chance(30).then(|| (*by.pick(&LEVELS)).to_owned()), until: end(by, 20) },
            }
        }
        78..=87 => {
            let idle: Vec<usize> = (0..model.users.len()).filter(|user| !model.users[*user].active).collect();
            if !idle.is_empty() && by.chance(70) {
                Op::Activate { user: *by.pick(&idle), active: true }
            } else {
                Op::Activate { user, active: by.chance(20) }
            }
        }
        88 => Op::Promote { user, role: (*by.pick(&["owner", "admin", "agent", "agent", "agent", "nonsense"])).to_owned() },
        89..=91 => Op::TeamAdd { team: by.below(model.teams.len()), user },
        92 | 93 => Op::TeamRemove { team: by.below(model.teams.len()), user },
        94 => Op::TeamDelete { team: by.below(model.teams.len()), force: by.chance(25) },
        95 | 96 => Op::Settings { settings: settings(by) },
        _ => Op::Pass { millis: pass(by, model, next) },
    }
}
