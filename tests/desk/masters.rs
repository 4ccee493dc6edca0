//! Masters: what hits many is known to all, people join it, and what belongs to
//! it is resolved with it.

use super::kinds::{accepted, last_of, of_all_kinds, state};
use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn known(desk: &Desk, number: &str) {
    let facts = json!({"incident": {"known": true, "public_title": "Mail is slow", "workaround": "Use the web."}});
    assert_eq!(state(desk, "dora", number, facts).status, 200);
}

fn me_too(desk: &Desk, who: &str, number: &str, note: &str) -> Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/me-too"), json!({"note": note})).send()
}

fn link(desk: &Desk, number: &str, kind: &str, to: &str) {
    desk.as_user("dora").post(&format!("/tickets/{number}/links"), json!({"type": kind, "to": to})).expect(200);
    desk.settle();
}

fn resolve(desk: &Desk, who: &str, number: &str, body: Json) -> Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/resolve"), body).send()
}

on_both! {
    fn what_is_known_is_shown_to_all_without_anybodys_data(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "fault");
        let list = |who: &str, query: &str| desk.as_user(who).get(&format!("/incidents/known{query}")).expect(200).at("/items");
        assert_eq!(list("viv", ""), json!([]));
        assert_eq!(me_too(&desk, "viv", &number, "").problem(), "404 not_found", "nobody offers it");
        known(&desk, &number);
        let shown = list("viv", "?item=fault");
        let since = shown[0]["since"].clone();
        let expected = json!([{"number": number, "kind": "incident", "item": "fault", "title": "Mail is slow",
            "workaround": "Use the web.", "service": null, "since": since, "affected": 0, "mine": false}]);
        assert_eq!(shown, expected);
        assert_eq!(list("viv", "?item=wish"), json!([]));
        let joined = me_too(&desk, "viv", &number, "On the sixth floor.");
        assert_eq!((joined.status, joined.at("/affected"), joined.at("/mine")), (201, json!(1), json!(true)), "{:#}", joined.json());
        assert_eq!(me_too(&desk, "viv", &number, "").problem(), "409 already_exists");
        assert_eq!(me_too(&desk, "ann", &number, "").problem(), "409 already_exists", "it is hers");
        assert_eq!(me_too(&desk, "max", &number, &"x".repeat(2_001)).problem(), "422 invalid /note:maxLength");
        assert_eq!(desk.as_user("max").post(&format!("/tickets/{number}/me-too"), json!({"not": 1})).send().problem(), "422 invalid /not:unknown");
        assert_eq!(desk.as_user("viv").get(&format!("/tickets/{number}")).send().status, 404, "the ticket is somebody's own");
        let affected = desk.as_user("dora").get(&format!("/tickets/{number}/affected")).expect(200);
        assert_eq!(affected.rows(&["person/username", "note"]), "viv | On the sixth floor.");
        assert_eq!(desk.as_user("ann").get(&format!("/tickets/{number}/affected")).send().problem(), "403 forbidden");
        assert_eq!(desk.ticket("dora", &number).at("/incident/affected"), 1);
        resolve(&desk, "dora", &number, json!({"resolution": "Ann Weber's mailbox was full."}));
        assert_eq!(desk.messages("viv"), [format!("{number} “Mail is slow” hits you as well: it is resolved.")]);
        assert_eq!(list("viv", ""), json!([]), "it is over");
        assert_eq!(me_too(&desk, "max", &number, "").problem(), "404 not_found");
    }

    fn a_list_of_what_is_known_has_pages(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        for _ in 0..3 {
            known(&desk, &accepted(&desk, "fault"));
        }
        let first = desk.as_user("ann").get("/incidents/known?limit=2").expect(200);
        let cursor = first.text("/next_cursor");
        let second = desk.as_user("ann").get(&format!("/incidents/known?limit=2&cursor={cursor}")).expect(200);
        assert_eq!((first.each("/number").len(), second.each("/number").len()), (2, 1));
        assert!(!first.each("/number").contains(&second.at("/items/0/number")));
        assert_eq!(desk.as_user("ann").get(&format!("/incidents/known?item=x&cursor={cursor}")).send().problem(), "400 malformed");
    }

    fn a_confidential_ticket_is_never_shown_to_all(setup: Setup) {
        let setup = of_all_kinds(setup).replaced("schemas/fault.json", "\"kind\":\"incident\"", "\"kind\":\"incident\",\"restricted_to\":\"service-desk\"");
        let desk = setup.start();
        let number = accepted(&desk, "fault");
        let facts = json!({"incident": {"known": true, "public_title": "Mail"}});
        assert_eq!(state(&desk, "dora", &number, facts).problem(), "422 invalid /incident/known:confidential");
    }

    fn open_parts_keep_people_from_resolving_or_are_resolved_with_it(setup: Setup) {
        let setup = of_all_kinds(setup).item("asked", json!({"what": {"type": "string"}}), "approval(\"Boss\", manager_of(requested_for));\nresolve(\"x\");\n");
        let desk = setup.start();
        let master = accepted(&desk, "fault");
        let (one, two, asked) = (accepted(&desk, "fault"), accepted(&desk, "fault"), accepted(&desk, "asked"));
        for child in [&one, &two, &asked] {
            link(&desk, &master, "parent_of", child);
        }
        desk.act("dora", &two, "resolve", json!({"resolution": "By itself."}));
        let refused = resolve(&desk, "dora", &master, json!({"resolution": "Mended."}));
        assert_eq!(refused.problem(), "409 steps_open");
        assert!(refused.text("/detail").contains(&format!("{one}, {asked}")), "{}", refused.text("/detail"));
        let work = desk.answering("dora", &master, "work", json!({"outcome": "done", "output": {"resolution": "Mended."}})).send();
        assert_eq!(work.problem(), "409 steps_open", "as an answer, too");
        assert_eq!(resolve(&desk, "dora", &master, json!({"resolution": "Mended.", "children": "all"})).problem(), "422 invalid /children:type");
        let done = resolve(&desk, "dora", &master, json!({"resolution": "Mended.", "children": true}));
        assert_eq!(done.at("/status"), "resolved", "{:#}", done.json());
        desk.settle();
        let child = desk.ticket("ann", &one);
        assert_eq!((child.at("/status"), child.at("/resolution")), (json!("resolved"), json!("Mended.")));
        assert_eq!(desk.ticket("ann", &two).at("/resolution"), "By itself.", "what is not open is left alone");
        assert_eq!(desk.ticket("ann", &asked).at("/status"), "accepted", "an approval is nobody's to skip");
        assert_eq!(last_of(&desk, &master, "children.resolved")["data"]["children"], json!([one, asked]));
        let told = last_of(&desk, &one, "master.resolved");
        assert_eq!((told["data"]["master"].clone(), told["data"]["done"].clone(), told["actor"]["type"].clone()), (json!(master), json!(true), json!("person")));
        assert_eq!(last_of(&desk, &asked, "master.resolved")["data"]["done"], false);
        let again = desk.restart();
        again.settle();
        assert_eq!(again.log(&one).iter().filter(|kind| *kind == "master.resolved").count(), 1, "once");
    }

    fn the_manager_resolves_over_open_parts(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let (master, part) = (accepted(&desk, "wish"), accepted(&desk, "wish"));
        link(&desk, &master, "parent_of", &part);
        let forced = json!({"resolution": "Mended.", "force": "The rest comes later."});
        assert_eq!(resolve(&desk, "dora", &master, forced.clone()).problem(), "403 forbidden");
        assert_eq!(resolve(&desk, "sam", &master, forced).at("/status"), "resolved");
        desk.settle();
        assert_eq!(desk.ticket("ann", &part).at("/status"), "accepted");
    }

    fn what_a_problem_caused_is_offered_when_it_is_resolved(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let (problem, fault) = (accepted(&desk, "cause"), accepted(&desk, "fault"));
        link(&desk, &fault, "caused_by", &problem);
        resolve(&desk, "dora", &problem, json!({"resolution": "A new switch."}));
        desk.settle();
        assert_eq!(desk.ticket("ann", &fault).at("/status"), "accepted", "offered, not done");
        assert_eq!(last_of(&desk, &problem, "children.resolved")["data"]["offered"], json!([fault]));
        assert!(desk.messages("dora").contains(&format!("{fault} “fault”: {problem}, which caused it, is resolved: A new switch.")), "{:?}", desk.messages("dora"));
        let (problem, fault) = (accepted(&desk, "cause"), accepted(&desk, "fault"));
        link(&desk, &fault, "caused_by", &problem);
        resolve(&desk, "dora", &problem, json!({"resolution": "A new switch.", "children": true}));
        desk.settle();
        assert_eq!(desk.ticket("ann", &fault).at("/resolution"), "A new switch.");
    }
}
