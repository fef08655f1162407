//! People, teams, roles and keys.

use leadroom::access::{Capabilities, Permissions};
use leadroom::error::Code;

use super::{Noun, organization, person, stored};
use crate::operation::on;
use crate::schema::{body, boolean, email, has, id, list, may, name, named, object, set, shown, shown_list, text, time, word};

const ROLE: &str = "The name of a role, unique in the organisation: `owner`, `admin`, `agent`, or one of the organisation's own.";

fn role() -> crate::schema::Schema {
    name(100).example("agent").about(ROLE)
}

pub fn me() -> Noun {
    let me = object(vec![
        has("user", named("User")),
        has("organization", object(vec![has("id", id()), has("name", text(200).example("Acme"))])),
        has("role", shown().example("agent").about(ROLE)),
        has("capabilities", shown_list(named("Capability"))),
        has("teams", shown_list(named("TeamBrief"))),
    ]);
    Noun {
        name: "Me",
        about: "Who calls.",
        schemas: vec![("Me", me)],
        operations: vec![on("GET", "/v1/me", "getMe", "Who am I, and what may I do?").gives(
            200,
            named("Me"),
            "The person behind the credential.",
        )],
    }
}

pub fn users() -> Noun {
    let user = stored(vec![
        has("name", text(200).example("Ann Able")),
        has("email", email()),
        has("role", shown().example("agent").about(ROLE)),
        has("active", boolean().about("An inactive person is refused everywhere, at once.")),
        has("teams", shown_list(named("TeamBrief"))),
    ]);
    let key = |more| {
        let mut all = vec![
            has("id", id()),
            has("user_id", id().about("Whom it acts as.")),
            has("name", text(100).example("Nightly import")),
            has("created_at", time()),
            has("expires_at", time().mostly_null().about("When it stops working.")),
            may("last_used_at", time().or_null().about("To the hour.")),
        ];
        all.extend(more);
        object(all)
    };
    let new =
        body(vec![has("name", name(200).example("Ann Able")), has("email", email()), has("role", role()), may("team_ids", list(id(), 50))]);
    let managed = "Takes the capability `manage_people`; nobody manages a person who has capabilities that they lack themselves.";
    Noun {
        name: "People",
        about: "The people of the organisation, and the API keys that act as them.",
        schemas: vec![
            ("Person", object(vec![has("id", id()), has("name", shown().example("Ann Able"))]).about("Somebody, inside another object.")),
            ("User", user),
            ("ApiKey", key(vec![])),
            ("NewApiKey", key(vec![has("secret", named("Secret"))])),
        ],
        operations: vec![
            on("GET", "/v1/users", "listUsers", "People, by name")
                .pages("User")
                .query("q", shown().example("ann").about("The beginnings of a name's words, or of an e-mail address."))
                .query("active", boolean())
                .query("team", id().about("Only this team's members.")),
            on("POST", "/v1/users", "createUser", "Add a person")
                .about(managed)
                .takes(new)
                .gives_versioned(201, named("User"), "The new person.")
                .refuses(&[Code::Forbidden, Code::EmailTaken]),
            on("GET", "/v1/users/{id}", "getUser", "One person").gives_versioned(200, named("User"), "The person."),
            on("PATCH", "/v1/users/{id}", "changeUser", "Rename, give another role, deactivate, reactivate")
                .about("Everybody may change their own name; all else takes the capability `manage_people`. Deactivating acts at once.")
                .takes(body(vec![set("name", name(200).example("Ann Able")), set("role", role()), set("active", boolean())]))
                .gives_versioned(200, named("User"), "The person as they are now.")
                .matches()
                .refuses(&[Code::Forbidden, Code::LastOwner]),
            on("GET", "/v1/users/{id}/api_keys", "listApiKeys", "A person's keys, newest first, without their secrets")
                .pages("ApiKey")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/users/{id}/api_keys", "createApiKey", "Make a key that acts as a person")
                .about("For oneself, or with the capability `manage_people`.")
                .takes(body(vec![has("name", name(100).example("Nightly import")), may("expires_at", super::end())]))
                .gives(201, named("NewApiKey"), "The new key. Its secret is shown this once.")
                .refuses(&[Code::Forbidden, Code::RecipientInactive]),
            on("GET", "/v1/api_keys/{id}", "getApiKey", "One key, without its secret")
                .gives(200, named("ApiKey"), "The key.")
                .refuses(&[Code::Forbidden]),
            on("DELETE", "/v1/api_keys/{id}", "deleteApiKey", "End a key")
                .gives_nothing(204, "It does not work any more.")
                .refuses(&[Code::Forbidden]),
        ],
    }
}

