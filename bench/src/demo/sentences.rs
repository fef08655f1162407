//! What people of the demo write to one another. `{company}`, `{city}`, `{customer}`, `{colleague}` and `{day}` are filled
//! in.

/// Somebody hands a record to a colleague.
pub const HAND_OVER: &[&str] = &[
    "{customer} works with your customer next door and would like one contact for both. Intro call is done, they expect you.",
    "Bigger than it looked: they want all sites quoted together. That is one for you.",
    "I'm on parental leave from next week. Site survey is booked, the report goes straight to you.",
    "You know {company} from the last project, and they asked for you by name.",
    "My calendar is full until the end of the quarter and they want a visit in {city} this month. Thanks for taking it!",
    "Swapping this for the one you gave me last week. Load profile and roof plans are in.",
    "Their parent company is yours already, so this should be too. Nothing promised yet apart from a first estimate.",
    "As agreed on Monday: {city} is on your route now. {customer} knows and is fine with it.",
];

/// Somebody who leaves hands over.
pub const FAREWELL: &[&str] = &[
    "My last week: please take over. {customer} is friendly and answers mails the same day.",
    "Leaving at the end of the month. The offer is out, follow up in about two weeks.",
    "Last one from my list. They are waiting for the grid operator, nothing to do before that.",
    "Handing over before I go. I told {customer} that you will call.",
    "Please take {company} with the others from {city}, they know each other.",
];

/// A record goes back to the pool.
pub const BACK_TO_POOL: &[&str] = &[
    "No answer after four attempts. Somebody with a contact in {city} may have more luck.",
    "Not my region after all, and I don't know whose it is.",
    "They want charging for lorries first; I can't quote that. Free for whoever can.",
];

/// Somebody asks to collaborate.
pub const REQUEST: &[&str] = &[
    "I know {customer} from a trade association and could open the door to the board.",
    "We are quoting the sister site; I need the load profile and would keep both offers consistent.",
    "I did the structural check for the neighbouring hall, happy to do this roof as well.",
    "{customer} rang me by mistake and asked for a call back about subsidies. I'd like to log it here.",
    "I'll be in {city} next week anyway and can do the site visit.",
    "The same group asked me for battery storage. Better if we go in together.",
    "I speak the language and could take the technical questions.",
    "They are on my list for the autumn campaign; I don't want us to call twice.",
    "I need the contact's address for the invitation to the open day, and would add notes from there.",
    "My customer next door buys from the same grid connection. We should plan the feed-in together.",
];

/// An owner says yes.
pub const APPROVAL: &[&str] = &[
    "Welcome aboard. Please log every call here, {customer} hates to be asked twice.",
    "Yes please! Pricing stays with me.",
    "Good idea. The roof plans are with the structural engineer, back on {day}.",
    "Fine with me, I've told {customer} that you will get in touch.",
    "Gladly, thank you for offering.",
];

/// An owner says yes to less than was asked.
pub const SMALLER_APPROVAL: &[&str] = &[
    "Read access is enough for this, I think. Shout if you need more.",
    "Until the visit is over; then I'd like to keep the circle small again.",
];

/// An owner says no.
pub const DENIAL: &[&str] = &[
    "We are in final price talks and the customer wants one voice. Ask me again after signature.",
    "They signed a confidentiality agreement that names people; I'd have to get you added first.",
    "Thanks, but {customer} asked for a single contact. I'll pass your question on.",
    "Marcus takes this over next week, please talk to him then.",
    "The site visit is on {day} and I have help already. Notes are coming.",
    "I sent you the two numbers you need by mail. Everything else here is under embargo until the tender closes.",
];

/// A record is shared with a person.
pub const SHARE_PERSON: &[&str] = &[
    "Second pair of eyes on the pricing, please.",
    "Could you check the roof statics in the attachment they sent?",
    "For your talk with the grid operator.",
    "Holiday cover while I'm away.",
    "So that you can follow up after the trade fair.",
    "You wrote the offer for their last building; this one is similar.",
    "For the subsidy application.",
];

/// A record is shared with a team.
pub const SHARE_TEAM: &[&str] = &[
    "Public tender: everybody helps with the questionnaire.",
    "Several sites in several regions, please add what you know.",
    "Holiday cover, whoever is in.",
    "Site surveys in {city} are done by whoever is nearest.",
    "Candidate for the framework agreement.",
    "Team case of the month: look at the load profile before our Monday meeting.",
];

/// A record is shared with everyone.
pub const SHARE_EVERYONE: &[&str] = &[
    "The city council will ask about this one. Please read before you answer anybody.",
    "Everyone keeps getting calls from {company}. This is the one place for it.",
    "Press is asking about this project. Please read before you answer anybody.",
];

/// A contact is shared with everyone.
pub const SHARE_CUSTOMER: &[&str] = &[
    "Reference customer: happy to take calls from prospects, please announce them first.",
    "Finished and open to visitors; good photos for offers.",
    "Speaks at our open day. Here are the contact details for all who asked.",
];

/// Why a lead came to nothing at once.
pub const NOTHING: &[&str] = &[
    "too small for us, sent to a partner",
    "wanted a private house quoted",
    "no reply after five attempts",
    "student thesis, no project",
    "asked for spare parts only",
];

/// Why a lead came to nothing after a closer look.
pub const UNQUALIFIED: &[&str] = &[
    "roof has to be renewed first, not before next year",
    "rents the building; landlord refuses",
    "went with a local installer",
    "no budget this year",
    "listed building, authority said no",
    "load profile does not pay off",
    "grid connection too weak, upgrade not before 2028",
];

/// Why a deal was lost.
pub const LOST: &[&str] = &[
    "price: competitor 11 % lower",
    "board postponed all investments",
    "grid operator grants only half of the feed-in",
    "merged with another company, project stopped",
    "chose leasing from their utility",
];

/// Where leads come from, the frequent ones more than once.
pub const SOURCES: &[&str] = &[
    "Website",
    "Website",
    "Website",
    "Website",
    "Referral",
    "Referral",
    "Referral",
    "Trade fair",
    "Trade fair",
    "Webinar",
    "Cold call",
    "Partner",
    "Partner",
    "Newsletter",
];

/// What people do in a company.
pub const TITLES: &[&str] = &[
    "Managing Director",
    "Facility Manager",
    "Head of Operations",
    "Owner",
    "Energy Manager",
    "Purchasing Manager",
    "Technical Director",
    "CFO",
    "Sustainability Lead",
    "Site Manager",
    "Plant Manager",
    "Head of Finance",
];

/// What people do where nobody owns and nothing is produced.
pub const PUBLIC_TITLES: &[&str] =
    &["Director", "Facility Manager", "Head of Administration", "Energy Manager", "Caretaker", "Treasurer", "Building Services Engineer"];

/// How it is heated so far.
pub const HEATING: &[&str] = &["gas boiler", "oil boiler", "district heating", "gas boiler", "electric", "wood chips"];
