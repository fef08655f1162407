//! What generated leads are called.

use crate::random::Seeded;

/// The word that one lead in ten contains.
pub const COMMON: &str = "Logistics";
/// The word that a handful of leads contains, however many there are.
pub const RARE: &str = "Quillfeather";

#[rustfmt::skip]
const FIRST: &[&str] = &[
    "Adam", "Agnieszka", "Ahmed", "Aiko", "Alan", "Alejandra", "Amélie", "Anders", "Andrea", "Anika", "Anna", "Antoine", "Astrid", "Ayşe",
    "Bartosz", "Beatriz", "Ben", "Birgit", "Björn", "Camille", "Carla", "Carlos", "Caroline", "Chloé", "Christian", "Claire", "Daniel",
    "David", "Diego", "Dorota", "Eduardo", "Elena", "Elif", "Emma", "Erik", "Eva", "Fatima", "Felix", "Filip", "Fiona", "Frank", "Freya",
    "Gabriel", "George", "Giulia", "Grace", "Hana", "Hannah", "Hans", "Helena", "Henrik", "Hiroshi", "Ida", "Inés", "Isabel", "Ivan",
    "Jack", "Jakub", "James", "Jana", "Javier", "Jean", "Johan", "Jonas", "Julia", "Karim", "Katarzyna", "Kenji", "Klara", "Lars",
    "Laura", "Léa", "Leila", "Liam", "Linda", "Louis", "Lucía", "Luca", "Magdalena", "Marco", "Maria", "Marie", "Markus", "Martin",
    "Mateusz", "Matteo", "Maya", "Mehmet", "Michael", "Mikael", "Nadia", "Naomi", "Nicolas", "Nina", "Noah", "Nora", "Olga", "Oliver",
    "Omar", "Paul", "Pedro", "Petra", "Philip", "Priya", "Rachel", "Rafael", "Renata", "Robert", "Sara", "Sebastian", "Sofia", "Stefan",
    "Susanne", "Tariq", "Theo", "Thomas", "Tobias", "Tove", "Ulrike", "Valentina", "Viktor", "William", "Yasmin", "Yuki", "Zoë",
];

#[rustfmt::skip]
const LAST: &[&str] = &[
    "Abbott", "Ahmadi", "Almeida", "Andersson", "Aydın", "Bakker", "Barbieri", "Bauer", "Becker", "Bennett", "Berg", "Bernard", "Bianchi",
    "Björk", "Blanc", "Bosch", "Brandt", "Brown", "Carter", "Castro", "Chen", "Christensen", "Clarke", "Costa", "Cruz", "Dahl", "Davies",
    "Demir", "Díaz", "Dubois", "Dupont", "Edwards", "Ekström", "Esposito", "Evans", "Fernández", "Ferrari", "Fischer", "Fontaine",
    "Foster", "Fournier", "Fuchs", "García", "Gauthier", "Gomes", "Gonzalez", "Gruber", "Gustafsson", "Haas", "Hall", "Hansen",
    "Hartmann", "Hayashi", "Hernández", "Hoffmann", "Holm", "Horák", "Hughes", "Ito", "Ivanova", "Jansen", "Jansson", "Jensen",
    "Johansson", "Jones", "Kaiser", "Kaya", "Keller", "Kelly", "Khan", "King", "Klein", "Kovács", "Kowalski", "Krüger", "Lambert", "Lang",
    "Larsen", "Laurent", "Lehmann", "Leroy", "Lewis", "Lindberg", "López", "Lund", "Maier", "Marino", "Martin", "Martínez", "Mayer",
    "Meyer", "Moreau", "Moretti", "Morgan", "Müller", "Murphy", "Nagy", "Nakamura", "Neumann", "Nielsen", "Nilsson", "Novák", "Nowak",
    "O'Brien", "Olsen", "Ortega", "Öztürk", "Papadopoulos", "Patel", "Pereira", "Petersen", "Petrov", "Popescu", "Richter", "Ricci",
    "Roberts", "Romano", "Rossi", "Roux", "Ruiz", "Sánchez", "Santos", "Sato", "Schmidt", "Schneider", "Schulz", "Silva", "Simon",
    "Smith", "Søndergaard", "Steiner", "Suzuki", "Svensson", "Takahashi", "Taylor", "Thomas", "Torres", "Tóth", "Van den Berg", "Vargas",
    "Vidal", "Visser", "Vogel", "Wagner", "Walker", "Weber", "Wieczorek", "Williams", "Wójcik", "Wolf", "Wright", "Yamamoto", "Yılmaz",
    "Zimmermann",
];

