//! Examples of what is recorded beside a ticket: files, work and appointments.

use super::examples::{MORNING, person};
use serde_json::{Value as Json, json};

/// A file that is not used yet.
pub fn staged() -> Json {
    json!({
        "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44", "name": "screen.png", "media_type": "image/png", "size": 48_213,
        "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
        "uploaded_by": person("ann", "Ann Berg"), "at": MORNING, "internal": false,
        "expires_at": "2026-01-07T06:05:00.000000Z",
    })
}

/// The same file on a ticket.
pub fn attachment() -> Json {
    let mut file = staged();
    if let Some(file) = file.as_object_mut() {
        file.remove("expires_at");
        file.insert("place".to_owned(), json!("ticket"));
    }
    file
}

/// An entry of the work log.
pub fn work() -> Json {
    json!({
        "id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b55", "author": person("lin", "Lin Chen"), "minutes": 25,
        "when": MORNING, "note": "Replaced the disk.", "step": null, "logged_at": MORNING, "corrected_at": null,
    })
}

/// An appointment.
pub fn appointment() -> Json {
    let id = "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b66";
    json!({
        "id": id, "ticket": "SR-000123", "title": "Laptop", "place": "Room 4.12", "note": null,
        "start": "2026-01-07T08:00:00.000000Z", "end": "2026-01-07T08:30:00.000000Z", "zone": "Asia/Shanghai",
        "organizer": person("lin", "Lin Chen"), "people": [person("ann", "Ann Lee")], "sequence": 0,
        "changed_at": MORNING, "cancelled": false, "reason": null,
        "invitation": format!("/api/v1/appointments/{id}/invitation.ics"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::view::{AppointmentView, WorkView};

    #[test]
    fn examples_are_what_they_are_examples_of() {
        assert!(serde_json::from_value::<WorkView>(work()).is_ok());
        assert!(serde_json::from_value::<AppointmentView>(appointment()).is_ok());
    }
}
