//! What people do to a step beside answering it: who is asked hands on, adds,
//! consults, claims and gives back; who waits urges; what was done is done again.

use crate::support::{Call, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A ticket of an item with this script, accepted by dora.
fn running(setup: Setup, script: &str) -> (Desk, String) {
    let schema = r#"{"title": "Thing", "x-catalog": {"kind": "request"}, "type": "object",
        "additionalProperties": false, "properties": {}}"#;
    let desk = setup.file("schemas/thing.json", schema).file("workflows/thing.rhai", script).start();
    let number = desk.submit("ann", "thing", json!({}));
    desk.act("dora", &number, "accept", json!({}));
    (desk, number)
}

/// A call that does something to the one open step of a kind.
fn on(desk: &Desk, who: &str, number: &str, which: &str, act: &str, body: Json) -> Call {
    let step = desk.open(number, which);
    desk.as_user(who).post(&format!("/steps/{}/{act}", step["id"].as_str().unwrap()), body)
}

fn inbox(desk: &Desk, who: &str) -> Vec<String> {
    let names = desk.as_user(who).get("/inbox").expect(200).each("/name");
    names.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

const APPROVAL: &str = r#"approval("Budget", user("max")); resolve("Bought");"#;

on_both! {
    fn an_approver_hands_the_seat_on(setup: Setup) {
        let (desk, number) = running(setup, APPROVAL);
        let step = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
        let refused = |body: Json| on(&desk, "max", &number, "approval", "transfer", body).send().problem();
        assert_eq!(refused(json!({"to": "ghost"})), "422 invalid /reason:required");
        assert_eq!(refused(json!({"to": "ghost", "reason": " "})), "422 invalid /to:unknown /reason:required");
        assert_eq!(refused(json!({"to": "ann", "reason": "She wants it."})), "422 invalid /to:own_request");
        assert_eq!(refused(json!({"to": "max", "reason": "I like it."})), "422 invalid /to:yourself");
        let body = json!({"to": "mia", "reason": "She knows the project."});
        let handed = on(&desk, "max", &number, "approval", "transfer", body.clone()).expect(200);
        assert_eq!(handed.at("/for/users/0/username"), "mia");
        assert_eq!(handed.at("/actions"), json!([]), "max has nothing to do with it any more");
        assert_eq!((inbox(&desk, "max").len(), inbox(&desk, "mia")), (0, vec!["Budget".to_owned()]));
        assert_eq!(desk.messages("mia"), [format!("{number}: Max Lim hands “Budget” on to you: She knows the project.")]);
        let yes = json!({"outcome": "approved"});
        assert_eq!(desk.answering("max", &number, "approval", yes.clone()).send().problem(), "403 forbidden");
        assert_eq!(on(&desk, "max", &number, "approval", "transfer", body).send().problem(), "403 forbidden");
        desk.answering("mia", &number, "approval", yes).expect(200);
        let settled = desk.as_user("dora").get(&format!("/steps/{step}")).expect(200);
        assert_eq!((settled.at("/votes/0/by/username"), settled.at("/votes/0/on_behalf_of/username")), (json!("mia"), json!("max")));
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "Bought");
        assert!(desk.log(&number).contains(&"step.transferred".to_owned()));
    }

    fn somebody_else_signs_before_or_after(setup: Setup) {
        let (desk, number) = running(setup, r#"approval("Budget", [user("max"), user("sam")], #{ quorum: 2 }); resolve("Bought");"#);
        let refused = |body: Json| on(&desk, "max", &number, "approval", "add", body).send().problem();
        assert_eq!(refused(json!({"user": "sam", "where": "behind"})), "422 invalid /user:already_asked /where:enum");
        assert_eq!(refused(json!({"user": "ann", "where": "after"})), "422 invalid /user:own_request");
        on(&desk, "max", &number, "approval", "add", json!({"user": "kim", "where": "before", "comment": "In order?"})).expect(200);
        on(&desk, "sam", &number, "approval", "add", json!({"user": "viv", "where": "after"})).expect(200);
        assert_eq!(desk.messages("kim"), [format!("{number}: Max Lim asks you to sign “Budget” as well: In order?")]);
        let signers = desk.open(&number, "approval")["arguments"]["signers"].clone();
        assert_eq!(signers, json!([{"user": "kim", "by": "max", "where": "before"}, {"user": "viv", "by": "sam", "where": "after"}]));
        let more = on(&desk, "kim", &number, "approval", "add", json!({"user": "mia", "where": "after"})).send();
        assert_eq!(more.problem(), "409 illegal_operation [answer transfer consult]", "a signer adds no signers");
        desk.answer("max", &number, "approval", "approved");
        desk.answer("sam", &number, "approval", "approved");
        let open = desk.open(&number, "approval");
        assert_eq!(open["quorum"], json!({"needed": 2, "of": 2, "approved": 2, "rejected": 0}), "and yet it waits");
        let late = on(&desk, "max", &number, "approval", "add", json!({"user": "mia", "where": "after"})).send();
        assert_eq!(late.problem(), "409 already_voted");
        desk.answer("kim", &number, "approval", "approved");
        assert_eq!(desk.waits_for(&number), ["approval Budget"]);
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "viv");
        desk.answer("viv", &number, "approval", "approved");
        assert_eq!(desk.ticket("ann", &number).at("/status"), "resolved");
    }

    fn an_added_signers_no_is_a_no(setup: Setup) {
        let (desk, number) = running(setup, APPROVAL);
        on(&desk, "max", &number, "approval", "add", json!({"user": "kim", "where": "after"})).expect(200);
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "Not this year."});
        desk.answering("kim", &number, "approval", no).expect(200);
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/closure_code"), ticket.at("/rejection_code")), (json!("approval_rejected"), json!("budget")));
    }

    fn an_opinion_is_no_vote_and_is_shown_to_who_votes(setup: Setup) {
        let (desk, number) = running(setup, APPROVAL);
        let refused = |body: Json| on(&desk, "max", &number, "approval", "consult", body).send().problem();
        assert_eq!(refused(json!({"user": "viv", "question": ""})), "422 invalid /question:required");
        assert_eq!(on(&desk, "dora", &number, "approval", "consult", json!({})).send().problem(), "403 forbidden");
        let asked = on(&desk, "max", &number, "approval", "consult", json!({"user": "viv", "question": "Is it worth it?"})).expect(201);
        assert_eq!((asked.at("/kind"), asked.at("/origin"), asked.at("/about")), (json!("question"), json!("person"), json!("Budget")));
        let opinion = asked.text("/id");
        assert_eq!(asked.header("location").unwrap(), format!("/api/v1/steps/{opinion}"));
        let step = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
        assert_eq!(desk.as_user("viv").get(&format!("/steps/{opinion}")).expect(200).at("/text"), "Is it worth it?");
        desk.answering("viv", &number, "question", json!({"outcome": "answered", "output": {"answer": "Yes, twice."}})).expect(200);
        assert_eq!(desk.messages("max"), [format!("{number}: Viv Laurent on “Budget”: Yes, twice.")]);
        let seen = desk.as_user("max").get(&format!("/steps/{step}")).expect(200);
        assert_eq!(seen.at("/arguments/opinions/0/answer"), "Yes, twice.");
        assert_eq!(seen.at("/state"), "open");
        assert_eq!(desk.as_user("ann").get(&format!("/steps/{step}")).expect(200).at("/arguments"), json!({}));
        let second = on(&desk, "max", &number, "approval", "consult", json!({"user": "kim", "question": "And you?"})).expect(201).text("/id");
        desk.answer("max", &number, "approval", "approved");
        let of_no_use = desk.as_user("ada").get(&format!("/steps/{second}")).expect(200);
        assert_eq!(of_no_use.at("/state"), "cancelled");
    }

    fn who_waits_may_urge_now_and_then(setup: Setup) {
        let (desk, number) = running(setup, APPROVAL);
        let urge = |who: &str| on(&desk, who, &number, "approval", "urge", json!({})).send();
        assert_eq!(urge("max").problem(), "403 forbidden", "who is asked urges nobody");
        assert_eq!(urge("ann").status, 200);
        assert_eq!(desk.messages("max"), [format!("{number}: Ann Weber asks you to see to “Budget”.")]);
        let again = urge("dora");
        assert_eq!((again.problem().as_str(), again.header("retry-after")), ("429 too_soon", Some("14400")));
        desk.advance(Duration::hours(4));
        assert_eq!(urge("dora").status, 200);
        assert_eq!(desk.messages("max").len(), 2);
    }

    fn a_task_is_taken_and_given_back(setup: Setup) {
        let script = r#"task("Prepare", group("service-desk"), #{ checklist: ["staff number", "called back"] }); resolve("Ready");"#;
        let (desk, number) = running(setup, script);
        assert_eq!(on(&desk, "lin", &number, "task", "claim", json!({})).send().problem(), "403 forbidden");
        let claimed = on(&desk, "dora", &number, "task", "claim", json!({})).expect(200);
        assert_eq!((claimed.at("/for/users/0/username"), claimed.at("/arguments/claimed_by")), (json!("dora"), json!("dora")));
        assert_eq!(desk.ticket("ann", &number).at("/waiting/0/for/0"), "Dora Petrova", "it shows who has it");
        let twice = on(&desk, "dora", &number, "task", "claim", json!({})).send();
        assert_eq!(twice.problem(), "409 illegal_operation [answer return transfer urge]");
        assert_eq!(on(&desk, "dan", &number, "task", "claim", json!({})).send().status, 409, "she has it");
        on(&desk, "dan", &number, "task", "claim", json!({"reason": "She went home."})).expect(200);
        assert!(desk.messages("dora").contains(&format!("{number}: Dan Fischer has taken “Prepare”.")));
        let refused = |body: Json| on(&desk, "dan", &number, "task", "return", body).send().problem();
        assert_eq!(refused(json!({"reason": "no"})), "422 invalid /suggestion:required");
        let wrong = json!({"reason": "no", "suggestion": " ", "code": "lazy"});
        assert_eq!(refused(wrong), "422 invalid /reason:minLength /suggestion:required /code:enum");
        let back = json!({"reason": "I am on leave tomorrow.", "suggestion": "Ask Dora.", "code": "not_ours"});
        let returned = on(&desk, "dan", &number, "task", "return", back).expect(200);
        assert_eq!((returned.at("/for/users"), returned.at("/for/groups/0")), (json!([]), json!("service-desk")));
        assert_eq!(returned.at("/arguments/returns/0/suggestion"), "Ask Dora.");
        let told = format!("{number}: Dan Fischer hands “Prepare” back: I am on leave tomorrow. Suggestion: Ask Dora.");
        assert!(desk.messages("dora").contains(&told), "{:?}", desk.messages("dora"));
        assert_eq!(on(&desk, "dan", &number, "task", "return", json!({"reason": "I said so.", "suggestion": "x"})).send().problem(),
            "409 illegal_operation [answer claim urge]");
        let done = |output: Json| desk.answering("dan", &number, "task", json!({"outcome": "done", "output": output}));
        assert_eq!(done(json!({})).send().problem(), "422 invalid /output/checklist:required");
        assert_eq!(done(json!({"checklist": "all", "minutes": -1})).send().problem(), "422 invalid /output/minutes:type /output/checklist:type");
        let some = json!({"checklist": ["staff number", "coffee"]});
        assert_eq!(done(some).send().problem(), "422 invalid /output/checklist/1:enum /output/checklist:required");
        let whole = json!({"checklist": ["called back", "staff number"], "minutes": 12});
        assert_eq!(done(whole.clone()).expect(200).at("/output"), whole);
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "Ready");
    }

    fn a_task_without_a_list_takes_minutes_and_nothing_else(setup: Setup) {
        let (desk, number) = running(setup, r#"let t = task("Prepare", group("service-desk")); resolve("In " + t.minutes);"#);
        let done = |output: Json| desk.answering("dora", &number, "task", json!({"outcome": "done", "output": output}));
        assert_eq!(done(json!({"checklist": []})).send().problem(), "422 invalid /output/checklist:unknown");
        assert_eq!(done(json!({"colour": 1})).send().problem(), "422 invalid /output:unknown");
        done(json!({"minutes": 30})).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "In 30");
    }

    fn claiming_the_work_assigns_the_ticket(setup: Setup) {
        let (desk, number) = running(setup, r#"handle("Restore", group("service-desk"), #{ on_timeout: "remind" });"#);
        on(&desk, "dan", &number, "work", "claim", json!({})).expect(200);
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/assignee/username")), (json!("assigned"), json!("dan")));
        assert_eq!(ticket.at("/owner/username"), "dora");
        let back = json!({"reason": "Not my field.", "suggestion": "Ask line 2."});
        on(&desk, "dan", &number, "work", "return", back).expect(200);
        let ticket = desk.ticket("ann", &number);
        assert_eq!((ticket.at("/assignee"), ticket.at("/group")), (Json::Null, json!("service-desk")));
        // An agent's first act takes a new one, too.
        let other = desk.submit("ann", "thing", json!({}));
        on(&desk, "dan", &other, "work", "claim", json!({})).expect(200);
        let ticket = desk.ticket("ann", &other);
        assert_eq!((ticket.at("/status"), ticket.at("/owner/username")), (json!("assigned"), json!("dan")));
    }

    fn a_task_asked_of_one_person_is_handed_on_or_given_back_to_the_owner(setup: Setup) {
        let (desk, number) = running(setup, r#"task("Prepare", user("lin")); ask("Right?", user("max")); resolve("Ready");"#);
        on(&desk, "lin", &number, "task", "transfer", json!({"to": "dan", "reason": "You are near."})).expect(200);
        assert_eq!(inbox(&desk, "lin").len(), 0);
        on(&desk, "dan", &number, "task", "return", json!({"reason": "I am not.", "suggestion": "Do it yourself."})).expect(200);
        assert_eq!(desk.open(&number, "task")["for"]["users"][0]["username"], "dora", "the owner");
        desk.answer("dora", &number, "task", "done");
        on(&desk, "max", &number, "question", "transfer", json!({"to": "viv", "reason": "Hers."})).expect(200);
        desk.answering("viv", &number, "question", json!({"outcome": "answered", "output": {"answer": "Yes."}})).expect(200);
        assert_eq!(desk.ticket("ann", &number).at("/status"), "resolved");
    }

    fn what_was_done_is_done_again_without_taking_the_answer_back(setup: Setup) {
        let script = r#"
            task("Prepare", group("service-desk"), #{ checklist: ["wired"] });
            task("Hand over", group("field-support"));
            resolve("Ready");
        "#;
        let (desk, number) = running(setup, script);
        let first = desk.open(&number, "task")["id"].as_str().unwrap().to_owned();
        let reopen = |who: &str, body: Json| desk.as_user(who).post(&format!("/steps/{first}/reopen"), body);
        assert_eq!(reopen("dora", json!({"reason": "x"})).send().problem(), "409 illegal_operation [answer claim urge]");
        desk.answering("dan", &number, "task", json!({"outcome": "done", "output": {"checklist": ["wired"]}})).expect(200);
        assert_eq!(reopen("lin", json!({"reason": "x"})).send().problem(), "403 forbidden");
        assert_eq!(reopen("dora", json!({})).send().problem(), "422 invalid /reason:required");
        let again = reopen("dora", json!({"reason": "The screen is dark."})).expect(201);
        assert_eq!((again.at("/path"), again.at("/name")), (json!("m1"), json!("Prepare")));
        assert_eq!((again.at("/arguments/reopens"), again.at("/arguments/checklist/0")), (json!(first), json!("wired")));
        assert_eq!(desk.messages("dan"), [format!("{number}: “Prepare” is to be done again: The screen is dark.")]);
        assert!(reopen("dora", json!({"reason": "Still dark."})).send().problem().starts_with("409 illegal_operation"));
        let old = desk.as_user("dora").get(&format!("/steps/{first}")).expect(200);
        assert_eq!((old.at("/state"), old.at("/outcome")), (json!("done"), json!("done")), "the journal stays true");
        desk.answering("dan", &number, "task:Prepare", json!({"outcome": "done", "output": {"checklist": ["wired"]}})).expect(200);
        desk.answer("lin", &number, "task", "done");
        assert_eq!(desk.ticket("ann", &number).at("/resolution"), "Ready");
        assert_eq!(reopen("dora", json!({"reason": "x"})).send().problem(), "409 illegal_operation", "it has ended");
    }

    fn refusals_come_in_their_order(setup: Setup) {
        let (desk, number) = running(setup, APPROVAL);
        let step = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
        let wrong = |who: &str, act: &str| desk.as_user(who).post(&format!("/steps/{step}/{act}"), json!({"odd": 1}));
        for act in ["claim", "return", "transfer", "add", "consult", "urge", "reopen"] {
            assert_eq!(wrong("fay", act).send().problem(), "404 not_found", "{act}");
            assert_eq!(wrong("ula", act).send().problem(), "403 forbidden", "{act}");
            let ghost = desk.as_user("max").post(&format!("/steps/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11/{act}"), json!({"odd": 1}));
            assert_eq!(ghost.send().problem(), "404 not_found", "{act}");
        }
        assert_eq!(wrong("max", "transfer").if_match(&json!(1)).send().problem(), "412 precondition_failed");
        assert_eq!(wrong("max", "claim").send().problem(), "409 illegal_operation [answer transfer add consult]");
        assert_eq!(wrong("max", "transfer").send().problem(), "422 invalid /odd:unknown /to:required /reason:required");
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "max", "nothing was done");
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(wrong("max", "transfer").send().problem(), "409 step_settled");
    }
}
