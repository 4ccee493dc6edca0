//! Scripts from their first line to their end, as people answer.

use super::*;

#[test]
fn the_laptop_walks_from_its_first_line_to_its_end() {
    deep(|| {
        let mut desk = Desk::start(LAPTOP);
        assert_eq!(
            desk.rows(),
            ["e1 effect sla done", "e2 effect assign done", "0 approval Line manager open"],
            "{:?}",
            desk.verdict
        );
        let manager = desk.row_at("0");
        let ann = Who::Person { id: UserId(Uuid::from_u128(1)), username: "ann".to_owned() };
        assert_eq!(manager.arguments.who, [Who::ManagerOf(Box::new(ann.clone()))]);
        assert_eq!(
            Json::Object(manager.arguments.options.clone()),
            json!({ "within": "2wd", "on_timeout": "escalate" })
        );
        assert_eq!((manager.place.line, manager.place.column), (5, 1));

        desk.good("Line manager", Json::Null);
        assert_eq!(desk.row_at("1").name, "policy.finance_limit");
        assert_eq!(desk.open(), ["2 approval Finance"]);
        assert_eq!(desk.row_at("2").arguments.options.get("quorum"), Some(&json!(2)));

        desk.good("Finance", Json::Null);
        let cost = desk.row_at("3");
        assert_eq!(cost.arguments.amount, Some(Money::new("1500.00".parse().unwrap(), "EUR")));
        assert_eq!(cost.arguments.who, [ann]);

        desk.good("cost", Json::Null);
        assert_eq!(desk.open(), ["4/account.0 task Prepare the account", "4/device.0 plugin asset.reserve"]);
        assert_eq!(desk.row_at("4/device.0").arguments.values.get("args"), Some(&json!({ "model": "pro" })));

        desk.good("asset.reserve", json!({ "tag": "LT-17", "price": "1499.00" }));
        assert_eq!(desk.open(), ["4/account.0 task Prepare the account"]);
        desk.assert_stable();
        desk.good("Prepare the account", Json::Null);
        assert_eq!(desk.row_at("4").kind, RowKind::Join);
        let hand_over = desk.row_at("5");
        assert_eq!(hand_over.arguments.about.as_deref(), Some("LT-17"));

        desk.good("Hand over", json!({ "signed": true }));
        assert_eq!(
            desk.ended(),
            &End { word: EndWord::Resolve, text: "Delivered LT-17".to_owned(), code: None, options: Map::new() }
        );
        assert_eq!(desk.row_at("6").kind, RowKind::End);
        desk.assert_stable();
    });
}

#[test]
fn a_cheap_laptop_needs_no_finance() {
    deep(|| {
        let facts = TestFacts::with(&[("policy.finance_limit", json!("1000.00"))]);
        let mut desk = Desk::new(LAPTOP, submission(Some("900.00"), json!({ "model": "light" })), facts);
        desk.go().good("Line manager", Json::Null);
        assert_eq!(desk.open(), ["2 cost"]);
    });
}

#[test]
fn an_uncaught_rejection_ends_the_script_with_its_code() {
    deep(|| {
        let mut desk = Desk::start(LAPTOP);
        desk.bad("Line manager", "rejected", Some("budget"), Some("Not this quarter"));
        let error = desk.failed();
        assert_eq!(
            (error.kind.as_str(), error.step.as_str(), error.row),
            ("rejected", "Line manager", Some(RowKind::Approval))
        );
        assert_eq!(error.message, "\"Line manager\" was rejected");
        assert_eq!((error.code.as_deref(), error.comment.as_deref()), (Some("budget"), Some("Not this quarter")));
        assert_eq!(error.by.as_ref().map(|by| by.username.as_str()), Some("max"));
        assert_eq!((error.place.line, error.path.as_deref()), (5, Some("0")));
        desk.assert_stable();
    });
}

