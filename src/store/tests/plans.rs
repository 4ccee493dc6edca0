//! How the databases carry out what is asked often: by index, without scanning
//! a table and without sorting it.

use super::list::filter;
use crate::model::ids::{GroupId, TicketId, UserId};
use crate::model::journal::RowKind;
use crate::model::status::Status;
use crate::model::view::Sight;
use crate::store::connection::{AnyConnection, Purpose, connect};
use crate::store::testing::{Database, at, on_both, step_id};
use crate::store::{Depth, Filter, LogPlace, Reader, Sort, Target, Words};
use diesel::connection::{Connection, InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;
use std::sync::Arc;
use std::time::Duration;

/// The statements that a call runs.
fn statements(db: &Database, call: impl FnOnce(&mut Reader)) -> Vec<String> {
    let mut reader = db.reader();
    let seen = Arc::new(parking_lot::Mutex::new(Vec::new()));
    let ours = seen.clone();
    let listen = move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let text = query.to_string();
            ours.lock().push(text.split(" -- binds").next().unwrap_or_default().to_owned());
        }
    };
    reader.connection_for_tests().set_instrumentation(listen);
    call(&mut reader);
    let seen = seen.lock();
    seen.iter().filter(|statement| statement.starts_with("SELECT")).cloned().collect()
}

