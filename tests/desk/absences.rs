//! Absences: people say when they are away, and what waits for them comes to
//! who stands in, for as long and as far as they said.

use crate::support::{Answer, Desk, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// A moment so many hours after everything began.
fn hour(hours: i64) -> String {
    crate::support::beginning().plus(Duration::hours(hours)).to_string()
}

/// `who` says that they are away between two hours.
#[track_caller]
fn away(desk: &Desk, who: &str, substitute: &str, hours: (i64, i64)) -> Answer {
    let body = json!({"from": hour(hours.0), "to": hour(hours.1), "substitute": substitute});
    let made = desk.as_user(who).post("/absences", body).expect(201);
    desk.settle();
    made
}

/// Whom the open approval asks.
fn asked(desk: &Desk, number: &str) -> Vec<String> {
    let users = desk.open(number, "approval")["for"]["users"].clone();
    let mut names: Vec<String> =
        users.as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn inbox(desk: &Desk, who: &str) -> Vec<Json> {
    desk.as_user(who).get("/inbox").expect(200).each("/ticket")
}

on_both! {
    fn the_substitute_is_told_at_once_and_again_when_a_step_comes(desk: Desk) {
        let made = away(&desk, "max", "mia", (1, 48));
        assert_eq!(made.header("location"), Some(format!("/api/v1/absences/{}", made.text("/id")).as_str()));
        assert_eq!((made.at("/state"), made.at("/scope")), (json!("planned"), json!({})));
        let told = "Max Lim is away from Mon 23 Nov 2026, 11:00 to Wed 25 Nov 2026, 10:00: Mia Wolf stands in.";
        assert_eq!(desk.messages("mia"), [told]);
        let early = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(asked(&desk, &early), ["max"], "he is not away yet");
        assert_eq!(inbox(&desk, "mia"), [json!(null); 0]);
        desk.advance(Duration::hours(1));
        assert_eq!(asked(&desk, &early), ["max", "mia"], "what waited comes when the absence begins");
        let late = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(asked(&desk, &late), ["max", "mia"]);
        assert_eq!(inbox(&desk, "mia"), [json!(early), json!(late)]);
        let comes = |number: &str| format!("{number} waits for you while Max Lim is away: Line manager");
        assert_eq!(desk.messages("mia"), [told.to_owned(), comes(&early), comes(&late)]);
        let step = desk.answer("mia", &late, "approval", "approved");
        assert_eq!((step.at("/votes/0/by/username"), step.at("/votes/0/on_behalf_of/username")), (json!("mia"), json!("max")));
        assert_eq!(step.at("/on_behalf_of/username"), "max");
        desk.answer("max", &early, "approval", "approved");
        assert_eq!(desk.waits_for(&early), ["cost"], "he may still answer himself");
        assert!(desk.log(&early).contains(&"step.substituted".to_owned()));
    }

    fn a_substitute_sees_only_what_came_to_them(desk: Desk) {
        let before = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.answer("max", &before, "approval", "approved");
        away(&desk, "max", "mia", (0, 24));
        let during = desk.submit("ann", "laptop", json!({"model": "light"}));
        desk.advance(Duration::hours(24));
        let after = desk.submit("ann", "laptop", json!({"model": "light"}));
        let mia = desk.as_user("mia");
        assert_eq!(mia.get("/tickets").expect(200).each("/number"), [json!(during)]);
        mia.get(&format!("/tickets/{before}")).expect(404);
        mia.get(&format!("/tickets/{after}")).expect(404);
        assert_eq!(asked(&desk, &after), ["max"]);
    }

    fn only_what_the_scope_says_comes_to_the_substitute(desk: Desk) {
        let body = json!({"from": hour(0), "to": hour(24), "scope": {"items": ["laptop"], "kinds": ["task"]}});
        let made = desk.as_user("max").post("/absences", body).expect(201);
        assert_eq!(made.at("/substitute/username"), "mia", "who is named for him");
        desk.settle();
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(asked(&desk, &number), ["max"]);
        let id = made.text("/id");
        let changed = desk.as_user("max").patch(&format!("/absences/{id}"), json!({"scope": {}})).expect(200);
        assert_eq!((changed.at("/scope"), changed.at("/state")), (json!({}), json!("current")));
        desk.settle();
        assert_eq!(asked(&desk, &number), ["max", "mia"]);
    }

    fn loops_and_what_makes_no_sense_are_refused_by_their_place(desk: Desk) {
        away(&desk, "mia", "max", (24, 72));
        let max = desk.as_user("max");
        let refused = |body: Json| max.post("/absences", body).send().problem();
        let at = |from: i64, to: i64, substitute: &str| json!({"from": hour(from), "to": hour(to), "substitute": substitute});
        assert_eq!(refused(at(48, 96, "mia")), "422 invalid /substitute:loop");
        assert_eq!(refused(at(1, 2, "max")), "422 invalid /substitute:self");
        assert_eq!(refused(at(1, 2, "nobody")), "422 invalid /substitute:unknown");
        assert_eq!(refused(at(2, 2, "mia")), "422 invalid /to:range");
        assert_eq!(refused(at(-3, -2, "mia")), "422 invalid /to:past");
        assert_eq!(refused(json!({"from": "today", "to": hour(1)})), "422 invalid /from:type");
        assert_eq!(refused(json!({"to": hour(1)})), "422 invalid /from:required");
        let scope = json!({"from": hour(1), "to": hour(2), "scope": {"items": ["nonsense"], "kinds": ["effect"]}});
        assert_eq!(refused(scope), "422 invalid /scope/items/0:unknown /scope/kinds/0:enum");
        maitred::desk::people::set_active(desk.desk.store(), "mia", false, &desk.clock).unwrap();
        desk.desk.refresh().unwrap();
        assert_eq!(refused(at(1, 2, "mia")), "422 invalid /substitute:inactive");
        desk.as_user("ann").post("/absences", json!({"from": hour(1), "to": hour(2)})).expect(422);
        // Before her absence begins there is no loop.
        maitred::desk::people::set_active(desk.desk.store(), "mia", true, &desk.clock).unwrap();
        desk.desk.refresh().unwrap();
        max.post("/absences", at(1, 24, "mia")).expect(201);
    }

    fn one_person_has_one_substitute_at_a_time_for_one_thing(desk: Desk) {
        let max = desk.as_user("max");
        let tasks = |from: i64, to: i64, substitute: &str| json!({"from": hour(from), "to": hour(to), "substitute": substitute, "scope": {"kinds": ["task"]}});
        let rest = |from: i64, to: i64, substitute: &str| json!({"from": hour(from), "to": hour(to), "substitute": substitute, "scope": {"kinds": ["approval", "cost"]}});
        max.post("/absences", tasks(24, 48, "mia")).expect(201);
        let refused = max.post("/absences", tasks(47, 72, "fay")).send();
        assert_eq!(refused.problem(), "422 invalid /from:overlap");
        let all = json!({"from": hour(1), "to": hour(25), "substitute": "fay"});
        assert_eq!(max.post("/absences", all).send().problem(), "422 invalid /from:overlap", "everything is tasks, too");
        let next = max.post("/absences", tasks(48, 72, "fay")).expect(201).text("/id");
        max.post("/absences", rest(24, 72, "fay")).expect(201);
        let path = format!("/absences/{next}");
        assert_eq!(max.patch(&path, json!({"from": hour(40)})).send().problem(), "422 invalid /from:overlap");
        assert_eq!(max.patch(&path, json!({"scope": {}})).send().problem(), "422 invalid /from:overlap");
        max.patch(&path, json!({"to": hour(80)})).expect(200);
        // What is taken back is in nobody's way.
        max.delete(&path).expect(204);
        max.post("/absences", tasks(60, 90, "mia")).expect(201);
    }

    fn absences_are_ones_own_and_others_keep_their_hands_off(desk: Desk) {
        let id = away(&desk, "max", "mia", (1, 48)).text("/id");
        let path = format!("/absences/{id}");
        for (who, look, change) in
            [("max", 200, 200), ("sam", 200, 200), ("ada", 200, 200), ("mia", 200, 403), ("ann", 404, 404), ("dora", 404, 404)]
        {
            desk.as_user(who).get(&path).expect(look);
            desk.as_user(who).patch(&path, json!({"to": hour(40)})).expect(change);
        }
        for who in ["mia", "ann", "dora"] {
            assert!([403, 404].contains(&desk.as_user(who).delete(&path).send().status), "{who}");
            desk.as_user(who).get("/absences?user=max").expect(403);
            desk.as_user(who).post("/absences", json!({"person": "max", "from": hour(1), "to": hour(2)})).expect(403);
        }
        let own = |who: &str, query: &str| desk.as_user(who).get(&format!("/absences{query}")).expect(200).each("/id");
        assert_eq!(own("max", ""), [json!(id)]);
        assert_eq!(own("mia", ""), [json!(id)], "in which she stands in");
        assert_eq!(own("ann", ""), [json!(null); 0]);
        assert_eq!(own("sam", "?user=max"), [json!(id)]);
        desk.as_user("sam").get("/absences?user=nobody").expect(422);
        desk.stranger().get("/absences").expect(401);
    }

    fn staff_see_who_is_away_beside_the_name(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        away(&desk, "max", "mia", (1, 48));
        let shown = |who: &str| desk.as_user(who).get(&format!("/tickets/{number}/steps")).expect(200).each("/for/users/0/absence");
        assert!(shown("dora").contains(&json!({"from": hour(1), "to": hour(48), "substitute": "mia"})));
        assert!(shown("ann").iter().all(Json::is_null), "not for who asks");
    }

    fn an_absence_is_taken_back_before_and_ended_after_it_begins(desk: Desk) {
        let max = desk.as_user("max");
        let id = away(&desk, "max", "mia", (1, 48)).text("/id");
        max.delete(&format!("/absences/{id}")).expect(204);
        max.get(&format!("/absences/{id}")).expect(404);
        assert!(desk.messages("mia").contains(&"Mia Wolf no longer stands in for Max Lim.".to_owned()));
        let id = away(&desk, "max", "mia", (1, 48)).text("/id");
        desk.advance(Duration::hours(2));
        let late = max.patch(&format!("/absences/{id}"), json!({"from": hour(3)})).send();
        assert_eq!(late.problem(), "422 invalid /from:begun");
        max.delete(&format!("/absences/{id}")).expect(204);
        assert_eq!(max.get(&format!("/absences/{id}")).expect(200).at("/state"), "over");
        assert_eq!(max.delete(&format!("/absences/{id}")).send().status, 409);
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(asked(&desk, &number), ["max"]);
    }

    fn a_repeat_registers_nothing_twice(desk: Desk) {
        let call = |to: i64| desk.as_user("max").post("/absences", json!({"from": hour(1), "to": hour(to)})).key("leave");
        let first = call(48).expect(201);
        let again = call(48).expect(201);
        assert_eq!((again.text("/id"), again.header("idempotency-replayed")), (first.text("/id"), Some("true")));
        assert_eq!(call(49).send().problem(), "422 idempotency_key_reused");
        assert_eq!(desk.messages("mia").len(), 1);
    }

    fn what_begins_while_nobody_watches_is_made_up_for_at_the_start(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        away(&desk, "max", "mia", (1, 48));
        desk.clock.advance(Duration::hours(2));
        let desk = desk.restart();
        assert_eq!(asked(&desk, &number), ["max", "mia"]);
    }
}
