//! Items that are not in the repository: another form, another script, put into
//! a content folder.

use crate::support::{Content, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// The schema of an item with these properties.
fn item(title: &str, properties: &Json) -> String {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "x-catalog": {"kind": "request", "category": "business"},
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
    .to_string()
}

/// A desk with this item beside the shipped ones: its form's properties and its script.
fn with_item(setup: Setup, name: &str, properties: Json, script: &str) -> Desk {
    let schema = item(name, &properties);
    setup.file(&format!("schemas/{name}.json"), &schema).file(&format!("workflows/{name}.rhai"), script).start()
}

on_both! {
    fn a_content_folder_of_ones_own_needs_nothing_of_the_repository(mut setup: Setup) {
        setup.content = Content::bare();
        let schema = r#"{
            "title": "Flowers", "description": "For the reception.",
            "x-catalog": {"kind": "request", "category": "house", "price": {"amount": "15.00", "currency": "EUR"}},
            "type": "object", "required": ["colour", "number"], "additionalProperties": false,
            "properties": {
                "colour": {"enum": ["red", "white"]},
                "number": {"type": "integer", "minimum": 1, "maximum": 50},
                "vase": {"type": "boolean", "default": false}
            }
        }"#;
        let script = r#"
            assign(group("garden"));
            if form.number > 10 { approval("Head gardener", user("kim")); }
            let cut = task("Cut " + form.number + " " + form.colour, group("garden"));
            if given(form.vase) && form.vase { task("Find a vase", group("garden")); }
            resolve("Cut by " + cut.by.username);
        "#;
        let desk = setup.file("schemas/flowers.json", schema).file("workflows/flowers.rhai", script).start();
        assert_eq!(desk.as_user("ann").get("/catalog").expect(200).each("/item"), ["flowers"]);
        let few = desk.submit("ann", "flowers", json!({"colour": "red", "number": 3}));
        assert_eq!(desk.waits_for(&few), ["task Cut 3 red"]);
        assert_eq!(desk.ticket("ann", &few).at("/cost/estimated"), "15.00");
        desk.answer("dora", &few, "task", "done");
        assert_eq!(desk.ticket("ann", &few).at("/resolution"), "Cut by dora");
        let many = desk.submit("ann", "flowers", json!({"colour": "white", "number": 11, "vase": true}));
        desk.answer("kim", &many, "approval", "approved");
        desk.answer("dora", &many, "task", "done");
        assert_eq!(desk.waits_for(&many), ["task Find a vase"]);
        let told = desk.as_user("ann").post("/tickets", json!({"item": "flowers", "form": {"colour": "blue", "number": 0}})).send();
        assert_eq!(told.problem(), "422 invalid /form/colour:enum /form/number:minimum");
    }

    fn the_kind_of_an_item_is_in_its_number(setup: Setup) {
        let schema = r#"{"title": "Report an incident", "x-catalog": {"kind": "incident"}, "type": "object", "properties": {"what": {"type": "string"}}}"#;
        let desk = setup.file("schemas/incident.json", schema).file("workflows/incident.rhai", "assign();\ntask(\"Look\", group(\"service-desk\"));\n").start();
        let number = desk.submit("ann", "incident", json!({"what": "smoke"}));
        assert!(number.starts_with("INC-0"), "{number}");
        let by_digits = desk.ticket("ann", &number.replace("INC-", "SR-"));
        assert_eq!((by_digits.text("/number"), by_digits.at("/kind")), (number.clone(), json!("incident")));
        assert_eq!(desk.as_user("ann").get("/tickets?kind=incident").expect(200).each("/number"), [number]);
    }

    fn one_workflow_may_serve_many_items(setup: Setup) {
        let schema = |title: &str| json!({"title": title, "x-catalog": {"kind": "request", "workflow": "password-reset"}, "type": "object", "properties": {"system": {"type": "string"}}}).to_string();
        let desk = setup.file("schemas/unlock.json", &schema("Unlock an account")).start();
        let number = desk.submit("ann", "unlock", json!({"system": "mail"}));
        assert_eq!(desk.open(&number, "task")["about"], "mail");
        assert_eq!(desk.ticket("ann", &number).at("/title"), "Unlock an account");
    }

    fn a_script_may_catch_what_went_wrong(setup: Setup) {
        let script = r#"
            try {
                approval("Manager", manager_of(requested_for));
            } catch (why) {
                task("Say sorry", group("service-desk"), #{ text: why.kind + ": " + why.message });
                reject("Turned down: " + why.comment, #{ code: why.code });
            }
            resolve("Granted");
        "#;
        let desk = with_item(setup, "wish", json!({}), script);
        let number = desk.submit("ann", "wish", json!({}));
        let no = json!({"outcome": "rejected", "code": "policy", "comment": "Not on Mondays."});
        desk.answering("max", &number, "approval", no).expect(200);
        assert_eq!(desk.waits_for(&number), ["task Say sorry"]);
        desk.answer("dora", &number, "task", "done");
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/closure_code"), ticket.at("/rejection_code")), (json!("approval_rejected"), json!("policy")));
        let granted = desk.submit("ann", "wish", json!({}));
        desk.answer("max", &granted, "approval", "approved");
        assert_eq!(desk.ticket("ann", &granted).at("/resolution"), "Granted");
    }

    fn a_bad_answer_may_be_a_result(setup: Setup) {
        let script = r#"
            let said = approval("Manager", manager_of(requested_for), #{ on_reject: "go_on" });
            let done = task("Try", group("service-desk"), #{ on_fail: "go_on" });
            fail("manager " + said.outcome + " " + said.ok + ", work " + done.outcome + " " + done.ok);
        "#;
        let desk = with_item(setup, "wish", json!({}), script);
        let number = desk.submit("ann", "wish", json!({}));
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "No."});
        desk.answering("max", &number, "approval", no).expect(200);
        desk.answering("dora", &number, "task", json!({"outcome": "failed", "comment": "No."})).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "manager rejected false, work failed false");
        assert_eq!(desk.act("ann", &number, "close", json!({})).at("/closure_code"), "failed");
    }

    fn branches_go_on_side_by_side_and_the_first_bad_one_stops_the_others(setup: Setup) {
        let script = r#"
            let all = parallel([
                || task("One", group("service-desk"), #{ on_fail: "end" }),
                || { task("Two", group("service-desk")); task("Two again", group("service-desk")) },
                || approval("Three", user("sam")),
            ]);
            resolve(all.len() + " done, the last by " + all[2].by.name);
        "#;
        let desk = with_item(setup, "wish", json!({}), script);
        let number = desk.submit("ann", "wish", json!({}));
        assert_eq!(desk.waits_for(&number), ["task One", "task Two", "approval Three"]);
        desk.answer("dora", &number, "task:Two", "done");
        desk.answer("sam", &number, "approval", "approved");
        desk.answer("dora", &number, "task:Two again", "done");
        desk.answer("dora", &number, "task:One", "done");
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "3 done, the last by Sam Ortiz");
        let other = desk.submit("ann", "wish", json!({}));
        let broken = json!({"outcome": "failed", "comment": "Broken."});
        desk.answering("dora", &other, "task:One", broken).expect(200);
        let ticket = desk.ticket("ann", &other);
        assert_eq!((ticket.at("/status"), ticket.at("/waiting")), (json!("resolved"), json!([])));
        let steps = desk.as_user("ada").get(&format!("/tickets/{other}/steps")).expect(200);
        insta::assert_snapshot!(steps.rows(&["kind", "name", "state"]), @r#"
        task | One | failed
        task | Two | cancelled
        approval | Three | cancelled
        "#);
    }

    fn quorums_are_numbers_shares_or_all(setup: Setup) {
        let script = r#"approval("Vote", [user("sam"), user("kim"), user("lin"), user("fay")], #{ quorum: form.quorum, veto: false }); resolve("Carried");"#;
        let desk = with_item(setup, "wish", json!({"quorum": {"type": "string"}}), script);
        let vote = |number: &str, who: &str, yes: bool| {
            let answer = if yes { json!({"outcome": "approved"}) } else { json!({"outcome": "rejected", "code": "budget", "comment": "No."}) };
            desk.answering(who, number, "approval", answer).expect(200).text("/state")
        };
        let half = desk.submit("ann", "wish", json!({"quorum": "50%"}));
        assert_eq!([vote(&half, "sam", false), vote(&half, "kim", true), vote(&half, "lin", true)], ["open", "open", "done"]);
        let all = desk.submit("ann", "wish", json!({"quorum": "all"}));
        assert_eq!([vote(&all, "sam", true), vote(&all, "kim", false)], ["open", "failed"], "out of reach");
        let three = desk.submit("ann", "wish", json!({"quorum": "3"}));
        assert_eq!([vote(&three, "sam", false), vote(&three, "kim", false)], ["open", "failed"]);
    }

    fn nobody_behind_a_who_is_no_error(setup: Setup) {
        let script = r#"approval("Manager", manager_of(requested_for)); resolve("x");"#;
        let desk = with_item(setup, "wish", json!({}), script);
        // Viv has no manager: who runs the process is asked, and the log says so.
        let number = desk.submit("viv", "wish", json!({}));
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "sam");
        assert!(desk.log(&number).contains(&"step.redirected".to_owned()), "{:?}", desk.log(&number));
    }

    fn functions_loops_and_sums_are_plain_script(setup: Setup) {
        let script = r#"
            fn price_of(kind) { if kind == "big" { 100.50 } else { 20.25 } }
            let sum = 0.00;
            for kind in form.things {
                sum += price_of(kind);
                task("Bring", group("service-desk"), #{ about: kind });
            }
            confirm_cost(sum);
            resolve("Costs " + sum);
        "#;
        let things = json!({"type": "array", "items": {"enum": ["big", "small"]}, "maxItems": 5});
        let desk = with_item(setup, "wish", json!({"things": things}), script);
        let number = desk.submit("ann", "wish", json!({"things": ["big", "small", "big"]}));
        for about in ["big", "small", "big"] {
            assert_eq!(desk.open(&number, "task")["about"], about);
            desk.answer("dora", &number, "task", "done");
        }
        assert_eq!(desk.open(&number, "cost")["arguments"]["amount"]["amount"], "221.25");
        desk.answer("ann", &number, "cost", "confirmed");
        assert_eq!(desk.ticket("ann", &number).at("/cost/confirmed"), "221.25");
    }

    fn a_form_of_a_task_is_asked_for_and_its_fields_are_the_result(setup: Setup) {
        let form = r#"{"title": "Measured", "type": "object", "required": ["width"], "properties": {"width": {"type": "number"}, "note": {"type": "string"}}}"#;
        let script = r#"let got = task("Measure", group("service-desk"), #{ form: "measured", within: "4h", on_timeout: "expire" });
            resolve("width " + got.width + if given(got.note) { ", " + got.note } else { "" });"#;
        let desk = with_item(setup.file("schemas/forms/measured.json", form), "wish", json!({}), script);
        let number = desk.submit("ann", "wish", json!({}));
        let told = desk.answering("dora", &number, "task", json!({"outcome": "done", "output": {"width": "wide"}})).send();
        assert_eq!(told.problem(), "422 invalid /output/width:type");
        desk.answering("dora", &number, "task", json!({"outcome": "done", "output": {"width": 0.1}})).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "width 0.1");
        let late = desk.submit("ann", "wish", json!({}));
        desk.advance(Duration::hours(5));
        let ticket = desk.ticket("ann", &late);
        assert_eq!((ticket.at("/status"), ticket.at("/closure_reason")), (json!("resolved"), json!("timed_out")));
    }

    fn a_corrected_form_begins_a_new_run_and_keeps_the_yes_that_still_holds(setup: Setup) {
        let script = r#"
            approval("Manager", manager_of(requested_for), #{ show: ["city"] });
            approval("Sam", user("sam"), #{ show: ["city", "hotel"] });
            resolve("Booked " + form.hotel);
        "#;
        let properties = json!({"city": {"type": "string"}, "hotel": {"type": "string"}});
        let desk = with_item(setup, "trip", properties, script);
        let number = desk.submit("ann", "trip", json!({"city": "Rome", "hotel": "Roma"}));
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["approval Sam"]);
        let changed = desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"hotel": "Lux"}})).expect(200);
        assert_eq!((changed.at("/run"), changed.at("/form")), (json!(2), json!({"city": "Rome", "hotel": "Lux"})));
        assert_eq!(desk.waits_for(&number), ["approval Sam"], "Max saw the city only");
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"city": "Oslo"}})).expect(200);
        assert_eq!(desk.waits_for(&number), ["approval Manager"]);
        let refused = desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"city": 7, "x": 1}})).send();
        assert_eq!(refused.problem(), "422 invalid /form/city:type /form/x:additionalProperties");
        desk.answer("max", &number, "approval", "approved");
        desk.answer("sam", &number, "approval", "approved");
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "Booked Lux");
        let steps = desk.as_user("ada").get(&format!("/tickets/{number}/steps")).expect(200);
        insta::assert_snapshot!(steps.rows(&["run", "name", "state", "answered_by/username"]), @r#"
        1 | Manager | done | max
        1 | Sam | cancelled |
        2 | Manager | done | max
        2 | Sam | cancelled |
        3 | Manager | done | max
        3 | Sam | done | sam
        "#);
    }

    fn a_limit_or_a_mistake_of_the_script_ends_no_ticket(mut setup: Setup) {
        let mistakes = [
            ("let n = 0; loop { n += 1; }", "limit"),
            ("let a = []; loop { a.push(\"x\"); }", "limit"),
            ("fn f(n) { f(n + 1) } f(0);", "limit"),
            ("task(\"x\", group(\"service-desk\"), #{ within: form.text });", "option"),
            ("let n = 1 / (form.text.len() - 4);", "arithmetic"),
        ];
        for (n, (script, _)) in mistakes.iter().enumerate() {
            let schema = item(&format!("item-{n}"), &json!({"text": {"type": "string"}}));
            setup = setup.file(&format!("schemas/item-{n}.json"), &schema).file(&format!("workflows/item-{n}.rhai"), script);
        }
        let desk = setup.start();
        for (n, (script, code)) in mistakes.iter().enumerate() {
            let number = desk.submit("ann", &format!("item-{n}"), json!({"text": "four"}));
            let ticket = desk.ticket("ada", &number);
            assert_eq!((ticket.at("/status"), ticket.at("/flags/stuck")), (json!("new"), json!(true)), "{script}");
            assert_eq!((ticket.at("/fault/file"), ticket.at("/fault/line")), (json!(format!("workflows/item-{n}.rhai")), json!(1)));
            assert_eq!(ticket.at("/fault/code"), *code, "{script}");
            assert_eq!(desk.log(&number), ["ticket.submitted", "ticket.stuck"], "nothing of that run is kept: {script}");
        }
        // The desk itself goes on.
        assert_eq!(desk.as_user("ann").get("/tickets?count=true").expect(200).at("/count"), "5");
    }

    fn a_script_calls_what_its_library_holds(setup: Setup) {
        let library = "fn ask_boss(who) { approval(\"Boss\", manager_of(who)); }\n";
        let script = "import \"common\" as common;\ncommon::ask_boss(requested_for);\nresolve(\"done\");\n";
        let desk = with_item(setup.file("workflows/lib/common.rhai", library), "chair", json!({}), script);
        let number = desk.submit("ann", "chair", json!({}));
        assert_eq!(desk.waits_for(&number), ["approval Boss"]);
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(desk.ticket("ann", &number).text("/status"), "resolved");
    }

    fn who_is_told_to_mend_a_confidential_ticket_sees_it(setup: Setup) {
        let schema = item("Raise", &json!({"n": {"type": "integer"}})).replace("\"kind\":\"request\"", "\"kind\":\"request\",\"restricted_to\":\"finance\"");
        let script = "approval(\"Boss\", manager_of(requested_for));\nlet x = 10 / form.n;\nresolve(\"x\" + x);\n";
        let desk = setup.file("schemas/raise.json", &schema).file("workflows/raise.rhai", script).start();
        let number = desk.submit("ann", "raise", json!({"n": 0}));
        assert_eq!(desk.as_user("ada").get(&format!("/tickets/{number}")).send().problem(), "404 not_found");
        let step = desk.as_user("max").get("/inbox").expect(200).text("/items/0/id");
        desk.as_user("max").post(&format!("/steps/{step}/answer"), json!({"outcome": "approved"})).expect(200);
        assert_eq!(desk.ticket("ada", &number).at("/flags/stuck"), json!(true));
        desk.act("ada", &number, "resume", json!({}));
    }

    fn what_was_confirmed_keeps_its_currency(setup: Setup) {
        let script = "confirm_cost(\"50.00\", \"USD\", #{ lines: [#{ text: \"Fee\", amount: 50 }] });\nresolve(\"paid\");\n";
        let schema = item("Fee", &json!({})).replace("\"kind\":\"request\"", "\"kind\":\"request\",\"price\":{\"amount\":\"7.00\",\"currency\":\"EUR\"}");
        let desk = setup.file("schemas/fee.json", &schema).file("workflows/fee.rhai", script).start();
        let number = desk.submit("ann", "fee", json!({}));
        assert_eq!(desk.open(&number, "cost")["arguments"]["lines"][0]["text"], "Fee");
        desk.answer("ann", &number, "cost", "confirmed");
        let cost = desk.ticket("ann", &number).at("/cost");
        assert_eq!((&cost["currency"], &cost["confirmed"], &cost["estimated"]), (&json!("USD"), &json!("50.00"), &json!(null)));
    }

    fn what_people_write_is_no_placeholder(setup: Setup) {
        let script = "notify(requested_for, \"Hi {a} {b}\", #{ a: \"{b}\", b: \"{title}\" });\nresolve(\"x\");\n";
        let desk = with_item(setup, "greeting", json!({}), script);
        desk.submit("ann", "greeting", json!({}));
        assert!(desk.messages("ann").contains(&"Hi {b} {title}".to_owned()), "{:?}", desk.messages("ann"));
    }
}
