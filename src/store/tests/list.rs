//! Lists: every sort in both directions, page by page; every filter; the count.

use crate::model::journal::{RowKind, RowState};
use crate::model::sla::SlaState;
use crate::model::status::Status;
use crate::model::ticket::{Kind, Ticket};
use crate::model::view::Sight;
use crate::store::testing::{Database, at, on_both, row};
use crate::store::{Committed, Counted, Filter, Position, Sort, StoreError, Words};

/// A filter that lets everything through.
pub(super) fn filter() -> Filter {
    Filter { now: Some(at(1_000)), ..Filter::default() }
}

fn item(name: &str) -> Words {
    Words { item: Some(name.to_owned()), ..Words::default() }
}

pub(super) fn sla(resolve_due: Option<i64>) -> SlaState {
    SlaState {
        starts: None,
        name: "hardware".to_owned(),
        started_at: None,
        pauses: vec![],
        fixed_due: None,
        respond_due: resolve_due.map(at),
        responded_at: None,
        resolve_due: resolve_due.map(at),
        respond_breached: false,
        resolve_breached: false,
        levels: Default::default(),
        floor: None,
    }
}

/// Twenty tickets with ties and gaps in every sort.
fn twenty(db: &Database) {
    for n in 1..=20u32 {
        let mut changes = db.people.submission(n);
        let ticket = &mut changes.ticket;
        let n = i64::from(n);
        ticket.created_at = at(n / 3);
        ticket.updated_at = at((n * 7) % 5);
        ticket.priority = format!("P{}", n % 3 + 1);
        ticket.sla = (n % 4 != 0).then(|| sla((n % 4 != 1).then_some(n % 6)));
        ticket.status = Status::ALL[usize::try_from(n).unwrap() % 6];
        ticket.kind = if n % 5 == 0 { Kind::Incident } else { Kind::Request };
        ticket.assignee = (n % 2 == 0).then_some(db.people.lin);
        ticket.owner = (n % 3 == 0).then_some(db.people.dora);
        ticket.resolved_at = matches!(ticket.status, Status::Resolved | Status::Closed).then(|| at(500));
        assert_eq!(db.commit(&changes), Committed::Done);
    }
}

fn staff(db: &Database) -> Sight {
    Sight { user: db.people.dora, staff: true, groups: vec![db.people.desk] }
}

fn page(db: &Database, filter: &Filter, sort: Sort, limit: i64, from: Option<&Position>) -> Vec<Ticket> {
    let found = db.reader().list(filter, sort, limit, from, &staff(db)).unwrap();
    found.into_iter().map(|(ticket, _)| ticket).collect()
}

fn numbers(db: &Database, filter: &Filter) -> Vec<i64> {
    let all = page(db, filter, Sort::parse("created_at").unwrap(), 50, None);
    let counted = db.reader().count(filter, &staff(db), 100).unwrap();
    assert_eq!(counted, i64::try_from(all.len()).unwrap());
    all.iter().map(|ticket| ticket.number).collect()
}

/// The order that is promised, told without a database.
fn key(ticket: &Ticket, sort: &str) -> String {
    match sort {
        "created_at" => ticket.created_at.to_string(),
        "updated_at" => ticket.updated_at.to_string(),
        "priority" => ticket.priority.clone(),
        _ => ticket.sla.as_ref().and_then(|sla| sla.resolve_due).map(|due| due.to_string()).unwrap_or_default(),
    }
}

