//! What holds whatever people do to a ticket, and in whatever order: its journal
//! is never rejected by the version that wrote it, cancelled it always closes,
//! and what calls have reserved is held or given back, each once.

use super::*;
use crate::desk::command::{Cancel, Close, Delivered, Patch, Reply};
use crate::desk::decide::{Rehearsed, Replay, replay};
use crate::model::ids::DeliveryId;
use crate::model::ticket::ClosureCode;
use proptest::prelude::*;
use serde_json::Value as Json;

/// Statements of a script; the last two depend on the form.
const STATEMENTS: [&str; 7] = [
    r#"approval("A@", user("max"), #{ show: [] });"#,
    r#"asset::reserve(#{ model: "m@" });"#,
    r#"task("T@", group("service-desk"));"#,
    r#"parallel(#{ a: || asset::reserve(#{ model: "p@" }), b: || task("P@", group("service-desk")) });"#,
    r#"try { task("C@", group("service-desk"), #{ show: [] }); } catch (e) { note(e.message); }"#,
    r#"asset::reserve(#{ model: `x@${form.n}` });"#,
    r#"if given(form.n) { ask("Q@", requester, #{ show: ["n"] }); }"#,
];

/// What may happen next.
#[derive(Clone, Copy, Debug)]
enum Move {
    Good,
    Bad,
    Return,
    Deliver,
    Correct(u8),
    Retry,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        6 => Just(Move::Good),
        1 => Just(Move::Bad),
        2 => Just(Move::Return),
        4 => Just(Move::Deliver),
        2 => (0u8..3).prop_map(Move::Correct),
        1 => Just(Move::Retry),
    ];
    prop::collection::vec(one, 1..18)
}

fn case(statements: &[usize]) -> Case1 {
    let mut script = String::new();
    for (n, statement) in statements.iter().enumerate() {
        script.push_str(&STATEMENTS[*statement].replace('@', &n.to_string()));
        script.push('\n');
    }
    script.push_str("resolve(\"x\");\n");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("plugins/asset");
    let files = ["plugin.toml", "main.rhai", "schemas/settings.json"].into_iter().map(str::to_owned);
    let schemas = ["reserve.in", "reserve.out", "reserve.sample", "release.in", "release.out", "release.sample"]
        .map(|name| format!("schemas/{name}.json"));
    let files: Vec<(String, String)> = files
        .chain(schemas)
        .map(|name| (format!("plugins/asset/{name}"), std::fs::read_to_string(folder.join(&name)).unwrap()))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Case1::in_content(&script, people(), &files)
}

impl Case1 {
    /// Whoever may answer a step: by name, or anybody of the desk.
    fn answerer(&self, row: &JournalRow) -> Doer {
        let named = row.arguments.parties.users.first().and_then(|id| self.world.people.user(*id));
        self.person(named.map_or("dora", |user| user.username.as_str()))
    }

    /// The first open step that people answer.
    fn asked_of_people(&self) -> Option<JournalRow> {
        self.open().into_iter().find(|row| row.kind != RowKind::Plugin).cloned()
    }

    fn reply(&mut self) {
        let Some(row) = self.open().into_iter().find(|row| row.kind == RowKind::Plugin).cloned() else { return };
        let waits = row.arguments.values.contains_key("awaits");
        let row = if waits {
            self.open()
                .into_iter()
                .find(|old| old.name == row.name && !old.arguments.values.contains_key("awaits"))
                .cloned()
                .unwrap()
        } else {
            row
        };
        self.n += 1;
        let tag = format!("LT-{}", self.n);
        let output = match row.name.as_str() {
            "asset.reserve" => json!({"tag": tag, "model": "m", "price": 1}),
            _ => json!({"tag": row.arguments.values["args"]["tag"], "released": true}),
        };
        let reply = Delivered { delivery: DeliveryId(row.id.0), step: row.id, reply: Reply::Done(output) };
        self.carry(Doer::Plugin("asset".to_owned()), Target::Ticket(1), Act::Delivered(reply)).unwrap();
    }

