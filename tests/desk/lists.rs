//! Lists of tickets: what the filters find, in which order, page by page.

use crate::support::{Client, Desk, Setup, on_both};
use chrono::Duration;
use serde_json::{Value as Json, json};

/// Six tickets of three people, a minute apart; their numbers, oldest first.
fn fill(desk: &Desk) -> Vec<String> {
    let mut numbers = Vec::new();
    for (who, item, form) in [
        ("ann", "laptop", json!({"model": "light"})),
        ("ann", "password-reset", json!({"system": "erp"})),
        ("max", "laptop", json!({"model": "pro"})),
        ("viv", "password-reset", json!({"system": "mail"})),
        ("ann", "software-installation", json!({"product": "drawing", "computer": "PC-1"})),
        ("fay", "laptop", json!({"model": "light"})),
    ] {
        numbers.push(desk.submit(who, item, form));
        desk.clock.advance(Duration::minutes(1));
    }
    numbers
}

/// The places (from 1) of the tickets that a list shows.
#[track_caller]
fn places(client: &Client, query: &str, numbers: &[String]) -> Vec<usize> {
    let found = client.get(&format!("/tickets?{query}")).expect(200).each("/number");
    let place = |number: &Json| numbers.iter().position(|known| number == known).map_or(0, |at| at + 1);
    found.iter().map(place).collect()
}

