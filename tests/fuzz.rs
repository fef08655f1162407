//! What comes from outside is read by small parsers: each gets thousands of inputs, made from its grammar or from nothing
//! but bytes, and holds more than that it does not panic. The inputs are the same in every run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use leadroom::access::Permissions;
use leadroom::api::body::Fields;
use leadroom::api::query::{Query, with_cursor};
use leadroom::api::{Request, cursor};
use leadroom::capture::answers::{blank, patch as answers_patch};
use leadroom::capture::{Content, Inbound, PROVIDERS, Parsed, form, json as capture_json, multipart, number};
use leadroom::error::Code;
use leadroom::flow::create::blank as blank_record;
use leadroom::flow::room::{Act, Action, By, VERSION};
use leadroom::id::{GrantId, OrgId, RecordId, UserId};
use leadroom::job::Job;
use leadroom::jwt::{self, Token};
use leadroom::model::{Keep, Kind, Level, Recipient, Record, Settings, Update};
use leadroom::record::decide::ShareAsk;
use leadroom::record::{fields, words};
use leadroom::request::Ask;
use leadroom::store::list::Sort;
use leadroom::target::{Target, target};
use leadroom::time::Timestamp;
use leadroom::wire;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value as Json, json};

const ID: &str = "0193b0c0-0000-7000-8000-000000000001";

/// Runs `test` on `cases` inputs, the same in every run.
fn holds<S: Strategy>(cases: u32, inputs: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    if let Err(error) = runner.run(&inputs, test) {
        panic!("{error}");
    }
}

/// Any JSON of a few levels.
fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        (-1e300..1e300_f64).prop_map(Json::from),
        ".{0,20}".prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![vec(inner.clone(), 0..5).prop_map(Json::from), btree_map(".{0,8}", inner, 0..5).prop_map(|map| json!(map))]
    })
}

/// Any text that a person could have typed into a form.
fn typed() -> impl Strategy<Value = String> {
    "[^\\p{C}]{1,24}"
}

fn record() -> Record {
    let org = OrgId::parse(ID).unwrap();
    blank_record(RecordId::parse(ID).unwrap(), org, Kind::Lead, &Settings::default(), Timestamp(0))
}

#[test]
fn a_cursor_comes_back_as_it_was_made_and_nothing_else_is_one() {
    holds(2000, ("[a-z:_-]{1,20}", vec(any_json(), 2..=2)), |(list, place)| {
        let made = cursor::encode(&list, &place);
        if made.len() <= 1000 {
            prop_assert_eq!(cursor::decode::<2>(&list, &made).unwrap().to_vec(), place);
        }
        let other = format!("{list}x");
        prop_assert!(cursor::decode::<2>(&other, &made).is_err());
        prop_assert!(cursor::decode::<1>(&list, &made).is_err());
        Ok(())
    });
    let forged = prop_oneof![
        ".{0,60}",
        any_json().prop_map(|json| URL_SAFE_NO_PAD.encode(json.to_string())),
        vec(any::<u8>(), 0..80).prop_map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
    ];
    holds(4000, (forged, 0..Sort::WORDS.len()), |(text, sort)| {
        let word = Sort::WORDS[sort];
        match cursor::decode::<2>("leads", &text) {
            // What is taken is what this list could have given.
            Ok(place) => prop_assert_eq!(cursor::decode::<2>("leads", &cursor::encode("leads", &place)).unwrap(), place),
            Err(refusal) => prop_assert_eq!(refusal.code, Code::InvalidCursor),
        }
        if let Ok(place) = cursor::to_place("leads", &text, Sort::parse(word).unwrap()) {
            let again = cursor::to_place("leads", &cursor::of_place("leads", &place), Sort::parse(word).unwrap());
            prop_assert_eq!(format!("{:?}", again.unwrap()), format!("{place:?}"));
        }
        Ok(())
    });
}

/// RFC 7396, as it is written there.
fn merge_patch(target: &Json, patch: &Json) -> Json {
    let Json::Object(patch) = patch else { return patch.clone() };
    let mut target = target.as_object().cloned().unwrap_or_default();
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            let merged = merge_patch(target.get(name).unwrap_or(&Json::Null), value);
            target.insert(name.clone(), merged);
        }
    }
    Json::Object(target)
}

