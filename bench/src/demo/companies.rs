//! The demo's customers, none of which exists, and what Larkfield builds for them. Their addresses end in `.example`,
//! which nobody can own (RFC 2606).

use super::sentences::{PUBLIC_TITLES, TITLES};
use crate::random::Seeded;

/// What a company does, as far as it matters for its energy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trade {
    /// Beds and a kitchen.
    Hotel,
    /// Ovens and vans.
    Food,
    /// Freezers day and night.
    Cold,
    /// Stables and barns.
    Farm,
    /// Machines.
    Factory,
    /// Class rooms.
    School,
    /// A shop and its car park.
    Retail,
    /// Kettles.
    Brewery,
    /// Beds and care.
    Care,
    /// Flats.
    Housing,
    /// Halls and lorries.
    Depot,
    /// Glass.
    Greenhouse,
    /// Cellars.
    Winery,
    /// Water, ice or walls.
    Leisure,
    /// Desks.
    Office,
}

/// A company.
pub struct Company {
    /// Its name.
    pub name: &'static str,
    /// Its domain, before `.example`.
    pub domain: &'static str,
    /// Where it is.
    pub city: &'static str,
    /// What it does.
    pub trade: Trade,
    /// Its country's two letters.
    pub country: &'static str,
}

/// Something to build.
pub struct Project {
    /// What it is called.
    pub name: String,
    /// What it costs, in whole euros.
    pub euros: i64,
    /// The tag that goes with it.
    pub tag: &'static str,
}

impl Trade {
    /// The tag that leads of this trade have.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hotel => "hotel",
            Self::Food => "food",
            Self::Cold => "cold-storage",
            Self::Farm => "farm",
            Self::Factory => "industry",
            Self::School => "public",
            Self::Retail => "retail",
            Self::Brewery => "brewery",
            Self::Care => "care",
            Self::Housing => "housing",
            Self::Depot => "logistics",
            Self::Greenhouse => "greenhouse",
            Self::Winery => "winery",
            Self::Leisure => "leisure",
            Self::Office => "office",
        }
    }

    /// What people do there.
    pub const fn titles(self) -> &'static [&'static str] {
        match self {
            Self::School | Self::Care | Self::Housing | Self::Leisure => PUBLIC_TITLES,
            _ => TITLES,
        }
    }

    /// From how much roof to how much, in square metres.
    const fn roof(self) -> (i64, i64) {
        match self {
            Self::Office | Self::Winery | Self::Brewery => (350, 1_400),
            Self::Hotel | Self::Food | Self::School | Self::Care => (600, 2_600),
            Self::Farm | Self::Leisure | Self::Housing => (900, 4_200),
            Self::Retail | Self::Factory | Self::Greenhouse => (1_800, 9_500),
            Self::Cold | Self::Depot => (3_500, 16_000),
        }
    }

    /// How many kilowatt-hours a year go with a square metre of roof.
    const fn thirst(self) -> i64 {
        match self {
            Self::Cold | Self::Food => 210,
            Self::Factory | Self::Brewery | Self::Greenhouse | Self::Leisure => 150,
            Self::Hotel | Self::Care | Self::Retail => 110,
            Self::Farm | Self::School | Self::Housing | Self::Depot | Self::Winery | Self::Office => 60,
        }
    }

    /// The roof, in square metres.
    pub fn roof_area(self, random: &Seeded) -> i64 {
        let (least, most) = self.roof();
        random.between(least / 50, most / 50) * 50
    }

    /// The electricity used in a year, in kilowatt-hours.
    pub fn annual_use(self, roof: i64, random: &Seeded) -> i64 {
        roof * self.thirst() * random.between(70, 130) / 100 / 1_000 * 1_000
    }

    /// Something to build on and below such a roof.
    pub fn project(self, roof: i64, random: &Seeded) -> Project {
        let solar = |name: &str| {
            let peak = (roof / 6 / 5 * 5).max(30);
            Project { name: format!("{name}, {peak} kWp"), euros: peak * random.between(980, 1_260), tag: "solar" }
        };
        let storage = || {
            let size = (roof / 10 / 50 * 50).max(100);
            Project { name: format!("Battery storage, {size} kWh"), euros: size * random.between(540, 690), tag: "storage" }
        };
        let heat = |name: &str| {
            let size = (roof / 12 / 10 * 10).max(60);
            Project { name: format!("{name}, {size} kW"), euros: size * random.between(1_250, 1_700), tag: "heat-pump" }
        };
        let parking = || {
            let bays = (roof / 60).max(12);
            Project { name: format!("Solar carport, {bays} bays"), euros: bays * random.between(3_900, 4_800), tag: "carport" }
        };
        match (self, random.below(5)) {
            (Self::Hotel | Self::Care | Self::Housing | Self::School | Self::Leisure, 0 | 1) => heat("Heat pump retrofit"),
            (Self::Brewery | Self::Food | Self::Winery, 0) => heat("Process heat pump"),
            (Self::Retail | Self::Leisure | Self::Office, 2) => parking(),
            (Self::Depot, 2) => {
                Project { name: "Depot charging, 12 lorries".to_owned(), euros: random.between(310_000, 460_000), tag: "charging" }
            }
            (Self::Cold | Self::Factory | Self::Farm, 1) | (_, 4) => storage(),
            (Self::Greenhouse, 0) => solar("Agrivoltaic canopy"),
            (Self::Farm, 0) => solar("Barn roof solar"),
            _ => solar("Rooftop solar"),
        }
    }
}

