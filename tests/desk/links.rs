//! Links: what tickets have to do with each other and with things outside, seen
//! from both sides, by those who may.

use super::kinds::{accepted, last_of, of_all_kinds};
use crate::support::{Answer, Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn link(desk: &Desk, who: &str, number: &str, kind: &str, to: &str) -> Answer {
    desk.as_user(who).post(&format!("/tickets/{number}/links"), json!({"type": kind, "to": to})).send()
}

fn unlink(desk: &Desk, who: &str, number: &str, kind: &str, to: &str) -> Answer {
    let body = json!({"type": kind, "to": to});
    desk.as_user(who).call("DELETE", &format!("/tickets/{number}/links")).json(&body).send()
}

fn links(desk: &Desk, who: &str, number: &str) -> Vec<String> {
    let found = desk.as_user(who).get(&format!("/tickets/{number}/links")).expect(200).at("/items");
    let text = |link: &Json| format!("{} {}", link["type"].as_str().unwrap(), link["to"].as_str().unwrap());
    found.as_array().unwrap().iter().map(text).collect()
}

on_both! {
    fn both_tickets_show_a_link_and_have_it_on_record(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let (fault, cause, wish) = (accepted(&desk, "fault"), accepted(&desk, "cause"), accepted(&desk, "wish"));
        assert_eq!(link(&desk, "dora", &fault, "caused_by", &cause).at("/links/0/type"), "caused_by");
        link(&desk, "dora", &fault, "relates_to", &wish);
        link(&desk, "dora", &fault, "parent_of", &wish);
        link(&desk, "dora", &fault, "ci", "srv-12");
        desk.settle();
        assert_eq!(links(&desk, "dora", &fault), [format!("caused_by {cause}"), "ci srv-12".to_owned(), format!("parent_of {wish}"), format!("relates_to {wish}")]);
        assert_eq!(links(&desk, "dora", &cause), [format!("causes {fault}")]);
        assert_eq!(links(&desk, "dora", &wish), [format!("child_of {fault}"), format!("relates_to {fault}")]);
        assert_eq!(desk.ticket("dora", &cause).at("/links/0/title"), "fault");
        let told = last_of(&desk, &cause, "ticket.linked");
        assert_eq!((told["data"]["kind"].clone(), told["data"]["what"].clone()), (json!("causes"), json!(fault)));
        assert_eq!(told["actor"]["name"], "Dora Petrova", "who did it, on both");
        assert_eq!(links(&desk, "ann", &fault).len(), 3, "things outside are for staff; the tickets are ann's");
        // It goes from either side.
        assert_eq!(unlink(&desk, "dora", &wish, "child_of", &fault).status, 200);
        assert_eq!(unlink(&desk, "dora", &fault, "ci", "srv-12").status, 200);
        desk.settle();
        assert_eq!(links(&desk, "dora", &fault), [format!("caused_by {cause}"), format!("relates_to {wish}")]);
        assert_eq!(last_of(&desk, &fault, "ticket.unlinked")["data"]["kind"], "parent_of", "told by the other side");
        assert_eq!(unlink(&desk, "dora", &fault, "ci", "srv-12").problem(), "404 not_found");
        assert_eq!(unlink(&desk, "dora", &fault, "caused_by", &wish).problem(), "404 not_found");
    }

    fn a_link_is_made_once_and_leads_nowhere_back(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let numbers: Vec<String> = (0..3).map(|_| accepted(&desk, "wish")).collect();
        let [a, b, c] = [&numbers[0], &numbers[1], &numbers[2]];
        assert_eq!(link(&desk, "dora", a, "relates_to", b).status, 200);
        assert_eq!(link(&desk, "dora", a, "relates_to", b).problem(), "409 already_exists");
        assert_eq!(link(&desk, "dora", b, "relates_to", a).problem(), "409 already_exists", "said from the other side");
        assert_eq!(link(&desk, "dora", a, "parent_of", b).status, 200);
        assert_eq!(link(&desk, "dora", b, "parent_of", c).status, 200);
        assert_eq!(link(&desk, "dora", c, "parent_of", a).problem(), "422 invalid /to:loop");
        let fault = accepted(&desk, "fault");
        for (kind, to, problem) in [
            ("relates_to", a.as_str(), "422 invalid /to:itself"),
            ("relates_to", "nobody", "422 invalid /to:format"),
            ("relates_to", "SR-999999", "404 not_found"),
            ("caused_by", b.as_str(), "422 invalid /to:kind"),
            ("caused_by", fault.as_str(), "422 invalid /to:kind"),
            ("follows", b.as_str(), "422 invalid /to:not_closed"),
            ("child_of", b.as_str(), "422 invalid /type:enum"),
            ("ci", " ", "422 invalid /to:required"),
            ("url", "ftp://x", "422 invalid /to:format"),
            ("duplicates", b.as_str(), "422 invalid /reason:required"),
        ] {
            assert_eq!(link(&desk, "dora", a, kind, to).problem(), problem, "{kind} {to}");
        }
        for (who, problem) in [("ann", "403 forbidden"), ("ula", "403 forbidden"), ("viv", "404 not_found")] {
            assert_eq!(link(&desk, who, a, "relates_to", c).problem(), problem, "{who}");
            assert_eq!(unlink(&desk, who, a, "relates_to", b).problem(), problem, "{who}");
        }
        let path = format!("/tickets/{a}/links");
        let wish = || desk.as_user("dora").post(&path, json!({"type": "asset", "to": "laptop-7"})).key("once");
        assert_eq!(wish().send().status, 200);
        let again = wish().expect(200);
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!(desk.log(a).iter().filter(|kind| *kind == "ticket.linked").count(), 3);
    }

    fn a_ticket_has_so_many_links_and_no_more(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let number = accepted(&desk, "wish");
        for n in 0..100 {
            assert_eq!(link(&desk, "dora", &number, "ci", &format!("srv-{n}")).status, 200);
        }
        assert!(link(&desk, "dora", &number, "ci", "srv-100").problem().starts_with("409 illegal_operation"));
    }

    fn what_a_workflow_links_is_a_link(setup: Setup) {
        let script = "link(\"ci\", \"printer-17\");\nlink(\"relates_to\", form.what);\nopen_ticket(\"wish\", #{ what: \"It\" });\nresolve(\"done\");\n";
        let setup = of_all_kinds(setup).item("linker", json!({"what": {"type": "string"}}), script);
        let desk = setup.start();
        let other = accepted(&desk, "wish");
        let number = desk.submit("ann", "linker", json!({"what": other}));
        desk.settle();
        let child = desk.ticket("dora", &number).at("/waiting/0/for/0");
        assert_eq!(links(&desk, "dora", &number), ["ci printer-17".to_owned(), format!("parent_of {}", child.as_str().unwrap()), format!("relates_to {other}")]);
        assert_eq!(links(&desk, "dora", child.as_str().unwrap()), [format!("child_of {number}")]);
        // A number that nobody has is nothing to show.
        let nowhere = desk.submit("ann", "linker", json!({"what": "SR-999999"}));
        desk.settle();
        assert_eq!(links(&desk, "dora", &nowhere).len(), 2);
    }

    fn links_survive_a_restart_before_their_other_side_is_told(setup: Setup) {
        let desk = of_all_kinds(setup).start();
        let (a, b) = (accepted(&desk, "wish"), accepted(&desk, "wish"));
        link(&desk, "dora", &a, "relates_to", &b);
        let desk = desk.restart();
        desk.settle();
        assert_eq!(desk.log(&b).iter().filter(|kind| *kind == "ticket.linked").count(), 1);
        desk.settle();
        assert_eq!(desk.log(&b).iter().filter(|kind| *kind == "ticket.linked").count(), 1, "once");
        assert_eq!(desk.ticket("dora", &b).at("/links/0/to"), json!(a));
    }
}
