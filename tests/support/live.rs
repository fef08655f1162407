//! Sockets as the platform would keep them, for the rooms of this process.

use leadroom::api;
use leadroom::flow::live::{Door, Looked, Seat, Word, leave, look, tell};
use leadroom::id::RecordId;
use leadroom::store::record::Entry;
use serde_json::Value as Json;

use super::{App, User, run};

/// A socket and who sits there.
pub struct Socket {
    record: RecordId,
    seat: Seat,
    heard: Vec<Json>,
    closed: Option<u16>,
}

impl App {
    /// Opens a connection to a record's room; the status when that is refused.
    pub fn connect(&self, who: Option<&User>, target: &str) -> Result<usize, u16> {
        let mut request = Self::request(who.map(|who| who.key.as_str()), "GET", target, None);
        request.headers.push(("upgrade".to_owned(), "websocket".to_owned()));
        self.pass(1);
        let (reply, trace) = run(api::answer(self.ports(), self.outside(), &self.config, &request, "test-request"));
        let Some((Door::Room(record), seat)) = trace.upgrade.take() else { return Err(reply.status) };
        assert_eq!(reply.status, 101);
        // As it travels.
        let seat = leadroom::wire::parse(&leadroom::wire::text(&seat)).unwrap();
        self.sockets.borrow_mut().push(Socket { record: record.clone(), seat, heard: Vec::new(), closed: None });
        self.look_at(&record, true);
        Ok(self.sockets.borrow().len() - 1)
    }

    /// What a socket heard since the last time.
    pub fn heard(&self, socket: usize) -> Vec<Json> {
        std::mem::take(&mut self.sockets.borrow_mut()[socket].heard)
    }

    /// The types of what a socket heard since the last time, events by their numbers.
    pub fn gist(&self, socket: usize) -> Vec<String> {
        let gist = |heard: &Json| match heard["event"]["seq"].as_i64() {
            Some(seq) => format!("{seq}"),
            None => heard["type"].as_str().unwrap().to_owned(),
        };
        self.heard(socket).iter().map(gist).collect()
    }

    /// With which code a socket was closed.
    pub fn closed(&self, socket: usize) -> Option<u16> {
        self.sockets.borrow()[socket].closed
    }

    /// Somebody hangs up.
    pub fn disconnect(&self, socket: usize) {
        self.sockets.borrow_mut()[socket].closed = Some(1000);
        let (record, gone) = {
            let sockets = self.sockets.borrow();
            (sockets[socket].record.clone(), sockets[socket].seat.clone())
        };
        let (places, seats) = self.seats(&record);
        self.say(&places, seats.clone(), leave(&seats, &gone));
        if seats.is_empty() {
            self.look_at(&record, false);
        }
    }

    fn seats(&self, record: &RecordId) -> (Vec<usize>, Vec<Seat>) {
        let sockets = self.sockets.borrow();
        let open = sockets.iter().enumerate().filter(|(_, socket)| socket.record == *record && socket.closed.is_none());
        open.map(|(place, socket)| (place, socket.seat.clone())).unzip()
    }

    fn say(&self, places: &[usize], seats: Vec<Seat>, words: Vec<Word>) {
        let mut sockets = self.sockets.borrow_mut();
        assert_eq!(places.len(), words.len());
        for ((place, seat), word) in places.iter().zip(seats).zip(words) {
            sockets[*place].seat = seat;
            sockets[*place].heard.extend(word.messages.iter().map(|text| serde_json::from_str::<Json>(text).unwrap()));
            sockets[*place].closed = word.close;
        }
    }

    /// Has a room look; when it would look again.
    pub fn look_at(&self, record: &RecordId, joins: bool) -> Option<i64> {
        let (places, mut seats) = self.seats(record);
        let Looked { words, next } = run(look(self.ports(), record, &mut seats, joins)).unwrap();
        self.say(&places, seats, words);
        next.map(|next| next.0)
    }

    pub(super) fn told(&self, record: &RecordId, entries: &[Entry]) {
        let (places, mut seats) = self.seats(record);
        if seats.is_empty() || entries.is_empty() {
            return;
        }
        match tell(entries, &mut seats) {
            Some(words) => self.say(&places, seats, words),
            None => drop(self.look_at(record, false)),
        }
    }

    pub(super) fn looked(&self, record: &RecordId, seq: i64) {
        let (_, seats) = self.seats(record);
        if seq == 0 || seats.iter().any(|seat| seat.seq < seq) {
            self.look_at(record, false);
        }
    }
}