#[derive(QueryableByName)]
struct Sqlite {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[derive(QueryableByName)]
struct Postgres {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    plan: String,
}

/// The plan of a statement, one step per line. PostgreSQL is told to dislike
/// scans and sorts, so that what is left of them on an almost empty database
/// has no index to replace it.
fn plan(db: &Database, statement: &str) -> Vec<String> {
    let mut connection = connect(&Target::parse(&db.url).unwrap(), Purpose::Write, Duration::from_secs(5)).unwrap();
    match &mut connection {
        AnyConnection::Sqlite(inner) => {
            let rows: Vec<Sqlite> = sql_query(format!("EXPLAIN QUERY PLAN {statement}")).load(inner).unwrap();
            rows.into_iter().map(|row| row.detail).collect()
        }
        AnyConnection::Postgres(inner) => {
            let binds = (1..=40).rev().find(|n| statement.contains(&format!("${n}"))).unwrap_or(0);
            let nulls = if binds == 0 { String::new() } else { format!("({})", vec!["NULL"; binds].join(",")) };
            inner
                .batch_execute(&format!(
                    "SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; \
                     SET plan_cache_mode = force_generic_plan; PREPARE asked AS {statement}"
                ))
                .unwrap();
            let rows: Vec<Postgres> = sql_query(format!("EXPLAIN EXECUTE asked{nulls}")).load(inner).unwrap();
            rows.into_iter().map(|row| row.plan).collect()
        }
    }
}

/// Steps that read a whole table, or all of an index without a place to begin.
fn scans(plan: &[String]) -> Vec<&String> {
    let whole = |step: &&String| {
        let sqlite = step.starts_with("SCAN")
            && !step.contains("USING")
            && !step.contains("SUBQUERY")
            && !step.contains("capped");
        sqlite || step.contains("Seq Scan")
    };
    plan.iter().filter(whole).collect()
}

fn sorts(plan: &[String]) -> Vec<&String> {
    plan.iter().filter(|step| step.contains("TEMP B-TREE FOR ORDER BY") || step.contains("Sort Key")).collect()
}

fn no_scan(db: &Database, what: &str, call: impl FnOnce(&mut Reader)) {
    let statements = statements(db, call);
    assert!(!statements.is_empty(), "{what} asks nothing");
    for statement in statements {
        let plan = plan(db, &statement);
        assert!(scans(&plan).is_empty(), "{what} scans: {plan:#?}\n{statement}");
    }
}

fn no_scan_and_no_sort(db: &Database, what: &str, call: impl FnOnce(&mut Reader)) {
    for statement in statements(db, call) {
        let plan = plan(db, &statement);
        assert!(scans(&plan).is_empty(), "{what} scans: {plan:#?}\n{statement}");
        // The open rows of one page may be sorted: they are few.
        let few = statement.contains("FROM `journal`") || statement.contains("FROM \"journal\"");
        assert!(few || sorts(&plan).is_empty(), "{what} sorts: {plan:#?}\n{statement}");
    }
}

fn staff(db: &Database) -> Sight {
    Sight { user: db.people.dora, staff: true, groups: vec![db.people.desk] }
}

on_both! {
    fn the_hot_path_goes_by_index(db) {
        let changes = db.ticket(1);
        let step = step_id(&changes.ticket, 4);
        let ticket = changes.ticket.id;
        no_scan(db, "a command", |reader| { reader.command("1/submit").unwrap(); });
        for depth in [Depth::Open, Depth::Run, Depth::All] {
            no_scan(db, "a state", |reader| { reader.state(1, depth).unwrap(); });
        }
        no_scan(db, "a step's ticket", |reader| { reader.ticket_of_step(step).unwrap(); });
        no_scan(db, "a number", |reader| { reader.number_of(ticket).unwrap(); });
        no_scan(db, "a session", |reader| { reader.session(&[0; 32], at(0)).unwrap(); });
        no_scan(db, "a token", |reader| { reader.api_token(&[0; 32], at(0)).unwrap(); });
        no_scan(db, "credentials", |reader| { reader.credentials("ann").unwrap(); });
    }

    fn what_people_look_at_goes_by_index(db) {
        let changes = db.ticket(1);
        let ticket: TicketId = changes.ticket.id;
        let user: UserId = db.people.ann;
        for sight in [staff(db), Sight { user, staff: false, groups: vec![] }] {
            no_scan(db, "a glance", |reader| { reader.glance(1, &sight).unwrap(); });
            no_scan(db, "a ticket", |reader| { reader.seen(1, &sight).unwrap(); });
            no_scan(db, "the inbox", |reader| { reader.inbox(&sight, 50, None).unwrap(); });
        }
        no_scan_and_no_sort(db, "the log", |reader| { reader.events(ticket, 0, 50).unwrap(); });
        no_scan_and_no_sort(db, "comments", |reader| { reader.comments(ticket, true).unwrap(); });
        no_scan_and_no_sort(db, "notifications", |reader| { reader.notifications(&Sight { user, staff: false, groups: vec![] }, false, 50, None).unwrap(); });
        no_scan_and_no_sort(db, "viewers", |reader| { reader.viewers_of(ticket).unwrap(); });
        no_scan(db, "a viewer", |reader| { reader.has_viewer(ticket, at(0), user).unwrap(); });
        no_scan(db, "the journal", |reader| { reader.journal(ticket).unwrap(); });
        no_scan(db, "votes", |reader| { reader.votes_of(ticket).unwrap(); });
        no_scan_and_no_sort(db, "followers", |reader| { reader.log_after(LogPlace::default(), 50).unwrap(); });
    }

    fn a_list_of_the_desk_is_never_sorted(db) {
        db.ticket(1);
        let group: GroupId = db.people.desk;
        for sort in ["created_at", "updated_at", "priority", "resolve_due"] {
            for sort in [sort.to_owned(), format!("-{sort}")] {
                let sort = Sort::parse(&sort).unwrap();
                no_scan_and_no_sort(db, "a list", |reader| {
                    let found = reader.list(&filter(), sort, 1, None, &staff(db)).unwrap();
                    let position = sort.position(&found[0].0);
                    reader.list(&filter(), sort, 1, Some(&position), &staff(db)).unwrap();
                });
            }
        }
        let newest = Sort::parse("-created_at").unwrap();
        let narrow = [
            Filter { groups: Some(vec![group]), ..filter() },
            Filter { assignee: Some(db.people.lin), ..filter() },
            Filter { owner: Some(db.people.lin), ..filter() },
            Filter { requester: Some(db.people.ann), ..filter() },
            Filter { status: vec![Status::New], ..filter() },
            Filter { requested_for: Some(db.people.ann), ..filter() },
            Filter { owner_group: Some(group), ..filter() },
            Filter { words: Words { item: Some("laptop".to_owned()), ..Words::default() }, ..filter() },
            Filter { words: Words { category: Some("technical".to_owned()), ..Words::default() }, ..filter() },
            Filter { words: Words { location: Some("Berlin".to_owned()), ..Words::default() }, ..filter() },
            Filter { vip: Some(true), ..filter() },
            Filter { on_hold: Some(true), ..filter() },
            Filter { stuck: Some(true), ..filter() },
        ];
        for filter in narrow {
            no_scan_and_no_sort(db, "a narrow list", |reader| {
                reader.list(&filter, newest, 50, None, &staff(db)).unwrap();
            });
        }
        let open = vec![Status::New, Status::Accepted, Status::Assigned, Status::Escalated];
        let queues = [
            Filter { status: open.clone(), unassigned: Some(true), groups: Some(vec![group, db.people.board]), ..filter() },
            Filter { status: open.clone(), overdue: Some(true), ..filter() },
            Filter { status: open, words: Words { urgency: Some("high".to_owned()), ..Words::default() }, ..filter() },
        ];
        for filter in queues {
            no_scan(db, "a queue", |reader| { reader.list(&filter, newest, 50, None, &staff(db)).unwrap(); });
            let asked = statements(db, |reader| { reader.counts(&[filter], &staff(db), 10_001, &|| true).unwrap(); });
            let plan = plan(db, &asked[0]);
            let names = ["tickets_unclosed", "tickets_group_unclosed", "tickets_status"];
            let by_index = plan.iter().any(|step| names.iter().any(|name| step.contains(name)));
            assert!(by_index, "a queue is counted among all tickets: {plan:#?}");
        }
        let hats = vec![db.people.dora, UserId(group.0)];
        let tagged = Words { tag: Some("new office".to_owned()), ..Words::default() };
        for few in [
            Filter { waiting_for: Some(hats), ..filter() },
            Filter { watched_by: Some(db.people.dora), ..filter() },
            Filter { words: tagged, ..filter() },
            Filter { closed_after: Some(at(0)), ..filter() },
        ] {
            no_scan(db, "a list of few", |reader| { reader.list(&few, newest, 50, None, &staff(db)).unwrap(); });
            no_scan(db, "a count of few", |reader| { reader.count(&few, &staff(db), 10_001).unwrap(); });
        }
        let waiting = Filter { waiting_on: Some(RowKind::Approval), ..filter() };
        no_scan(db, "what waits", |reader| { reader.list(&waiting, newest, 50, None, &staff(db)).unwrap(); });
        let escalated = Filter { escalated: Some(true), ..filter() };
        no_scan(db, "what is escalated", |reader| { reader.list(&escalated, newest, 50, None, &staff(db)).unwrap(); });
        no_scan(db, "a count", |reader| { reader.count(&waiting, &staff(db), 10_001).unwrap(); });
    }

    fn a_list_of_a_requester_goes_by_what_names_them(db) {
        db.ticket(1);
        let sight = Sight { user: db.people.ann, staff: false, groups: vec![] };
        let newest = Sort::parse("-created_at").unwrap();
        no_scan(db, "one's own list", |reader| { reader.list(&filter(), newest, 50, None, &sight).unwrap(); });
        no_scan(db, "one's own count", |reader| { reader.count(&filter(), &sight, 10_001).unwrap(); });
    }

    fn clocks_go_by_index(db) {
        db.ticket(1);
        no_scan_and_no_sort(db, "the next timer", |reader| { reader.next_timer().unwrap(); });
        no_scan(db, "due timers", |reader| { reader.timers_due(at(0), 50).unwrap(); });
        no_scan_and_no_sort(db, "the next delivery", |reader| { reader.next_delivery().unwrap(); });
        no_scan(db, "the open ticket of a key", |reader| { reader.open_once("laptop", "toner").unwrap(); });
        no_scan(db, "the next signal", |reader| { reader.next_signal().unwrap(); });
        no_scan(db, "signals", |reader| { reader.pending_signals(at(10), 50).unwrap(); });
        no_scan(db, "lost firings", |reader| { reader.lost_firings(at(0)).unwrap(); });
        no_scan(db, "loads", |reader| { reader.open_loads().unwrap(); });
        no_scan(db, "saved views", |reader| { reader.saved_views(&staff(db)).unwrap(); });
        no_scan(db, "open numbers", |reader| { reader.open_numbers(None, 0, 50).unwrap(); });
    }
}
