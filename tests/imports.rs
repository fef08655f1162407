//! Imports run one way. A module may use what stands below it in this table, and nothing else of the crate.

use std::fs;
use std::path::Path;

/// Each module and what it may use. Words and nouns at the bottom, the platform at the top.
const MAY_USE: &[(&str, &[&str])] = &[
    ("id", &["time"]),
    ("time", &[]),
    ("target", &[]),
    ("show", &["time"]),
    ("error", &["show"]),
    ("sql", &["id", "time", "error", "show", "wire"]),
    ("wire", &["show", "sql", "time"]),
    ("model", &["show", "id", "time", "sql", "access"]),
    ("access", &["show", "id", "time", "error", "sql", "model"]),
    ("record", &["show", "id", "time", "error", "sql", "model", "access", "request"]),
    ("request", &["show", "id", "time", "error", "model", "access", "record"]),
    ("capture", &["show", "id", "time", "error", "model", "record", "sql"]),
    ("job", &["show", "id", "sql"]),
    ("notice", &["show", "id", "time", "sql", "model"]),
    ("jwt", &["show", "time", "error"]),
    ("store", &["show", "id", "time", "error", "sql", "model", "access", "record", "request", "notice", "job"]),
    (
        "flow",
        &[
            "show", "id", "time", "error", "sql", "model", "access", "record", "request", "capture", "notice", "job", "jwt", "store",
            "target",
        ],
    ),
    (
        "api",
        &[
            "show", "id", "time", "error", "sql", "model", "access", "record", "request", "capture", "notice", "job", "jwt", "store",
            "flow", "target",
        ],
    ),
    ("shell", &["show", "id", "time", "error", "sql", "job", "jwt", "flow", "api"]),
];

fn files(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// The modules of the crate that a source text names, wherever it does.
fn named(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            let names: Vec<&str> = match part.strip_prefix('{') {
                Some(list) => list.split(['}', ';']).next().unwrap_or("").split(',').collect(),
                None => vec![part],
            };
            for name in names {
                let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn imports_run_one_way() {
    let source = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut all = Vec::new();
    files(source, &mut all);
    assert!(all.len() > 30, "the sources are not where they were");
    let mut wrong = Vec::new();
    for file in all {
        let relative = file.strip_prefix(source).unwrap();
        let module = relative.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if module == "lib" {
            continue;
        }
        let (_, may) = MAY_USE.iter().find(|(name, _)| *name == module).unwrap_or_else(|| panic!("{module} is not in the table"));
        for name in named(&fs::read_to_string(&file).unwrap()) {
            // The macros of `sql`, `show` and `wire` stand at the root of the crate.
            let own = name == module || ["params", "columns", "stored", "wire", "json", "shown"].contains(&name.as_str());
            if !own && !may.contains(&name.as_str()) {
                wrong.push(format!("{} uses {name}", relative.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