/// A body that changes a record, with right and wrong fields.
fn change() -> impl Strategy<Value = Map<String, Json>> {
    let name = prop_oneof![4 => proptest::sample::select(fields::NAMES).prop_map(str::to_owned), 1 => "[a-z_]{1,8}"];
    let custom = btree_map("[a-z]{1,3}", any_json(), 0..4).prop_map(|map| json!(map));
    let value = prop_oneof![2 => typed().prop_map(Json::from), 2 => custom, 2 => any_json(), 1 => any::<i32>().prop_map(Json::from)];
    btree_map(name, value, 0..6).prop_map(|map| map.into_iter().collect())
}

fn apply(record: &mut Record, patch: &fields::Patch) -> fields::Changes {
    let changes = fields::changes(record, patch);
    for (path, change) in changes.iter() {
        fields::set(record, path, change.to.clone());
    }
    changes
}

#[test]
fn a_merge_patch_does_what_the_rfc_says_and_doing_it_again_changes_nothing() {
    holds(3000, vec(change(), 1..4), |bodies| {
        let mut record = record();
        for body in bodies {
            let mut left = body.clone();
            let mut errors = Vec::new();
            let mut patch = fields::read(&mut left, &mut errors);
            // The API does not let a status be cleared.
            patch.retain(|path, value| path != "status" || !value.is_null());
            prop_assert!(left.keys().all(|name| !fields::NAMES.contains(&name.as_str())), "a known field was left");
            prop_assert!(
                body.keys().all(|name| left.contains_key(name) || fields::NAMES.contains(&name.as_str())),
                "an unknown field was lost"
            );
            let before = json!(record.fields);
            apply(&mut record, &patch);
            let again = fields::changes(&record, &patch);
            prop_assert!(again.is_empty(), "{:?} changes again", again.paths().collect::<Vec<_>>());
            if let (Some(custom), true) = (body.get("fields"), errors.is_empty()) {
                let expected = if custom.is_null() { json!({}) } else { merge_patch(&before, custom) };
                prop_assert_eq!(json!(record.fields), expected);
            }
        }
        Ok(())
    });
}

fn inbound<'a>(headers: &'a [(String, String)], body: &'a [u8]) -> Inbound<'a> {
    Inbound { method: "POST", url: "https://leads.test/v1/capture/key", headers, body }
}

fn delivered(content_type: &str, body: &[u8]) -> Option<Parsed> {
    let headers = [("content-type".to_owned(), content_type.to_owned())];
    (form::PROVIDER.parse)(&inbound(&headers, body)).ok()
}

/// The names and values of the only submission.
fn answers(parsed: Option<Parsed>) -> Vec<(String, Json)> {
    let Some(Parsed { content: Content::Submissions(submissions), .. }) = parsed else { panic!("no submission") };
    submissions.into_iter().flat_map(|one| one.answers).map(|answer| (answer.label, answer.value)).collect()
}

/// A form's fields, without the names that mean something to the form itself.
fn form_fields() -> impl Strategy<Value = Vec<(String, String)>> {
    vec(("[a-zA-Z][^\\p{C}\\[\\]]{0,12}", typed()), 0..6)
}

#[test]
fn every_answer_of_a_form_arrives_however_it_is_encoded() {
    holds(1500, form_fields(), |pairs| {
        let expected: Vec<(String, Json)> = pairs.iter().map(|(name, value)| (name.clone(), Json::from(value.clone()))).collect();
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        prop_assert_eq!(&answers(delivered("application/x-www-form-urlencoded", encoded.as_bytes())), &expected);

        let mut body = String::new();
        for (name, value) in &pairs {
            let quoted = name.replace('\\', "\\\\").replace('"', "%22");
            let _ = write!(body, "--=_b\r\nContent-Disposition: form-data; name=\"{quoted}\"\r\n\r\n{value}\r\n");
        }
        body.push_str("--=_b--\r\n");
        prop_assert_eq!(&answers(delivered("multipart/form-data; boundary=\"=_b\"", body.as_bytes())), &expected);

        let map: BTreeMap<String, String> = pairs.iter().cloned().collect();
        let expected: Vec<(String, Json)> = map.iter().map(|(name, value)| (name.clone(), Json::from(value.clone()))).collect();
        prop_assert_eq!(answers(delivered("application/json", json!(map).to_string().as_bytes())), expected);
        Ok(())
    });
}

