//! A migrated, empty file, gone when the test ends.

use std::path::{Path, PathBuf};

use leadroom_bench::database::Database;
use rusqlite::Connection;

/// 2026-11-18T14:20:00Z, a Wednesday.
pub const WEDNESDAY: i64 = 1_795_011_600_000;

/// The file.
pub struct Empty(PathBuf);

impl Empty {
    pub fn new(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("leadroom-{}-{name}.sqlite", std::process::id()));
        let connection = Connection::open(&file).unwrap();
        connection.pragma_update(None, "journal_mode", "wal").unwrap();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
        let mut migrations: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        migrations.sort();
        for migration in migrations {
            connection.execute_batch(&std::fs::read_to_string(migration).unwrap()).unwrap();
        }
        Self(file)
    }

    pub fn open(&self) -> Database {
        Database::open_empty(&self.0).unwrap()
    }

    /// The first column of each row of a query.
    pub fn ask(&self, sql: &str) -> Vec<String> {
        let connection = Connection::open(&self.0).unwrap();
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }

    /// The only number that a query answers.
    pub fn number(&self, sql: &str) -> i64 {
        Connection::open(&self.0).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
    }
}

impl Drop for Empty {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.0.display()));
        }
    }
}
