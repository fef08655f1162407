//! Where the demo's customers are: what people are called there, how they are paid, and who looks after them.
//!
//! Phone numbers are from the ranges that the countries' regulators keep free for films and examples; where there is no
//! such range nobody has one.

use super::cast::{AYLIN, DANIEL, ELODIE, HARUKA, JONAS, MATEO, OSKAR, PRIYA, SIGNE, TOM, Who, ZOFIA};
use crate::random::Seeded;

/// What people in a country are called.
pub enum Names {
    /// Any first name goes with any last name.
    Mixed(&'static [&'static str], &'static [&'static str]),
    /// Whole names, and what stands before the `@` where it does not follow from the name.
    Whole(&'static [(&'static str, &'static str)]),
}

/// A country.
pub struct Country {
    /// Two letters (ISO 3166).
    pub code: &'static str,
    /// Two letters (ISO 639).
    pub language: &'static str,
    /// Three letters (ISO 4217).
    pub currency: &'static str,
    /// How many units of the currency are a thousand euros.
    pub rate: i64,
    /// How many minor units make one.
    pub minor: i64,
    /// Phone numbers: `#` is any digit.
    pub phones: &'static [&'static str],
    /// Who looks after it.
    pub agents: &'static [Who],
    /// What people are called.
    pub names: Names,
}

impl Country {
    /// So many euros in the minor units of the country's currency, a round sum.
    pub fn money(&self, euros: i64) -> i64 {
        let units = euros * self.rate / 1000;
        let round = if units > 1_000_000 { 10_000 } else { 100 };
        units / round * round * self.minor
    }

    /// A phone number, where there are such.
    pub fn phone(&self, random: &Seeded) -> Option<String> {
        if self.phones.is_empty() {
            return None;
        }
        let digit = |c: char| if c == '#' { char::from(b'0' + u8::try_from(random.below(10)).unwrap_or(0)) } else { c };
        Some(random.pick(self.phones).chars().map(digit).collect())
    }