/// Every text in a JSON value.
fn texts(json: &Json, into: &mut Vec<String>) {
    match json {
        Json::String(text) => into.push(text.clone()),
        Json::Array(list) => list.iter().for_each(|one| texts(one, into)),
        Json::Object(map) => map.values().for_each(|one| texts(one, into)),
        _ => {}
    }
}

#[test]
fn nothing_that_a_visitor_typed_is_lost_on_the_way_to_a_lead() {
    let known = proptest::sample::select(vec![
        "email",
        "E-Mail",
        "phone",
        "name",
        "first_name",
        "Last Name",
        "company",
        "tags",
        "amount",
        "currency",
        "utm_source",
        "message",
    ]);
    let name = prop_oneof![known.prop_map(str::to_owned), "[a-zA-Z][a-z ]{0,10}"];
    holds(3000, vec((name, typed()), 1..8), |pairs| {
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        let Some(Parsed { content: Content::Submissions(submissions), .. }) =
            delivered("application/x-www-form-urlencoded", encoded.as_bytes())
        else {
            panic!("no submission");
        };
        let patch = answers_patch(&submissions[0], &BTreeMap::new());
        let mut kept = Vec::new();
        for value in patch.values() {
            texts(value, &mut kept);
        }
        let all = format!("{}\n{}", kept.join("\n"), patch.get("amount").unwrap_or(&Json::Null));
        let folded = all.to_lowercase();
        for (name, value) in &pairs {
            // Tags are taken apart at their commas, names put together with a space.
            let found = blank(&Json::from(value.as_str())) || value.split(',').all(|part| folded.contains(&part.trim().to_lowercase()));
            prop_assert!(found, "{name}={value} is not in {patch:?}");
        }
        Ok(())
    });
}

#[test]
fn any_delivery_is_read_or_refused() {
    let media = proptest::sample::select(vec![
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=\"\\",
        "text/plain",
        "",
    ]);
    let crooked = "(--b|\r\n|Content-Disposition: form-data; name=|\"|;|=|\\\\|%22|[a-z]|--|:| ){0,40}".prop_map(String::into_bytes);
    let body = prop_oneof![vec(any::<u8>(), 0..200), crooked, any_json().prop_map(|json| json.to_string().into_bytes())];
    holds(4000, (media, body, 0..PROVIDERS.len()), |(media, body, provider)| {
        let headers = [("content-type".to_owned(), media.to_owned()), ("webhook-id".to_owned(), "msg_1".to_owned())];
        let _ = (PROVIDERS[provider].parse)(&inbound(&headers, &body));
        if let Some(parts) = multipart::parts(media, &body) {
            for part in parts {
                prop_assert!(body.windows(part.content.len().max(1)).any(|window| window == part.content) || part.content.is_empty());
            }
        }
        Ok(())
    });
}

/// What vendors send, as the fixtures have it: the place of each in the list of providers, the media type, and the body.
fn vendors() -> Vec<(usize, String, String)> {
    let folder = |name: &str| format!("{}/tests/data/capture/{name}", env!("CARGO_MANIFEST_DIR"));
    let read = |path: String| std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut all = Vec::new();
    for (index, provider) in PROVIDERS.iter().enumerate() {
        let spec: Json = serde_json::from_str(&read(format!("{}/expected.json", folder(provider.name)))).unwrap();
        let media = spec["type"].as_str().unwrap_or("application/json");
        for case in spec["cases"].as_array().unwrap() {
            let file = case["body"].as_str().unwrap();
            all.push((index, media.to_owned(), read(format!("{}/{file}", folder(provider.name)))));
        }
    }
    all
}

/// Every place in a JSON value, as a pointer.
fn places(json: &Json, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match json {
        Json::Array(list) => list.iter().enumerate().for_each(|(index, one)| places(one, &format!("{at}/{index}"), into)),
        Json::Object(map) => {
            map.iter().for_each(|(name, one)| places(one, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), into));
        }
        _ => {}
    }
}

