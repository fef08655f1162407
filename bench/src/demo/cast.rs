//! Who works at the demo organisation.

/// The organisation.
pub const ORGANIZATION: &str = "Larkfield Energy";

/// Somebody of the organisation, by their place in [`CAST`].
pub type Who = usize;

/// One of the cast.
pub struct Player {
    /// Their name.
    pub name: &'static str,
    /// Their address.
    pub email: &'static str,
    /// The built-in role.
    pub role: &'static str,
    /// Their teams, by their place in [`TEAMS`].
    pub teams: &'static [usize],
    /// How many days ago they came; nothing for those who were there from the start.
    pub hired: Option<i64>,
    /// How many days ago they left.
    pub left: Option<i64>,
}

const fn player(name: &'static str, email: &'static str, role: &'static str, teams: &'static [usize]) -> Player {
    Player { name, email, role, teams, hired: None, left: None }
}

/// The founder and owner.
pub const INGRID: Who = 0;
/// Head of sales, an administrator.
pub const MARCUS: Who = 1;
/// Sales operations, an administrator: where web forms and trade-fair lists arrive.
pub const RENATE: Who = 2;
/// Germany, Austria, Switzerland.
pub const JONAS: Who = 3;
/// The same, and Türkiye when Mateo is away.
pub const AYLIN: Who = 4;
/// Poland and Czechia.
pub const ZOFIA: Who = 5;
/// The same, until he left.
pub const DANIEL: Who = 6;
/// France and the Netherlands.
pub const ELODIE: Who = 7;
/// The United Kingdom.
pub const TOM: Who = 8;
/// The same, and the United States.
pub const PRIYA: Who = 9;
/// Sweden, Norway.
pub const SIGNE: Who = 10;
/// Denmark, Norway.
pub const OSKAR: Who = 11;
/// Spain, Italy, Greece, Türkiye.
pub const MATEO: Who = 12;
/// Japan and the United States; the newest.
pub const HARUKA: Who = 13;

/// Everyone; the owner first.
pub const CAST: &[Player] = &[
    player("Ingrid Solheim", "ingrid.solheim@example.com", "owner", &[]),
    player("Marcus Oyelaran", "marcus.oyelaran@example.com", "admin", &[OVERSEAS]),
    player("Renate Vogt", "renate.vogt@example.com", "admin", &[]),
    player("Jonas Albrecht", "jonas.albrecht@example.com", "agent", &[CENTRAL]),
    player("Aylin Demirci", "aylin.demirci@example.com", "agent", &[CENTRAL, OVERSEAS]),
    player("Zofia Wiśniewska", "zofia.wisniewska@example.com", "agent", &[CENTRAL]),
    Player { left: Some(36), ..player("Daniel Kovář", "daniel.kovar@example.com", "agent", &[CENTRAL]) },
    player("Élodie Marchand", "elodie.marchand@example.com", "agent", &[NORTH_WEST]),
    player("Tom Ashworth", "tom.ashworth@example.com", "agent", &[NORTH_WEST]),
    player("Priya Raman", "priya.raman@example.com", "agent", &[NORTH_WEST, OVERSEAS]),
    player("Signe Lindqvist", "signe.lindqvist@example.com", "agent", &[NORTH_WEST]),
    player("Oskar Nyberg", "oskar.nyberg@example.com", "agent", &[NORTH_WEST]),
    player("Mateo Ferrer", "mateo.ferrer@example.com", "agent", &[OVERSEAS]),
    Player { hired: Some(96), ..player("Haruka Endō", "haruka.endo@example.com", "agent", &[OVERSEAS]) },
];

/// Germany to Czechia.
pub const CENTRAL: usize = 0;
/// The coasts.
pub const NORTH_WEST: usize = 1;
/// Everything farther away.
pub const OVERSEAS: usize = 2;

/// The teams.
pub const TEAMS: &[&str] = &["Central Europe", "North & West", "South & Overseas"];

/// Whose keys are handed out, the owner first.
pub const KEYS: &[Who] = &[INGRID, MARCUS, JONAS, AYLIN, PRIYA, HARUKA];

/// Whether somebody works here this many days ago.
pub fn works(who: Who, days_ago: i64) -> bool {
    CAST[who].hired.is_none_or(|hired| days_ago < hired) && CAST[who].left.is_none_or(|left| days_ago > left)
}

/// Whether somebody is in a team.
pub fn is_in(who: Who, team: usize) -> bool {
    CAST[who].teams.contains(&team)
}

/// Those who sell.
pub const AGENTS: &[Who] = &[JONAS, AYLIN, ZOFIA, DANIEL, ELODIE, TOM, PRIYA, SIGNE, OSKAR, MATEO, HARUKA];
