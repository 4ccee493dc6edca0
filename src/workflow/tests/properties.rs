//! What holds for every script and every journal, by generated scripts.

use super::*;
use proptest::prelude::*;
use std::fmt::Write;

/// A piece of a script.
#[derive(Clone, Debug)]
enum Node {
    Step(u8),
    Effect(u8),
    Read,
    If(Vec<Node>, Vec<Node>),
    Loop(u8, Vec<Node>),
    Parallel { branches: Vec<Vec<Node>>, finish: bool, list: bool },
    Race(Vec<Vec<Node>>),
    Each { body: Vec<Node>, finish: bool },
    Changed(Vec<Node>),
    Try(Vec<Node>, Vec<Node>),
    Function(Vec<Node>),
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        8 => (0u8..9).prop_map(Node::Step),
        2 => (0u8..6).prop_map(Node::Effect),
        1 => Just(Node::Read),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let block = prop::collection::vec(inner, 1..4);
        prop_oneof![
            (block.clone(), block.clone()).prop_map(|(a, b)| Node::If(a, b)),
            (1u8..4, block.clone()).prop_map(|(n, body)| Node::Loop(n, body)),
            (prop::collection::vec(block.clone(), 1..4), any::<bool>(), any::<bool>())
                .prop_map(|(branches, finish, list)| Node::Parallel { branches, finish, list }),
            prop::collection::vec(block.clone(), 1..4).prop_map(Node::Race),
            (block.clone(), any::<bool>()).prop_map(|(body, finish)| Node::Each { body, finish }),
            block.clone().prop_map(Node::Changed),
            (block.clone(), block.clone()).prop_map(|(body, handler)| Node::Try(body, handler)),
            block.prop_map(Node::Function),
        ]
    })
}

fn script() -> impl Strategy<Value = Vec<Node>> {
    prop::collection::vec(node(), 1..6)
}

/// Writes a script's text. `cancel` allows joins whose outcome depends on the
/// order of answers.
struct Writer {
    cancel: bool,
    functions: String,
    count: usize,
}

