//! The log lines of what fails where no request is answered.

use worker::console_error;

use crate::json;

/// A failure outside of a request.
pub fn log_failure(place: &str, cause: &str) {
    log_failure_of(place, None, cause);
}

/// A failure that happened for a request, whose own line does not know of it.
pub fn log_failure_of(place: &str, request_id: Option<&str>, cause: &str) {
    console_error!("{}", json!({"place": place, "request_id": request_id, "cause": cause}));
}
