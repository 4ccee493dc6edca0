//! Deliveries and the plugins' own values.

use crate::model::changes::Delivery;
use crate::model::ids::DeliveryId;
use crate::store::testing::{Database, at, id, on_both, step_id};
use crate::store::{Claimed, Committed};
use serde_json::json;

fn deliveries(db: &Database, many: u32) -> Vec<Delivery> {
    let first = db.ticket(1);
    let mut next = db.people.next(&first, "call");
    next.deliveries = (1..=many)
        .map(|n| Delivery {
            id: DeliveryId(id(10, n)),
            ticket: first.ticket.id,
            step: step_id(&first.ticket, 4),
            plugin: "asset".to_owned(),
            function: "reserve".to_owned(),
            key: format!("1/1/{n}"),
            arguments: json!({"model": "pro", "price": "2100.00"}),
            attempt: 0,
            next_at: at(i64::from(n)),
            last_error: None,
            created_at: at(0),
        })
        .collect();
    assert_eq!(db.commit(&next), Committed::Done);
    next.deliveries
}

fn ids(claimed: &[Claimed]) -> Vec<DeliveryId> {
    claimed.iter().map(|claimed| claimed.delivery.id).collect()
}

on_both! {
    fn a_delivery_is_claimed_by_one_node(db) {
        let made = deliveries(db, 3);
        assert_eq!(db.reader().next_delivery().unwrap(), Some(at(1)));
        assert_eq!(db.store.claim_deliveries("a", at(0), at(60), 10).unwrap(), []);
        let first = db.store.claim_deliveries("a", at(2), at(60), 10).unwrap();
        assert_eq!(ids(&first), [made[0].id, made[1].id]);
        assert_eq!((first[0].number, &first[0].delivery.arguments), (1, &made[0].arguments));
        assert_eq!(ids(&db.store.claim_deliveries("b", at(3), at(63), 10).unwrap()), [made[2].id]);
        assert!(db.store.claim_deliveries("b", at(59), at(120), 10).unwrap().is_empty());
        assert_eq!(ids(&db.store.claim_deliveries("b", at(60), at(120), 1).unwrap()), [made[0].id], "a died");
    }

    fn a_failed_delivery_comes_back_later(db) {
        let made = deliveries(db, 1);
        db.store.claim_deliveries("a", at(5), at(60), 10).unwrap();
        assert!(!db.store.delivery_failed(made[0].id, "b", 1, at(30), "not yours").unwrap());
        assert!(db.store.delivery_failed(made[0].id, "a", 1, at(30), "refused\0").unwrap());
        assert!(!db.store.delivery_failed(made[0].id, "a", 2, at(30), "no lease").unwrap());
        assert!(db.store.claim_deliveries("a", at(29), at(60), 10).unwrap().is_empty());
        let again = db.store.claim_deliveries("a", at(30), at(60), 10).unwrap();
        assert_eq!(again[0].delivery.attempt, 1);
        assert_eq!(again[0].delivery.last_error.as_deref(), Some("refused\u{fffd}"));
    }

    fn an_answered_delivery_is_gone(db) {
        let made = deliveries(db, 2);
        let before = db.reader().state(1, crate::store::Depth::Open).unwrap().unwrap().ticket;
        let mut changes = db.people.submission(1);
        changes.ticket = before;
        let mut next = db.people.next(&changes, "answer");
        next.deliveries_gone = vec![made[0].id];
        assert_eq!(db.commit(&next), Committed::Done);
        assert_eq!(db.reader().deliveries_of(next.ticket.id).unwrap(), made[1..]);
    }

    fn nodes_that_claim_at_once_share_the_deliveries(db) {
        deliveries(db, 40);
        let nodes: Vec<_> = (0..4).map(|n| {
            let store = db.store.clone();
            std::thread::spawn(move || {
                let mut mine = Vec::new();
                loop {
                    let claimed = store.claim_deliveries(&format!("node {n}"), at(100), at(200), 3).unwrap();
                    if claimed.is_empty() {
                        return mine;
                    }
                    mine.extend(ids(&claimed));
                }
            })
        }).collect();
        let mut all: Vec<_> = nodes.into_iter().flat_map(|node| node.join().unwrap()).collect();
        all.sort();
        assert_eq!(all, (1..=40).map(|n| DeliveryId(id(10, n))).collect::<Vec<_>>());
    }

    fn a_plugin_keeps_values(db) {
        let get = |key: &str| db.reader().plugin_get("asset", key).unwrap();
        assert_eq!(get("stock/pro"), None);
        db.store.plugin_put("asset", "stock/pro", Some("5")).unwrap();
        db.store.plugin_put("asset", "stock/pro", Some("4")).unwrap();
        db.store.plugin_put("other", "stock/pro", Some("9")).unwrap();
        assert_eq!(get("stock/pro").as_deref(), Some("4"));
        db.store.plugin_put("asset", "stock/light", Some("7")).unwrap();
        db.store.plugin_put("asset", "stocks", Some("8")).unwrap();
        let listed = db.reader().plugin_list("asset", "stock/", 10).unwrap();
        assert_eq!(listed, [("stock/light".to_owned(), "7".to_owned()), ("stock/pro".to_owned(), "4".to_owned())]);
        db.store.plugin_put("asset", "stock/pro", None).unwrap();
        assert_eq!(get("stock/pro"), None);
    }

    fn a_plugin_changes_only_what_it_believes(db) {
        let swap = |expected, value| db.store.plugin_swap("asset", "stock", expected, value).unwrap();
        assert!(!swap(Some("1"), Some("2")));
        assert!(swap(None, None));
        assert!(swap(None, Some("1")));
        assert!(!swap(None, Some("1")));
        assert!(!swap(None, None));
        assert!(swap(Some("1"), Some("2")));
        assert!(!swap(Some("1"), None));
        assert!(swap(Some("2"), None));
        assert_eq!(db.reader().plugin_get("asset", "stock").unwrap(), None);
    }

    fn no_unit_is_given_out_twice(db) {
        db.store.plugin_put("asset", "stock", Some("0")).unwrap();
        let takers: Vec<_> = (0..4).map(|_| {
            let store = db.store.clone();
            std::thread::spawn(move || {
                let mut reader = store.reader().unwrap();
                for _ in 0..10 {
                    loop {
                        let now = reader.plugin_get("asset", "stock").unwrap().unwrap();
                        let next = (now.parse::<u32>().unwrap() + 1).to_string();
                        if store.plugin_swap("asset", "stock", Some(&now), Some(&next)).unwrap() {
                            break;
                        }
                    }
                }
            })
        }).collect();
        takers.into_iter().for_each(|taker| taker.join().unwrap());
        assert_eq!(db.reader().plugin_get("asset", "stock").unwrap().as_deref(), Some("40"));
    }
}
