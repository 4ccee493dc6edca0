//! What wrong input gets: each mistake its own answer, in the order of refusals
//! 401, 413, 400, 404, 403, 412, 409, 422, and nothing is done.

use crate::support::{Answer, Client, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

fn laptop(form: Json) -> Json {
    json!({"item": "laptop", "form": form})
}

/// What a submission is answered.
#[track_caller]
fn submitting(client: &Client, body: Json) -> String {
    client.post("/tickets", body).send().problem()
}

on_both! {
    fn what_is_no_json_is_malformed(desk: Desk) {
        let ann = desk.as_user("ann");
        for text in ["{\"item\":", "{'item': 'laptop'}", "{\"item\": \"laptop\"} {}", "{\"a\": NaN}", "", "[1", "\u{feff}{}"] {
            assert_eq!(ann.call("POST", "/tickets").text(text).send().problem(), "400 malformed", "{text}");
        }
        let latin = ann.call("POST", "/tickets").bytes(b"{\"item\": \"l\xe4ptop\"}").header("Content-Type", "application/json");
        assert_eq!(latin.send().problem(), "400 malformed");
        let form = ann.call("POST", "/tickets").bytes(b"item=laptop").header("Content-Type", "application/x-www-form-urlencoded");
        assert_eq!(form.send().problem(), "400 malformed");
        let deep = format!("{{\"item\": \"laptop\", \"form\": {{\"model\": {}1{}}}}}", "[".repeat(2_000), "]".repeat(2_000));
        assert_eq!(ann.call("POST", "/tickets").text(&deep).send().problem(), "400 malformed");
        assert_eq!(ann.get("/tickets?count=true").expect(200).at("/count"), "0", "nothing was made");
    }

    fn a_form_that_breaks_its_schema_gets_an_entry_for_each_error(desk: Desk) {
        let ann = desk.as_user("ann");
        let form = json!({"model": "huge", "reason": 7, "colour": "red"});
        let refused = ann.post("/tickets", laptop(form)).send();
        insta::assert_snapshot!(refused.problem(), @"422 invalid /form/model:oneOf /form/reason:type /form/colour:additionalProperties");
        insta::assert_snapshot!(refused.shown(), @r#"
        422
        {
          "code": "invalid",
          "detail": "3 of the fields sent cannot be accepted.",
          "errors": [
            {
              "code": "oneOf",
              "message": "\"huge\" is not valid under any of the schemas listed in the 'oneOf' keyword",
              "pointer": "/form/model"
            },
            {
              "code": "type",
              "message": "7 is not of type \"string\"",
              "pointer": "/form/reason"
            },
            {
              "code": "additionalProperties",
              "message": "the form has no field `colour`",
              "pointer": "/form/colour"
            }
          ],
          "request_id": "[request_id]",
          "status": 422,
          "title": "The request breaks a rule",
          "type": "/problems/invalid"
        }
        "#);
        insta::assert_snapshot!(submitting(&ann, laptop(json!({}))), @"422 invalid /form/model:required");
        insta::assert_snapshot!(submitting(&ann, json!({"item": "laptop"})), @"422 invalid /form/model:required");
        insta::assert_snapshot!(submitting(&ann, laptop(json!({"model": "light", "reason": "x".repeat(2_001)}))), @"422 invalid /form/reason:maxLength");
    }

    fn words_of_the_desk_are_checked_with_the_form(desk: Desk) {
        let mut wish = laptop(json!({"model": "light"}));
        wish["channel"] = json!("pigeon");
        wish["impact"] = json!("planet");
        wish["urgency"] = json!("critical");
        wish["title"] = json!("t".repeat(201));
        insta::assert_snapshot!(submitting(&desk.as_user("ann"), wish.clone()), @"422 invalid /channel:enum /impact:enum /urgency:enum /title:maxLength");
        insta::assert_snapshot!(submitting(&desk.as_user("dora"), wish), @"422 invalid /channel:enum /impact:enum /title:maxLength");
        let mut wish = laptop(json!({"model": "light"}));
        wish["requested_for"] = json!("nobody");
        insta::assert_snapshot!(submitting(&desk.as_user("ann"), wish.clone()), @"422 invalid /requested_for:unknown");
        wish["requested_for"] = json!("viv");
        insta::assert_snapshot!(submitting(&desk.as_user("ann"), wish), @"403 forbidden");
        let mut wish = laptop(json!({"model": "light"}));
        wish["item_version"] = json!("0000");
        insta::assert_snapshot!(submitting(&desk.as_user("ann"), wish), @"422 invalid /item_version:changed");
    }

    fn an_unknown_item_or_number_is_not_found(desk: Desk) {
        let ann = desk.as_user("ann");
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(submitting(&ann, json!({"item": "yacht", "form": {}})), "404 not_found");
        assert_eq!(submitting(&ann, json!({"item": "../laptop", "form": {}})), "404 not_found");
        for path in ["/tickets/SR-999999", "/tickets/laptop", "/tickets/SR-", "/tickets/99999999999999999999"] {
            assert_eq!(ann.get(path).send().problem(), "404 not_found", "{path}");
        }
        for path in ["/steps/1", "/steps/01900000-0000-7000-8000-000000000000", "/catalog/yacht", "/nowhere"] {
            assert_eq!(ann.get(path).send().problem(), "404 not_found", "{path}");
        }
        // The digits identify, the prefix is looked past.
        let digits = number.trim_start_matches("SR-");
        for name in [digits, &format!("INC-{digits}"), &format!("sr-{digits}"), digits.trim_start_matches('0')] {
            assert_eq!(ann.get(&format!("/tickets/{name}")).expect(200).text("/number"), number, "{name}");
        }
    }

    fn what_one_may_not_see_is_not_found_by_the_same_words(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let step = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
        let viv = desk.as_user("viv");
        let told = |answer: Answer| {
            let mut json = answer.json();
            json.as_object_mut().unwrap().remove("request_id");
            (answer.status, json)
        };
        let hidden = told(viv.get(&format!("/tickets/{number}")).send());
        assert_eq!(hidden, told(viv.get("/tickets/SR-999999").send()));
        assert_eq!(hidden, told(viv.get(&format!("/steps/{step}")).send()));
        let answer = json!({"outcome": "approved"});
        assert_eq!(hidden, told(viv.post(&format!("/steps/{step}/answer"), answer).send()));
        for path in ["events", "steps", "comments"] {
            assert_eq!(hidden, told(viv.get(&format!("/tickets/{number}/{path}")).send()), "{path}");
        }
        for operation in ["accept", "assign", "resolve", "close", "cancel", "comments", "resume"] {
            let call = viv.post(&format!("/tickets/{number}/{operation}"), json!({"nonsense": 1}));
            assert_eq!(hidden, told(call.send()), "{operation}");
        }
    }

    fn unknown_fields_are_named(desk: Desk) {
        let ann = desk.as_user("ann");
        let mut wish = laptop(json!({"model": "light"}));
        wish["colour"] = json!("red");
        wish["priority"] = json!("P1");
        insta::assert_snapshot!(submitting(&ann, wish), @"422 invalid /colour:unknown /priority:unknown");
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let path = format!("/tickets/{number}");
        insta::assert_snapshot!(ann.patch(&path, json!({"status": "closed", "owner": "ann"})).send().problem(), @"422 invalid /owner:unknown /status:unknown");
        insta::assert_snapshot!(ann.patch(&path, json!({"title": null})).send().problem(), @"422 invalid /title:type");
        insta::assert_snapshot!(ann.patch(&path, json!({"title": 7, "form": []})).send().problem(), @"422 invalid /form:type /title:type");
        insta::assert_snapshot!(ann.post(&format!("{path}/cancel"), json!({"why": "x"})).send().problem(), @"422 invalid /why:unknown");
        insta::assert_snapshot!(ann.get("/tickets?colour=red&status=new").send().problem(), @"422 invalid /colour:unknown");
        insta::assert_snapshot!(ann.get(&format!("{path}?verbose=1")).send().problem(), @"422 invalid /verbose:unknown");
        let answer = json!({"outcome": "approved", "vote": 1});
        insta::assert_snapshot!(desk.answering("max", &number, "approval", answer).send().problem(), @"422 invalid /vote:unknown");
        let session = desk.stranger().post("/session", json!({"username": "ann", "password": "ann", "otp": "1"}));
        insta::assert_snapshot!(session.send().problem(), @"422 invalid /otp:unknown");
    }

    fn a_body_over_a_mebibyte_is_too_large(desk: Desk) {
        let ann = desk.as_user("ann");
        let mut wish = laptop(json!({"model": "light"}));
        wish["description"] = json!("x".repeat(1024 * 1024));
        assert_eq!(submitting(&ann, wish.clone()), "413 too_large");
        // Before anything is read of it, and after 401.
        assert_eq!(ann.post("/tickets/SR-999999/cancel", wish.clone()).send().problem(), "413 too_large");
        assert_eq!(desk.stranger().post("/tickets", wish).send().problem(), "401 unauthenticated");
        let mut wish = laptop(json!({"model": "light"}));
        wish["description"] = json!("x".repeat(1024 * 1024 - 1_000));
        insta::assert_snapshot!(submitting(&ann, wish), @"422 invalid /description:maxLength");
    }

    fn nul_characters_are_refused_wherever_they_are(desk: Desk) {
        let ann = desk.as_user("ann");
        let mut wish = laptop(json!({"model": "light", "reason": "a\0b"}));
        insta::assert_snapshot!(submitting(&ann, wish.clone()), @"422 invalid /form/reason:nul");
        wish["form"] = json!({"model": "light"});
        wish["title"] = json!("\0");
        insta::assert_snapshot!(submitting(&ann, wish), @"422 invalid /title:nul");
        assert_eq!(submitting(&ann, laptop(json!({"model": "light", "a\0": 1}))), "422 invalid /form/a\\0:nul");
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let path = format!("/tickets/{number}");
        insta::assert_snapshot!(ann.post(&format!("{path}/comments"), json!({"text": "a\0"})).send().problem(), @"422 invalid /text:nul");
        insta::assert_snapshot!(ann.patch(&path, json!({"form": {"reason": "\0"}})).send().problem(), @"422 invalid /form/reason:nul");
        let answer = json!({"outcome": "approved", "comment": "\0"});
        insta::assert_snapshot!(desk.answering("max", &number, "approval", answer).send().problem(), @"422 invalid /comment:nul");
        insta::assert_snapshot!(ann.get("/tickets?q=a%00b").send().problem(), @"422 invalid /q:nul");
        insta::assert_snapshot!(ann.get("/lookup/people?q=%00").send().problem(), @"422 invalid /q:nul");
        insta::assert_snapshot!(ann.get("/catalog/a%00b").send().problem(), @"400 malformed");
        insta::assert_snapshot!(desk.stranger().post("/session", json!({"username": "\0", "password": "x"})).send().problem(), @"422 invalid /username:nul");
    }

    fn numbers_that_would_lose_digits_are_refused(setup: Setup) {
        let schema = r#"{"title": "Loan", "x-catalog": {"kind": "request"}, "type": "object", "properties": {"sum": {"type": "number"}}}"#;
        let desk = setup.file("schemas/loan.json", schema).file("workflows/loan.rhai", "resolve(\"sum \" + form.sum);").start();
        let ann = desk.as_user("ann");
        let ask = |digits: &str| {
            let text = format!("{{\"item\": \"loan\", \"form\": {{\"sum\": {digits}}}}}");
            ann.call("POST", "/tickets").text(&text).send()
        };
        for digits in ["12345678901234567890123456789012", "0.12345678901234567890123456789012", "1e40", "1e400"] {
            assert_eq!(ask(digits).problem(), "422 invalid /form/sum:number", "{digits}");
        }
        for (digits, sum) in [("0.1", "0.1"), ("1e3", "1000"), ("-7", "-7"), ("9007199254740993", "9007199254740993")] {
            assert_eq!(ask(digits).text("/resolution"), format!("sum {sum}"), "{digits}");
        }
    }

    fn a_second_vote_and_an_answer_to_a_settled_step_are_conflicts(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "pro"}));
        let yes = json!({"outcome": "approved"});
        let first = desk.answering("max", &number, "approval", yes.clone());
        first.clone().expect(200);
        assert_eq!(first.send().problem(), "409 step_settled");
        let vote = desk.answering("fay", &number, "approval", yes.clone());
        vote.clone().expect(200);
        assert_eq!(vote.send().problem(), "409 already_voted");
        let no = json!({"outcome": "rejected", "code": "budget", "comment": "I changed my mind."});
        assert_eq!(desk.answering("fay", &number, "approval", no).send().problem(), "409 already_voted");
        let stale = json!({"outcome": "approved", "seen": "something else"});
        assert_eq!(desk.answering("finn", &number, "approval", stale).send().problem(), "409 changed_since_seen");
        let seen = desk.open(&number, "approval")["seen"].clone();
        desk.answering("finn", &number, "approval", json!({"outcome": "approved", "seen": seen})).expect(200);
    }

    fn an_answer_must_be_one_of_its_kind(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let refused = |who: &str, step: &str, answer: Json| desk.answering(who, &number, step, answer).send().problem();
        insta::assert_snapshot!(refused("max", "approval", json!({})), @"422 invalid /outcome:required");
        insta::assert_snapshot!(refused("max", "approval", json!({"outcome": "maybe"})), @"422 invalid /outcome:enum");
        insta::assert_snapshot!(refused("max", "approval", json!({"outcome": "rejected"})), @"422 invalid /comment:required /code:required");
        insta::assert_snapshot!(refused("max", "approval", json!({"outcome": "rejected", "comment": "No.", "code": "mood"})), @"422 invalid /code:enum");
        insta::assert_snapshot!(refused("max", "approval", json!({"outcome": "approved", "output": {"a": 1}})), @"422 invalid /output:unknown");
        desk.answer("max", &number, "approval", "approved");
        insta::assert_snapshot!(refused("ann", "cost", json!({"outcome": "approved"})), @"422 invalid /outcome:enum");
        desk.answer("ann", &number, "cost", "confirmed");
        desk.settle();
        insta::assert_snapshot!(refused("dora", "task", json!({"outcome": "skipped"})), @"422 invalid /outcome:enum");
        insta::assert_snapshot!(refused("dora", "task", json!({"outcome": "done", "output": [1]})), @"422 invalid /output:type");
        desk.answer("dora", &number, "task", "done");
        insta::assert_snapshot!(refused("lin", "task", json!({"outcome": "done"})), @"422 invalid /output/handed_over_to:required");
        insta::assert_snapshot!(refused("lin", "task", json!({"outcome": "done", "output": {"handed_over_to": "", "x": 1}})), @"422 invalid /output/handed_over_to:minLength /output/x:additionalProperties");
        let large = json!({"outcome": "done", "output": {"handed_over_to": "x".repeat(70_000)}});
        insta::assert_snapshot!(refused("lin", "task", large), @"422 invalid /output/handed_over_to:maxLength /output:maxLength");
    }

    fn refusals_come_in_their_order(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let path = format!("/tickets/{number}/accept");
        let nonsense = json!({"nonsense": 1});
        let stale = json!(99);
        let (viv, ann, dora) = (desk.as_user("viv"), desk.as_user("ann"), desk.as_user("dora"));
        assert_eq!(desk.stranger().call("POST", &path).text("{").send().problem(), "401 unauthenticated");
        assert_eq!(viv.call("POST", &path).text("{").send().problem(), "400 malformed");
        assert_eq!(viv.post(&path, nonsense.clone()).if_match(&stale).send().problem(), "404 not_found");
        assert_eq!(ann.post(&path, nonsense.clone()).if_match(&stale).send().problem(), "403 forbidden");
        assert_eq!(dora.post(&path, nonsense.clone()).if_match(&stale).send().problem(), "412 precondition_failed");
        dora.post(&path, json!({})).expect(200);
        assert_eq!(dora.post(&path, nonsense.clone()).send().problem(), "409 illegal_operation [assign escalate owner resolve cancel reclassify change hold restrict open_step link merge split attach comment watch work appoint]");
        let assign = format!("/tickets/{number}/assign");
        assert_eq!(dora.post(&assign, nonsense).send().problem(), "422 invalid /nonsense:unknown");
    }

    fn nobody_gets_in_without_signing_in(desk: Desk) {
        let document = desk.stranger().get("/openapi.json").expect(200).json();
        let mut tried = 0;
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                if operation["security"] == json!([{}]) || operation["security"] == json!([]) {
                    continue;
                }
                let path = path.replace("{number}", "SR-000001").replace("{id}", "1").replace("{item}", "laptop").replace("{name}", "a");
                let bad = Client::with_token(desk.address(), "not-a-token");
                for client in [desk.stranger(), bad] {
                    let answer = client.call(&method.to_uppercase(), &path).send();
                    assert_eq!(answer.problem(), "401 unauthenticated", "{method} {path}");
                    assert!(answer.header("www-authenticate").is_some(), "{method} {path}");
                }
                tried += 1;
            }
        }
        assert!(tried > 25, "{tried}");
    }

    fn what_is_not_served_says_so(desk: Desk) {
        let ann = desk.as_user("ann");
        insta::assert_snapshot!(ann.call("PUT", "/tickets").send().problem(), @"405 method_not_allowed [GET POST HEAD]");
        insta::assert_snapshot!(ann.call("DELETE", "/catalog").send().problem(), @"405 method_not_allowed [GET HEAD]");
        insta::assert_snapshot!(ann.get("/api/v2/tickets").send().problem(), @"404 not_found");
        insta::assert_snapshot!(ann.get("/tickets/%ff").send().problem(), @"400 malformed");
    }

    fn who_may_not_is_told_so_whatever_else_is_wrong(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let step = desk.open(&number, "approval")["id"].as_str().unwrap().to_owned();
        let answer = |who: &str, body: Json| desk.as_user(who).post(&format!("/steps/{step}/answer"), body).send().problem();
        assert_eq!(answer("ann", json!({"outcome": "approved", "zz": 1})), "403 forbidden");
        assert_eq!(answer("viv", json!({"zz": 1})), "404 not_found");
        assert_eq!(answer("max", json!({"outcome": "approved", "zz": 1})), "422 invalid /zz:unknown");
        desk.answer("max", &number, "approval", "approved");
        assert_eq!(answer("max", json!({"outcome": "approved", "zz": 1})), "409 step_settled");
        let assign = |who: &str, body: Json| desk.as_user(who).post(&format!("/tickets/{number}/assign"), body).send().problem();
        assert_eq!(assign("ann", json!({"zz": 1})), "403 forbidden", "before the status is looked at");
        let wish = json!({"item": "laptop", "form": {"model": "light"}, "title": "  "});
        assert_eq!(submitting(&desk.as_user("ann"), wish), "422 invalid /title:minLength");
    }

    fn what_is_not_theirs_is_said_before_what_is_wrong_with_the_fields(desk: Desk) {
        let (dora, dan, ann, ula) = (desk.as_user("dora"), desk.as_user("dan"), desk.as_user("ann"), desk.as_user("ula"));
        let told = |who: &Client, method: &str, path: &str| {
            let call = who.call(method, &format!("{path}?colour=red"));
            let answer = if ["PATCH", "PUT", "POST"].contains(&method) { call.json(&json!({"nonsense": 1})).send() } else { call.send() };
            answer.problem()
        };
        let reply = json!({"name": "own", "title": "Own", "texts": {"en": "Hello"}, "visibility": "own"});
        dora.post("/canned-replies", reply).expect(201);
        for method in ["PATCH", "DELETE"] {
            assert_eq!(told(&dan, method, "/canned-replies/own"), "404 not_found");
            assert!(told(&dora, method, "/canned-replies/own").starts_with("422 "));
        }
        assert_eq!(told(&ann, "POST", "/canned-replies"), "403 forbidden");
        assert_eq!(told(&ula, "POST", "/canned-replies"), "403 forbidden");
        let away = json!({"substitute": "dan", "from": desk.now().plus(Duration::days(1)), "to": desk.now().plus(Duration::days(2))});
        let absence = format!("/absences/{}", dora.post("/absences", away).expect(201).text("/id"));
        for method in ["PATCH", "DELETE"] {
            assert_eq!(told(&ann, method, &absence), "404 not_found");
            assert_eq!(told(&dan, method, &absence), "403 forbidden");
            assert!(told(&dora, method, &absence).starts_with("422 "));
        }
        let token = dora.post("/tokens", json!({"name": "t", "expires_at": desk.now().plus(Duration::days(1))})).expect(201);
        let token = format!("/tokens/{}", token.text("/id"));
        assert_eq!(told(&dan, "DELETE", &token), "404 not_found");
        assert!(told(&dora, "DELETE", &token).starts_with("422 "));
        let file = format!("/attachments/{}", dora.upload("a.txt", "x").expect(201).text("/id"));
        assert_eq!(told(&dan, "DELETE", &file), "404 not_found");
        assert!(told(&dora, "DELETE", &file).starts_with("422 "));
        desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.settle();
        let message = ann.get("/notifications").expect(200).text("/items/0/id");
        let read = format!("/notifications/{message}/read");
        assert_eq!(told(&dan, "POST", &read), "404 not_found");
        assert!(told(&ann, "POST", &read).starts_with("422 "));
        assert_eq!(told(&dan, "DELETE", "/drafts/none"), "404 not_found");
        dora.call("PUT", "/drafts/mine").json(&json!({"data": {}})).expect(200);
        assert_eq!(dora.call("PUT", "/drafts/mine").header("If-Match", "\"7\"").json(&json!({"nonsense": 1})).send().problem(), "412 precondition_failed");
        assert!(told(&dora, "PUT", "/drafts/mine").starts_with("422 "));
        assert_eq!(dora.get("/drafts/mine").expect(200).at("/data"), json!({}));
    }
}