    /// The `index`th person: a name, and what stands before the `@`. No two are the same before all pairs are used up.
    pub fn person(&self, index: usize) -> (String, String) {
        let spelt = |name: &str| {
            if self.language == "de" { name.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue") } else { name.to_owned() }
        };
        let derived = |name: &str| leadroom::record::words::fold(&spelt(name)).replace('\'', "").replace([' ', '-'], ".");
        match self.names {
            Names::Mixed(first, last) => {
                let name = format!("{} {}", first[index % first.len()], last[(index * 7 + index / first.len() * 3) % last.len()]);
                let local = derived(&name);
                (name, local)
            }
            Names::Whole(all) => {
                let (name, local) = all[index % all.len()];
                (name.to_owned(), if local.is_empty() { derived(name) } else { local.to_owned() })
            }
        }
    }
}

#[rustfmt::skip]
const GERMAN: Names = Names::Mixed(
    &[
        "Katharina", "Matthias", "Sabine", "Florian", "Heike", "Jürgen", "Annika", "Uwe", "Christiane", "Björn", "Ulrike", "Henning",
        "Mareike", "Götz",
    ],
    &[
        "Sommerfeld", "Brückner", "Pfeiffer", "Lohmann", "Kästner", "Reinhardt", "Stöckl", "Wegener", "Ahrens", "Mühlbauer", "Dietrich",
        "Großmann", "Thiele",
    ],
);

/// All of them.
#[rustfmt::skip]
pub const COUNTRIES: &[Country] = &[
    Country {
        code: "DE",
        language: "de",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &["+49 30 23125 ###", "+49 40 66969 ###", "+49 69 90009 ###", "+49 89 99998 ###", "+49 221 4710 ###"],
        agents: &[JONAS, JONAS, AYLIN],
        names: GERMAN,
    },
    Country {
        code: "AT",
        language: "de",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &[],
        agents: &[JONAS, AYLIN],
        names: Names::Mixed(
            &["Elisabeth", "Georg", "Barbara", "Lukas", "Veronika", "Stefan", "Magdalena"],
            &["Hofstätter", "Gruber", "Wallner", "Ebner", "Reisinger", "Kogler", "Haslinger", "Pichler"],
        ),
    },
    Country {
        code: "CH",
        language: "de",
        currency: "CHF",
        rate: 940,
        minor: 100,
        phones: &[],
        agents: &[AYLIN],
        names: Names::Mixed(
            &["Ursula", "Reto", "Corinne", "Beat", "Noémie", "Fabio", "Regula"],
            &["Zürcher", "Aebischer", "Bühler", "Favre", "Rossier", "Bernasconi", "Odermatt", "Wüthrich"],
        ),
    },
    Country {
        code: "PL",
        language: "pl",
        currency: "PLN",
        rate: 4270,
        minor: 100,
        phones: &[],
        agents: &[ZOFIA, ZOFIA, DANIEL],
        names: Names::Whole(&[
            ("Małgorzata Zielińska", ""), ("Paweł Dąbrowski", ""), ("Agnieszka Kamińska", ""), ("Łukasz Wójcik", ""),
            ("Joanna Pawłowska", ""), ("Krzysztof Mazur", ""), ("Ewa Jabłońska", ""), ("Tomasz Szczepański", ""),
            ("Katarzyna Głowacka", ""), ("Michał Żak", ""), ("Barbara Świątek", ""), ("Grzegorz Lis", ""), ("Monika Król", ""),
            ("Rafał Wróbel", ""), ("Iwona Górska", ""), ("Sławomir Pietrzak", ""), ("Beata Sikora", ""), ("Andrzej Ćwik", ""),
            ("Hanna Borkowska", ""), ("Marcin Kołodziej", ""), ("Dorota Sowa", ""), ("Jacek Urbaniak", ""), ("Alicja Brzezińska", ""),
            ("Wojciech Malec", ""),
        ]),
    },
    Country {
        code: "CZ",
        language: "cs",
        currency: "CZK",
        rate: 24600,
        minor: 100,
        phones: &[],
        agents: &[DANIEL, ZOFIA],
        names: Names::Whole(&[
            ("Jiří Dvořák", ""), ("Lenka Procházková", ""), ("Tomáš Kučera", ""), ("Markéta Veselá", ""), ("Petr Hájek", ""),
            ("Zuzana Říhová", ""), ("Ondřej Šimek", ""), ("Alena Bartošová", ""), ("Vojtěch Kříž", ""), ("Ivana Součková", ""),
            ("Radek Žižka", ""), ("Hana Vlčková", ""),
        ]),
    },
    Country {
        code: "FR",
        language: "fr",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &["+33 1 99 00 ## ##", "+33 2 61 91 ## ##", "+33 3 53 01 ## ##", "+33 5 36 49 ## ##", "+33 6 39 98 ## ##"],
        agents: &[ELODIE],
        names: Names::Mixed(
            &["Hélène", "Benoît", "Aurélie", "Jérôme", "Maëlle", "François", "Solène", "Rémi", "Agnès", "Cédric", "Inès"],
            &[
                "Castelnau", "Le Goff", "Bertrand", "Ménard", "Rivoire", "Pélissier", "Fauré", "Guérin", "Lacombe", "D'Aubigny",
                "Vasseur", "Thévenot",
            ],
        ),
    },
    Country {
        code: "GB",
        language: "en",
        currency: "GBP",
        rate: 860,
        minor: 100,
        phones: &["+44 20 7946 0###", "+44 113 496 0###", "+44 117 496 0###", "+44 191 498 0###", "+44 7700 900###"],
        agents: &[TOM, TOM, PRIYA],
        names: Names::Mixed(
            &["Gareth", "Philippa", "Imran", "Bethan", "Callum", "Harriet", "Owen", "Sunita", "Duncan", "Rosalind", "Kwame", "Fiona"],
            &[
                "Whitcombe", "Hargreaves", "Pritchard", "Okafor", "Sinclair", "Bloomfield", "Chaudhry", "Tattersall", "MacInnes",
                "Ellery", "Osborne",
            ],
        ),
    },
    Country {
        code: "SE",
        language: "sv",
        currency: "SEK",
        rate: 11300,
        minor: 100,
        phones: &["+46 8 465 004 ##", "+46 31 390 06 ##", "+46 40 628 04 ##", "+46 90 600 10 ##"],
        agents: &[SIGNE],
        names: Names::Mixed(
            &["Åsa", "Gustav", "Märta", "Björn", "Linnéa", "Håkan", "Ebba", "Örjan", "Karin"],
            &["Öberg", "Sjöström", "Åkerlund", "Hedström", "Nyström", "Wallin", "Forsgren", "Löfgren", "Ekdahl", "Bengtsson"],
        ),
    },
    Country {
        code: "DK",
        language: "da",
        currency: "DKK",
        rate: 7460,
        minor: 100,
        phones: &[],
        agents: &[OSKAR],
        names: Names::Mixed(
            &["Søren", "Mette", "Jeppe", "Birgitte", "Rasmus", "Kirsten", "Frederik"],
            &["Kjærgaard", "Østergaard", "Bruun", "Lauridsen", "Skov", "Mikkelsen", "Nørgaard", "Frandsen"],
        ),
    },
    Country {
        code: "NO",
        language: "nb",
        currency: "NOK",
        rate: 11700,
        minor: 100,
        phones: &[],
        agents: &[OSKAR, SIGNE],
        names: Names::Mixed(
            &["Ragnhild", "Sindre", "Marit", "Øyvind", "Tuva", "Håvard"],
            &["Hagen", "Bakke", "Tveit", "Sæther", "Myhre", "Strømsnes", "Aas"],
        ),
    },
    Country {
        code: "ES",
        language: "es",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &[],
        agents: &[MATEO],
        names: Names::Mixed(
            &["Íñigo", "Rocío", "Andrés", "Belén", "Joaquín", "Nuria", "Óscar", "Marta"],
            &["Etxeberria", "Núñez Prado", "Castaño", "Ibáñez", "Peñalver", "Solís", "Quintana", "Cañizares", "Marín"],
        ),
    },
    Country {
        code: "IT",
        language: "it",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &[],
        agents: &[MATEO],
        names: Names::Mixed(
            &["Chiara", "Lorenzo", "Federica", "Niccolò", "Silvia", "Alessio", "Ilaria"],
            &["Bellandi", "Carraro", "Dell'Acqua", "Fontana", "Gherardi", "Marchetti", "Santoro", "Vitale"],
        ),
    },
    Country {
        code: "GR",
        language: "el",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &[],
        agents: &[MATEO],
        names: Names::Whole(&[
            ("Ελένη Παπαδοπούλου", "e.papadopoulou"), ("Νίκος Καραγιάννης", "n.karagiannis"), ("Κατερίνα Βλάχου", "k.vlachou"),
            ("Γιώργος Μανωλάκης", "g.manolakis"), ("Σοφία Δημητρίου", "s.dimitriou"), ("Δημήτρης Αντωνίου", "d.antoniou"),
        ]),
    },
    Country {
        code: "TR",
        language: "tr",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &[],
        agents: &[MATEO],
        names: Names::Mixed(&["Gülşen", "Barış", "Zeynep", "Ömer", "Çağla"], &["Yıldırım", "Şahin", "Aksoy", "Öztürk", "Güneş", "Kılıç"]),
    },
    Country {
        code: "NL",
        language: "nl",
        currency: "EUR",
        rate: 1000,
        minor: 100,
        phones: &[],
        agents: &[ELODIE],
        names: Names::Mixed(
            &["Marieke", "Joost", "Anouk", "Sander", "Femke", "Ruben", "Tessa"],
            &["van der Meer", "Hoekstra", "Dijkgraaf", "ten Brink", "Vermeulen", "Kuipers", "de Wit", "Zijlstra"],
        ),
    },
    Country {
        code: "JP",
        language: "ja",
        currency: "JPY",
        rate: 163_000,
        minor: 1,
        phones: &[],
        agents: &[HARUKA],
        names: Names::Whole(&[
            ("佐藤 健一", "k.sato"), ("高橋 由美", "y.takahashi"), ("渡辺 直樹", "n.watanabe"), ("小林 さくら", "s.kobayashi"), ("中村 浩二", "k.nakamura"),
            ("伊藤 真理", "m.ito"), ("山本 大輔", "d.yamamoto"), ("松本 恵", "m.matsumoto"),
        ]),
    },
    Country {
        code: "US",
        language: "en",
        currency: "USD",
        rate: 1080,
        minor: 100,
        phones: &["+1 828 555 01##", "+1 402 555 01##", "+1 805 555 01##", "+1 207 555 01##", "+1 512 555 01##"],
        agents: &[PRIYA, HARUKA],
        names: Names::Mixed(
            &["Marisol", "Grant", "Keisha", "Wyatt", "Abigail", "Desmond"],
            &["Delacroix", "Kowalczyk", "Freeman", "Hutchins", "Navarro", "Sorensen", "Blackwood"],
        ),
    },
];
