//! Signing in with a browser.

use leadroom::error::Code;

use super::Noun;
use crate::operation::on;
use crate::schema::{body, email, has, id, integer, may, name, named, object};

pub fn sessions() -> Noun {
    let organization = || id().about("Needed where the address belongs to several organisations.");
    Noun {
        name: "Sessions",
        about: "Signing in by a code that is mailed, for browsers. The session is an `HttpOnly` cookie, and writes from its own origin only.",
        schemas: vec![],
        operations: vec![
            on("POST", "/v1/auth/codes", "requestCode", "Have a sign-in code mailed")
                .about("The same answer whether or not there is such a person. A code lives ten minutes and ends with the fifth wrong try.")
                .takes(body(vec![has("email", email()), may("organization_id", organization())]))
                .gives(
                    202,
                    object(vec![has("expires_in", integer(1, 3600).example(600).about("Seconds."))]),
                    "If there is such a person, they get mail.",
                ),
            on("POST", "/v1/auth/sessions", "signIn", "Sign in with a code")
                .takes(body(vec![has("email", email()), has("code", name(50).example("123456")), may("organization_id", organization())]))
                .answers(201, Some(("application/json", named("Me"))), "Signed in.", vec!["Set-Cookie"])
                .refuses(&[Code::InvalidCode, Code::UserInactive, Code::CrossOrigin, Code::ChooseOrganization]),
            on("DELETE", "/v1/auth/sessions/current", "signOut", "Sign out")
                .answers(204, None, "The session is over.", vec!["Set-Cookie"])
                .refuses(&[Code::NotFound]),
        ],
    }
}