impl Writer {
    fn text(nodes: &[Node], cancel: bool) -> String {
        let mut writer = Writer { cancel, functions: String::new(), count: 0 };
        let mut text = writer.block(nodes);
        text.push_str("resolve(`${n}`);\n");
        text.push_str(&writer.functions);
        text
    }
    fn next(&mut self) -> usize {
        self.count += 1;
        self.count
    }
    /// Statements over an own counter `n`.
    fn block(&mut self, nodes: &[Node]) -> String {
        let mut text = String::from("let n = 0;\n");
        for node in nodes {
            self.node(node, &mut text);
        }
        text
    }
    /// The same as an expression's body.
    fn body(&mut self, nodes: &[Node]) -> String {
        format!("{{ {} n }}", self.block(nodes))
    }
    fn node(&mut self, node: &Node, out: &mut String) {
        let id = self.next();
        let step = match node {
            Node::Step(0) => format!("n += task(`t{id} ${{n}}`, group(\"x\")).n;"),
            Node::Step(1) => format!("n += approval(\"a{id}\", manager_of(requester)).n;"),
            Node::Step(2) => format!("n += confirm_cost({id}).n;"),
            Node::Step(3) => format!("n += ask(\"q{id}\", requester).n;"),
            Node::Step(4) => format!("n += handle(\"w{id}\", group(\"x\")).n;"),
            Node::Step(5) => "wait(\"1d\"); n += 1;".to_owned(),
            Node::Step(7) => "n += open_ticket(\"child\", #{ n: n }, #{ on_fail: \"end\" }).n;".to_owned(),
            Node::Step(6) => format!("n += wait_for(\"e{id}\").n;"),
            Node::Step(_) => "n += asset::take(#{ n: n }, #{ on_fail: \"end\" }).n;".to_owned(),
            Node::Effect(0) => "notify(requester, \"hi\");".to_owned(),
            Node::Effect(1) => "sla(\"s\");".to_owned(),
            Node::Effect(2) => "stage(\"s\");".to_owned(),
            Node::Effect(3) => "note(\"look\");".to_owned(),
            Node::Effect(4) => "let later = now() + \"1wd\";".to_owned(),
            Node::Effect(_) => "assign(group(\"x\"));".to_owned(),
            Node::Read => "n += policy.five;".to_owned(),
            Node::If(yes, no) => {
                let (yes, no) = (self.body(yes), self.body(no));
                format!("n += if n % 2 == 0 {yes} else {no};")
            }
            Node::Loop(times, body) => format!("for i in 0..{times} {{ n += {}; }}", self.body(body)),
            Node::Parallel { branches, finish, list } => self.parallel(branches, *finish, *list, id),
            // Who wins a race depends on the order of answers, and so would the rest.
            Node::Race(branches) if !self.cancel => self.parallel(branches, true, false, id),
            Node::Race(branches) => self.race(branches),
            Node::Each { body, finish } => {
                let (body, error) = (self.body(body), if *finish || !self.cancel { "finish" } else { "cancel" });
                format!("for x in for_all([1, 2], |i| {body}, #{{ on_error: \"{error}\" }}) {{ n += x; }}")
            }
            Node::Changed(body) => {
                let body = self.body(body);
                format!("if changed(\"c{id}\") {{ n += {body}; }}")
            }
            Node::Try(body, handler) => {
                let (body, handler) = (self.body(body), self.body(handler));
                format!(
                    "let r{id} = 0; try {{ r{id} = {body}; }} catch (e) {{ if e.kind != \"cancelled\" {{ r{id} = {handler} }} }} n += r{id};"
                )
            }
            Node::Function(body) => {
                let body = self.body(body);
                let _ = writeln!(self.functions, "fn f{id}() {body}");
                format!("n += f{id}();")
            }
        };
        out.push_str(&step);
        out.push('\n');
    }
    fn race(&mut self, branches: &[Vec<Node>]) -> String {
        let bodies: Vec<String> = branches.iter().map(|branch| format!("|| {}", self.body(branch))).collect();
        format!("n += any_of([{}]).value;", bodies.join(", "))
    }
    fn parallel(&mut self, branches: &[Vec<Node>], finish: bool, list: bool, id: usize) -> String {
        let bodies: Vec<String> = branches.iter().map(|branch| self.body(branch)).collect();
        let named = |(k, body): (usize, &String)| if list { format!("|| {body}") } else { format!("b{k}: || {body}") };
        let inner = bodies.iter().enumerate().map(named).collect::<Vec<_>>().join(", ");
        let all = if list { format!("[{inner}]") } else { format!("#{{ {inner} }}") };
        let mode = if finish || !self.cancel { "finish" } else { "cancel" };
        let each = if list {
            format!("for v in r{id} {{ n += v; }}")
        } else {
            format!("for v in r{id}.values() {{ n += v; }}")
        };
        format!("let r{id} = parallel({all}, #{{ on_error: \"{mode}\" }}); {each}")
    }
}

/// A number of its own for each path, the same in every order.
fn roll(path: &str, salt: u64) -> u64 {
    path.bytes().fold(salt ^ 0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)) >> 20
}

fn desk(nodes: &[Node], cancel: bool) -> Desk {
    let text = Writer::text(nodes, cancel);
    let mut desk = Desk::new(&text, submission(None, json!({})), TestFacts::with(&[("policy.five", json!(5))]));
    desk.go();
    assert_not_stuck(&desk);
    desk
}

fn assert_not_stuck(desk: &Desk) {
    if let Some(Verdict::Stuck(fault)) = &desk.verdict {
        // Only the number of rows may stop a generated script.
        assert_eq!(fault.code, "limit", "{fault}");
    }
}

/// Answers one open step, as its path says: one in seventeen badly.
fn answer(desk: &mut Desk, path: &str, salt: u64) {
    let dice = roll(path, salt);
    if dice.is_multiple_of(17) {
        let kind = desk.row_at(path).kind;
        let outcome = match kind {
            RowKind::Approval => "rejected",
            RowKind::Cost => "declined",
            RowKind::Plugin => "refused",
            RowKind::Question | RowKind::Wait => "expired",
            _ => "failed",
        };
        let bad = Answer { outcome: outcome.to_owned(), ..Answer::default() };
        desk.settle(path, RowState::Failed, bad).go();
    } else {
        desk.good_at(path, json!({ "n": dice % 7 }));
    }
}

fn open_paths(desk: &Desk) -> Vec<String> {
    desk.open_rows().map(|row| row.path.clone()).collect()
}

/// Answers in an order that `order` decides, until nothing is open or the script is over.
fn play(desk: &mut Desk, order: u64, salt: u64, mut after_each: impl FnMut(&Desk)) {
    let mut turn = order;
    for _ in 0..400 {
        after_each(desk);
        if desk.verdict != Some(Verdict::Waiting) {
            return;
        }
        let open = open_paths(desk);
        assert!(!open.is_empty(), "waits for nothing: {:?}", desk.rows());
        turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let chosen = open[usize::try_from(turn >> 33).unwrap() % open.len()].clone();
        answer(desk, &chosen, salt);
        assert_not_stuck(desk);
    }
}