#[rustfmt::skip]
const PLACE: &[&str] = &[
    "Aldgate", "Alster", "Amber", "Arbor", "Atlas", "Aurora", "Baltic", "Beacon", "Birch", "Bluebell", "Bridge", "Canal", "Castle",
    "Cedar", "Cobalt", "Copper", "Coral", "Crown", "Delta", "Eagle", "Eastgate", "Elbe", "Ember", "Falcon", "Fjord", "Forum", "Garnet",
    "Granite", "Harbor", "Harrow", "Hawthorn", "Helios", "Horizon", "Iris", "Ivory", "Juniper", "Keystone", "Kingsway", "Lagoon", "Lark",
    "Linden", "Loire", "Lotus", "Maple", "Meridian", "Mistral", "Monarch", "Moselle", "Nordic", "North Star", "Oakfield", "Olive", "Onyx",
    "Orchard", "Osprey", "Pacific", "Pearl", "Pennine", "Pine", "Polar", "Quarry", "Raven", "Redwood", "Rhine", "Ridge", "Rowan", "Sable",
    "Saffron", "Sierra", "Silver", "Solent", "Spruce", "Sterling", "Stone", "Summit", "Tagus", "Tamar", "Thames", "Thistle", "Tidal",
    "Timber", "Topaz", "Trident", "Union", "Valley", "Verde", "Vesta", "Vista", "Walnut", "Waterloo", "Wessex", "Westwind", "Willow",
    "Winter", "Yarrow", "Zephyr",
];

#[rustfmt::skip]
const TRADE: &[&str] = &[
    "Analytics", "Apparel", "Automotive", "Bakery", "Brewing", "Capital", "Care", "Clinics", "Components", "Consulting", "Dental",
    "Energy", "Engineering", "Fashion", "Finance", "Foods", "Furniture", "Games", "Homes", "Hotels", "Instruments", "Insurance",
    "Interiors", "Labs", "Legal", "Machinery", "Media", "Mobility", "Optics", "Packaging", "Pharma", "Plastics", "Press", "Printing",
    "Properties", "Robotics", "Security", "Software", "Sports", "Studios", "Systems", "Textiles", "Tools", "Toys", "Travel", "Water",
];

#[rustfmt::skip]
const FORM: &[&str] = &[
    "GmbH", "AG", "Ltd", "plc", "SA", "SARL", "BV", "AB", "AS", "Oy", "S.p.A.", "SL", "Inc.", "LLC", "& Sons", "Group",
];

/// Where leads say that they come from.
#[rustfmt::skip]
pub const SOURCES: &[&str] = &[
    "Website", "Referral", "Trade fair", "Webinar", "Cold call", "Partner", "Newsletter", "Search ad",
];

/// What leads are tagged with.
pub const TAGS: &[&str] =
    &["priority", "renewal", "budget-2027", "demo-done", "newsletter", "pilot", "enterprise", "follow-up", "partner-led"];

const TITLES: &[&str] =
    &["Managing Director", "Purchasing Manager", "Head of Operations", "CTO", "CFO", "Office Manager", "Owner", "Project Manager"];

/// Somebody and where they work.
pub struct Somebody {
    /// First and last name.
    pub name: String,
    /// The company.
    pub company: String,
    /// The job.
    pub title: &'static str,
    /// An address that nobody has (RFC 2606).
    pub email: String,
}

/// The name of a person.
pub fn person(random: &Seeded) -> String {
    format!("{} {}", random.pick(FIRST), random.pick(LAST))
}

/// Somebody; `word` instead of the trade, where there is one.
pub fn somebody(random: &Seeded, word: Option<&str>) -> Somebody {
    let name = person(random);
    let place = random.pick(PLACE);
    let trade = word.unwrap_or_else(|| random.pick(TRADE));
    let local = leadroom::record::words::fold(&name).replace(' ', ".").replace('\'', "");
    let domain = leadroom::record::words::fold(&format!("{place}-{trade}")).replace(' ', "-");
    Somebody {
        company: format!("{place} {trade} {}", random.pick(FORM)),
        title: random.pick(TITLES),
        email: format!("{local}@{domain}.example"),
        name,
    }
}