pub fn teams() -> Noun {
    let team = stored(vec![has("name", text(100).example("North")), has("member_count", organization::members())]);
    let member = object(vec![has("user", person()), has("added_by", person().or_null()), has("added_at", time())]);
    let named_only = || name(100).example("North");
    Noun {
        name: "Teams",
        about: "Groups of people that records are shared with. Leaving one acts at once. Changes take the capability `manage_people`.",
        schemas: vec![
            ("Team", team),
            ("TeamBrief", object(vec![has("id", id()), has("name", shown().example("North"))]).about("A team, inside another object.")),
            ("Member", member.about("A member of a team.")),
        ],
        operations: vec![
            on("GET", "/v1/teams", "listTeams", "Teams, by name").pages("Team"),
            on("POST", "/v1/teams", "createTeam", "Make a team")
                .takes(body(vec![has("name", named_only())]))
                .gives_versioned(201, named("Team"), "The new team.")
                .refuses(&[Code::Forbidden, Code::NameTaken]),
            on("GET", "/v1/teams/{id}", "getTeam", "One team").gives_versioned(200, named("Team"), "The team."),
            on("PATCH", "/v1/teams/{id}", "changeTeam", "Rename a team")
                .takes(body(vec![set("name", named_only())]))
                .gives_versioned(200, named("Team"), "The team as it is now.")
                .matches()
                .refuses(&[Code::Forbidden, Code::NameTaken]),
            on("DELETE", "/v1/teams/{id}", "deleteTeam", "Delete a team and what was shared with it")
                .about("Refused while somebody sees a record only through it, unless forced.")
                .query("force", boolean())
                .gives_nothing(204, "It is gone.")
                .refuses(&[Code::Forbidden, Code::TeamInUse]),
            on("GET", "/v1/teams/{id}/members", "listMembers", "Who is in a team").pages("Member"),
            on("PUT", "/v1/teams/{id}/members/{user_id}", "addMember", "Put a person into a team")
                .gives_nothing(204, "They are in it.")
                .refuses(&[Code::Forbidden]),
            on("DELETE", "/v1/teams/{id}/members/{user_id}", "removeMember", "Take a person out of a team")
                .gives_nothing(204, "They are not in it.")
                .refuses(&[Code::Forbidden]),
        ],
    }
}

pub fn roles() -> Noun {
    let role = stored(vec![
        has("name", text(100).example("Partner")),
        has("built_in", boolean().example(false)),
        has("capabilities", shown_list(named("Capability"))),
        has("record_permissions", shown_list(named("Permission")).about("The most that any grant gives whoever has the role.")),
    ]);
    let given = || list(named("Capability"), 50).example(serde_json::json!(["create", "claim"]));
    let most = || list(named("Permission"), 20).example(serde_json::json!(["read", "note"]));
    Noun {
        name: "Roles",
        about: "What people may do in the organisation, and the ceiling over every grant they receive. `owner`, `admin` and `agent` come with Leadroom and \
                stay as they are. Changes take the capability `manage_people`, and nobody gives a capability that they lack.",
        schemas: vec![
            ("Role", role),
            ("Capability", word(Capabilities::ALL.names()).example("claim").about("What a role lets one do in the organisation.")),
            ("Permission", word(Permissions::ALL.names()).about("What may be done with one record.")),
        ],
        operations: vec![
            on("GET", "/v1/roles", "listRoles", "All roles, the built-in ones first").pages("Role"),
            on("POST", "/v1/roles", "createRole", "Make a role")
                .takes(body(vec![
                    has("name", name(100).example("Partner")),
                    has("capabilities", given()),
                    has("record_permissions", most()),
                ]))
                .gives_versioned(201, named("Role"), "The new role.")
                .refuses(&[Code::Forbidden, Code::NameTaken]),
            on("GET", "/v1/roles/{id}", "getRole", "One role").gives_versioned(200, named("Role"), "The role."),
            on("PATCH", "/v1/roles/{id}", "changeRole", "Change a role")
                .about("Acts at once on everybody who has it.")
                .takes(body(vec![
                    set("name", name(100).example("Partner")),
                    set("capabilities", given()),
                    set("record_permissions", most()),
                ]))
                .gives_versioned(200, named("Role"), "The role as it is now.")
                .matches()
                .refuses(&[Code::Forbidden, Code::NameTaken, Code::BuiltInRole]),
            on("DELETE", "/v1/roles/{id}", "deleteRole", "Delete a role that nobody has").gives_nothing(204, "It is gone.").refuses(&[
                Code::Forbidden,
                Code::BuiltInRole,
                Code::RoleInUse,
            ]),
        ],
    }
}
