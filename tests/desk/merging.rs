//! Merging and splitting: a ticket goes on in another, a part of it in one of its own.

use super::kinds::{accepted, last_of, of_all_kinds};
use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn merge(desk: &Desk, who: &str, number: &str, into: &str) -> Answer {
    let body = json!({"into": into, "reason": "The same outage."});
    desk.as_user(who).post(&format!("/tickets/{number}/merge"), body).send()
}

fn split(desk: &Desk, who: &str, number: &str, body: Json) -> Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/split"), body).send()
}

on_both! {
    fn a_merged_ticket_is_closed_and_its_people_come_along(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let target = accepted(&desk, "fault");
        let number = desk.submit("viv", "fault", json!({"what": "It"}));
        assert_eq!(desk.as_user("viv").get(&format!("/tickets/{target}")).send().status, 404);
        let merged = merge(&desk, "dora", &number, &target);
        assert_eq!((merged.at("/status"), merged.at("/closure_code"), merged.at("/closure_reason")), (json!("closed"), json!("cancelled_by_user"), json!("duplicate")), "{:#}", merged.json());
        assert_eq!(merged.at("/waiting"), json!([]), "nothing stays open");
        desk.settle();
        assert_eq!(desk.ticket("viv", &target).at("/number"), json!(target), "viv follows it there");
        assert_eq!(desk.ticket("viv", &number).at("/links/0/type"), "duplicates");
        assert_eq!(desk.messages("viv"), [format!("{number} “fault” is handled as {target} from now on: The same outage.")]);
        assert_eq!(last_of(&desk, &number, "ticket.merged")["data"]["into"], json!(target));
        let told = last_of(&desk, &target, "ticket.merged");
        assert_eq!((told["data"]["from"].clone(), told["actor"]["name"].clone()), (json!(number), json!("Dora Petrova")));
        let events = desk.as_user("viv").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        assert!(events.each("/type").contains(&json!("ticket.merged")), "all who see it read what became of it");
        assert!(merge(&desk, "dora", &number, &target).problem().starts_with("409 illegal_operation"), "it is closed");
        let desk = desk.restart();
        desk.settle();
        assert_eq!(desk.log(&target).iter().filter(|kind| *kind == "ticket.merged").count(), 1, "once");
    }

    fn a_duplicate_is_a_merged_ticket(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let master = accepted(&desk, "fault");
        let number = desk.submit("viv", "fault", json!({"what": "It"}));
        let body = json!({"type": "duplicates", "to": master, "reason": "Known."});
        let closed = desk.as_user("dora").post(&format!("/tickets/{number}/links"), body).expect(200);
        assert_eq!((closed.at("/status"), closed.at("/closure_reason"), closed.at("/links/0/to")), (json!("closed"), json!("duplicate"), json!(master)));
        desk.settle();
        assert_eq!(desk.ticket("viv", &master).at("/status"), "accepted");
        assert_eq!(desk.ticket("dora", &master).at("/links/0/type"), "duplicated_by");
        // One that has ended by itself is only linked.
        let late = accepted(&desk, "fault");
        desk.act("dora", &late, "resolve", json!({"resolution": "Done."}));
        desk.act("ann", &late, "close", json!({}));
        let body = json!({"type": "duplicates", "to": master, "reason": "Known."});
        let linked = desk.as_user("dora").post(&format!("/tickets/{late}/links"), body).expect(200);
        assert_eq!((linked.at("/closure_code"), linked.at("/links/0/type")), (json!("succeeded"), json!("duplicates")));
    }

    fn a_merge_is_refused_where_it_would_mix_or_lose(setup: Setup) {
        let setup = of_all_kinds(setup).replaced("schemas/swap.json", "\"kind\":\"change\"", "\"kind\":\"change\",\"restricted_to\":\"service-desk\"");
        let desk = setup.start();
        let (a, b, secret) = (accepted(&desk, "fault"), accepted(&desk, "fault"), accepted(&desk, "swap"));
        assert_eq!(merge(&desk, "dora", &a, &a).problem(), "422 invalid /into:itself");
        assert_eq!(merge(&desk, "dora", &a, "it").problem(), "422 invalid /into:format");
        assert_eq!(merge(&desk, "dora", &a, "INC-999999").problem(), "404 not_found");
        assert_eq!(merge(&desk, "dora", &secret, &a).problem(), "422 invalid /into:confidential");
        assert_eq!(merge(&desk, "dora", &a, &secret).problem(), "422 invalid /into:confidential");
        assert_eq!(merge(&desk, "lin", &a, &secret).problem(), "403 forbidden");
        assert_eq!(merge(&desk, "ann", &a, &b).problem(), "403 forbidden");
        assert_eq!(merge(&desk, "viv", &a, &b).problem(), "404 not_found");
        assert_eq!(desk.as_user("dora").post(&format!("/tickets/{a}/merge"), json!({"into": b})).send().problem(), "422 invalid /reason:required");
        desk.act("dora", &b, "resolve", json!({"resolution": "Done."}));
        desk.act("ann", &b, "close", json!({}));
        assert_eq!(merge(&desk, "dora", &a, &b).problem(), "422 invalid /into:closed");
        let stale = desk.as_user("dora").post(&format!("/tickets/{a}/merge"), json!({"into": b, "reason": "x"})).if_match(&json!(1)).send();
        assert_eq!(stale.problem(), "412 precondition_failed");
        assert_eq!(desk.ticket("ann", &a).at("/status"), "accepted", "nothing of that was done");
    }

    fn whom_a_merged_ticket_hits_is_told_by_the_one_that_goes_on(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let known = |number: &str| {
            let facts = json!({"incident": {"known": true, "public_title": "Mail is slow"}});
            desk.as_user("dora").patch(&format!("/tickets/{number}"), facts).expect(200);
        };
        let (a, b) = (accepted(&desk, "fault"), accepted(&desk, "fault"));
        known(&a);
        known(&b);
        for (who, number) in [("viv", &a), ("max", &a), ("max", &b)] {
            desk.as_user(who).post(&format!("/tickets/{number}/me-too"), json!({})).expect(201);
        }
        merge(&desk, "dora", &a, &b);
        desk.settle();
        assert_eq!(desk.ticket("dora", &b).at("/incident/affected"), 2, "viv comes along, max was there");
        desk.act("dora", &b, "resolve", json!({"resolution": "Done."}));
        for who in ["viv", "max"] {
            assert_eq!(desk.messages(who), [format!("{b} “Mail is slow” hits you as well: it is resolved.")]);
        }
    }

    fn a_part_of_a_ticket_becomes_one_of_its_own(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "fault");
        let body = json!({"item": "wish", "form": {"what": "A mouse"}, "title": "And a mouse", "reason": "That is no fault."});
        let call = || desk.as_user("dora").post(&format!("/tickets/{number}/split"), body.clone()).key("split");
        let new = call().expect(201);
        let part = new.text("/number");
        assert_eq!((new.at("/requester/username"), new.at("/title"), new.at("/links/0/to")), (json!("ann"), json!("And a mouse"), json!(number)));
        assert_eq!(new.header("location"), Some(format!("/api/v1/tickets/{part}").as_str()));
        let again = call().expect(201);
        assert_eq!((again.text("/number"), again.header("idempotency-replayed")), (part.clone(), Some("true")));
        desk.settle();
        assert_eq!(last_of(&desk, &part, "ticket.submitted")["data"]["split_from"], json!(number));
        assert_eq!(last_of(&desk, &number, "ticket.split")["data"]["into"], json!(part));
        assert_eq!(desk.ticket("ann", &number).at("/links/0/to"), json!(part));
        assert!(desk.messages("ann").contains(&format!("{number} “fault”: a part of it is {part} from now on: That is no fault.")), "{:?}", desk.messages("ann"));
        assert_eq!(desk.ticket("ann", &number).at("/status"), "accepted", "the rest goes on");
    }

    fn only_those_who_handle_a_ticket_split_it_into_what_there_is(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "fault");
        let good = || json!({"item": "wish", "form": {"what": "A mouse"}, "reason": "That is no fault."});
        for (who, problem) in [("ann", "403 forbidden"), ("ula", "403 forbidden"), ("viv", "404 not_found")] {
            assert_eq!(split(&desk, who, &number, good()).problem(), problem, "{who}");
            assert_eq!(split(&desk, who, &number, json!({"x": 1})).problem(), problem, "{who}, before the fields are looked at");
        }
        for (body, problem) in [
            (json!({}), "422 invalid /item:required /reason:required"),
            (json!({"item": "nothing", "reason": "Why."}), "422 invalid /item:unknown"),
            (json!({"item": "wish", "form": {"what": 5}, "reason": " ", "title": " "}), "422 invalid /reason:required /title:minLength /form/what:type"),
        ] {
            assert_eq!(split(&desk, "dora", &number, body).problem(), problem);
        }
        let stale = desk.as_user("dora").post(&format!("/tickets/{number}/split"), good()).if_match(&json!(1)).send();
        assert_eq!(stale.problem(), "412 precondition_failed");
        desk.act("ann", &number, "cancel", json!({}));
        desk.settle();
        assert!(split(&desk, "dora", &number, good()).problem().starts_with("409 illegal_operation"));
    }
}