on_both! {
    fn every_sort_gives_every_ticket_once_page_by_page(db) {
        twenty(db);
        for name in ["created_at", "updated_at", "priority", "resolve_due"] {
            for (text, descending) in [(name.to_owned(), false), (format!("-{name}"), true)] {
                let sort = Sort::parse(&text).unwrap();
                let mut walked: Vec<Ticket> = Vec::new();
                loop {
                    let from = walked.last().map(|last| sort.position(last));
                    let found = page(db, &filter(), sort, 3, from.as_ref());
                    if found.is_empty() {
                        break;
                    }
                    walked.extend(found);
                }
                let mut expected = walked.clone();
                expected.sort_by(|a, b| {
                    let (a, b) = ((key(a, name), a.id), (key(b, name), b.id));
                    let last = |key: &str| key.is_empty();
                    let order = if descending { b.cmp(&a) } else { a.cmp(&b) };
                    last(&a.0).cmp(&last(&b.0)).then(order)
                });
                let shown = |all: &[Ticket]| all.iter().map(|ticket| ticket.number).collect::<Vec<_>>();
                assert_eq!(shown(&walked), shown(&expected), "{text}");
                assert_eq!(walked.len(), 20, "{text}");
            }
        }
    }

    fn a_position_of_another_sort_is_refused(db) {
        let ticket = db.ticket(1).ticket;
        let position = Sort::parse("priority").unwrap().position(&ticket);
        let asked = db.reader().list(&filter(), Sort::parse("created_at").unwrap(), 3, Some(&position), &staff(db));
        assert_eq!(asked, Err(StoreError::Constraint { name: "cursor".to_owned() }));
    }

    fn every_filter_narrows(db) {
        twenty(db);
        assert_eq!(numbers(db, &Filter { status: vec![Status::New, Status::Closed], ..filter() }), [5, 6, 11, 12, 17, 18]);
        assert_eq!(numbers(db, &Filter { kind: Some(Kind::Incident), ..filter() }), [5, 10, 15, 20]);
        assert_eq!(numbers(db, &Filter { words: item("laptop"), ..filter() }).len(), 20);
        assert_eq!(numbers(db, &Filter { words: item("mouse"), ..filter() }), [0; 0]);
        assert_eq!(numbers(db, &Filter { requester: Some(db.people.ann), ..filter() }).len(), 20);
        assert_eq!(numbers(db, &Filter { requester: Some(db.people.max), ..filter() }), [0; 0]);
        assert_eq!(numbers(db, &Filter { assignee: Some(db.people.lin), ..filter() }).len(), 10);
        assert_eq!(numbers(db, &Filter { owner: Some(db.people.dora), ..filter() }), [3, 6, 9, 12, 15, 18]);
        assert_eq!(numbers(db, &Filter { groups: Some(vec![db.people.desk]), ..filter() }).len(), 20);
        assert_eq!(numbers(db, &Filter { groups: Some(vec![db.people.board]), ..filter() }), [0; 0]);
        assert_eq!(numbers(db, &Filter { words: Words { priority: Some("P1".to_owned()), ..Words::default() }, ..filter() }), [3, 6, 9, 12, 15, 18]);
        assert_eq!(numbers(db, &Filter { waiting_on: Some(RowKind::Approval), ..filter() }).len(), 20);
        assert_eq!(numbers(db, &Filter { waiting_on: Some(RowKind::Task), ..filter() }), [0; 0]);
    }

    fn overdue_is_what_is_late_and_not_done(db) {
        twenty(db);
        let late = numbers(db, &Filter { overdue: Some(true), ..filter() });
        assert_eq!(late, [2, 3, 6, 7, 14, 15, 18, 19]);
        let fine = numbers(db, &Filter { overdue: Some(false), ..filter() });
        assert_eq!(fine.len() + late.len(), 20);
        assert_eq!(numbers(db, &Filter { overdue: Some(true), now: Some(at(0)), ..filter() }), [0; 0]);
    }

    fn words_are_searched_as_they_are_typed(db) {
        db.ticket(1);
        db.ticket(12);
        let find = |words: &str| numbers(db, &Filter { q: Some(words.to_owned()), ..filter() });
        assert_eq!(find("елка"), [1, 12]);
        assert_eq!(find("ЁЛКА laptop"), [1, 12]);
        assert_eq!(find("SR-000012"), [12]);
        assert_eq!(find("sr-12"), [12], "a number without its zeros");
        assert_eq!(find("sr-1"), [1]);
        assert_eq!(find("100%"), [1, 12]);
        assert_eq!(find("100%f"), [0; 0]);
        assert_eq!(find("it_works"), [1, 12]);
        assert_eq!(find("it%works"), [0; 0]);
        assert_eq!(find("itxworks"), [0; 0]);
        assert_eq!(find("\\"), [0; 0]);
        assert_eq!(find("   "), [1, 12]);
    }

    fn a_list_shows_what_each_ticket_waits_for(db) {
        let first = db.ticket(1);
        let mut next = db.people.next(&first, "ask");
        next.journal_new = vec![row(&next.ticket, 5, "4", RowKind::Task, "Prepare", RowState::Open)];
        assert_eq!(db.commit(&next), Committed::Done);
        db.ticket(2);
        let listed = db.reader().list(&filter(), Sort::parse("created_at").unwrap(), 50, None, &staff(db)).unwrap();
        let kinds: Vec<Vec<RowKind>> =
            listed.iter().map(|(_, open)| open.iter().map(|row| row.kind).collect()).collect();
        assert_eq!(kinds, [vec![RowKind::Approval, RowKind::Task], vec![RowKind::Approval]]);
    }

    fn a_connection_is_given_up_before_its_statements_are_too_many(db) {
        twenty(db);
        let mut reader = db.reader();
        for n in 0..600usize {
            let q = (0..n % 9).map(|_| "laptop").collect::<Vec<_>>().join(" ");
            let filter = Filter {
                q: Some(q),
                owner: (n & 1 == 1).then_some(db.people.dora),
                groups: (n & 2 == 2).then(|| vec![db.people.desk]),
                words: Words {
                    item: (n & 4 == 4).then(|| "laptop".to_owned()),
                    priority: (n & 8 == 8).then(|| "P1".to_owned()),
                    ..Words::default()
                },
                overdue: (n & 16 == 16).then_some(false),
                ..filter()
            };
            reader.count(&filter, &staff(db), 50).unwrap();
            assert!(reader.forms_for_tests() <= 256);
        }
    }

    fn counts_are_of_one_moment_and_stop_in_time(db) {
        twenty(db);
        let late = Filter { words: Words { priority: Some("P1".to_owned()), ..Words::default() }, ..filter() };
        let filters = [filter(), late, Filter { status: vec![Status::New], ..filter() }];
        let mut reader = db.reader();
        let counted = reader.counts(&filters, &staff(db), 10, &|| true).unwrap();
        assert_eq!(counted, [Counted::Exactly(10), Counted::Exactly(6), Counted::Exactly(3)]);
        let none = reader.counts(&filters, &staff(db), 10, &|| false).unwrap();
        assert_eq!(none, [Counted::AtLeast(0); 3]);
    }

    fn a_count_does_not_count_for_ever(db) {
        twenty(db);
        assert_eq!(db.reader().count(&filter(), &staff(db), 7).unwrap(), 7);
    }
}

#[test]
fn a_sort_is_one_of_four() {
    assert!(Sort::parse("-updated_at").is_some());
    for wrong in ["", "-", "number", "--created_at"] {
        assert_eq!(Sort::parse(wrong), None, "{wrong}");
    }
}