    fn make(&mut self, happens: Move) {
        match (happens, self.asked_of_people()) {
            (Move::Deliver, _) => self.reply(),
            (Move::Correct(n), _) if self.status().is_open() => {
                let form = json!({"n": n}).as_object().cloned();
                let patch = Patch { form, ..Patch::default() };
                self.carry(self.person("ann"), Target::Ticket(1), Act::Change(patch)).unwrap();
            }
            (Move::Retry, _) => {
                let Some(step) = self.open().into_iter().find(|row| row.kind == RowKind::Plugin).map(|row| row.id)
                else {
                    return;
                };
                self.carry(self.person("ada"), Target::Step(step), Act::Retry).unwrap();
            }
            (happens, Some(row)) => {
                let outcome = match (row.kind, happens) {
                    (RowKind::Approval, Move::Return) => "returned",
                    (RowKind::Approval, Move::Bad) => "rejected",
                    (RowKind::Approval, _) => "approved",
                    (RowKind::Question, _) => "answered",
                    (_, Move::Bad) => "failed",
                    _ => "done",
                };
                let output = (row.kind == RowKind::Question && !row.is_rework()).then(|| json!({"answer": "yes"}));
                let said = (outcome != "approved").then(|| "because".to_owned());
                let code = (outcome == "rejected").then(|| "budget".to_owned());
                let answer = StepAnswer { outcome: outcome.to_owned(), comment: said, code, output, seen: None };
                self.carry(self.answerer(&row), Target::Step(row.id), Act::Answer(answer)).unwrap();
            }
            _ => {}
        }
    }

    /// The version that wrote this journal takes it, and finds the very steps that are open.
    fn assert_sound(&self) {
        let ticket = self.ticket().clone();
        assert!(!ticket.flags.stuck, "{:?}", ticket.fault);
        let under_way = self.journal.iter().filter(|row| row.origin == Origin::Undo && row.is_open()).count();
        assert!(under_way <= 1, "one is given back after the other");
        if !ticket.status.is_open() || ticket.flags.cancelling {
            return;
        }
        let Case { submission, journal, program, item, .. } = self.case();
        let whole = Replay { ticket, submission: submission.unwrap(), journal, program, item };
        let (world, board, clock) = (Arc::clone(&self.world), Arc::clone(&self.board), self.clock.clone());
        let replaying = move || replay(whole, &world, &board, clock.now(), &mut Ids::new(&clock));
        let thread = std::thread::Builder::new().stack_size(crate::script::STACK_BYTES).spawn(replaying).unwrap();
        assert_eq!(thread.join().unwrap(), Ok(Rehearsed::Same), "{:#?}", self.journal);
    }

    /// Past the point to which ann may cancel it was a wish of hers: the owner says yes.
    fn agree_to_the_wish(&mut self) {
        let Some(row) = self.open().into_iter().find(|row| row.is_cancel_wish()).cloned() else { return };
        let yes = StepAnswer {
            outcome: "answered".to_owned(),
            output: Some(json!({"answer": "yes"})),
            ..StepAnswer::default()
        };
        self.carry(self.answerer(&row), Target::Step(row.id), Act::Answer(yes)).unwrap();
    }

    /// Ends it in whatever way is left, and lets every call be answered. A script
    /// may come to its end while a wish to cancel waits.
    fn end(&mut self) {
        if ![Status::Resolved, Status::Closed].contains(&self.status()) {
            self.carry(self.person("ann"), Target::Ticket(1), Act::Cancel(Cancel::default())).unwrap();
        }
        for _ in 0..100 {
            if self.status() == Status::Resolved {
                self.carry(self.person("ann"), Target::Ticket(1), Act::Close(Close::default())).unwrap();
            }
            if self.open().is_empty() {
                break;
            }
            self.reply();
            self.agree_to_the_wish();
            self.assert_sound();
        }
        assert_eq!((self.status(), self.open().len()), (Status::Closed, 0), "{:#?}", self.journal);
    }

    /// Tags in the answers of rows.
    fn tags(&self, which: impl Fn(&JournalRow) -> bool) -> Vec<String> {
        let tag = |row: &JournalRow| row.answer.as_ref()?.output.get("tag").and_then(Json::as_str).map(str::to_owned);
        let rows = self.journal.iter().filter(|row| row.kind == RowKind::Plugin && row.state == RowState::Done);
        let mut tags: Vec<String> = rows.filter(|row| which(row)).filter_map(tag).collect();
        tags.sort();
        tags
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_journal_is_sound_and_what_was_reserved_is_held_or_given_back(
        statements in prop::collection::vec(0usize..STATEMENTS.len(), 1..6), happens in moves(),
    ) {
        let mut case = case(&statements);
        case.submit("ann", None);
        case.assert_sound();
        for one in happens {
            case.make(one);
            case.assert_sound();
        }
        case.end();
        let own = |row: &JournalRow| row.origin == Origin::Script;
        let made = case.tags(|row| own(row) && row.answer.as_ref().unwrap().carried_from.is_none());
        let mut back = case.tags(|row| row.origin == Origin::Undo);
        let ticket = case.ticket();
        if ticket.closure_code == Some(ClosureCode::Succeeded) {
            back.extend(case.tags(|row| own(row) && row.run == ticket.run));
            back.sort();
        }
        assert_eq!(back, made, "{:#?}", case.journal);
    }
}