on_both! {
    fn the_newest_come_first_unless_asked_otherwise(desk: Desk) {
        let numbers = fill(&desk);
        let dora = desk.as_user("dora");
        assert_eq!(places(&dora, "", &numbers), [6, 5, 4, 3, 2, 1]);
        assert_eq!(places(&dora, "sort=created_at", &numbers), [1, 2, 3, 4, 5, 6]);
        desk.as_user("dora").post(&format!("/tickets/{}/comments", numbers[1]), json!({"text": "Soon."})).expect(201);
        assert_eq!(places(&dora, "sort=-updated_at&limit=2", &numbers), [2, 6]);
    }

    fn each_filter_finds_what_it_says(desk: Desk) {
        let numbers = fill(&desk);
        let dora = desk.as_user("dora");
        desk.act("dora", &numbers[1], "accept", json!({}));
        desk.act("dora", &numbers[1], "assign", json!({"group": "line-2", "assignee": "lin"}));
        desk.act("ann", &numbers[0], "cancel", json!({}));
        let found = |query: &str| places(&dora, &format!("sort=created_at&{query}"), &numbers);
        assert_eq!(found("status=assigned"), [2]);
        assert_eq!(found("status=assigned&status=closed"), [1, 2]);
        assert_eq!(found("status=assigned,closed"), [1, 2]);
        assert_eq!(found("item=laptop"), [1, 3, 6]);
        assert_eq!(found("requester=ann"), [1, 2, 5]);
        assert_eq!(found("requester=nobody"), [0_usize; 0]);
        assert_eq!(found("assignee=lin"), [2]);
        assert_eq!(found("owner=dora"), [2]);
        assert_eq!(found("group=line-2"), [2]);
        assert_eq!(found("kind=request&item=laptop&requester=max"), [3]);
        assert_eq!(found("kind=incident"), [0_usize; 0]);
        assert_eq!(found("waiting_on=task"), [2, 4]);
        assert_eq!(found("waiting_on=approval"), [3, 5, 6]);
        // Viv is of the board: what she asks for is one priority higher.
        assert_eq!(found("priority=P3"), [4]);
        assert_eq!(found("overdue=true"), [0_usize; 0]);
        assert_eq!(found("overdue=false&item=password-reset"), [2, 4]);
        desk.advance(Duration::days(2));
        assert_eq!(found("overdue=true"), [2, 4]);
    }

    fn words_are_found_in_titles_descriptions_and_numbers_whatever_their_case(desk: Desk) {
        let submit = |title: &str, description: &str| {
            let wish = json!({"item": "laptop", "form": {"model": "light"}, "title": title, "description": description});
            desk.as_user("ann").post("/tickets", wish).expect(201).text("/number")
        };
        let numbers = [submit("Ноутбук для Ёлки", "100% urgent_now"), submit("笔记本电脑", "für Müller"), submit("Another", "plain")];
        let dora = desk.as_user("dora");
        let found = |q: &str| places(&dora, &format!("sort=created_at&q={q}"), &numbers);
        assert_eq!(found("%D0%BD%D0%BE%D1%83%D1%82%D0%B1%D1%83%D0%BA"), [1], "ноутбук");
        assert_eq!(found("%E7%AC%94%E8%AE%B0"), [2], "笔记");
        assert_eq!(found("M%C3%9CLLER"), [2], "MÜLLER");
        assert_eq!(found("100%25"), [1], "a sign of LIKE is itself");
        assert_eq!(found("urgent_n"), [1]);
        assert_eq!(found("urgent%2Dn"), [0_usize; 0]);
        assert_eq!(found("an%5C"), [0_usize; 0], "so is the backslash");
        assert_eq!(found(&numbers[2]), [3]);
    }

    fn pages_follow_each_other_and_miss_nothing(desk: Desk) {
        let mut numbers = fill(&desk);
        let dora = desk.as_user("dora");
        for sort in ["created_at", "-created_at", "updated_at", "-updated_at", "priority", "-priority", "resolve_due", "-resolve_due"] {
            let whole = dora.get(&format!("/tickets?sort={sort}")).expect(200).each("/number");
            let (mut seen, mut path) = (Vec::new(), format!("/tickets?sort={sort}&limit=2"));
            loop {
                let page = dora.get(&path).expect(200);
                seen.extend(page.each("/number"));
                match page.header("link") {
                    Some(link) => path = link.split(['<', '>']).nth(1).unwrap().to_owned(),
                    None => break,
                }
                assert!(page.at("/next_cursor").is_string());
            }
            assert_eq!(seen, whole, "{sort}");
        }
        // What comes in between belongs to no page that was begun before.
        let first = dora.get("/tickets?limit=4").expect(200);
        numbers.push(desk.submit("ann", "laptop", json!({"model": "light"})));
        let rest = places(&dora, &format!("limit=4&cursor={}", first.text("/next_cursor")), &numbers);
        assert_eq!(rest, [2, 1]);
    }

    fn a_cursor_of_another_list_is_refused(desk: Desk) {
        fill(&desk);
        let dora = desk.as_user("dora");
        let cursor = dora.get("/tickets?limit=2").expect(200).text("/next_cursor");
        for query in ["sort=created_at", "status=new", "item=laptop&limit=2", "q=a"] {
            let told = dora.get(&format!("/tickets?{query}&cursor={cursor}")).send();
            assert_eq!(told.problem(), "400 malformed", "{query}");
        }
        for path in ["/inbox", "/notifications"] {
            assert_eq!(dora.get(&format!("{path}?cursor={cursor}")).send().problem(), "400 malformed", "{path}");
        }
        for cursor in ["nonsense", "e30", "%00", &"A".repeat(5_000)] {
            let told = dora.get(&format!("/tickets?cursor={cursor}")).send().status;
            assert!(matches!(told, 400 | 422), "{cursor}: {told}");
        }
        // The size of a page is no part of the list.
        dora.get(&format!("/tickets?limit=3&cursor={cursor}")).expect(200);
    }

    fn counting_is_asked_for(desk: Desk) {
        fill(&desk);
        let dora = desk.as_user("dora");
        assert_eq!(dora.get("/tickets").expect(200).json().get("count"), None);
        assert_eq!(dora.get("/tickets?count=true&limit=1").expect(200).at("/count"), "6");
        assert_eq!(dora.get("/tickets?count=true&item=laptop").expect(200).at("/count"), "3");
        assert_eq!(desk.as_user("ann").get("/tickets?count=true").expect(200).at("/count"), "3");
    }

    fn what_a_query_cannot_mean_is_named(desk: Desk) {
        let dora = desk.as_user("dora");
        let told = |query: &str| dora.get(&format!("/tickets?{query}")).send().problem();
        insta::assert_snapshot!(told("status=open"), @"422 invalid /status:enum");
        insta::assert_snapshot!(told("sort=title"), @"422 invalid /sort:enum");
        insta::assert_snapshot!(told("limit=0"), @"422 invalid /limit:enum");
        insta::assert_snapshot!(told("limit=201&count=maybe&overdue=2&kind=wish&waiting_on=effect"), @"422 invalid /kind:enum /overdue:enum /waiting_on:enum /limit:enum /count:enum");
        insta::assert_snapshot!(told("limit=ten"), @"422 invalid /limit:enum");
        insta::assert_snapshot!(told("limit=1&limit=2"), @"422 invalid /limit:duplicate");
        insta::assert_snapshot!(told("cursor=%ff"), @"400 malformed");
        dora.get("/tickets?limit=200").expect(200);
    }

    fn the_inbox_holds_what_waits_for_the_caller_oldest_first(desk: Desk) {
        let numbers = fill(&desk);
        let inbox = |who: &str| desk.as_user(who).get("/inbox").expect(200).rows(&["ticket", "kind", "name"]);
        insta::assert_snapshot!(inbox("max"), @r#"
        SR-000001 | approval | Line manager
        SR-000005 | approval | Line manager
        "#);
        insta::assert_snapshot!(inbox("sam"), @r#"
        SR-000003 | approval | Line manager
        SR-000006 | approval | Line manager
        "#);
        insta::assert_snapshot!(inbox("dan"), @r#"
        SR-000002 | task | Reset the password
        SR-000004 | task | Reset the password
        "#);
        assert_eq!(inbox("ann"), "");
        desk.answer("max", &numbers[0], "approval", "approved");
        insta::assert_snapshot!(inbox("max"), @"SR-000005 | approval | Line manager");
        insta::assert_snapshot!(inbox("ann"), @"SR-000001 | cost |");
        let first = desk.as_user("dan").get("/inbox?limit=1").expect(200);
        let second = desk.as_user("dan").get(&format!("/inbox?limit=1&cursor={}", first.text("/next_cursor"))).expect(200);
        assert_eq!((first.each("/ticket"), second.each("/ticket")), (vec![json!(numbers[1])], vec![json!(numbers[3])]));
        assert_eq!(second.at("/next_cursor"), Json::Null);
    }
    fn an_agent_finds_what_they_need(desk: Setup) {
        let desk = desk.item("tagged", json!({}), r#"assign(group("service-desk")); set(#{ tags: ["new office", "q3"], services: ["mail"] }); handle("Do it", group("service-desk"));"#).start();
        let mut numbers = fill(&desk);
        let dora = desk.as_user("dora");
        numbers.push(desk.submit("ann", "tagged", json!({})));
        let wish = json!({"item": "password-reset", "form": {"system": "erp"}, "requested_for": "max", "channel": "phone", "location": "Berlin"});
        numbers.push(dora.post("/tickets", wish).expect(201).text("/number"));
        desk.act("dora", &numbers[1], "accept", json!({}));
        desk.act("dora", &numbers[1], "assign", json!({"group": "line-2", "assignee": "lin"}));
        desk.act("dora", &numbers[2], "accept", json!({}));
        desk.act("dora", &numbers[2], "hold", json!({"code": "supplier"}));
        desk.clock.advance(Duration::minutes(1));
        desk.act("ann", &numbers[0], "cancel", json!({}));
        let found = |who: &str, query: &str| places(&desk.as_user(who), &format!("sort=created_at&{query}"), &numbers);
        assert_eq!(found("lin", "mine=true"), [2]);
        assert_eq!(found("lin", "mine=true&assignee=dora"), [0_usize; 0]);
        assert_eq!(found("dora", "unassigned=true"), [7]);
        assert_eq!(found("dora", "unassigned=false&item=tagged"), [0_usize; 0]);
        assert_eq!(found("dora", "unassigned=true&my_groups=true&status=new"), [7], "those of her groups");
        assert_eq!(found("lin", "my_groups=true"), [2]);
        assert_eq!(found("dora", "group=line-2,service-desk&owner=dora"), [2, 3, 8]);
        assert_eq!(found("dora", "my_groups=true&group=line-2"), [0_usize; 0], "both must agree");
        assert_eq!(found("dora", "owner_group=service-desk"), [2, 3, 8]);
        assert_eq!(found("dora", "requested_for=max"), [3, 8]);
        assert_eq!(found("max", "waiting_for_me=true"), [5]);
        assert_eq!(found("dan", "waiting_for_me=true&item=tagged"), [7], "by a group of his");
        assert_eq!(found("dora", "vip=true"), [4]);
        assert_eq!(found("dora", "on_hold=true"), [3]);
        assert_eq!(found("dora", "on_hold=false&stuck=false&owner=dora"), [2, 8]);
        assert_eq!(found("dora", "tag=new+office"), [7]);
        assert_eq!(found("dora", "tag=q3&service=mail"), [7]);
        assert_eq!(found("dora", "tag=q4"), [0_usize; 0]);
        assert_eq!(found("dora", "channel=phone&location=Berlin"), [8]);
        assert_eq!(found("dora", "closure_code=cancelled_by_user"), [1]);
        let now = desk.now().to_string();
        assert_eq!(found("dora", &format!("closed_after={now}")), [1]);
        assert_eq!(found("dora", &format!("updated_after={now}")), [1]);
        let third = desk.ticket("dora", &numbers[2]).text("/created_at");
        assert_eq!(found("dora", &format!("created_before={third}")), [1, 2]);
        assert_eq!(found("dora", &format!("created_after={third}&item=laptop")), [3, 6]);
        assert_eq!(found("ann", "owner_group=service-desk"), [2], "of their own only");
        let refused = |query: &str| dora.get(&format!("/tickets?{query}")).send().problem();
        assert_eq!(refused("mine=false&closed_after=now&closure_code=x"), "422 invalid /mine:enum /closure_code:enum /closed_after:enum");
        // A category and a priority of the matrix are columns, too.
        let whole = desk.ticket("dora", &numbers[1]).json();
        let exact = format!("category={}&impact={}&urgency={}&assignee=lin", whole["category"].as_str().unwrap(), whole["impact"].as_str().unwrap(), whole["urgency"].as_str().unwrap());
        assert_eq!(found("dora", &exact), [2]);
    }
}