#[test]
fn a_caught_error_is_a_map_and_the_script_goes_on() {
    deep(|| {
        let text = r#"
            let seat = try_reserve();
            resolve("Got " + seat);
            fn try_reserve() {
                try {
                    return licence::reserve(#{ product: form.model }).key;
                } catch (e) {
                    notify(requester, "{what}: {why}", #{ what: e.step, why: e.message });
                    task(e.kind + " " + e.code, group("service-desk"), #{ text: e.comment });
                }
                "by hand"
            }"#;
        let mut desk = Desk::start(text);
        desk.bad("licence.reserve", "refused", Some("no_seat"), Some("All seats are taken"));
        assert_eq!(desk.open(), ["1 task refused no_seat"]);
        let notice = desk.row_at("0.e1");
        assert_eq!(
            Json::Object(notice.arguments.values.clone()),
            json!({ "what": "licence.reserve", "why": "All seats are taken" })
        );
        desk.assert_stable();
        desk.good("refused no_seat", Json::Null);
        assert_eq!(desk.ended().text, "Got by hand");
    });
}

#[test]
fn go_on_makes_a_bad_answer_a_value() {
    deep(|| {
        let text = r#"
            let a = approval("A", group("x"), #{ on_reject: "go_on" });
            let c = confirm_cost(5, "USD", #{ on_decline: "go_on" });
            let t = task("T", user("ann"), #{ on_fail: "go_on", on_timeout: "go_on" });
            let p = asset::reserve(#{}, #{ on_fail: "go_on" });
            resolve(`${a.ok} ${a.outcome} ${a.code} ${c.ok} ${c.amount} ${t.ok} ${t.outcome} ${t.name} ${p.ok} ${p.message}`);"#;
        let mut desk = Desk::start(text);
        desk.bad("A", "rejected", Some("budget"), None);
        desk.bad("cost", "declined", None, None);
        desk.bad("T", "expired", None, None);
        desk.bad("asset.reserve", "refused", Some("out"), Some("None left"));
        assert_eq!(desk.ended().text, "false rejected budget false 5 false expired T false None left");
        desk.assert_stable();
    });
}

/// The policy, not the script, may say that time-outs go on: the desk then
/// settles the row as done.
#[test]
fn the_desk_may_let_a_bad_answer_go_on() {
    deep(|| {
        let mut desk = Desk::start("let t = task(\"T\", group(\"x\")); resolve(`${t.ok} ${t.outcome}`);");
        let answer = Answer { outcome: "expired".to_owned(), ..Answer::default() };
        desk.settle("0", RowState::Done, answer).go();
        assert_eq!(desk.ended().text, "false expired");
    });
}

#[test]
fn results_have_what_every_result_has() {
    deep(|| {
        let text = r#"
            let t = task("T", group("x"));
            resolve(`${t.ok} ${t.outcome} ${t.by} ${t.on_behalf_of == ()} ${t.at} ${t.comment} ${t.serial} ${t.left < 3}`);"#;
        let mut desk = Desk::start(text);
        let answer = Answer {
            outcome: "done".to_owned(),
            output: json!({ "serial": "S1", "left": 2, "ok": "not this" }),
            comment: Some("fine".to_owned()),
            by: Some(max()),
            ..Answer::default()
        };
        desk.settle("0", RowState::Done, answer).go();
        assert_eq!(desk.ended().text, "true done max true 2026-01-05T09:01:00.000000Z fine S1 true");
    });
}

#[test]
fn a_plugin_may_answer_with_a_list() {
    deep(|| {
        let mut desk = Desk::start(
            "let held = asset::held_by(#{}); let n = 0; for t in held { n += 1; task(\"Take \" + t.tag, group(\"x\")); } resolve(`${n}`);",
        );
        desk.good("asset.held_by", json!([{ "tag": "a" }, { "tag": "b" }]));
        desk.good("Take a", Json::Null).good("Take b", Json::Null);
        assert_eq!(desk.ended().text, "2");
    });
}

#[test]
fn ends_carry_their_text_code_and_options() {
    deep(|| {
        let desk = Desk::start(r#"resolve("Done", #{ confirm: false, code: "workaround" });"#);
        let end = desk.ended();
        assert_eq!((end.word, end.code.as_deref()), (EndWord::Resolve, Some("workaround")));
        assert_eq!(Json::Object(end.options.clone()), json!({ "confirm": false }));
        let desk = Desk::start(r#"fail("No longer made");"#);
        assert_eq!((desk.ended().word, desk.ended().code.as_deref()), (EndWord::Fail, None));
        let desk = Desk::start(r#"reject("Use the old one", #{ code: "alternative" });"#);
        assert_eq!((desk.ended().word, desk.ended().code.as_deref()), (EndWord::Reject, Some("alternative")));
        let desk = Desk::start("sla(\"hardware\");");
        assert_eq!((desk.ended().word, desk.row_at("0").name.as_str()), (EndWord::Implicit, "end"));
        desk.assert_stable();
        let desk = Desk::start("if true { return; } task(\"never\", group(\"x\"));");
        assert_eq!(desk.ended().word, EndWord::Implicit);
    });
}

#[test]
fn what_nobody_said_is_no_mistake() {
    deep(|| {
        let mut desk = Desk::start(
            "let t = task(\"T\", group(\"x\")); task(\"U\", group(\"x\"), #{ text: t.comment }); resolve(t.comment);",
        );
        desk.good("T", Json::Null);
        assert_eq!(desk.row_at("1").arguments.text, None);
        desk.good("U", Json::Null);
        assert_eq!(desk.ended().text, "");
    });
}

#[test]
fn nothing_catches_an_end() {
    deep(|| {
        let desk = Desk::start(r#"try { resolve("Done"); } catch { fail("Caught"); } task("on", group("x"));"#);
        assert_eq!((desk.ended().word, desk.journal.len()), (EndWord::Resolve, 1));
    });
}

#[test]
fn a_hundred_steps_in_a_loop_are_a_hundred_rows() {
    deep(|| {
        let mut desk = Desk::start("for i in 0..100 { task(`Step ${i}`, group(\"x\")); } resolve(\"all\");");
        for i in 0..100 {
            assert_eq!(desk.open(), [format!("{i} task Step {i}")]);
            desk.good_at(&i.to_string(), Json::Null);
        }
        assert_eq!((desk.ended().text.as_str(), desk.journal.len()), ("all", 101));
        desk.assert_stable();
    });
}

#[test]
fn now_is_when_the_last_step_passed_in_this_branch_was_settled() {
    deep(|| {
        let text = r#"
            let at = [now()];
            task("a", group("x"));
            at.push(now());
            let r = parallel(#{ p: || { task("p", group("x")); now() }, q: || now() });
            at.push(r.p); at.push(r.q); at.push(now());
            resolve(`${at}`);"#;
        let mut desk = Desk::start(text);
        desk.good("a", Json::Null);
        desk.minutes = 60;
        desk.good("p", Json::Null);
        let said: Vec<&str> = desk.ended().text.split("T09:0").collect();
        assert_eq!(said.len(), 4, "{}", desk.ended().text);
        assert!(desk.ended().text.contains("T10:01:00"), "{}", desk.ended().text);
        desk.assert_stable();
    });
}

#[test]
fn what_is_shown_and_asked_is_kept_as_plain_json() {
    deep(|| {
        let text = r#"
            task("T", [group("a"), requested_for, lead_of(group("b"))], #{
                show: ["model", "reason"], escalate_to: [group("line-2"), requester], checklist: ["one"], remind: ["1wd"], pause: true, text: "Why",
            });"#;
        let mut desk = Desk::new(text, submission(None, json!({ "model": "pro" })), TestFacts::default());
        desk.form_fields = Some(Arc::new(["model", "reason"].map(str::to_owned).into()));
        desk.go();
        let arguments = &desk.row_at("0").arguments;
        assert_eq!(arguments.who.len(), 3);
        assert_eq!(arguments.show, Some(json!({ "model": "pro" })));
        assert_eq!(arguments.text.as_deref(), Some("Why"));
        assert_eq!(
            Json::Object(arguments.options.clone()),
            json!({
                "checklist": ["one"], "remind": ["1wd"], "pause": true,
                "escalate_to": [{ "group": "line-2" }, { "person": { "id": "00000000-0000-0000-0000-000000000001", "username": "ann" } }],
            })
        );
    });
}

#[test]
fn people_policy_and_ticket_are_read_once_and_kept() {
    deep(|| {
        let text = r#"
            let boss = manager_of(requester);
            let a = `${boss.name} ${policy.limit * 2} ${policy.word} ${ticket.priority} ${item.values.colour}`;
            task(a, boss);
            task(`${policy.limit}`, boss);"#;
        let facts = TestFacts::with(&[
            ("manager_of(ann).name", json!("Max Lim")),
            ("policy.limit", json!("10.50")),
            ("policy.word", json!("yes")),
            ("ticket.priority", json!("P3")),
        ]);
        let mut desk = Desk::new(text, submission(None, json!({})), facts);
        desk.go();
        assert_eq!(desk.open(), ["4 task Max Lim 21.00 yes P3 grey"]);
        assert_eq!(
            Json::Object(desk.row_at("0").arguments.values.clone()),
            json!({ "field": "name", "who": { "manager_of": { "person": { "id": "00000000-0000-0000-0000-000000000001", "username": "ann" } } } })
        );
        desk.assert_stable();
        desk.facts = Arc::new(TestFacts::with(&[("policy.limit", json!("11"))]));
        desk.good_at("4", Json::Null);
        assert_eq!(desk.open(), ["6 task 11"], "a new read sees today's value, the old ones keep theirs");
    });
}
