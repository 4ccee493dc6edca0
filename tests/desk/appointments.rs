//! Appointments: made, changed, cancelled; invitations for calendars; who hears
//! of them and who must not.

use crate::support::{Answer, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

fn visit(setup: Setup) -> Setup {
    setup.item(
        "visit",
        json!({}),
        r#"handle("Repair", group("service-desk"), #{ on_timeout: "remind" }); resolve("Done");"#,
    )
}

/// An appointment in two hours, for half an hour.
fn made(desk: &Desk, who: &str, number: &str, more: Json) -> Answer {
    let mut body =
        json!({"start": desk.now().plus(Duration::hours(2)), "end": desk.now().plus(Duration::minutes(150))});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    desk.as_user(who).post(&format!("/tickets/{number}/appointments"), body).send()
}

/// The lines of an invitation, unfolded.
fn invitation(desk: &Desk, who: &str, id: &str) -> (String, Vec<String>) {
    let file = desk.as_user(who).get(&format!("/appointments/{id}/invitation.ics")).expect(200);
    let text = String::from_utf8(file.body.clone()).unwrap().replace("\r\n ", "");
    (file.header("content-type").unwrap().to_owned(), text.lines().map(str::to_owned).collect())
}

/// Messages about appointments.
fn told(desk: &Desk, who: &str) -> Vec<String> {
    desk.messages(who).into_iter().filter(|text| text.contains("“visit”") && text.contains("(Europe/Berlin)")).collect()
}

/// Whether one of them says so.
fn hears(desk: &Desk, who: &str, what: &str) -> bool {
    told(desk, who).iter().any(|text| text.contains(what))
}

on_both! {
    fn who_is_invited_gets_an_invitation_each_change_and_the_end(setup: Setup) {
        let desk = visit(setup).start();
        let number = desk.submit("ann", "visit", json!({}));
        let wish = json!({"place": "Room 4, \"left\"", "zone": "Europe/Berlin", "people": ["ann", "lin", "viv"], "note": "Bring it;\nwith cable"});
        let first = made(&desk, "dora", &number, wish).expecting(201);
        let id = first.text("/id");
        assert_eq!(first.header("location"), Some(format!("/api/v1/appointments/{id}").as_str()));
        assert_eq!((first.at("/title"), first.at("/sequence"), first.at("/organizer/username")), (json!("visit"), json!(0), json!("dora")));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "accepted", "an agent's first act");
        assert_eq!((told(&desk, "ann").len(), told(&desk, "lin").len(), told(&desk, "viv").len(), told(&desk, "dora").len()), (1, 1, 1, 0));
        assert!(hears(&desk, "viv", &format!("Dora Petrova invites you for {number}: “visit”, ")), "{:?}", told(&desk, "viv"));
        let (kind, lines) = invitation(&desk, "ann", &id);
        assert_eq!(kind, "text/calendar; charset=utf-8; method=REQUEST");
        for line in ["METHOD:REQUEST", &format!("UID:{id}@maitred"), "SEQUENCE:0", "STATUS:CONFIRMED", &format!("SUMMARY:{number}: visit"), "DESCRIPTION:Bring it\\;\\nwith cable", "LOCATION:Room 4\\, \"left\""] {
            assert!(lines.contains(&line.to_owned()), "{line} in {lines:#?}");
        }
        let start = desk.now().plus(Duration::hours(2)).utc().format("DTSTART:%Y%m%dT%H%M%SZ").to_string();
        assert!(lines.contains(&start), "{start} in {lines:#?}");
        let named = |who: &str, what: &str| invitation(&desk, who, &id).1.iter().filter(|line| line.starts_with(what) && line.contains("mailto:")).count();
        assert_eq!((named("ann", "ORGANIZER"), named("ann", "ATTENDEE"), named("dora", "ATTENDEE")), (0, 1, 3), "addresses are for staff");

        desk.advance(Duration::minutes(1));
        let later = json!({"start": desk.now().plus(Duration::hours(5)), "end": desk.now().plus(Duration::hours(6)), "people": ["ann", "dan"], "place": null});
        let changed = desk.as_user("sam").patch(&format!("/appointments/{id}"), later).expect(200);
        assert_eq!((changed.at("/sequence"), changed.at("/place")), (json!(1), Json::Null));
        assert!(hears(&desk, "ann", "was changed") && hears(&desk, "dan", "invites you"));
        assert!(hears(&desk, "viv", "is off"), "no longer invited: {:?}", told(&desk, "viv"));
        let (kind, lines) = invitation(&desk, "viv", &id);
        assert!(kind.ends_with("method=CANCEL") && lines.contains(&"STATUS:CANCELLED".to_owned()) && lines.contains(&"SEQUENCE:1".to_owned()));
        assert!(invitation(&desk, "ann", &id).1.contains(&"METHOD:REQUEST".to_owned()));
        assert_eq!(desk.as_user("viv").get("/appointments").expect(200).json(), json!({"items": [], "next_cursor": null}));
        assert_eq!(desk.as_user("dan").get("/appointments").expect(200).at("/items/0/id"), json!(id));

        let off = desk.as_user("dora").post(&format!("/appointments/{id}/cancel"), json!({"reason": "It works again."})).expect(200);
        assert_eq!((off.at("/cancelled"), off.at("/sequence"), off.at("/reason")), (json!(true), json!(2), json!("It works again.")));
        assert!(hears(&desk, "ann", "is off: It works again."));
        assert!(invitation(&desk, "ann", &id).1.contains(&"SEQUENCE:2".to_owned()));
        let again = desk.as_user("dora").post(&format!("/appointments/{id}/cancel"), json!({})).send();
        assert!(again.problem().starts_with("409 illegal_operation"));
        let log = desk.log(&number);
        let kinds: Vec<&str> = log.iter().map(String::as_str).filter(|kind| kind.starts_with("appointment.")).collect();
        assert_eq!(kinds, ["appointment.made", "appointment.changed", "appointment.cancelled"]);
        desk.advance(Duration::hours(5));
        assert!(!desk.log(&number).contains(&"appointment.reminded".to_owned()));
    }

    fn who_is_invited_is_reminded_once(setup: Setup) {
        let desk = visit(setup).start();
        let number = desk.submit("ann", "visit", json!({}));
        made(&desk, "dora", &number, json!({"zone": "Europe/Berlin"})).expecting(201);
        assert_eq!(told(&desk, "ann").len(), 1, "whom it is for is invited when nobody is named");
        desk.advance(Duration::minutes(59));
        assert_eq!((told(&desk, "ann").len(), told(&desk, "dora").len()), (1, 0));
        desk.advance(Duration::minutes(2));
        assert_eq!((told(&desk, "ann").len(), told(&desk, "dora").len()), (2, 1));
        assert!(hears(&desk, "ann", "begins soon"));
        desk.advance(Duration::hours(3));
        assert_eq!(told(&desk, "ann").len(), 2);
        assert_eq!(desk.as_user("ann").get("/appointments").expect(200).json(), json!({"items": [], "next_cursor": null}), "it is over");
    }

    fn what_is_to_come_is_off_when_the_ticket_is_closed(setup: Setup) {
        let desk = visit(setup).start();
        let number = desk.submit("ann", "visit", json!({}));
        let id = made(&desk, "dora", &number, json!({"zone": "Europe/Berlin", "people": ["lin"]})).expecting(201).text("/id");
        desk.act("ann", &number, "cancel", json!({}));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "closed");
        assert_eq!(desk.as_user("lin").get(&format!("/appointments/{id}")).expect(200).at("/cancelled"), true);
        assert!(hears(&desk, "lin", "is off."));
        desk.advance(Duration::hours(3));
        assert!(!desk.log(&number).contains(&"appointment.reminded".to_owned()));
        assert!(made(&desk, "dora", &number, json!({})).problem().starts_with("409 illegal_operation"));
    }

    fn only_those_whom_it_concerns_see_it(setup: Setup) {
        let desk = visit(setup).start();
        let number = desk.submit("ann", "visit", json!({}));
        let id = made(&desk, "dora", &number, json!({"people": ["viv"], "title": "Handing over"})).expecting(201).text("/id");
        let path = format!("/appointments/{id}");
        let sees = |who: &str| desk.as_user(who).get(&path).send().status;
        assert_eq!(["ann", "viv", "dora", "lin", "sam", "max", "fay"].map(sees), [200, 200, 200, 200, 200, 404, 404]);
        assert_eq!(desk.as_user("viv").get(&format!("/tickets/{number}")).send().problem(), "404 not_found", "of the ticket they see nothing");
        assert!(!desk.as_user("viv").get(&path).expect(200).json().to_string().contains("email"));
        assert_eq!(desk.as_user("viv").patch(&path, json!({"title": "Mine"})).send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("ann").patch(&path, json!({"title": "Mine"})).send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("max").patch(&path, json!({"title": "Mine"})).send().problem(), "404 not_found");
        assert_eq!(made(&desk, "ann", &number, json!({})).problem(), "403 forbidden");
        // Who sees the ticket for another reason is not told where others meet.
        desk.as_user("dora").post(&format!("/tickets/{number}/watchers"), json!({"user": "max"})).expect(200);
        assert_eq!(desk.as_user("max").get(&format!("/tickets/{number}/appointments")).expect(200).json(), json!({"items": [], "next_cursor": null}));
        assert_eq!(sees("max"), 404);
        let events = desk.as_user("max").get(&format!("/tickets/{number}/events")).expect(200).json().to_string();
        assert!(events.contains("appointment.made") && !events.contains("Handing over"), "{events}");
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}/appointments")).expect(200).at("/items/0/id"), json!(id));
    }

    fn a_confidential_ticket_is_not_told_of_by_its_title(setup: Setup) {
        let script = r#"restrict(group("line-2")); assign(group("line-2")); task("Look", group("line-2"));"#;
        let desk = setup.item("case", json!({}), script).start();
        let number = desk.submit("ann", "case", json!({}));
        assert_eq!(made(&desk, "sam", &number, json!({})).problem(), "404 not_found");
        let made = made(&desk, "lin", &number, json!({"people": ["viv"]})).expecting(201);
        assert_eq!(made.at("/title"), json!(number), "not the ticket's title");
        let id = made.text("/id");
        assert_eq!(desk.as_user("viv").get(&format!("/appointments/{id}")).send().status, 200);
        assert_eq!(desk.as_user("sam").get(&format!("/appointments/{id}")).send().problem(), "404 not_found");
        assert!(!desk.messages("viv").concat().contains("“case”"));
    }

    fn wrong_wishes_are_refused_with_their_place(setup: Setup) {
        let desk = visit(setup).start();
        let number = desk.submit("ann", "visit", json!({}));
        let refused = |more: Json| made(&desk, "dora", &number, more).problem();
        let at = |hours: i64| desk.now().plus(Duration::hours(hours));
        assert_eq!(refused(json!({"start": at(-1)})), "422 invalid /start:past");
        assert_eq!(refused(json!({"end": at(1)})), "422 invalid /end:range");
        assert_eq!(refused(json!({"end": at(24 * 9)})), "422 invalid /end:range");
        assert_eq!(refused(json!({"start": at(24 * 800), "end": at(24 * 800 + 1)})), "422 invalid /start:range");
        assert_eq!(refused(json!({"zone": "Berlin"})), "422 invalid /zone:unknown");
        assert_eq!(refused(json!({"people": []})), "422 invalid /people:minItems");
        assert_eq!(refused(json!({"people": ["ann", "nobody", "ann"]})), "422 invalid /people/1:unknown /people/2:uniqueItems");
        assert_eq!(refused(json!({"people": vec!["ann"; 21]})), "422 invalid /people:maxItems");
        assert_eq!(refused(json!({"title": " "})), "422 invalid /title:required");
        assert_eq!(refused(json!({"title": "x".repeat(201)})), "422 invalid /title:maxLength");
        assert_eq!(refused(json!({"start": "tomorrow"})), "422 invalid /start:type");
        assert_eq!(refused(json!({"color": "red"})), "422 invalid /color:unknown");
        for _ in 0..20 {
            made(&desk, "dora", &number, json!({})).expecting(201);
        }
        assert_eq!(refused(json!({})), "422 invalid :maxItems");
    }
}