#[test]
fn what_a_vendor_sends_may_be_bent_anywhere() {
    let vendors = vendors();
    assert!(vendors.len() > 50, "{}", vendors.len());
    let bent = (0..vendors.len(), vec((any::<prop::sample::Index>(), proptest::option::of(any_json())), 1..4), vec(any::<u8>(), 0..4));
    holds(12_000, bent, |(which, changes, bytes)| {
        let (provider, media, body) = &vendors[which];
        let body = match serde_json::from_str::<Json>(body) {
            Ok(mut json) => {
                for (place, value) in &changes {
                    let mut all = Vec::new();
                    places(&json, "", &mut all);
                    // What takes the place of a member may be another one of the same body.
                    let other = json.pointer(&all[place.index(all.len() * 7 / 5 + 1) % all.len()]).cloned().unwrap_or_default();
                    if let Some(at) = json.pointer_mut(&all[place.index(all.len())]) {
                        *at = value.clone().unwrap_or(other);
                    }
                }
                json.to_string().into_bytes()
            }
            Err(_) => {
                let mut all = body.clone().into_bytes();
                for (place, _) in &changes {
                    let at = place.index(all.len().max(1)).min(all.len());
                    all.splice(at..(at + 3).min(all.len()), bytes.iter().copied());
                }
                all
            }
        };
        let headers = [("content-type".to_owned(), media.clone()), ("webhook-id".to_owned(), "msg_1".to_owned())];
        let Ok(Parsed { content: Content::Submissions(submissions), .. }) = (PROVIDERS[*provider].parse)(&inbound(&headers, &body)) else {
            return Ok(());
        };
        for submission in submissions {
            let patch = answers_patch(&submission, &BTreeMap::new());
            let mut lead = record();
            apply(&mut lead, &patch);
            prop_assert!(fields::changes(&lead, &patch).is_empty());
            // It says nothing that the API would refuse.
            let mut said: Map<String, Json> =
                patch.iter().filter(|(path, _)| !path.starts_with("fields.")).map(|(path, value)| (path.clone(), value.clone())).collect();
            let mut errors = Vec::new();
            fields::read(&mut said, &mut errors);
            prop_assert!(said.is_empty() && errors.is_empty(), "{said:?} {errors:?}");
        }
        Ok(())
    });
}

#[test]
fn an_address_that_is_taken_leads_where_the_standards_reader_says() {
    let host = prop_oneof![
        6 => "([a-zA-Z0-9-]{1,4}\\.){1,3}(com|net|example|local|x1|1|0x7f|LAN|xn--a|localhost|com\\.)",
        2 => "(0x|0)?[0-9a-f]{1,3}(\\.(0x|0)?[0-9a-f]{1,3}){0,3}\\.?",
        1 => any::<u32>().prop_map(|bits| std::net::Ipv4Addr::from_bits(bits).to_string()),
        1 => any::<u128>().prop_map(|bits| format!("[{}]", std::net::Ipv6Addr::from_bits(bits))),
        1 => proptest::sample::select(vec!["localhost", "127.0.0.1", "[::1]"]).prop_map(str::to_owned),
        1 => "[a-z.@:%\\[\\]\\\\]{0,10}",
        1 => ".{0,8}",
    ];
    let scheme = prop_oneof![
        4 => Just("https://".to_owned()),
        1 => "(https|http|HTTPS|ftp)(://|:/|:|:\\\\)([a-z]{1,3}(:[a-z]?)?@)?",
    ];
    let (port, rest) = ("(:(443|8443|[0-9]{0,5}))?", "([/?#\\\\][/?#\\\\@:;.a-z%\t-]{0,10})?");
    let named = std::cell::Cell::new(0);
    holds(20_000, (scheme, host, port, rest), |(scheme, host, port, rest)| {
        let url = format!("{scheme}{host}{port}{rest}");
        let Some(found) = target(&url) else { return Ok(()) };
        // What that one cannot read, nobody sends to.
        let Ok(read) = url::Url::parse(&url) else { return Ok(()) };
        prop_assert!(read.username().is_empty() && read.password().is_none(), "{url}");
        match found {
            Target::Name(host) => {
                named.set(named.get() + 1);
                let domain = read.domain().map(str::to_owned);
                prop_assert_eq!((read.scheme(), domain), ("https", Some(host.to_ascii_lowercase())), "{}", url);
            }
            Target::Here => prop_assert!(["localhost", "127.0.0.1", "[::1]"].contains(&read.host_str().unwrap_or_default()), "{url}"),
        }
        Ok(())
    });
    assert!(named.get() > 500, "{} names", named.get());
}

