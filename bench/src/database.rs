//! The file of a local D1 as the core's database.

use std::cell::RefCell;
use std::path::Path;

use leadroom::error::StoreError;
use leadroom::sql::{Db, Later, Rows, Stmt, Value};
use rusqlite::types::Null;
use rusqlite::{Connection, OpenFlags};

use crate::Failure;
use crate::native::text;

/// The most statements that are kept compiled.
const STATEMENTS: usize = 256;

/// An open file, of which this process is the only user.
pub struct Database {
    connection: RefCell<Connection>,
}

impl Database {
    /// Opens a file that the migrations have been applied to and that holds no organisation yet.
    ///
    /// Everything that is written until [`Self::close`] is one transaction: what fails on the way leaves the file empty.
    pub fn open_empty(file: &Path) -> Result<Self, Failure> {
        let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .map_err(|error| format!("{} cannot be opened: {error}", file.display()))?;
        connection.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
             PRAGMA cache_size = -1000000",
        )?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let organizations: i64 = connection
            .query_row("SELECT count(*) FROM organization", [], |row| row.get(0))
            .map_err(|error| format!("{} has not been migrated: {error}", file.display()))?;
        if organizations > 0 {
            return Err(format!("{} is not empty", file.display()).into());
        }
        connection.execute_batch("BEGIN EXCLUSIVE")?;
        Ok(Self { connection: RefCell::new(connection) })
    }

    /// Runs one statement.
    pub fn run(&self, statement: &Stmt) -> rusqlite::Result<Rows> {
        let connection = self.connection.borrow();
        let mut prepared = connection.prepare_cached(&statement.sql)?;
        for (index, value) in statement.params.iter().enumerate() {
            match value {
                Value::Null => prepared.raw_bind_parameter(index + 1, Null)?,
                Value::Int(number) => prepared.raw_bind_parameter(index + 1, number)?,
                Value::Text(text) => prepared.raw_bind_parameter(index + 1, text)?,
            }
        }
        let mut rows = prepared.raw_query();
        let mut texts = Vec::new();
        while let Some(row) = rows.next()? {
            texts.push(text(row.get_ref(0)?));
        }
        Ok(texts)
    }

    fn execute(&self, sql: &str) -> rusqlite::Result<()> {
        self.connection.borrow().execute_batch(sql)
    }

    /// Writes everything, and leaves the file as the local runtime made it.
    pub fn close(self) -> Result<(), Failure> {
        let connection = self.connection.into_inner();
        connection.flush_prepared_statement_cache();
        connection.execute_batch("COMMIT; PRAGMA locking_mode = NORMAL; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL")?;
        connection.close().map_err(|(_, error)| error.into())
    }

    fn transaction(&self, statements: &[Stmt]) -> rusqlite::Result<Vec<Rows>> {
        self.execute("SAVEPOINT batch")?;
        let results = statements.iter().map(|statement| self.run(statement)).collect::<rusqlite::Result<Vec<_>>>();
        self.execute(if results.is_ok() { "RELEASE batch" } else { "ROLLBACK TO batch; RELEASE batch" })?;
        results
    }
}

impl Db for Database {
    fn batch(&self, statements: Vec<Stmt>) -> Later<'_, Result<Vec<Rows>, StoreError>> {
        let result = self.transaction(&statements).map_err(|error| {
            let text = error.to_string();
            if text.contains("UNIQUE constraint failed") { StoreError::Conflict(text) } else { StoreError::Corrupt(text) }
        });
        Box::pin(async move { result })
    }
}
