//! What a form takes: answers that are complete and may be true. What is refused
//! is named, and nothing else is.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

#[track_caller]
fn refused(desk: &Desk, item: &str, form: Json) -> String {
    desk.as_user("dora").post("/tickets", json!({"item": item, "form": form})).send().problem()
}

fn partner(more: Json) -> Json {
    let mut form = json!({"wish": "partner", "space": "x", "partner": "eve@example.org", "last_day": "2026-12-12", "confidential": false});
    form.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    form
}

on_both! {
    fn only_wrong_fields_are_named(desk: Desk) {
        assert_eq!(refused(&desk, "cloud-storage", partner(json!({"partner": "notmail"}))), "422 invalid /form/partner:format");
        assert_eq!(refused(&desk, "cloud-storage", partner(json!({"partner": "notmail", "colour": "red"}))).matches("/form/").count(), 2);
        let access = json!({"system": "erp", "level": "read", "reason": "For the audit", "temporary": true, "end_date": "soon"});
        assert_eq!(refused(&desk, "access-rights", access), "422 invalid /form/end_date:format");
        // Once the rest is right, what is not asked for is named.
        assert_eq!(refused(&desk, "cloud-storage", partner(json!({"size": "100"}))), "422 invalid /form/size:unevaluatedProperties");
        desk.as_user("dora").post("/tickets", json!({"item": "cloud-storage", "form": partner(json!({}))})).expect(201);
    }

    fn what_is_to_come_is_not_over_and_the_reverse(desk: Desk) {
        let access = |day: &str| json!({"system": "erp", "level": "read", "reason": "For the audit", "temporary": true, "end_date": day});
        assert_eq!(refused(&desk, "access-rights", access("2026-11-22")), "422 invalid /form/end_date:minimum");
        let number = desk.submit("dora", "access-rights", access("2026-11-23"));
        let lost = |at: &str| json!({"what": "mail", "folder": "Inbox", "lost_at": at, "target": "same"});
        assert!(refused(&desk, "restore-backup", lost("2026-11-23T10:00:00Z")).contains("/form/lost_at:maximum"));
        // What was right when it was sent stays; what is changed is looked at again.
        desk.advance(chrono::Duration::days(3));
        let patch = |form: Json| desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"form": form})).send();
        assert_eq!(patch(json!({"reason": "For the second audit"})).status, 200);
        assert_eq!(patch(json!({"end_date": "2026-11-24"})).problem(), "422 invalid /form/end_date:minimum");
        let copy = desk.as_user("dora").get(&format!("/tickets/{number}/copy")).expect(200);
        assert_eq!(copy.at("/errors/0/pointer"), "/form/end_date", "asked for again it is over");
        let looked = desk.as_user("dora").post("/catalog/access-rights/preview", json!({"form": access("2020-01-01")})).send();
        assert_eq!(looked.problem(), "422 invalid /form/end_date:minimum");
    }

    fn what_must_be_said_is_not_blank(desk: Desk) {
        let incident = |summary: &str| json!({"summary": summary, "about": "other", "people": "person", "work": "yes", "details": "It hums."});
        assert_eq!(refused(&desk, "report-incident", incident("      ")), "422 invalid /form/summary:minLength");
        desk.submit("dora", "report-incident", incident("It hums"));
    }

    fn a_link_leads_to_a_page(setup: Setup) {
        let desk = setup.item("find", json!({"link": {"type": "string", "format": "uri"}}), "assign();").start();
        for bad in ["javascript:alert(1)", "data:text/html,x", "shop.example.org"] {
            assert_eq!(refused(&desk, "find", json!({"link": bad})), "422 invalid /form/link:format", "{bad}");
        }
        desk.submit("dora", "find", json!({"link": "https://shop.example.org/пример"}));
    }

    fn a_word_of_a_form_that_means_nothing_is_a_fault(desk: Desk) {
        let schema = json!({"title": "Day", "x-catalog": {"kind": "request"}, "type": "object", "properties": {"day": {"type": "string", "format": "date", "x-when": "soon"}}});
        let answer = desk.as_user("ada").call("PUT", "/schemas/day").json(&json!({"schema": schema})).expect(422);
        assert!(answer.at("/faults").to_string().contains("x-when"), "{:#}", answer.json());
    }
}