#[test]
fn json_of_a_delivery_keeps_its_structure_and_every_digit() {
    holds(2000, any_json(), |given| {
        let text = given.to_string();
        let read = capture_json(text.as_bytes()).unwrap();
        prop_assert_eq!(read.to_string().replace('"', "").len(), text.replace('"', "").len());
        let again = number::exact(&text).into_owned();
        prop_assert_eq!(number::exact(&again), again.as_str(), "once is enough");
        Ok(())
    });
    holds(1000, "-?[1-9][0-9]{0,40}(\\.[0-9]{1,20})?", |digits| {
        let read = capture_json(format!("{{\"id\": {digits}}}").as_bytes()).unwrap();
        let kept = read["id"].as_str().map_or_else(|| read["id"].to_string(), str::to_owned);
        let same = kept == digits || (digits.len() <= 17 && kept.parse::<f64>() == digits.parse::<f64>());
        prop_assert!(same, "{digits} became {kept}");
        Ok(())
    });
}

#[test]
fn a_query_is_read_whole_and_keeps_everything_but_its_cursor() {
    let raw =
        prop_oneof![".{0,60}", "((limit|cursor|q|status|owner|deleted|created_after|%6cimit|x)(=|&|%|%ff|,|;|[0-9]|\\+){0,4}&?){0,6}"];
    holds(4000, (raw, "[A-Za-z0-9_-]{0,20}"), |(raw, place)| {
        let pairs = |raw: &str| -> Vec<(String, String)> { form_urlencoded::parse(raw.as_bytes()).into_owned().collect() };
        let mut expected: Vec<_> = pairs(&raw).into_iter().filter(|(name, _)| name != "cursor").collect();
        expected.push(("cursor".to_owned(), place.clone()));
        prop_assert_eq!(pairs(&with_cursor(&raw, &place)), expected);

        let mut query = Query::read(&raw);
        let refused = |code: Code| code == Code::InvalidParameter || code == Code::InvalidCursor;
        match query.limit() {
            Ok(limit) => prop_assert!((1..=200).contains(&limit)),
            Err(refusal) => prop_assert_eq!(refusal.code, Code::InvalidParameter),
        }
        for result in [
            query.cursor_id("x", UserId::parse).map(drop),
            query.time("created_after").map(drop),
            query.boolean("deleted").map(drop),
            query.text("q").map(drop),
        ] {
            prop_assert!(result.is_ok() || result.is_err_and(|refusal| refused(refusal.code)));
        }
        let known = ["limit", "cursor", "created_after", "deleted", "q"];
        let stranger = pairs(&raw).iter().any(|(name, _)| !known.contains(&name.as_str()));
        prop_assert_eq!(query.finish().is_err(), stranger);
        Ok(())
    });
}

fn body_request(bytes: Vec<u8>) -> Request {
    Request { headers: vec![("content-type".to_owned(), "application/json".to_owned())], body: Some(bytes), ..Request::default() }
}

