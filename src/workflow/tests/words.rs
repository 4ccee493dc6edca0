//! Questions, work, waiting, winners, lists: what each word gives its script.

use super::*;
use crate::model::problem::Severity;

#[test]
fn a_question_gives_its_answer() {
    deep(|| {
        let text = r#"
            let colour = ask("Which colour?", requester);
            let more = ask("More?", requester, #{ form: "survey", on_timeout: "go_on" });
            resolve(`${colour.answer} ${colour.ok} ${more.ok} ${more.outcome}`);"#;
        let mut desk = Desk::start(text);
        assert_eq!(desk.open(), ["0 question Which colour?"]);
        desk.good("Which colour?", json!({ "answer": "blue" })).bad("More?", "expired", None, None);
        assert_eq!(desk.ended().text, "blue true false expired");
        desk.assert_stable();
    });
}

#[test]
fn an_unanswered_question_is_an_error_of_its_kind() {
    deep(|| {
        let mut desk = Desk::start("ask(\"Still wanted?\", requester); resolve(\"yes\");");
        desk.bad("Still wanted?", "expired", None, None);
        let error = desk.failed();
        assert_eq!((error.kind.as_str(), error.row), ("expired", Some(RowKind::Question)));
        assert_eq!(error.message, "\"Still wanted?\" was not answered in time");
    });
}

#[test]
fn work_reports_what_was_done_and_what_it_took() {
    deep(|| {
        let text = r#"
            let fix = handle("Restore", group("desk"), #{ escalate_to: [group("line-2"), user("max")], by: "round_robin" });
            if fix.workaround { task("Find the cause", group("line-2")); }
            resolve(`${fix.resolution}, ${fix.minutes + 1} minutes, ${fix.cost * 2} by ${fix.group}, ${fix.code}, ${fix.seal}`);"#;
        let mut desk = Desk::start(text);
        let row = desk.row_at("0");
        assert_eq!((row.kind, &row.arguments.who), (RowKind::Work, &vec![Who::Group("desk".to_owned())]));
        assert_eq!(row.arguments.options.get("escalate_to"), Some(&json!([{ "group": "line-2" }, { "user": "max" }])));
        let output = json!({ "resolution": "Restarted", "workaround": true, "minutes": 20, "cost": "12.50", "group": "desk", "seal": "A1" });
        let answer =
            Answer { outcome: "done".to_owned(), output, code: Some("workaround".to_owned()), ..Answer::default() };
        desk.settle("0", RowState::Done, answer).go();
        desk.good("Find the cause", Json::Null);
        assert_eq!(desk.ended().text, "Restarted, 21 minutes, 25.00 by desk, workaround, A1");
        desk.assert_stable();
    });
}

#[test]
fn work_of_which_little_is_said_reads_all_the_same() {
    deep(|| {
        let text = r#"
            let fix = handle("Restore");
            let left = handle("Tidy up", #{ on_fail: "go_on" });
            resolve(`${fix.workaround} ${fix.minutes == ()} ${left.ok} ${left.outcome} ${left.comment} ${left.resolution == ()}`);"#;
        let mut desk = Desk::start(text);
        assert!(desk.row_at("0").arguments.who.is_empty(), "it lies where the ticket does");
        desk.good("Restore", json!({ "resolution": "Done" }));
        desk.bad("Tidy up", "failed", None, Some("No time"));
        assert_eq!(desk.ended().text, "false true false failed No time true");
        desk.assert_stable();
    });
}

#[test]
fn waits_are_told_by_what_they_wait_for() {
    deep(|| {
        let text = r#"
            wait("2wd", #{ at: "09:00" });
            wait("2026-02-01T09:00:00Z", #{ latest: "2026-02-02T09:00:00Z" });
            let bill = wait_for("procurement.received", 4711, #{ within: "30d" });
            let paid = wait_for("billing.paid");
            resolve(bill.amount + " " + paid.outcome);"#;
        let mut desk = Desk::start(text);
        let row = desk.row_at("0");
        assert_eq!((row.kind, row.name.as_str()), (RowKind::Wait, ""));
        assert_eq!(Json::Object(row.arguments.values.clone()), json!({ "for": "2wd" }));
        assert_eq!(Json::Object(row.arguments.options.clone()), json!({ "at": "09:00" }));
        desk.good_at("0", Json::Null);
        assert_eq!(desk.row_at("1").arguments.values.get("until"), Some(&json!("2026-02-01T09:00:00.000000Z")));
        desk.good_at("1", Json::Null);
        let row = desk.row_at("2");
        assert_eq!((row.kind, row.name.as_str()), (RowKind::Wait, "procurement.received"));
        assert_eq!(row.arguments.values.get("key"), Some(&json!("4711")));
        desk.good("procurement.received", json!({ "amount": "12.00" })).good("billing.paid", Json::Null);
        assert_eq!(desk.ended().text, "12.00 arrived");
        desk.assert_stable();
    });
}

#[test]
fn a_wait_that_came_too_late_is_expired() {
    deep(|| {
        let text = r#"try { wait(now(), #{ latest: now() }); } catch (e) { fail(e.kind + " " + e.message); }"#;
        let mut desk = Desk::start(text);
        desk.settle("0", RowState::Failed, Answer { outcome: "expired".to_owned(), ..Answer::default() }).go();
        assert_eq!(desk.ended().text, "expired wait was not answered in time");
        desk.assert_stable();
    });
}

#[test]
fn what_a_script_may_not_wait_for_is_a_fault_with_a_place() {
    deep(|| {
        for (text, code) in [
            ("let n = 5; wait(n);", "arguments"),
            ("let t = \"soon\"; wait(t);", "arguments"),
            ("wait(now(), #{ latest: \"2020-01-01T00:00:00Z\" });", "option"),
            ("let k = [1]; wait_for(\"e\", k);", "arguments"),
            ("let l = 5; for_all(l, |x| x);", "arguments"),
            ("let l = []; for i in 0..51 { l.push(i); } for_all(l, |x| x);", "limit"),
            ("any_of(#{});", "branch"),
            ("let i = \"\"; changed(i);", "arguments"),
            ("let i = \"a/b\"; changed(i);", "arguments"),
            ("let w = 5; in_freeze(w);", "arguments"),
            ("let s = \"2 days\"; let t = now() + s;", "value"),
            ("let a = -1; cost(\"x\", a);", "arguments"),
            ("cost(\"x\", money(1, \"EUR\"), #{ every: \"day\" });", "option"),
            ("let r = \"\"; escalate(group(\"x\"), r);", "arguments"),
            ("let u = local_group(\"x\"); approval(\"A\", manager_of(u));", "who"),
        ] {
            let fault = match program_with(text, &Known::default()) {
                Ok(_) => Desk::start(text).stuck().clone(),
                Err(faults) => faults.into_iter().find(|fault| fault.severity == Severity::Error).unwrap(),
            };
            assert_eq!(fault.code, code, "{text}: {fault}");
            assert_eq!(fault.line, 1, "{text}: {fault}");
        }
    });
}

const FIRST: &str = r#"
    let first = any_of(#{
        paid: || { let p = wait_for("billing.paid"); p.amount },
        late: || { wait("30d"); "late" },
        call: || asset::take(#{}),
    });
    resolve(`${first.winner} ${first.value}`);"#;

#[test]
fn the_first_to_come_to_a_value_wins_and_the_others_are_given_up() {
    deep(|| {
        let mut desk = Desk::start(FIRST);
        assert_eq!(desk.open().len(), 3);
        desk.assert_stable();
        desk.good("billing.paid", json!({ "amount": "5.00" }));
        assert_eq!(desk.ended().text, "paid 5.00");
        assert_eq!(desk.row_at("0/late.0").state, RowState::Cancelled);
        assert_eq!(desk.open(), ["0/call.0 plugin asset.take"], "what may have been sent is awaited");
        desk.assert_stable();
        // The answer comes late, and changes nothing: the join has its winner.
        desk.good("asset.take", json!({ "n": 1 }));
        assert_eq!(desk.ended().text, "paid 5.00");
    });
}

#[test]
fn a_branch_that_ends_badly_is_out_of_the_race() {
    deep(|| {
        let text = r#"
            let yes = any_of([|| approval("A", group("x")), || approval("B", group("y"))]);
            resolve(`${yes.winner} ${yes.value.ok}`);"#;
        let mut desk = Desk::start(text);
        desk.bad("A", "rejected", Some("budget"), None);
        assert_eq!(desk.open(), ["0/1.0 approval B"]);
        let mut other = Desk::start(text);
        desk.good("B", Json::Null);
        assert_eq!(desk.ended().text, "1 true");
        desk.assert_stable();
        other.bad("B", "rejected", None, None).bad("A", "rejected", Some("budget"), None);
        let error = other.failed();
        assert_eq!((error.step.as_str(), error.code.as_deref()), ("A", Some("budget")), "the first one's error");
        other.assert_stable();
    });
}

#[test]
fn a_race_may_be_won_at_once() {
    deep(|| {
        let text = "let r = any_of(#{ a: || task(\"T\", group(\"x\")), b: || 7 }); resolve(`${r.winner} ${r.value}`);";
        let desk = Desk::start(text);
        assert_eq!(desk.ended().text, "b 7");
        assert_eq!(desk.rows(), ["0 join any_of done", "1 end resolve done"], "what nobody will answer is not opened");
        desk.assert_stable();
    });
}

#[test]
fn for_all_does_the_same_for_each_and_gives_a_list_in_order() {
    deep(|| {
        let text = r#"
            let sent = for_all(form.things, |thing| {
                let seen = task("Look at " + thing, group("x"));
                if seen.n > 5 { task("Repair " + thing, group("y")); }
                seen.n
            });
            resolve(`${sent}`);"#;
        let mut desk = Desk::new(text, submission(None, json!({ "things": ["a", "b", "c"] })), TestFacts::default());
        desk.go();
        assert_eq!(desk.open(), ["0/0.0 task Look at a", "0/1.0 task Look at b", "0/2.0 task Look at c"]);
        desk.good("Look at c", json!({ "n": 3 }))
            .good("Look at a", json!({ "n": 9 }))
            .good("Look at b", json!({ "n": 2 }));
        assert_eq!(desk.open(), ["0/0.1 task Repair a"]);
        desk.assert_stable();
        desk.good("Repair a", Json::Null);
        assert_eq!(desk.ended().text, "[9, 2, 3]");
        assert_eq!(desk.row_at("0").name, "for_all");
        desk.assert_stable();
    });
}

#[test]
fn for_all_raises_the_first_bad_answer_at_once_or_when_all_are_done() {
    deep(|| {
        let text = "for_all([1, 2], |n| task(`T${n}`, group(\"x\"))); resolve(\"done\");";
        let mut desk = Desk::start(text);
        desk.bad("T1", "failed", None, None);
        assert_eq!((desk.failed().step.as_str(), desk.row_at("0/1.0").state), ("T1", RowState::Cancelled));
        let mut desk = Desk::start(&text.replace("group(\"x\")))", "group(\"x\")), #{ on_error: \"finish\" })"));
        desk.bad("T1", "failed", None, None);
        assert_eq!(desk.open(), ["0/1.0 task T2"]);
        desk.good("T2", Json::Null);
        assert_eq!(desk.failed().step, "T1");
        desk.assert_stable();
    });
}

#[test]
fn an_empty_list_is_done_at_once() {
    deep(|| {
        let desk = Desk::start("let l = for_all([], |x| task(`${x}`, group(\"x\"))); resolve(`${l.len()}`);");
        assert_eq!(desk.ended().text, "0");
    });
}

#[test]
fn a_lookup_is_read_once_and_its_cells_are_values() {
    deep(|| {
        let text = r#"
            let crm = lookup("systems", "crm");
            let none = lookup("systems", "none");
            let top = 0;
            for level in lookup("authority") { if request.price > level.above { top = level.group; } }
            task(`${crm.seats + 1} ${crm.code} ${crm.note == ()} ${given(none)} ${top}`, user(crm.owner));
            resolve("done");"#;
        let mut desk = Desk::start(text);
        let row = desk.open_rows().next().unwrap();
        assert_eq!(row.name, "13 007 true false heads");
        assert_eq!(row.arguments.who, [Who::User("max".to_owned())]);
        let read = desk.row_at("0");
        assert_eq!((read.kind, read.name.as_str()), (RowKind::Read, "lookup"));
        assert_eq!(Json::Object(read.arguments.values.clone()), json!({ "list": "systems", "key": "crm" }));
        desk.assert_stable();
        desk.good_at("3", Json::Null);
        assert_eq!(desk.ended().text, "done");
    });
}

#[test]
fn a_changed_script_goes_the_new_way_only_where_the_ticket_is_not_past_it() {
    deep(|| {
        let old = "task(\"one\", group(\"x\")); task(\"two\", group(\"x\")); resolve(\"old\");";
        let new = r#"
            if changed("ask first") { ask("Sure?", requester); }
            task("one", group("x"));
            task("two", group("x"));
            if changed("thank you") { ask("Thank you?", requester); }
            resolve("new");"#;
        let mut desk = Desk::start(old);
        desk.program = program(new);
        desk.go();
        assert_eq!(desk.open(), ["0 task one"], "past the first place");
        desk.good("one", Json::Null).good("two", Json::Null);
        assert_eq!(desk.open(), ["2 question Thank you?"], "not past the second");
        assert_eq!(desk.row_at("patch/thank you").kind, RowKind::Patch);
        desk.assert_stable();
        desk.good("Thank you?", Json::Null);
        assert_eq!(desk.ended().text, "new");
        // A new ticket goes the new way everywhere.
        let mut fresh = Desk::start(new);
        assert_eq!(fresh.open(), ["0 question Sure?"]);
        fresh.good("Sure?", Json::Null);
        assert_eq!(fresh.open(), ["1 task one"]);
        fresh.assert_stable();
        // The marker may go when no ticket needs it any more.
        fresh.program = program(
            &new.replace("if changed(\"ask first\") { ask(\"Sure?\", requester); }", "ask(\"Sure?\", requester);"),
        );
        fresh.go();
        assert_eq!(fresh.open(), ["1 task one"]);
    });
}

#[test]
fn effects_say_their_operands_by_name() {
    deep(|| {
        let text = r#"
            escalate(role("service_request_manager"), "Major");
            stage("Scheduled");
            set(#{ urgency: "high", tags: ["mail"], needed_by: now() });
            cost("Toner", "12.50", #{ actual: true });
            note("Look twice");
            restrict([group("hr"), owner]);
            link("ci", 17);
            announce("Mail moves", #{ services: ["mail"], start: now() });
            candidate(#{ title: "How to" });
            task("Look", local_group("field"));
            cancel("Ordered twice");"#;
        let mut desk = Desk::start(text);
        let effect = |n: u32| desk.row_at(&format!("e{n}")).arguments.clone();
        assert_eq!(
            (effect(1).text.as_deref(), effect(1).who),
            (Some("Major"), vec![Who::Role("service_request_manager".to_owned())])
        );
        assert_eq!(effect(2).values.get("name"), Some(&json!("Scheduled")));
        assert_eq!(effect(3).options.get("tags"), Some(&json!(["mail"])));
        assert_eq!(effect(4).amount, Some(Money::new("12.50".parse().unwrap(), "EUR")));
        assert_eq!(effect(6).who, [Who::Group("hr".to_owned()), Who::Owner {}]);
        assert_eq!(effect(7).values.get("what"), Some(&json!("17")));
        assert_eq!(effect(8).options.get("start"), Some(&json!("2026-01-05T09:00:00.000000Z")));
        assert_eq!(desk.row_at("0").arguments.who, [Who::LocalGroup("field".to_owned())]);
        desk.good("Look", Json::Null);
        assert_eq!((desk.ended().word, desk.ended().text.as_str()), (EndWord::Cancel, "Ordered twice"));
        desk.assert_stable();
    });
}

#[test]
fn another_ticket_gives_its_number_and_how_it_ended() {
    deep(|| {
        let text = r#"
            let a = open_ticket("purchase", #{ what: form.model }, #{ approved: true, requested_for: requested_for });
            let b = open_ticket("problem", #{}, #{ wait: false, once: "mail", requested_for: "max" });
            let c = open_ticket("access", #{}, #{ on_fail: "go_on" });
            resolve(`${a.number} ${a.resolution} ${b.number} ${b.closure_code == ()} ${c.ok} ${c.outcome} ${c.closure_code}`);"#;
        let mut desk = Desk::start(text);
        let row = desk.row_at("0");
        assert_eq!((row.kind, row.name.as_str()), (RowKind::Ticket, "purchase"));
        assert_eq!(row.arguments.values.get("form"), Some(&json!({ "what": "pro" })));
        assert_eq!(
            row.arguments.options.get("requested_for").and_then(|who| who.get("person")).map(|p| p["username"].clone()),
            Some(json!("ann"))
        );
        desk.good("purchase", json!({ "number": "SR-000007", "closure_code": "succeeded", "resolution": "Bought" }));
        desk.good("problem", json!({ "number": "PRB-000008" }));
        let output = json!({ "number": "SR-000009", "closure_code": "approval_rejected", "resolution": null });
        desk.settle("2", RowState::Failed, Answer { outcome: "rejected".to_owned(), output, ..Answer::default() }).go();
        assert_eq!(desk.ended().text, "SR-000007 Bought PRB-000008 true false rejected approval_rejected");
        desk.assert_stable();
    });
}

#[test]
fn a_result_is_looked_into_as_a_map_is() {
    deep(|| {
        let text = r#"
            let prices = shop::prices(#{});
            let dear = [];
            for name in prices.keys() { if name.starts_with("p_") && prices[name] > 10 { dear.push(name); } }
            task("Show", requester, #{ show: prices });
            let joined = parallel(#{ a: || prices, b: || task("Look", requester) });
            resolve(`${dear} ${"p_pen" in prices} ${"p_cup" in prices} ${joined.a.p_pen} ${joined.b.name}`);"#;
        let mut desk = Desk::start(text);
        desk.good("shop.prices", json!({ "p_pen": 2, "p_desk": 100 }));
        let shown = desk.row_at("1").arguments.show.clone().unwrap();
        assert_eq!((&shown["p_desk"], &shown["ok"]), (&json!(100), &json!(true)));
        desk.good("Show", Json::Null).good("Look", Json::Null);
        assert_eq!(desk.ended().text, "[\"p_desk\"] true false 2 Look");
        desk.assert_stable();
    });
}
