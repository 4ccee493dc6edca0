//! What the desk takes in beside single requests: many at once, a former one
//! again, somebody who is not in the directory yet, the same asked twice.

use crate::support::{Desk, Setup, on_both};
use serde_json::{Value as Json, json};

fn with_gear(setup: Setup) -> Setup {
    let gear = setup.item(
        "gear",
        json!({"what": {"enum": ["mouse", "headphones"]}, "count": {"type": "integer", "minimum": 1}}),
        "handle(\"Hand it out\", group(\"service-desk\"));",
    );
    gear.item("several", json!({}), "handle(\"See that all is done\", group(\"service-desk\"));").replaced(
        "workflows/policy.toml",
        "parent = \"collection\"",
        "parent = \"several\"",
    )
}

fn numbers(made: &Json) -> Vec<String> {
    made["items"].as_array().unwrap().iter().map(|line| line["number"].as_str().unwrap().to_owned()).collect()
}

on_both! {
    fn one_item_for_many_people_is_a_ticket_each_under_a_parent(setup: Setup) {
        let desk = with_gear(setup).start();
        let body = json!({"item": "gear", "form": {"what": "mouse", "count": 1}, "people": ["ann", "max", "viv"]});
        let made = desk.as_user("dora").post("/tickets/batch", body.clone()).key("all").expect(201).json();
        let parent = made["parent"].as_str().unwrap().to_owned();
        let all = numbers(&made);
        assert_eq!(all.len(), 3);
        let ann = desk.as_user("ann").get(&format!("/tickets/{}", all[0])).expect(200);
        assert_eq!(ann.text("/requested_for/username"), "ann");
        desk.as_user("ann").get(&format!("/tickets/{}", all[1])).expect(404);
        assert_eq!(desk.as_user("dora").get(&format!("/tickets/{parent}")).expect(200).text("/item"), "several");
        let events = desk.as_user("dora").get(&format!("/tickets/{}/events", all[0])).expect(200).json();
        assert_eq!(events["items"][0]["data"]["parent"], parent.as_str());
        let again = desk.as_user("dora").post("/tickets/batch", body).key("all").expect(201);
        assert_eq!(again.header("idempotency-replayed"), Some("true"));
        assert_eq!((again.json()["parent"].clone(), numbers(&again.json())), (json!(parent), all));
        let other = json!({"item": "gear", "form": {"what": "mouse"}, "people": ["ann"]});
        desk.as_user("dora").post("/tickets/batch", other).key("all").expect(422);
    }

    fn the_demo_desk_keeps_what_was_asked_for_together_in_one_place(desk: Desk) {
        let cart = json!({"lines": [
            {"item": "password-reset", "form": {"system": "erp"}}, {"item": "laptop", "form": {"model": "light"}}]});
        let made = desk.as_user("ann").post("/tickets/batch", cart).expect(201).json();
        let parent = made["parent"].as_str().unwrap();
        let seen = desk.as_user("dora").get(&format!("/tickets/{parent}")).expect(200);
        assert_eq!((seen.text("/item"), seen.text("/requester/username")), ("collection".to_owned(), "ann".to_owned()));
        for number in numbers(&made) {
            let submitted = desk.as_user("dora").get(&format!("/tickets/{number}/events")).expect(200).at("/items/0/data/parent");
            assert_eq!(submitted, json!(parent));
        }
        desk.as_user("ann").post("/tickets", json!({"item": "collection", "form": {}})).expect(404);
    }

    fn what_was_asked_for_together_is_a_part_of_one_that_waits_for_it(setup: Setup) {
        let desk = with_gear(setup).start();
        let body = json!({"item": "gear", "form": {"what": "mouse"}, "people": ["ann", "max"]});
        let made = desk.as_user("dora").post("/tickets/batch", body).expect(201).json();
        let parent = made["parent"].as_str().unwrap().to_owned();
        desk.settle();
        let links = |number: &str| -> Vec<(String, String)> {
            let all = desk.as_user("dora").get(&format!("/tickets/{number}/links")).expect(200);
            all.each("/type").into_iter().zip(all.each("/to")).map(|(kind, to)| (kind.as_str().unwrap().to_owned(), to.as_str().unwrap().to_owned())).collect()
        };
        let mut parts = numbers(&made);
        parts.sort();
        let mut below = links(&parent);
        below.sort();
        assert_eq!(below, parts.iter().map(|part| ("parent_of".to_owned(), part.clone())).collect::<Vec<_>>());
        assert_eq!(links(&parts[0]), [("child_of".to_owned(), parent.clone())]);
        assert_eq!(desk.log(&parent).iter().filter(|kind| *kind == "ticket.linked").count(), 2);
        let resolve = |number: &str| desk.as_user("dora").post(&format!("/tickets/{number}/resolve"), json!({"resolution": "Done."})).send();
        desk.act("dora", &parent, "accept", json!({}));
        let early = resolve(&parent);
        assert!(early.problem().starts_with("409 steps_open"), "{}", early.problem());
        assert!(parts.iter().all(|part| early.text("/detail").contains(part)), "{}", early.text("/detail"));
        for part in &parts {
            assert_eq!(resolve(part).status, 200);
        }
        assert_eq!(resolve(&parent).status, 200);
    }

    fn a_table_names_people_and_fields_and_one_wrong_row_stops_all(setup: Setup) {
        let desk = with_gear(setup).start();
        let table = "\u{feff}requested_for,what,count\nann,mouse,2\nmax,\"headphones\",1\n";
        let body = |csv: &str| json!({"item": "gear", "csv": csv});
        let made = desk.as_user("dora").post("/tickets/batch", body(table)).expect(201).json();
        let second = desk.as_user("dora").get(&format!("/tickets/{}", numbers(&made)[1])).expect(200).json();
        assert_eq!(second["form"], json!({"what": "headphones", "count": 1}));
        let before = desk.as_user("dora").get("/tickets?count=true").expect(200).json()["count"].clone();
        let wrong = "requested_for,what,count\nann,mouse,none\nnobody,mouse,1\nmax,boat,1\n";
        let refused = desk.as_user("dora").post("/tickets/batch", body(wrong)).expect(422).json();
        let said: Vec<&str> = refused["errors"].as_array().unwrap().iter().map(|e| e["message"].as_str().unwrap()).collect();
        assert!(said[0].starts_with("row 1: count: ") && said[1].starts_with("row 2: ") && said[2].starts_with("row 3: what: "), "{said:?}");
        assert_eq!(desk.as_user("dora").get("/tickets?count=true").expect(200).json()["count"], before);
        desk.as_user("dora").post("/tickets/batch", body("who,what\nann,mouse\n")).expect(422);
        desk.as_user("dora").post("/tickets/batch", body("requested_for,what\nann\n")).expect(422);
    }

    fn cells_are_read_as_the_form_wants_them_whatever_stands_between(desk: Desk) {
        let send = |item: &str, csv: &str| desk.as_user("dora").post("/tickets/batch", json!({"item": item, "csv": csv})).expect(201).json();
        let made = send("equipment-setup", "requested_for,task,room,ready_by,people,network\nann,workplace,B2.17,2026-12-10T10:00:00Z,1,TRUE\n");
        let shown = desk.as_user("dora").get(&format!("/tickets/{}", numbers(&made)[0])).expect(200).json();
        assert_eq!((&shown["form"]["people"], &shown["form"]["network"]), (&json!(1), &json!(true)));
        let made = send("licence-key", "\u{feff}requested_for;product;seats;users;term;project;reason\r\nann;editor;2;\"ann;viv\";year;SA-1040;Two draw\r\n");
        let shown = desk.as_user("dora").get(&format!("/tickets/{}", numbers(&made)[0])).expect(200).json();
        assert_eq!((&shown["form"]["seats"], &shown["form"]["users"]), (&json!(2), &json!(["ann", "viv"])));
    }

    fn a_cart_has_several_items_and_nobody_asks_for_others_by_it(setup: Setup) {
        let desk = with_gear(setup).start();
        let cart = json!({"lines": [{"item": "gear", "form": {"what": "mouse"}}, {"item": "password-reset", "form": {"system": "mail"}}]});
        let made = desk.as_user("ann").post("/tickets/batch", cart).expect(201).json();
        assert_eq!(numbers(&made).len(), 2);
        let one = json!({"lines": [{"item": "gear", "form": {"what": "mouse"}}]});
        assert!(desk.as_user("ann").post("/tickets/batch", one).expect(201).json()["parent"].is_null());
        let foreign = json!({"item": "gear", "form": {"what": "mouse"}, "people": ["ann", "viv"]});
        let refused = desk.as_user("ann").post("/tickets/batch", foreign).expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], "/people/1");
        let wrong = json!({"lines": [{"item": "gear", "form": {"what": "boat"}}, {"item": "yacht"}]});
        let refused = desk.as_user("ann").post("/tickets/batch", wrong).expect(422).json();
        let pointers: Vec<&str> = refused["errors"].as_array().unwrap().iter().map(|e| e["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/lines/0/form/what", "/lines/1/item"]);
        for nothing in [json!({}), json!({"lines": []}), json!({"people": ["ann"]}), json!({"item": "gear", "people": ["ann"], "csv": "x"})] {
            desk.as_user("ann").post("/tickets/batch", nothing).expect(422);
        }
        let many = json!({"item": "gear", "form": {"what": "mouse"}, "people": vec!["ann"; 201]});
        desk.as_user("dora").post("/tickets/batch", many).expect(422);
    }

    fn what_was_rejected_is_asked_for_again_and_follows_it(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let again = |who: &str, follows: &str| {
            let wish = json!({"item": "laptop", "form": {"model": "light"}, "follows": follows});
            desk.as_user(who).post("/tickets", wish).send()
        };
        assert_eq!(again("ann", &number).problem(), "422 invalid /follows:not_closed");
        desk.answering("max", &number, "approval", json!({"outcome": "rejected", "code": "budget", "comment": "Next year."})).expect(200);
        let copy = desk.as_user("ann").get(&format!("/tickets/{number}/copy")).expect(200);
        assert_eq!(copy.text("/follows"), number);
        for (who, follows) in [("viv", number.as_str()), ("ann", "SR-999999"), ("ann", "the first")] {
            assert_eq!(again(who, follows).problem(), "422 invalid /follows:unknown", "{who} {follows}");
        }
        let made = again("ann", &number);
        assert_eq!(made.status, 201, "{:#}", made.json());
        desk.settle();
        let links = |number: &str| desk.as_user("dora").get(&format!("/tickets/{number}/links")).expect(200).at("/items/0");
        let new = made.text("/number");
        assert_eq!((links(&new)["type"].clone(), links(&new)["to"].clone()), (json!("follows"), json!(number)));
        assert_eq!((links(&number)["type"].clone(), links(&number)["to"].clone()), (json!("followed_by"), json!(new)));
        assert!(desk.log(&new).contains(&"ticket.linked".to_owned()));
    }

    fn a_former_request_is_asked_for_again(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light", "reason": "Travel."}));
        desk.as_user("fay").get(&format!("/tickets/{number}/copy")).expect(404);
        let copy = desk.as_user("ann").get(&format!("/tickets/{number}/copy")).expect(200).json();
        assert_eq!(copy["form"], json!({"model": "light", "reason": "Travel."}));
        assert_eq!(copy["errors"], json!([]));
        let mut again = copy;
        again.as_object_mut().unwrap().remove("errors");
        desk.as_user("ann").post("/tickets", again).expect(201);
    }

    fn what_is_open_already_is_pointed_out_to_who_sees_it(desk: Desk) {
        let look = |who: &str, body: Json| desk.as_user(who).post("/catalog/laptop/preview", body).expect(200).json();
        assert!(look("ann", json!({"form": {"model": "light"}}))["known"].is_null());
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        assert_eq!(look("ann", json!({"form": {"model": "light"}}))["known"][0]["number"], number.as_str());
        let for_ann = json!({"form": {"model": "light"}, "requested_for": "ann"});
        assert_eq!(look("dora", for_ann)["known"][0]["number"], number.as_str());
        desk.act("ann", &number, "cancel", json!({}));
        desk.settle();
        assert!(look("ann", json!({"form": {"model": "light"}}))["known"].is_null());
    }

    fn who_is_not_in_the_directory_is_a_contact(desk: Desk) {
        let contact = json!({"name": "Юлия Орлова", "email": "yulia@example.org", "location": "Berlin"});
        let body = json!({"item": "laptop", "form": {"model": "light"}, "contact": contact});
        let number = desk.as_user("max").post("/tickets", body).expect(201).text("/number");
        let shown = desk.as_user("dora").get(&format!("/tickets/{number}")).expect(200).json();
        assert_eq!(shown["contact"], contact);
        let found = desk.as_user("dora").get("/tickets?q=%D0%BE%D1%80%D0%BB%D0%BE%D0%B2%D0%B0").expect(200).json();
        assert_eq!(found["items"][0]["number"], number.as_str());
        let wrong = json!({"item": "laptop", "form": {"model": "light"}, "contact": {"name": " ", "email": "x"}});
        let refused = desk.as_user("max").post("/tickets", wrong).expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], "/contact/name");
        assert_eq!(refused["errors"][1]["pointer"], "/contact/email");
    }

    fn what_an_agent_registers_for_a_contact_is_theirs_at_once(setup: Setup) {
        let desk = setup.item("chair", json!({}), r#"approval("Boss", manager_of(requested_for)); handle("Buy it");"#).start();
        let body = |item: &str, form: Json| json!({"item": item, "form": form, "channel": "phone", "contact": {"name": "Joe"}});
        let number = desk.as_user("dan").post("/tickets", body("password-reset", json!({"system": "mail"}))).expect(201).text("/number");
        let ticket = desk.ticket("sam", &number);
        assert_eq!((ticket.at("/status"), ticket.at("/owner/username")), (json!("accepted"), json!("dan")));
        assert_eq!(ticket.at("/accepted_at"), ticket.at("/created_at"));
        assert_eq!(desk.all_messages("dan").iter().filter(|text| text.contains("is registered.")).count(), 0);
        desk.answer("dora", &number, "task:Check who is calling", "done");
        desk.answer("dan", &number, "task:Reset the password", "done");
        desk.act("dan", &number, "close", json!({}));
        assert!(!desk.messages("dan").iter().any(|text| text.contains("/rate/")), "nobody rates themselves");

        desk.as_user("ada").patch("/users/dora", json!({"manager": "max"})).expect(200);
        let number = desk.as_user("dora").post("/tickets", body("chair", json!({}))).expect(201).text("/number");
        assert_eq!(desk.open(&number, "approval")["for"]["users"][0]["username"], "sam", "not the agent's manager");
        desk.answer("sam", &number, "approval", "approved");
    }

    fn a_contact_is_nobody_of_the_directory(desk: Desk) {
        let body = json!({"item": "password-reset", "form": {"system": "mail"}, "contact": {"name": "Joe"}, "requested_for": "ann"});
        assert_eq!(desk.as_user("dan").post("/tickets", body).send().problem(), "422 invalid /contact:contradiction");
    }

    fn a_place_is_one_that_the_desk_knows(desk: Desk) {
        let body = |location: &str| json!({"item": "password-reset", "form": {"system": "mail"}, "location": location});
        let refused = desk.as_user("ann").post("/tickets", body("Berln")).send();
        assert_eq!(refused.problem(), "422 invalid /location:unknown");
        assert_eq!(refused.text("/errors/0/message"), "There is no location `Berln`. Did you mean `Berlin`?");
        let number = desk.as_user("ann").post("/tickets", body("Berlin")).expect(201).text("/number");
        let moved = |to: &str| desk.as_user("dora").patch(&format!("/tickets/{number}"), json!({"location": to})).send();
        assert_eq!(moved("Nowhere").problem(), "422 invalid /location:unknown");
        desk.as_user("ada").patch("/users/max", json!({"location": "Lima"})).expect(200);
        assert_eq!(moved("Lima").expecting(200).at("/location"), "Lima");
    }

    fn nobody_is_named_twice_for_the_same(desk: Desk) {
        let batch = |body: Json| desk.as_user("dora").post("/tickets/batch", body).send();
        let wish = |people: Json| json!({"item": "password-reset", "form": {"system": "mail"}, "people": people});
        assert_eq!(batch(wish(json!(["ann", "max", "ann"]))).problem(), "422 invalid /people/2:duplicate");
        let table = |text: &str| batch(json!({"item": "password-reset", "csv": text}));
        assert_eq!(table("requested_for,system\nann,mail\nann,mail\n").problem(), "422 invalid /csv:duplicate");
        assert_eq!(table("requested_for,system\nann,mail\nann,erp\n").expecting(201).at("/items").as_array().unwrap().len(), 2);
    }
}
