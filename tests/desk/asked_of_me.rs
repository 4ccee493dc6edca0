//! What people are told with what they are asked: the form to fill in, the ticket
//! behind it, the codes to choose from, and what they have not read yet.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

const FORM: &str = r#"{"title": "Measured", "type": "object", "required": ["width"], "additionalProperties": false,
    "x-ui": {"note": {"ui:widget": "textarea"}},
    "properties": {"width": {"type": "number", "title": "Person"}, "note": {"type": "string"}}}"#;

/// A desk with an item `wish` of this script.
fn running(setup: Setup, script: &str) -> (Desk, String) {
    let desk = setup.item("wish", json!({}), script).file("schemas/forms/measured.json", FORM).start();
    let number = desk.submit("ann", "wish", json!({}));
    (desk, number)
}

fn codes(desk: &Desk, who: &str, of: &str) -> Vec<(String, String)> {
    let entries = desk.as_user(who).get("/lookup/codes").expect(200).at(of);
    let text = |entry: &Json, key: &str| entry[key].as_str().unwrap().to_owned();
    entries.as_array().unwrap().iter().map(|entry| (text(entry, "code"), text(entry, "label"))).collect()
}

on_both! {
    fn who_is_asked_gets_the_form_and_nobody_else_does(setup: Setup) {
        let (desk, number) = running(setup, r#"let got = ask("How wide is it?", requester, #{ form: "measured" }); resolve("width " + got.width);"#);
        let ann = desk.as_user("ann");
        ann.patch("/me", json!({"language": "ru"})).expect(200);
        assert_eq!(ann.get("/schemas/forms/measured").expect(403).text("/code"), "forbidden");
        let asked = ann.get("/inbox").expect(200).at("/items/0");
        assert_eq!(asked["form"]["schema"]["properties"]["width"]["title"], "Человек", "in her language");
        assert_eq!(asked["form"]["schema"]["x-ui"], Json::Null);
        assert_eq!(asked["form"]["uiSchema"]["note"]["ui:widget"], "textarea");
        let on = &asked["on"];
        assert_eq!((on["title"].as_str(), on["item"].as_str(), on["requester"]["username"].as_str()), (Some("wish"), Some("wish"), Some("ann")));
        let of_ticket = |who: &str| desk.ticket(who, &number).at("/around/steps/0")["form"].clone();
        assert_eq!(of_ticket("ann")["schema"], asked["form"]["schema"]);
        assert_eq!(of_ticket("dora"), Json::Null, "it is not hers to answer");
        let answered = desk.answering("ann", &number, "question", json!({"outcome": "answered", "output": {"width": 2}})).expect(200);
        assert_eq!(answered.json()["form"], Json::Null, "it is answered");
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "width 2");
    }

    fn who_reads_a_checklist_in_another_language_ticks_off_what_they_read(setup: Setup) {
        let script = r#"task("Prepare", group("service-desk"), #{ checklist: ["Person", "Group"] }); resolve("Ready");"#;
        let (desk, number) = running(setup, script);
        desk.as_user("dora").patch("/me", json!({"language": "ru"})).expect(200);
        let step = desk.as_user("dora").get("/inbox").expect(200).at("/items/0");
        assert_eq!(step["arguments"]["checklist"], json!(["Человек", "Группа"]));
        let done = |points: Json| desk.answering("dora", &number, "task", json!({"outcome": "done", "output": {"checklist": points}}));
        assert_eq!(done(json!(["Человек", "个人"])).send().problem(), "422 invalid /output/checklist/1:enum /output/checklist:required");
        let answered = done(json!(["Человек", "Group"])).expect(200);
        assert_eq!(answered.at("/output/checklist"), json!(["Person", "Group"]), "it is kept as the script says it");
    }

    fn a_vote_may_be_taken_back_as_long_as_actions_say_so(setup: Setup) {
        let script = r#"approval("Both", [user("max"), user("fay")], #{ quorum: "all" }); resolve("Yes");"#;
        let (desk, number) = running(setup, script);
        let actions = |who: &str| {
            let id = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
            let actions = desk.as_user(who).get(&format!("/steps/{id}")).expect(200).at("/actions");
            (actions.as_array().unwrap().contains(&json!("answer")), actions.as_array().unwrap().contains(&json!("withdraw")))
        };
        assert_eq!((actions("max"), actions("dora")), ((true, false), (false, false)));
        let voted = desk.answer("max", &number, "approval", "approved");
        assert!(voted.at("/actions") == json!(["withdraw"]) && actions("max") == (false, true), "{}", voted.at("/actions"));
        let id = voted.text("/id");
        desk.as_user("max").post(&format!("/steps/{id}/withdraw"), json!({})).expect(200);
        assert_eq!(actions("max"), (true, false));
        desk.answer("max", &number, "approval", "approved");
        desk.answer("fay", &number, "approval", "approved");
        let settled = desk.as_user("max").get(&format!("/steps/{id}")).expect(200);
        assert_eq!(settled.at("/actions"), json!([]), "it is settled");
    }

    fn the_codes_of_the_policy_are_offered_in_the_readers_language(desk: Desk) {
        assert_eq!(codes(&desk, "max", "/rejections")[1], ("budget".to_owned(), "No budget".to_owned()));
        assert_eq!(codes(&desk, "dora", "/returns").len(), 5);
        let reasons = desk.as_user("dora").get("/lookup/codes").expect(200);
        let fix = reasons.at("/closure_reasons").as_array().unwrap().iter().find(|it| it["code"] == "permanent_fix").cloned();
        assert_eq!(fix, Some(json!({"code": "permanent_fix", "label": "Permanent fix", "closure_code": "succeeded"})));
        // Who asks may say less than staff.
        assert_eq!(codes(&desk, "ann", "/impacts"), [("person".to_owned(), "Person".to_owned())]);
        assert_eq!(codes(&desk, "dora", "/impacts").len(), 4);
        let channels = |who: &str| desk.as_user(who).get("/lookup/codes").expect(200).at("/channels");
        assert_eq!(channels("ann"), json!(["portal", "chat", "wechat", "app", "intranet", "api"]));
        assert!(channels("dora").as_array().unwrap().contains(&json!("phone")));
        desk.as_user("max").patch("/me", json!({"language": "zh-CN"})).expect(200);
        assert_eq!(codes(&desk, "max", "/rejections")[1].1, "没有预算");
        let holds = desk.as_user("max").get("/lookup/codes").expect(200).at("/holds/0");
        assert_eq!((holds["code"].as_str(), holds["label"].as_str()), (Some("customer"), Some("等待用户")));
        assert_eq!(desk.stranger().get("/lookup/codes").send().problem(), "401 unauthenticated");
    }

    fn what_is_not_read_is_counted_and_marked_up_to_what_was_seen(desk: Desk) {
        let ann = desk.as_user("ann");
        for _ in 0..3 {
            desk.submit("ann", "password-reset", json!({"system": "erp"}));
        }
        let unread = || ann.get("/notifications?unread=true&count=true&limit=2").expect(200);
        let first = unread();
        assert_eq!((first.at("/count"), first.each("/id").len()), (json!("3"), 2));
        let cursor = first.text("/next_cursor");
        assert_eq!(ann.get(&format!("/notifications?unread=true&cursor={cursor}")).expect(200).each("/id").len(), 1);
        assert_eq!(ann.get(&format!("/notifications?cursor={cursor}")).send().problem(), "400 malformed", "that of another list");
        let second = first.each("/id")[1].clone();
        let marked = ann.post("/notifications/read", json!({"up_to": second})).expect(200);
        assert_eq!((marked.at("/read"), unread().at("/count")), (json!(2), json!("1")), "the newest came later");
        assert_eq!(ann.post("/notifications/read", json!({"up_to": second})).expect(200).at("/read"), 0);
        assert_eq!(ann.get("/notifications?count=true").expect(200).at("/count"), "3");
        assert_eq!(desk.as_user("max").post("/notifications/read", json!({"up_to": second})).send().problem(), "404 not_found");
        assert_eq!(ann.post("/notifications/read", json!({})).send().problem(), "422 invalid /up_to:required");
    }

    fn a_caller_is_found_by_number_or_address_by_staff_alone(desk: Desk) {
        desk.as_user("ada").patch("/users/ann", json!({"phone": "+49 (30) 1234-567", "email": "ann.w@example.org"})).expect(200);
        let found = |who: &str, q: &str| desk.as_user(who).get(&format!("/lookup/people?q={q}")).expect(200).each("/username");
        for q in ["1234567", "030%201234", "1234-5", "ann.w%40example"] {
            assert_eq!(found("dora", q), ["ann"], "{q}");
            assert!(found("max", q).is_empty(), "{q}: that is not for everybody");
        }
        assert!(found("dora", "12").is_empty(), "two digits are no number");
        assert_eq!(found("max", "ann"), ["ann"]);
    }
}