/// What a journal says, whatever the order and the time in which it came about.
fn essence(desk: &Desk) -> BTreeMap<String, (String, String, String)> {
    desk.journal
        .iter()
        .map(|row| {
            // When something was said is the one thing that the order decides.
            let timeless = !row.name.starts_with("time.");
            let answer =
                row.answer.as_ref().filter(|_| timeless).map(|a| json!([a.outcome, a.output])).unwrap_or_default();
            let said = format!("{} {}", row.kind.as_str(), row.name);
            (row.path.clone(), (said, row.state.as_str().to_owned(), answer.to_string()))
        })
        .collect()
}

/// The generator is worth its name: its scripts wait, branch, fail and end.
#[test]
fn generated_scripts_come_to_every_sort_of_end() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let samples: Vec<Vec<Node>> = (0..150).map(|_| script().new_tree(&mut runner).unwrap().current()).collect();
    let (ended, failed, joins, cancelled, rows) = deep(move || {
        let mut counts = (0, 0, 0, 0, 0);
        for (n, nodes) in samples.iter().enumerate() {
            let mut desk = desk(nodes, true);
            play(&mut desk, n as u64, n as u64, |_| {});
            match desk.verdict {
                Some(Verdict::Ended(_)) => counts.0 += 1,
                Some(Verdict::Failed(_)) => counts.1 += 1,
                _ => {}
            }
            counts.2 += desk.journal.iter().filter(|row| row.kind == RowKind::Join).count();
            counts.3 += desk.journal.iter().filter(|row| row.state == RowState::Cancelled).count();
            counts.4 += desk.journal.len();
        }
        counts
    });
    assert!(
        ended > 60 && failed > 30 && joins > 100 && cancelled > 0 && rows > 1_500,
        "{ended} {failed} {joins} {cancelled} {rows}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 400, ..ProptestConfig::default() })]

    /// At every moment of a ticket's life its journal replays to the same open
    /// steps, in a World where nothing can be read and everybody is gone.
    #[test]
    fn every_prefix_of_a_journal_replays_to_the_same_open_steps(nodes in script(), order: u64, salt: u64) {
        deep(move || {
            let mut desk = desk(&nodes, true);
            play(&mut desk, order, salt, |desk| {
                if !matches!(desk.verdict, Some(Verdict::Stuck(_))) {
                    desk.assert_stable();
                }
            });
        });
    }

    /// Whatever the order of answers, the script ends the same.
    #[test]
    fn any_order_of_answers_ends_the_same(nodes in script(), one: u64, other: u64, salt: u64) {
        deep(move || {
            let mut first = desk(&nodes, false);
            let mut second = desk(&nodes, false);
            play(&mut first, one, salt, |_| {});
            play(&mut second, other, salt, |_| {});
            let text = |desk: &Desk| match &desk.verdict {
                Some(Verdict::Ended(end)) => end.text.clone(),
                Some(Verdict::Failed(error)) => format!("{} {}", error.kind, error.path.clone().unwrap_or_default()),
                other => format!("{other:?}"),
            };
            assert_eq!(text(&first), text(&second));
            if matches!(first.verdict, Some(Verdict::Ended(_) | Verdict::Failed(_))) {
                assert_eq!(essence(&first), essence(&second));
            }
        });
    }

    /// Once cancelled, only plugin calls are waited for, and the script comes to its end.
    #[test]
    fn a_cancelled_ticket_always_comes_to_its_end(nodes in script(), order: u64, salt: u64, at in 0usize..12) {
        deep(move || {
            let mut desk = desk(&nodes, true);
            let mut turn = order;
            for _ in 0..at {
                let open = open_paths(&desk);
                if open.is_empty() || desk.verdict != Some(Verdict::Waiting) {
                    break;
                }
                turn = turn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                answer(&mut desk, &open[usize::try_from(turn >> 33).unwrap() % open.len()].clone(), salt);
            }
            if desk.verdict == Some(Verdict::Waiting) {
                desk.cancel();
                play(&mut desk, order, salt, |desk| {
                    assert!(desk.open_rows().all(|row| row.kind == RowKind::Plugin), "{:?}", desk.open());
                });
                assert_ne!(desk.verdict, Some(Verdict::Waiting));
            }
        });
    }
}
