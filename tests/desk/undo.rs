//! What plugin calls did is given back when a ticket does not succeed: the last
//! first, one after the other, whatever happens meanwhile.

use crate::support::{Content, Desk, Mood, Neighbour, Process, Setup, on_both};
use chrono::Duration;
use maitred::store::{Options, Store};
use serde_json::{Value as Json, json};

/// Two devices, and then a decision.
const TWO: &str = r#"
let a = asset::reserve(#{ model: form.model });
let b = asset::reserve(#{ model: "pro" });
approval("Boss", manager_of(requested_for), #{ show: [] });
resolve(a.tag + " and " + b.tag);
"#;

fn with(setup: Setup, script: &str) -> Desk {
    setup.item("pair", json!({"model": {"enum": ["light", "pro"], "default": "light"}}), script).start()
}

fn pair(desk: &Desk) -> String {
    let number = desk.submit("ann", "pair", json!({"model": "light"}));
    desk.settle();
    number
}

fn no() -> Json {
    json!({"outcome": "rejected", "code": "budget", "comment": "No."})
}

/// How many of a model lie on the shelf.
fn left(store: &Store, model: &str) -> i64 {
    let shelf = store.reader().unwrap().plugin_get("asset", &format!("shelf/{model}")).unwrap();
    shelf.map_or(10, |shelf| serde_json::from_str::<Json>(&shelf).unwrap()["left"].as_i64().unwrap())
}

fn shelves(desk: &Desk) -> (i64, i64) {
    (left(desk.desk.store(), "light"), left(desk.desk.store(), "pro"))
}

on_both! {
    fn a_rejected_ticket_gives_back_the_last_first(setup: Setup) {
        let desk = with(setup, TWO);
        let number = pair(&desk);
        assert_eq!(shelves(&desk), (9, 9));
        desk.answering("max", &number, "approval", no()).expect(200);
        let ticket = desk.ticket("ada", &number);
        assert_eq!((ticket.text("/status"), ticket.at("/waiting/0/name")), ("closed".to_owned(), json!("asset.release")), "one at a time");
        assert_eq!(desk.ticket("ann", &number).at("/waiting"), json!([]), "that is the desk's own business");
        desk.settle();
        assert_eq!(shelves(&desk), (10, 10));
        insta::assert_snapshot!(desk.steps(&number), @r#"
        1 | 0 | plugin | asset.reserve | done | done
        1 | 1 | plugin | asset.reserve | done | done
        1 | 2 | approval | Boss | failed | rejected
        1 | u1 | plugin | asset.release | done | done
        1 | u2 | plugin | asset.release | done | done
        "#);
        let steps = desk.as_user("ada").get(&format!("/tickets/{number}/steps")).expect(200);
        assert_eq!(steps.at("/items/3/arguments/undoes"), steps.at("/items/1/id"), "the last first");
        assert_eq!((steps.at("/items/3/origin"), steps.at("/items/3/arguments/args/tag")), (json!("undo"), json!("LT-000002")));
        let ticket = desk.ticket("ada", &number);
        assert_eq!((ticket.text("/closure_code"), ticket.at("/waiting")), ("approval_rejected".to_owned(), json!([])));
    }

    fn a_ticket_that_succeeds_keeps_what_it_has(setup: Setup) {
        let desk = with(setup, TWO);
        let number = pair(&desk);
        desk.answer("max", &number, "approval", "approved");
        desk.act("ann", &number, "close", json!({}));
        desk.settle();
        assert_eq!(shelves(&desk), (9, 9));
    }

    fn a_call_that_is_not_to_be_undone_is_not(setup: Setup) {
        let desk = with(setup, &TWO.replace("\"pro\" }", "\"pro\" }, #{ undo: false }"));
        let number = pair(&desk);
        desk.act("ann", &number, "cancel", json!({}));
        desk.settle();
        assert_eq!(desk.ticket("ann", &number).text("/closure_code"), "cancelled_by_user");
        assert_eq!(shelves(&desk), (10, 9));
    }

    fn what_the_script_gave_back_itself_is_not_given_back_twice(setup: Setup) {
        let script = r#"
            let a = asset::reserve(#{ model: "light" });
            let b = asset::reserve(#{ model: "pro" });
            try { task("Try them", group("service-desk")); }
            catch (e) { asset::release(#{ tag: a.tag }); throw e; }
            resolve("x");
        "#;
        let desk = with(setup, script);
        let number = pair(&desk);
        desk.act("ann", &number, "cancel", json!({}));
        desk.settle();
        assert_eq!(shelves(&desk), (10, 10));
        let steps = desk.steps(&number);
        assert_eq!(steps.matches("asset.release").count(), 2, "{steps}");
    }

    fn a_failed_ticket_gives_back_when_it_is_closed_and_not_before(setup: Setup) {
        let desk = with(setup, &TWO.replace("resolve(", "fail("));
        let number = pair(&desk);
        desk.answer("max", &number, "approval", "approved");
        desk.settle();
        assert_eq!((desk.ticket("ann", &number).text("/status"), shelves(&desk)), ("resolved".to_owned(), (9, 9)), "it may be reopened");
        desk.act("ann", &number, "close", json!({}));
        desk.settle();
        assert_eq!(shelves(&desk), (10, 10));
    }

    fn a_call_that_is_answered_after_the_end_is_given_back_too(setup: Setup) {
        let script = r#"
            parallel(#{
                device: || asset::reserve(#{ model: "light" }),
                yes: || approval("Boss", manager_of(requested_for)),
            });
            resolve("x");
        "#;
        let desk = with(setup, script);
        let number = desk.submit("ann", "pair", json!({}));
        desk.answering("max", &number, "approval", no()).expect(200);
        assert_eq!(desk.ticket("ann", &number).text("/status"), "closed");
        desk.settle();
        assert_eq!(left(desk.desk.store(), "light"), 10);
        assert!(desk.steps(&number).contains("asset.reserve | done"), "it was not cut off: {}", desk.steps(&number));
    }

    fn what_a_corrected_form_does_not_need_any_more_is_given_back(setup: Setup) {
        let desk = with(setup, TWO);
        let number = pair(&desk);
        desk.as_user("ann").patch(&format!("/tickets/{number}"), json!({"form": {"model": "pro"}})).expect(200);
        desk.settle();
        assert_eq!(shelves(&desk), (9, 8), "one pro more; the light one may still be wanted");
        desk.answer("max", &number, "approval", "approved");
        desk.settle();
        assert_eq!(shelves(&desk), (10, 8));
        assert_eq!(desk.ticket("ann", &number).text("/status"), "resolved");
        desk.act("ann", &number, "close", json!({}));
        desk.settle();
        assert_eq!((desk.ticket("ann", &number).text("/closure_code"), shelves(&desk)), ("succeeded".to_owned(), (10, 8)));
    }

    fn what_was_done_by_hand_is_named_to_the_owner(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Away);
        let setup = setup.plugin_setting("asset", "neighbour", json!(neighbour.url()));
        let desk = with(setup, &TWO.replace("let b = asset::reserve(#{ model: \"pro\" });", "let b = a;"));
        let number = desk.submit("ann", "pair", json!({"model": "light"}));
        desk.act("dora", &number, "accept", json!({}));
        let output = json!({"tag": "HAND-1", "model": "light", "price": 1});
        desk.answering("dora", &number, "plugin", json!({"outcome": "done", "output": output})).expect(200);
        desk.answering("max", &number, "approval", no()).expect(200);
        desk.settle();
        let told = "SR-000001 does not need asset.reserve any more, and nobody takes it back: it was done by hand";
        assert!(desk.messages("dora").contains(&told.to_owned()), "{:?}", desk.messages("dora"));
        assert!(desk.log(&number).contains(&"call.kept".to_owned()));
        assert!(desk.steps(&number).contains("u1 | plugin | asset.reserve | cancelled | kept"), "{}", desk.steps(&number));
    }

    fn a_plugin_that_refuses_to_take_back_is_told_and_opens_nothing_again(setup: Setup) {
        let setup = setup.replaced("plugins/asset/main.rhai", "fn release(args, call) {\n", "fn release(args, call) {\n    if args.model == \"pro\" { refuse(\"broken\", \"It came back broken\"); }\n");
        let desk = with(setup, TWO);
        let number = pair(&desk);
        desk.act("dora", &number, "accept", json!({}));
        desk.answering("max", &number, "approval", no()).expect(200);
        desk.settle();
        assert_eq!(shelves(&desk), (10, 9), "the other one is given back");
        assert_eq!(desk.ticket("ann", &number).text("/status"), "closed");
        let told = "SR-000001: asset.release was refused, it must be given back by hand: It came back broken";
        for who in ["dora", "ada"] {
            assert!(desk.messages(who).contains(&told.to_owned()), "{who}: {:?}", desk.messages(who));
        }
        assert!(desk.log(&number).contains(&"call.kept".to_owned()));
    }

    fn an_outage_holds_the_way_back_up_and_a_restart_does_not_end_it(setup: Setup) {
        let neighbour = Neighbour::start(Mood::Well);
        let setup = setup.plugin_setting("asset", "neighbour", json!(neighbour.url()));
        let desk = with(setup, TWO);
        let number = pair(&desk);
        neighbour.set(Mood::Away);
        desk.answering("max", &number, "approval", no()).expect(200);
        desk.advance(Duration::days(1));
        let ticket = desk.ticket("ada", &number);
        assert_eq!((ticket.text("/status"), ticket.at("/waiting/0/name")), ("closed".to_owned(), json!("asset.release")));
        assert!(desk.messages("ada").iter().any(|text| text.contains("asset.release could not be reached")), "{:?}", desk.messages("ada"));
        let why = desk.as_user("ada").get(&format!("/tickets/{number}/explain")).expect(200);
        assert!(why.at("/steps/0/last_error").is_string(), "{:#}", why.json());
        let desk = desk.restart();
        neighbour.set(Mood::Well);
        desk.mending("ada", &number, "plugin", "retry", json!({})).expect(200);
        desk.settle();
        assert_eq!(desk.ticket("ada", &number).at("/waiting"), json!([]));
        let back = neighbour.asked().iter().filter(|asked| *asked == "DELETE devices").count();
        assert!(back >= 2, "{:?}", neighbour.asked());
    }

    fn killed_in_the_middle_of_it_all_is_given_back(setup: Setup) {
        let database = setup.database;
        let script = "let all = for_all([1, 2, 3, 4, 5, 6], |n| asset::reserve(#{ model: \"light\" }));\napproval(\"Boss\", manager_of(requested_for));\nresolve(\"x\");\n";
        let schema = json!({"title": "Six", "x-catalog": {"kind": "request"}, "type": "object", "properties": {}});
        let content = Content::copied().with("workflows/six.rhai", script).with("schemas/six.json", &schema.to_string());
        let mut process = Process::serve(&database, &content);
        let number = process.as_user("ann").post("/tickets", json!({"item": "six", "form": {}})).expect(201).text("/number");
        process.wait_until(&number, "approval Boss");
        process.answering("max", &number, "approval", "Boss", no()).expect(200);
        for round in 1..=3 {
            process = process.killed_and_started(&database, &content);
            let begun = || {
                let steps = process.as_user("ada").get(&format!("/tickets/{number}/steps?limit=200")).expect(200);
                steps.each("/path").iter().filter(|path| path.as_str().is_some_and(|path| path.starts_with('u'))).count() >= round * 2
            };
            process.wait_for("it goes on", begun);
        }
        let over = || process.as_user("ada").get(&format!("/tickets/{number}")).expect(200).at("/waiting") == json!([]);
        process.wait_for("all is given back", over);
        let steps = process.as_user("ada").get(&format!("/tickets/{number}/steps?limit=200")).expect(200);
        let shown = steps.rows(&["path", "name", "outcome"]);
        assert_eq!(shown.matches("asset.release | done").count(), 6, "{shown}");
        process.kill();
        let store = Store::open(&database.url(), Options::default()).unwrap();
        assert_eq!(left(&store, "light"), 10);
        store.shutdown();
    }
}
