//! Another item: a request turns out to be something else. And what a
//! correction would mean, told before anybody makes it.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

const FAULT: &str = r#"
sla("password");
assign(group("line-2"));
approval("Boss", manager_of(requested_for), #{ show: ["what"] });
handle("Mend it", group("line-2"));
resolve("mended");
"#;
const CHAIR: &str = r#"
sla("hardware");
assign(group("service-desk"));
approval("Boss", manager_of(requested_for), #{ show: ["what"] });
let got = asset::reserve(#{ model: "light" });
approval("Finance", group("finance"), #{ show: ["what", "colour"], quorum: 2 });
task("Carry it up", group("service-desk"));
resolve(got.tag);
"#;

/// A chair that may turn out to be a fault.
fn desk(setup: Setup) -> Desk {
    let what = json!({"what": {"type": "string"}, "colour": {"type": "string"}});
    let setup =
        setup.item("chair", what, CHAIR).item("fault", json!({"what": {"type": "string", "minLength": 3}}), FAULT);
    setup.replaced("schemas/fault.json", "\"kind\":\"request\"", "\"kind\":\"incident\"").start()
}

fn chair(desk: &Desk) -> String {
    let number = desk.submit("ann", "chair", json!({"what": "A chair", "colour": "red"}));
    desk.answer("max", &number, "approval", "approved");
    desk.settle();
    number
}

fn wish(what: &str) -> Json {
    json!({"item": "fault", "form": {"what": what}, "reason": "It is only broken."})
}

fn preview(desk: &Desk, who: &str, number: &str, body: Json) -> crate::support::Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/correction/preview"), body).send()
}

on_both! {
    fn it_becomes_the_other_item_and_goes_its_way(setup: Setup) {
        let desk = desk(setup);
        let number = chair(&desk);
        assert_eq!(desk.ticket("ann", &number).at("/sla/name"), "hardware");
        let ticket = desk.act("dora", &number, "reclassify", wish("A chair"));
        assert_eq!(ticket.text("/number"), "INC-000001", "the digits stay");
        insta::assert_snapshot!(ticket.fields(&["kind", "item", "title", "run", "group", "status", "waiting_on", "form"]), @r#"
        kind: "incident"
        item: "fault"
        title: "fault"
        run: 2
        group: "line-2"
        status: "accepted"
        waiting_on: ["work"]
        form: {"what":"A chair"}
        "#);
        assert_eq!(ticket.at("/sla/name"), "password");
        assert_eq!(desk.ticket("ann", &number).text("/number"), "INC-000001", "its old number finds it, too");
        assert!(desk.messages("ann").iter().any(|text| text.contains("is handled as “fault” from now on: It is only broken.")), "{:?}", desk.messages("ann"));
        insta::assert_snapshot!(desk.steps(&number), @r#"
        1 | 0 | approval | Boss | done | approved
        1 | 1 | plugin | asset.reserve | done | done
        1 | 2 | approval | Finance | cancelled | cancelled
        2 | 0 | approval | Boss | done | approved
        2 | 1 | work | Mend it | open | null
        "#);
        desk.answering("lin", &number, "work", json!({"outcome": "done", "output": {"resolution": "Glued."}})).expect(200);
        assert_eq!(desk.ticket("ada", &number).at("/waiting/0/name"), "asset.release", "what the chair took is given back");
        desk.settle();
        assert_eq!(desk.ticket("ada", &number).at("/waiting"), json!([]));
        assert_eq!(desk.act("ann", &number, "close", json!({})).at("/closure_code"), "succeeded");
    }

    fn another_item_is_for_the_desk_to_choose_and_must_fit(setup: Setup) {
        let desk = desk(setup);
        let number = chair(&desk);
        let path = format!("/tickets/{number}/reclassify");
        for (who, status) in [("ann", 403), ("max", 403), ("lin", 403), ("ula", 403), ("viv", 404)] {
            assert_eq!(desk.as_user(who).post(&path, wish("A chair")).send().status, status, "{who}");
            assert_eq!(desk.as_user(who).post(&path, json!({"x": 1})).send().status, status, "{who}, before the fields are looked at");
        }
        for (body, problem) in [
            (json!({}), "422 invalid /item:required /reason:required"),
            (json!({"item": "fault", "form": {"what": "x"}, "reason": " "}), "422 invalid /reason:required /form/what:minLength"),
            (json!({"item": "nothing", "reason": "Because."}), "422 invalid /item:unknown"),
            (json!({"item": "chair", "reason": "Because."}), "422 invalid /item:unchanged"),
            (json!({"item": "fault", "form": {"colour": "red"}, "reason": "Because."}), "422 invalid /form/colour:additionalProperties"),
        ] {
            assert_eq!(desk.as_user("dora").post(&path, body).send().problem(), problem);
        }
        assert_eq!(desk.ticket("ann", &number).at("/run"), 1, "nothing of that was done");
        desk.act("ann", &number, "cancel", json!({}));
        desk.settle();
        let late = desk.as_user("dora").post(&path, wish("A chair")).send();
        assert!(late.problem().starts_with("409 illegal_operation"), "{}", late.problem());
    }

    fn who_may_not_ask_for_it_does_not_get_it(setup: Setup) {
        let what = json!({"what": {"type": "string"}});
        let setup = setup.item("chair", what.clone(), "task(\"x\", group(\"service-desk\"));\nresolve(\"x\");\n").item("throne", what, "task(\"x\", group(\"service-desk\"));\nresolve(\"x\");\n");
        let desk = setup.replaced("schemas/throne.json", "\"kind\":\"request\"", "\"kind\":\"request\",\"available_to\":{\"groups\":[\"board\"]}").start();
        let number = desk.submit("ann", "chair", json!({}));
        let wish = json!({"item": "throne", "form": {}, "reason": "A better one."});
        assert_eq!(desk.as_user("dora").post(&format!("/tickets/{number}/reclassify"), wish.clone()).send().problem(), "422 invalid /item:not_available");
        let number = desk.submit("viv", "chair", json!({}));
        assert_eq!(desk.act("dora", &number, "reclassify", wish).at("/item"), "throne");
    }

    fn a_service_level_that_is_no_more_fires_no_more(setup: Setup) {
        let setup = setup.item("free", json!({}), "task(\"x\", group(\"service-desk\"));\nresolve(\"x\");\n");
        let desk = desk(setup);
        let number = chair(&desk);
        let ticket = desk.act("dora", &number, "reclassify", json!({"item": "free", "reason": "Free of it."}));
        assert_eq!(ticket.at("/sla"), json!(null));
        desk.advance(chrono::Duration::days(60));
        assert!(!desk.log(&number).contains(&"sla.breached".to_owned()));
    }

    fn a_preview_says_which_yeses_would_be_lost_and_writes_nothing(setup: Setup) {
        let desk = desk(setup);
        let number = chair(&desk);
        desk.answer("fay", &number, "approval", "approved");
        let before = (desk.ticket("ada", &number).json(), desk.steps(&number), desk.log(&number));
        let view = preview(&desk, "ann", &number, json!({"form": {"colour": "blue"}}));
        let short = |view: &crate::support::Answer, list: &str| -> Vec<String> {
            let of = |step: &Json| format!("{} by {}", step["name"].as_str().unwrap(), step["by"].as_array().unwrap().iter().map(|by| by["username"].as_str().unwrap()).collect::<Vec<_>>().join("+"));
            view.at(list).as_array().unwrap().iter().map(of).collect()
        };
        assert_eq!(view.status, 200, "{:#}", view.json());
        assert_eq!(short(&view, "/kept"), ["Boss by max", "asset.reserve by "]);
        assert_eq!(short(&view, "/lost"), ["Finance by fay"]);
        assert_eq!((view.at("/lost/0/fields"), view.at("/lost/0/reason")), (json!(["colour"]), json!("what they saw is not what would be asked now")));
        assert_eq!((view.at("/run"), view.at("/opens/0/name")), (json!(2), json!("Finance")));
        let all = preview(&desk, "ann", &number, json!({"form": {"what": "A stool"}}));
        assert_eq!(short(&all, "/kept"), Vec::<String>::new());
        assert_eq!(short(&all, "/lost"), ["Boss by max", "Finance by fay"]);
        assert_eq!(short(&all, "/undecided"), ["asset.reserve by "], "the script has not come to it");
        let none = preview(&desk, "ann", &number, json!({"form": {}}));
        assert_eq!((none.at("/run"), none.at("/lost"), none.at("/opens")), (json!(1), json!([]), json!([])));
        let other = preview(&desk, "dora", &number, json!({"item": "fault", "form": {"what": "A chair"}}));
        assert_eq!(short(&other, "/kept"), ["Boss by max"]);
        assert_eq!(other.at("/opens/0/name"), "Mend it");
        assert_eq!((desk.ticket("ada", &number).json(), desk.steps(&number), desk.log(&number)), before, "nothing was written");
        // It tells the truth.
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"colour": "blue"}})).expect(200);
        assert_eq!(desk.waits_for(&number), ["approval Finance"]);
        assert_eq!(desk.open(&number, "approval")["quorum"]["approved"], 0);
    }

    fn a_preview_is_refused_as_the_correction_would_be(setup: Setup) {
        let desk = desk(setup);
        let number = chair(&desk);
        let form = || json!({"form": {"colour": "blue"}});
        assert_eq!(preview(&desk, "viv", &number, form()).problem(), "404 not_found");
        assert_eq!(preview(&desk, "max", &number, form()).problem(), "403 forbidden");
        assert_eq!(preview(&desk, "max", &number, json!({"from": {}})).problem(), "403 forbidden");
        assert_eq!(preview(&desk, "ann", &number, json!({"item": "fault", "form": {"what": "A chair"}})).problem(), "403 forbidden");
        assert_eq!(preview(&desk, "ann", &number, json!({})).problem(), "422 invalid /form:required");
        assert_eq!(preview(&desk, "ann", &number, json!({"form": {"colour": 7}})).problem(), "422 invalid /form/colour:type");
        let stale = desk.as_user("ann").post(&format!("/tickets/{number}/correction/preview"), form()).if_match(&json!(1)).send();
        assert_eq!(stale.status, 200, "nobody changed the colour meanwhile");
    }

    fn what_the_former_workflow_made_of_it_is_taken_back(desk: Desk) {
        let general = json!({"subject": "A plant", "wish": "I need a plant here", "area": "unknown", "by_day": "2026-12-01"});
        let number = desk.submit("ann", "general-request", general.clone());
        let shown = || desk.ticket("dora", &number).fields(&["kind", "title", "impact", "urgency", "priority", "tags", "services", "needed_by"]);
        let to = |item: &str, form: Json| desk.act("dora", &number, "reclassify", json!({"item": item, "form": form, "reason": "It is that."}));
        let first = shown();
        to("report-incident", json!({"summary": "Mail is down", "about": "service", "service": "mail", "sign": "slow", "people": "group", "work": "no"}));
        insta::assert_snapshot!(shown(), @r#"
        kind: "incident"
        title: "Mail is down"
        impact: "group"
        urgency: "critical"
        priority: "P2"
        tags: []
        services: ["mail"]
        needed_by: null
        "#);
        to("general-request", general);
        assert_eq!(shown(), first);
        to("password-reset", json!({"system": "mail"}));
        insta::assert_snapshot!(shown(), @r#"
        kind: "request"
        title: "Password reset"
        impact: "person"
        urgency: "normal"
        priority: "P4"
        tags: []
        services: []
        needed_by: null
        "#);
        let changed = desk.log(&number).iter().filter(|kind| *kind == "ticket.changed").count();
        assert!(changed >= 4, "{changed}");
    }

    fn what_people_made_of_it_stays(desk: Desk) {
        let general = json!({"subject": "A plant", "wish": "I need a plant here", "area": "unknown"});
        let number = desk.submit("ann", "general-request", general);
        desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"title": "Ann's plant", "impact": "site"})).expect(200);
        let ticket = desk.act("dora", &number, "reclassify", json!({"item": "password-reset", "form": {"system": "mail"}, "reason": "It is that."}));
        assert_eq!((ticket.at("/title"), ticket.at("/impact")), (json!("Ann's plant"), json!("site")));
    }
}