#[test]
fn a_body_is_read_whole_or_refused_field_by_field() {
    let names = prop_oneof!["(name|email|at|level|ids|inner|on)", "[a-z]{1,6}"];
    holds(3000, btree_map(names, any_json(), 0..8), |map| {
        let mut body = Fields::read(&body_request(json!(map).to_string().into_bytes())).unwrap();
        let text = body.text("name", 10);
        prop_assert!(text.is_none_or(|text| text == text.trim() && !text.is_empty()));
        body.time("at");
        body.choice("level", Level::ALL, Level::text);
        body.strings("ids", 3);
        body.boolean("on");
        if let Some(inner) = body.object("inner") {
            body.close(inner);
        }
        let known = ["name", "at", "level", "ids", "on", "inner"];
        let refusal = body.finish();
        let told: Vec<String> =
            refusal.err().map(|refusal| refusal.errors.iter().map(|error| error.field.clone()).collect()).unwrap_or_default();
        for name in map.keys().filter(|name| !known.contains(&name.as_str())) {
            prop_assert!(told.contains(name), "{name} is unknown and was taken: {told:?}");
        }
        for field in &told {
            let first = field.split('.').next().unwrap_or_default();
            prop_assert!(map.contains_key(first) || map.contains_key(field), "{field} was never sent");
        }
        Ok(())
    });
    holds(2000, vec(any::<u8>(), 0..60), |bytes| {
        if let Err(refusal) = Fields::read(&body_request(bytes)) {
            prop_assert!([Code::MalformedJson, Code::Invalid].contains(&refusal.code));
        }
        Ok(())
    });
}

/// Things done with a record, as they travel to its room.
fn action() -> impl Strategy<Value = Action> {
    let user = || UserId::parse(ID).unwrap();
    let grant = || GrantId::parse(ID).unwrap();
    let level = || proptest::sample::select(Level::ALL);
    let time = || (0..253_402_300_799_999_i64).prop_map(Timestamp);
    let permissions = || (1_i64..256).prop_map(Permissions::from_bits);
    let text = || proptest::option::of(".{0,30}");
    prop_oneof![
        (btree_map("(name|fields\\.[a-z]{1,4})", any_json(), 0..4), proptest::option::of(0_i64..1 << 52))
            .prop_map(|(patch, seen)| Action::Edit { patch, seen }),
        Just(Action::Delete),
        Just(Action::Claim),
        (any::<bool>(), proptest::option::of(level()), any::<bool>()).prop_map(move |(_, level, notify)| Action::PutCollaborator {
            user: user(),
            level,
            notify
        }),
        (permissions(), proptest::option::of(time()), text()).prop_map(|(permissions, expires_at, reason)| {
            Action::Share(ShareAsk { with: Recipient::Everyone, permissions, expires_at, reason })
        }),
        (
            proptest::option::of(permissions()),
            prop_oneof![Just(Update::Keep), Just(Update::Clear), time().prop_map(Update::To)],
            prop_oneof![Just(Update::Keep), Just(Update::Clear), ".{0,30}".prop_map(Update::To)]
        )
            .prop_map(move |(permissions, expires_at, reason)| Action::ChangeShare {
                share: grant(),
                permissions,
                expires_at,
                reason
            }),
        (level(), text(), proptest::option::of(time())).prop_map(|(level, reason, until)| Action::Ask(Ask { level, reason, until })),
        Just(Keep::View).prop_map(|_| Action::Restore),
    ]
}

#[test]
fn a_message_to_a_room_arrives_as_it_was_sent() {
    holds(2000, (action(), ".{0,40}", proptest::option::of(proptest::sample::select(Kind::ALL))), |(action, request_id, kind)| {
        let (org, record) = (OrgId::parse(ID).unwrap(), RecordId::parse(ID).unwrap());
        let act = Act { version: VERSION, request_id, org, record, kind, by: By::User(UserId::parse(ID).unwrap()), action, once: None };
        let text = wire::text(&act);
        prop_assert_eq!(wire::parse::<Act>(&text), Some(act));
        // Cut off anywhere, it is no message.
        let cut = (0..text.len()).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        prop_assert_eq!(wire::parse::<Act>(&text[..cut]), None);
        Ok(())
    });
    holds(3000, any_json(), |json| {
        // What happens to be a message is the one that it says.
        if let Some(job) = wire::parse::<Job>(&json.to_string()) {
            prop_assert_eq!(wire::parse::<Job>(&wire::text(&job)), Some(job));
        }
        let _ = wire::parse::<Act>(&json.to_string());
        Ok(())
    });
}

