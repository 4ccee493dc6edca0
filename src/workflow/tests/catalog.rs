//! The words themselves: every one documented, every example passes and runs;
//! and the items of language.md as far as the words go.

use super::*;

#[test]
fn every_word_and_every_option_is_documented() {
    for spec in words() {
        assert!(!spec.doc.is_empty() && !spec.signature.is_empty() && !spec.example.is_empty(), "{}", spec.name);
        assert!(spec.options.iter().all(|opt| !opt.doc.is_empty()), "{}", spec.name);
        assert!(spec.options.is_empty() || !spec.options_at.is_empty(), "{}", spec.name);
        assert!(spec.result.iter().all(|(name, what)| !name.is_empty() && what.ends_with('.')), "{}", spec.name);
        assert!(spec.signature.starts_with(spec.name), "{}", spec.name);
    }
}

/// What an answer holds, so that every example finds what it reads.
fn anything() -> Json {
    json!({ "number": "SR-000007", "workaround": true, "resolution": "Done", "answer": "grey", "tag": "LT-1", "amount": "5" })
}

#[test]
fn every_words_example_runs_to_its_end_and_writes_what_its_kind_says() {
    deep(|| {
        for spec in words() {
            let mut desk = Desk::start(spec.example);
            for _ in 0..20 {
                let Some(path) = desk.open_rows().next().map(|row| row.path.clone()) else { break };
                let is_vote = matches!(desk.row_at(&path).kind, RowKind::Approval | RowKind::Cost);
                desk.good_at(&path, if is_vote { Json::Null } else { anything() });
            }
            assert!(
                matches!(desk.verdict, Some(Verdict::Ended(_))),
                "{}: {:?} {:?}",
                spec.name,
                desk.verdict,
                desk.rows()
            );
            let named = [RowKind::Effect, RowKind::Join, RowKind::End];
            let wrote = |row: &&JournalRow| {
                Some(row.kind) == spec.kind && (!named.contains(&row.kind) || row.name == spec.name)
            };
            assert_eq!(desk.journal.iter().any(|row| wrote(&row)), spec.is_step(), "{}: {:?}", spec.name, desk.rows());
            let place = desk.journal.iter().find(wrote).map(|row| row.place.line);
            assert!(place.is_none_or(|line| line > 0), "{}", spec.name);
            desk.assert_stable();
        }
    });
}

/// The table of language.md, word for word.
#[test]
fn steps_have_the_options_results_and_outcomes_of_the_language() {
    let table: [(&str, &str, &str, &str, &str); 9] = [
        (
            "approval",
            "quorum veto same_person own_request rework on_reject on_timeout",
            "votes",
            "approved",
            "rejected expired",
        ),
        ("confirm_cost", "who tolerance lines on_decline", "amount", "confirmed", "declined expired"),
        ("task", "form checklist optional by escalate_to on_fail", "name …", "done skipped", "failed expired"),
        (
            "handle",
            "escalate_to by form on_fail",
            "resolution workaround code group minutes cost …",
            "done",
            "failed expired",
        ),
        ("ask", "form", "answer …", "answered", "expired"),
        ("wait", "at latest about text pause", "", "elapsed skipped", "expired"),
        ("wait_for", "", "…", "arrived", "expired"),
        (
            "open_ticket",
            "requested_for wait start approved link once title on_fail",
            "number closure_code resolution",
            "succeeded",
            "failed rejected cancelled expired",
        ),
        ("plugin::function", "undo on_fail", "…", "done", "refused"),
    ];
    let steps: Vec<_> = words().iter().filter(|spec| spec.kind.is_some_and(RowKind::waits)).collect();
    assert_eq!(steps.len(), table.len());
    for (name, options, result, good, bad) in table {
        let spec = steps.iter().find(|spec| spec.name == name).unwrap();
        let own: Vec<&str> = spec.options.iter().map(|opt| opt.name).collect();
        let fields: Vec<&str> = spec.result.iter().map(|(field, _)| *field).collect();
        assert_eq!((own.join(" "), fields.join(" ")), (options.to_owned(), result.to_owned()), "{name}");
        assert_eq!((spec.good.join(" "), spec.bad.join(" ")), (good.to_owned(), bad.to_owned()), "{name}");
        assert_eq!(spec.common, name != "wait", "{name}");
    }
    let common: Vec<&str> = COMMON.iter().map(|opt| opt.name).collect();
    assert_eq!(common, ["within", "due", "on_timeout", "remind", "about", "text", "show", "pause"]);
}

