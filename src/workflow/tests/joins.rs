//! Branches and joins: order, errors, nesting, what they may see and change.

use super::*;

const THREE: &str = r#"
    let r = parallel(#{
        a: || { let x = task("a1", group("x")); task("a2 " + x.n, group("x")) },
        b: || parallel([|| task("b0", group("x")), || asset::take(#{ n: 1 })]),
        c: || "at once",
    });
    resolve(`${r.a.n} ${r.b[0].n} ${r.b[1].n} ${r.c}`);"#;

#[test]
fn branches_nest_and_their_paths_say_where() {
    deep(|| {
        let mut desk = Desk::start(THREE);
        assert_eq!(desk.open(), ["0/a.0 task a1", "0/b.0/0.0 task b0", "0/b.0/1.0 plugin asset.take"]);
        desk.good("asset.take", json!({ "n": 3 }));
        desk.good("a1", json!({ "n": 1 }));
        assert_eq!(desk.open(), ["0/b.0/0.0 task b0", "0/a.1 task a2 1"]);
        desk.good("b0", json!({ "n": 2 }));
        assert_eq!(desk.row_at("0/b.0").kind, RowKind::Join);
        desk.assert_stable();
        desk.good("a2 1", json!({ "n": 9 }));
        assert_eq!(desk.ended().text, "9 2 3 at once");
        desk.assert_stable();
    });
}

#[test]
fn a_settled_join_pins_its_branches() {
    deep(|| {
        let mut desk = Desk::start(THREE);
        desk.good("a1", json!({ "n": 1 })).good("b0", json!({ "n": 2 })).good("asset.take", json!({ "n": 3 }));
        desk.good("a2 1", json!({ "n": 9 }));
        // Another script in which the branches would ask for other things: they are not run.
        desk.program = program(&THREE.replace("b0", "changed").replace("a1", "changed too"));
        desk.assert_stable();
    });
}

#[test]
fn the_first_bad_answer_cancels_the_siblings_and_is_raised() {
    deep(|| {
        let mut desk = Desk::start(THREE);
        desk.bad("a1", "failed", Some("broken"), Some("It broke"));
        let error = desk.failed();
        assert_eq!((error.kind.as_str(), error.step.as_str(), error.row), ("failed", "a1", Some(RowKind::Task)));
        let states: Vec<_> = desk.rows();
        assert_eq!(
            states,
            [
                "0/a.0 task a1 failed",
                "0/b.0/0.0 task b0 cancelled",
                "0/b.0/1.0 plugin asset.take open",
                "0 join parallel failed"
            ],
            "a call that may be on its way is awaited"
        );
        desk.assert_stable();
        desk.good("asset.take", json!({ "n": 3 }));
        assert_eq!(desk.failed().step, "a1");
    });
}

#[test]
fn a_caught_join_is_raised_alike_at_every_replay() {
    deep(|| {
        let text = r#"
            try {
                parallel(#{ a: || approval("A", group("x")), b: || task("b", group("x")) });
            } catch (e) {
                task(`${e.kind} ${e.step} ${e.code} ${e.by}`, group("x"));
                throw e;
            }"#;
        let mut desk = Desk::start(text);
        desk.bad("A", "rejected", Some("budget"), None);
        assert_eq!(desk.open(), ["1 task rejected A budget max"]);
        desk.assert_stable();
        desk.good_at("1", Json::Null);
        let error = desk.failed();
        assert_eq!((error.kind.as_str(), error.row, error.by.is_some()), ("rejected", Some(RowKind::Approval), true));
        desk.assert_stable();
    });
}

#[test]
fn finish_lets_the_siblings_come_to_their_end() {
    deep(|| {
        let text = r#"
            parallel(#{
                a: || task("a", group("x")),
                b: || { task("b", group("x")); task("b2", group("x")) },
            }, #{ on_error: "finish" });"#;
        let mut desk = Desk::start(text);
        desk.bad("a", "failed", None, None);
        assert_eq!((desk.open(), desk.verdict.clone()), (vec!["0/b.0 task b".to_owned()], Some(Verdict::Waiting)));
        desk.good("b", Json::Null).good("b2", Json::Null);
        assert_eq!(desk.failed().step, "a");
        desk.assert_stable();
    });
}

#[test]
fn what_a_failing_branch_would_have_opened_in_the_same_run_is_dropped() {
    deep(|| {
        let text = r#"
            let before = task("before", group("x"));
            try {
                parallel(#{
                    a: || { notify(requester, "a"); task("a", group("x")) },
                    b: || { if before.n == 1 { throw #{ kind: "failed", message: "no" }; } task("b", group("x")) },
                });
            } catch (e) { resolve(e.message); }"#;
        let mut desk = Desk::start(text);
        desk.good("before", json!({ "n": 1 }));
        assert_eq!(desk.ended().text, "no");
        assert_eq!(
            desk.rows(),
            ["0 task before done", "1/a.e1 effect notify done", "1 join parallel failed", "2 end resolve done"]
        );
        desk.assert_stable();
    });
}

#[test]
fn an_end_within_a_branch_ends_everything() {
    deep(|| {
        let text = r#"
            parallel(#{
                a: || { task("a", group("x")); resolve("from a"); },
                b: || { task("b", group("x")); parallel([|| task("c", group("x"))]) },
            });"#;
        let mut desk = Desk::start(text);
        desk.good("b", Json::Null);
        desk.good("a", Json::Null);
        assert_eq!(desk.ended().text, "from a");
        assert_eq!(desk.open(), Vec::<String>::new());
        assert_eq!(desk.row_at("0/b.1/0.0").state, RowState::Cancelled);
        desk.assert_stable();
    });
}

#[test]
fn results_come_back_from_the_journal_as_they_were() {
    deep(|| {
        let text = r#"
            let r = parallel(#{
                money: || { task("t", group("x")); money("10.50", "EUR") },
                who: || group("finance"),
                when: || now(),
                me: || requested_for,
            });
            task(`${r.money.amount + 1} ${r.me.name} ${r.when == now()}`, r.who);
            task("again", r.who);"#;
        let mut desk = Desk::start(text);
        desk.good("t", Json::Null);
        assert_eq!(desk.open(), ["1 task 11.50 Ann Lim false"]);
        assert_eq!(desk.row_at("1").arguments.who, [Who::Group("finance".to_owned())]);
        desk.assert_stable();
        desk.good_at("1", Json::Null);
        assert_eq!(desk.row_at("2").arguments.who, [Who::Group("finance".to_owned())]);
    });
}

#[test]
fn branches_are_limited_and_named_so_that_paths_stay_clear() {
    deep(|| {
        let many = format!("parallel([{}]);", "|| 1,".repeat(51));
        assert_eq!(Desk::start(&many).stuck().code, "limit");
        for name in ["a/b", "a.b", ""] {
            let desk = Desk::start(&format!("parallel(#{{ \"{name}\": || 1 }});"));
            assert_eq!(desk.stuck().code, "branch", "{name}");
        }
        let desk = Desk::start("let r = parallel(#{}); resolve(`${r}`);");
        assert_eq!(desk.ended().text, "#{}");
    });
}