#[test]
fn words_are_folded_once_and_for_all_and_times_come_back() {
    holds(3000, ".{0,40}", |text| {
        let folded = words::fold(&text);
        prop_assert_eq!(words::fold(&folded), folded);
        for term in words::terms(&text) {
            prop_assert!(!term.is_empty());
            prop_assert_eq!(words::terms(&term), vec![term.clone()]);
        }
        if let Some(time) = Timestamp::parse(&text) {
            prop_assert_eq!(Timestamp::parse(&time.to_text()), Some(time));
        }
        Ok(())
    });
    holds(2000, 0..253_402_300_799_999_i64, |millis| {
        prop_assert_eq!(Timestamp::parse(&Timestamp(millis).to_text()), Some(Timestamp(millis)));
        Ok(())
    });
}

#[test]
fn a_token_is_read_as_it_was_made_or_not_at_all() {
    let part = |json: &Json| URL_SAFE_NO_PAD.encode(json.to_string());
    let texts = || (typed(), vec(typed(), 1..20), "[^\\p{C}]{1,12}@[a-z]{1,8}", vec(any::<u8>(), 0..80));
    holds(2000, (texts(), 1..4_000_000_000_i64, -59..60_i64), |((issuer, audiences, email, signature), expires, off)| {
        let (header, claims) = (
            json!({"alg": "RS256", "kid": issuer}),
            json!({"iss": issuer, "aud": audiences, "email": email, "exp": expires, "nbf": expires}),
        );
        let signed = format!("{}.{}", part(&header), part(&claims));
        let text = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(&signature));
        let now = Timestamp((expires + off) * 1000);
        let token = Token::read(&text, now).unwrap();
        prop_assert_eq!(
            &(token.issuer, token.audiences, token.email, token.expires),
            &(issuer.clone(), audiences, email, Timestamp(expires * 1000))
        );
        prop_assert_eq!((token.signed, token.signature, token.kid), (signed.into_bytes(), signature, Some(issuer)));
        for (from, why) in [(Timestamp((expires + 60) * 1000), "ended"), (Timestamp((expires - 61) * 1000), "yet")] {
            prop_assert!(Token::read(&text, from).unwrap_err().detail.contains(why));
        }
        // Cut off anywhere before its signature, it is none.
        let cut = text.rfind('.').unwrap_or_default();
        prop_assert!(Token::read(&text[..cut], now).is_err());
        Ok(())
    });
    let anything = || {
        prop_oneof![
            any_json().prop_map(move |json| part(&json)),
            "[A-Za-z0-9_=+/ .-]{0,40}",
            vec(any::<u8>(), 0..60).prop_map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
        ]
    };
    let said = || {
        let names = vec!["iss", "aud", "exp", "nbf", "email", "email_verified", "alg", "kid", "crit"];
        btree_map(proptest::sample::select(names), any_json(), 0..8).prop_map(move |map| part(&json!(map)))
    };
    let half = || prop_oneof![2 => anything(), 3 => said()];
    holds(6000, (half(), half(), anything(), any::<i64>()), |(header, claims, signature, now)| {
        // Whatever is taken says all that it must.
        if let Ok(token) = Token::read(&format!("{header}.{claims}.{signature}"), Timestamp(now)) {
            prop_assert!(!token.issuer.is_empty() && !token.email.is_empty());
            prop_assert!(token.ends(Timestamp(now)) > Timestamp(now));
        }
        Ok(())
    });
    let member = prop_oneof![4 => proptest::sample::select(vec!["RSA", "EC", "P-256", "sig", "RS256", "ES256", "AQAB"]).prop_map(Json::from), 1 => Just(json!("_".repeat(342))), 1 => any_json()];
    let jwk = btree_map(proptest::sample::select(vec!["kty", "crv", "n", "e", "x", "y", "use", "alg", "kid", "key_ops"]), member, 0..10);
    holds(4000, vec(prop_oneof![4 => jwk.prop_map(|map| json!(map)), 1 => any_json()], 0..5), |list| {
        let found = jwt::keys(json!({"keys": list}).to_string().as_bytes()).unwrap();
        prop_assert!(found.len() <= list.len());
        for key in found {
            let material: Json = serde_json::from_str(&key.key).unwrap();
            prop_assert!(material.as_object().unwrap().keys().all(|name| ["kty", "crv", "n", "e", "x", "y"].contains(&name.as_str())));
        }
        Ok(())
    });
    holds(3000, vec(any::<u8>(), 0..100), |bytes| {
        let _ = jwt::keys(&bytes);
        Ok(())
    });
}