#[test]
fn effects_and_ends_have_the_options_of_the_language() {
    let table = [
        ("assign", "by"),
        ("escalate", ""),
        ("sla", "due from"),
        ("stage", ""),
        (
            "set",
            "category impact urgency location title tags services needed_by window risk plan back_out cis freeze_reason service ci known root_cause known_error workaround public_title",
        ),
        ("cost", "actual every cost_centre"),
        ("notify", ""),
        ("announce", "services start end"),
        ("note", ""),
        ("link", ""),
        ("restrict", ""),
        ("candidate", "title text"),
        ("resolve", "confirm knowledge code"),
        ("fail", "code"),
        ("reject", "code"),
        ("cancel", ""),
    ];
    let is_said = |kind| matches!(kind, Some(RowKind::Effect | RowKind::End));
    assert_eq!(words().iter().filter(|spec| is_said(spec.kind)).count(), table.len());
    for (name, options) in table {
        let spec = words().iter().find(|spec| spec.name == name).unwrap();
        let own: Vec<&str> = spec.options.iter().map(|opt| opt.name).collect();
        assert_eq!(own.join(" "), options, "{name}");
    }
}

/// Language.md, item 1, in the words that there are.
#[test]
fn item_one_of_the_language_page() {
    deep(|| {
        let text = r#"
sla("hardware");
assign();                                                        // intake of policy.toml names the desk
approval("Line manager", manager_of(requested_for));
if request.price > policy.finance_limit { approval("Finance", group("finance"), #{ quorum: 2 }); }
confirm_cost(request.price);
let done = parallel(#{
    device:  || asset::reserve(#{ model: form.model }),
    account: || task("Prepare the account", group("service-desk")),
});
task("Hand over " + done.device.tag, group("field-support"), #{ form: "handover" });
resolve("Delivered " + done.device.tag);"#;
        let mut desk = Desk::start(text);
        desk.good("Line manager", Json::Null).good("Finance", Json::Null).good("cost", Json::Null);
        desk.good("Prepare the account", Json::Null).good("asset.reserve", json!({ "tag": "LT-9" }));
        desk.good("Hand over LT-9", Json::Null);
        assert_eq!(desk.ended().text, "Delivered LT-9");
        desk.assert_stable();
    });
}

/// Language.md, item 5, as far as the words go: a licence that is not there.
#[test]
fn a_refused_licence_is_bought() {
    deep(|| {
        let text = r#"
sla("software");
approval("Line manager", manager_of(requested_for));
let seat = licence::reserve(#{ product: form.model, user: requested_for.username }, #{ on_fail: "go_on" });
if !seat.ok {
    approval("Licence manager", group("licences"), #{ text: seat.message });
    confirm_cost(request.price, #{ who: lead_of(group("sales")) });
    seat = licence::reserve(#{ product: form.model, user: requested_for.username });
}
task("Install " + form.model, group("service-desk"), #{ form: "installed", show: #{ key: seat.key } });
resolve(form.model + " is installed");"#;
        let mut desk = Desk::start(text);
        desk.good("Line manager", Json::Null);
        assert_eq!(desk.row_at("1").arguments.values.get("args"), Some(&json!({ "product": "pro", "user": "ann" })));
        desk.bad("licence.reserve", "refused", Some("none_left"), Some("No seat is left"));
        assert_eq!(desk.row_at("2").arguments.text.as_deref(), Some("No seat is left"));
        desk.good("Licence manager", Json::Null);
        assert_eq!(desk.row_at("3").arguments.who, [Who::LeadOf(Box::new(Who::Group("sales".to_owned())))]);
        desk.good("cost", Json::Null).good("licence.reserve", json!({ "key": "K-1" }));
        assert_eq!(desk.row_at("5").arguments.show, Some(json!({ "key": "K-1" })));
        desk.good("Install pro", Json::Null);
        assert_eq!(desk.ended().text, "pro is installed");
        desk.assert_stable();
    });
}

#[test]
fn libraries_number_their_steps_in_the_script_that_calls_them() {
    deep(|| {
        let mut sources = Sources::new(
            "workflows/a.rhai",
            "import \"common\" as c;\nc::two(requested_for);\ntask(\"last\", group(\"x\"));",
        );
        sources.libraries.insert(
            "common".to_owned(),
            "fn two(person) {\n  approval(\"one\", manager_of(person));\n  task(\"two\", group(form.model));\n}"
                .to_owned(),
        );
        let mut desk = Desk::new("1", submission(None, json!({ "model": "pro" })), TestFacts::default());
        desk.program = Arc::new(Program::compile("a", &sources, &Known::default()).unwrap());
        desk.go().good("one", Json::Null);
        let two = desk.row_at("1");
        assert_eq!((two.place.source.as_str(), two.place.line), ("workflows/lib/common.rhai", 3));
        assert_eq!(two.arguments.who, [Who::Group("pro".to_owned())]);
        desk.good("two", Json::Null);
        assert_eq!(desk.open(), ["2 task last"]);
        desk.assert_stable();
    });
}