macro_rules! companies {
    ($($country:literal { $($name:literal $domain:literal $city:literal $trade:ident;)* })*) => {
        /// All of them, country by country.
        pub const COMPANIES: &[Company] = &[$($(
            Company { name: $name, domain: $domain, city: $city, trade: Trade::$trade, country: $country },
        )*)*];
    };
}

companies! {
    "DE" {
        "Hotel Seeblick" "hotel-seeblick" "Konstanz" Hotel;
        "Bäckerei Lindner" "baeckerei-lindner" "Leipzig" Food;
        "Kühlhaus Nordhafen GmbH" "kuehlhaus-nordhafen" "Bremerhaven" Cold;
        "Hofgut Eichental" "hofgut-eichental" "Freising" Farm;
        "Präzisionsteile Wagenbach GmbH & Co. KG" "wagenbach-teile" "Tuttlingen" Factory;
        "Waldschule Ammersee" "waldschule-ammersee" "Dießen" School;
        "Möbelhaus Brandt" "moebel-brandt" "Bielefeld" Retail;
        "Brauerei Zum Goldenen Hirsch" "goldener-hirsch-bier" "Bamberg" Brewery;
        "Klinikum Rehwinkel" "klinikum-rehwinkel" "Göttingen" Care;
        "Wohnbau Spreeufer eG" "spreeufer-wohnbau" "Berlin" Housing;
        "Spedition Hartmann & Söhne" "spedition-hartmann" "Kassel" Depot;
        "Gärtnerei Rosenthal" "gaertnerei-rosenthal" "Erfurt" Greenhouse;
        "Weingut Steinacker" "weingut-steinacker" "Deidesheim" Winery;
        "Freizeitbad Taubertal" "taubertal-bad" "Bad Mergentheim" Leisure;
        "Druckhaus Elbtor" "druckhaus-elbtor" "Hamburg" Factory;
        "Molkerei Wiesengrund" "molkerei-wiesengrund" "Kempten" Food;
        "Autohaus Petersen" "autohaus-petersen" "Flensburg" Retail;
        "Seniorenstift Lindenhof" "seniorenstift-lindenhof" "Freiburg" Care;
        "Holzwerke Hochfirst" "holzwerke-hochfirst" "Titisee-Neustadt" Factory;
        "Obsthof Kirchner" "obsthof-kirchner" "Jork" Farm;
        "Textilwerk Vogtland" "textilwerk-vogtland" "Plauen" Factory;
        "Metzgerei Oberhuber" "metzgerei-oberhuber" "Rosenheim" Food;
        "Kanzlei Thalberg & Partner" "kanzlei-thalberg" "Frankfurt am Main" Office;
        "Gymnasium am Deich" "gymnasium-am-deich" "Emden" School;
        "Baumarkt Kramer" "baumarkt-kramer" "Dortmund" Retail;
        "Fuhrpark Rheinbogen GmbH" "fuhrpark-rheinbogen" "Köln" Depot;
        "Geflügelhof Moorkamp" "gefluegelhof-moorkamp" "Damme" Farm;
        "Kletterhalle Felsenfest" "kletterhalle-felsenfest" "Augsburg" Leisure;
    }
    "AT" {
        "Gasthof Alpenrose" "gasthof-alpenrose" "Zell am See" Hotel;
        "Kellerei Mostland" "kellerei-mostland" "Amstetten" Winery;
        "Tischlerei Hofstätter" "tischlerei-hofstaetter" "Graz" Factory;
        "Bergbahnen Silberkogel" "silberkogel-bahnen" "Bad Hofgastein" Leisure;
        "Großbäckerei Donauwelle" "grossbaeckerei-donauwelle" "Linz" Food;
        "Thermenhotel Steinquell" "thermenhotel-steinquell" "Bad Gleichenberg" Hotel;
    }
    "CH" {
        "Käserei Rütihof" "kaeserei-ruetihof" "Langnau" Food;
        "Uhrenmanufaktur Belmont" "manufaktur-belmont" "Biel/Bienne" Factory;
        "Hôtel du Lac Bleu" "hotel-lac-bleu" "Montreux" Hotel;
        "Pflegezentrum Sonnmatt" "pflegezentrum-sonnmatt" "Luzern" Care;
        "Logistikzentrum Birrmatt AG" "lz-birrmatt" "Lupfig" Depot;
        "Cantina San Bernardo" "cantina-san-bernardo" "Lugano" Winery;
    }
    "PL" {
        "Chłodnia Pomorska" "chlodnia-pomorska" "Gdynia" Cold;
        "Piekarnia Złoty Kłos" "zloty-klos" "Łódź" Food;
        "Browar Czarny Dąb" "browar-czarny-dab" "Wrocław" Brewery;
        "Meble Dąbrowa" "meble-dabrowa" "Kępno" Factory;
        "Hotel Pod Jaworem" "hotel-pod-jaworem" "Zakopane" Hotel;
        "Gospodarstwo Zielińscy" "gospodarstwo-zielinscy" "Grójec" Farm;
        "Transport Wisła Sp. z o.o." "transport-wisla" "Płock" Depot;
        "Zespół Szkół Technicznych" "zst-rzeszow" "Rzeszów" School;
        "Przychodnia Nowy Port" "przychodnia-nowy-port" "Gdańsk" Care;
        "Cukiernia Malinowa" "cukiernia-malinowa" "Kraków" Food;
        "Spółdzielnia Mieszkaniowa Słoneczna" "sm-sloneczna" "Katowice" Housing;
        "Okna Podlasie" "okna-podlasie" "Białystok" Factory;
    }
    "CZ" {
        "Pivovar U Tří lip" "pivovar-u-tri-lip" "Domažlice" Brewery;
        "Sklárna Jizera" "sklarna-jizera" "Jablonec" Factory;
        "Pekárna Vltava" "pekarna-vltava" "České Budějovice" Food;
        "Lázně Skalka" "lazne-skalka" "Karlovy Vary" Hotel;
        "Mrazírny Haná" "mrazirny-hana" "Olomouc" Cold;
        "Vinařství Nový Sad" "vinarstvi-novy-sad" "Mikulov" Winery;
    }
    "FR" {
        "Boulangerie Saint-Éloi" "boulangerie-saint-eloi" "Rennes" Food;
        "Domaine de la Vieille Source" "domaine-vieille-source" "Cahors" Winery;
        "Entrepôts frigorifiques de l'Atlantique" "efa-froid" "Lorient" Cold;
        "Hôtel des Trois Phares" "hotel-trois-phares" "La Rochelle" Hotel;
        "Lycée Simone-Garnier" "lycee-simone-garnier" "Angers" School;
        "Fromagerie Montclar" "fromagerie-montclar" "Aurillac" Food;
        "Transports Brézillac" "transports-brezillac" "Limoges" Depot;
        "Clinique des Tilleuls" "clinique-des-tilleuls" "Tours" Care;
        "Menuiserie Charpentier Frères" "charpentier-freres" "Besançon" Factory;
        "Galerie Les Arcades d'Or" "arcades-dor" "Nîmes" Retail;
        "Serres du Val d'Orb" "serres-val-dorb" "Béziers" Greenhouse;
        "Brasserie du Canal" "brasserie-du-canal" "Lille" Brewery;
        "Résidences Horizon Bleu" "horizon-bleu" "Nantes" Housing;
        "Cartonnerie de l'Isère" "cartonnerie-isere" "Voiron" Factory;
    }
    "GB" {
        "Fenwick Hill Bakery" "fenwick-hill-bakery" "York" Food;
        "Ashdown Cold Stores" "ashdown-cold-stores" "Grimsby" Cold;
        "The Tidewater Hotel" "tidewater-hotel" "Whitby" Hotel;
        "Copperfield Brewing" "copperfield-brewing" "Bristol" Brewery;
        "St Aldhelm's School" "st-aldhelms" "Dorchester" School;
        "Pennine Poultry" "pennine-poultry" "Skipton" Farm;
        "Millbrook Joinery" "millbrook-joinery" "Sheffield" Factory;
        "Lansdowne Care Homes" "lansdowne-care" "Bath" Care;
        "Greystone Self Storage" "greystone-storage" "Leeds" Depot;
        "Oakhaven Garden Centre" "oakhaven-garden" "Guildford" Retail;
        "Severn Vale Dairies" "severn-vale-dairies" "Shrewsbury" Food;
        "Castlegate Leisure Centre" "castlegate-leisure" "Lincoln" Leisure;
        "Dunmorrow Distillery" "dunmorrow" "Inverness" Brewery;
        "Quayside Housing Association" "quayside-homes" "Newcastle upon Tyne" Housing;
        "Thornbury Plastics" "thornbury-plastics" "Derby" Factory;
        "Kestrel Couriers" "kestrel-couriers" "Milton Keynes" Depot;
    }
    "SE" {
        "Mälarplåt AB" "malarplat" "Västerås" Factory;
        "Bageri Solsidan" "bageri-solsidan" "Malmö" Food;
        "Kyllager Sundet AB" "kyllager-sundet" "Helsingborg" Cold;
        "Hotell Skärgårdsro" "skargardsro" "Strömstad" Hotel;
        "Norra Såg & Trä" "norra-sag" "Umeå" Factory;
        "Brf Björkhagen 7" "brf-bjorkhagen-7" "Stockholm" Housing;
        "Åkeri Lindholm" "akeri-lindholm" "Jönköping" Depot;
        "Gotlands Växthus" "gotlands-vaxthus" "Visby" Greenhouse;
        "Fjällbryggeriet" "fjallbryggeriet" "Östersund" Brewery;
        "Ljungskolan" "ljungskolan" "Växjö" School;
    }
    "DK" {
        "Bryghuset Møllen" "bryghuset-mollen" "Odense" Brewery;
        "Sønderjysk Køl A/S" "sonderjysk-kol" "Aabenraa" Cold;
        "Hotel Havlyst" "hotel-havlyst" "Skagen" Hotel;
        "Nørregaard Møbler" "norregaard-mobler" "Herning" Factory;
        "Fynske Gartnerier" "fynske-gartnerier" "Svendborg" Greenhouse;
        "Kattegat Logistik" "kattegat-logistik" "Grenaa" Depot;
    }
    "NO" {
        "Fjordgløtt Hotell" "fjordglott" "Ålesund" Hotel;
        "Vågan Fiskeforedling" "vagan-fisk" "Svolvær" Cold;
        "Trøndersk Trelast" "trondersk-trelast" "Steinkjer" Factory;
        "Solbakken Sykehjem" "solbakken-sykehjem" "Bergen" Care;
    }
    "ES" {
        "Bodegas Peña Roja" "bodegas-pena-roja" "Logroño" Winery;
        "Frigoríficos del Segura" "frigorificos-segura" "Murcia" Cold;
        "Hotel Mirador de la Ría" "mirador-de-la-ria" "Vigo" Hotel;
        "Panadería Santa Inés" "panaderia-santa-ines" "Sevilla" Food;
        "Almazara Sierra Clara" "almazara-sierra-clara" "Jaén" Factory;
        "Colegio Los Almendros" "colegio-los-almendros" "Almería" School;
        "Invernaderos Cabo Sur" "invernaderos-cabo-sur" "El Ejido" Greenhouse;
        "Cerámicas Albufera" "ceramicas-albufera" "Valencia" Factory;
    }
    "IT" {
        "Pastificio Fontanarossa" "pastificio-fontanarossa" "Gragnano" Food;
        "Cantina Colle Sereno" "cantina-colle-sereno" "Montalcino" Winery;
        "Albergo La Baita d'Oro" "baita-doro" "Cortina d'Ampezzo" Hotel;
        "Ceramiche Val Secchia" "ceramiche-val-secchia" "Sassuolo" Factory;
        "Salumificio Bonfanti" "salumificio-bonfanti" "Parma" Food;
        "Logistica Adriatica Srl" "logistica-adriatica" "Ancona" Depot;
    }
    "GR" {
        "Ελαιουργείο Αγίου Πέτρου" "elaiourgeio-agiou-petrou" "Καλαμάτα" Factory;
        "Ξενοδοχείο Γαλάζιο Κύμα" "galazio-kyma" "Νάξος" Hotel;
        "Ψυγεία Θεσσαλίας" "psygeia-thessalias" "Λάρισα" Cold;
    }
    "TR" {
        "Körfez Zeytincilik" "korfez-zeytin" "Ayvalık" Factory;
        "Pamukova Tekstil Boya" "pamukova-tekstil" "Denizli" Factory;
        "Kaş Mavi Otel" "kas-mavi-otel" "Kaş" Hotel;
    }
    "NL" {
        "Bakkerij De Gouden Korst" "gouden-korst" "Utrecht" Food;
        "Kwekerij Zonnekas" "kwekerij-zonnekas" "Naaldwijk" Greenhouse;
        "Koelhuis Waalhaven" "koelhuis-waalhaven" "Rotterdam" Cold;
        "Brouwerij De Drie Molens" "de-drie-molens" "Breda" Brewery;
        "Scholengroep Waterrijk" "scholengroep-waterrijk" "Purmerend" School;
        "Transportbedrijf Van Ommelen" "van-ommelen" "Venlo" Depot;
    }
    "JP" {
        "株式会社みなと冷蔵" "minato-reizo" "横浜" Cold;
        "やまと製パン株式会社" "yamato-seipan" "名古屋" Food;
        "海風旅館" "umikaze-ryokan" "熱海" Hotel;
        "北斗精密工業株式会社" "hokuto-seimitsu" "札幌" Factory;
    }
    "US" {
        "Cedar Hollow Brewing" "cedar-hollow-brewing" "Asheville, NC" Brewery;
        "Prairie Star Cold Storage" "prairie-star-cold" "Omaha, NE" Cold;
        "Blue Mesa Winery" "blue-mesa-winery" "Paso Robles, CA" Winery;
        "Harborlight Seafood" "harborlight-seafood" "Portland, ME" Cold;
        "Whitfield Charter School" "whitfield-charter" "Austin, TX" School;
    }
}
