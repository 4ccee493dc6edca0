//! The words themselves: every one documented, every example passes and runs;
//! and the items of language.md as far as the words go.

use super::*;

#[test]
fn every_word_is_documented_and_its_example_runs() {
    deep(|| {
        for spec in words() {
            assert!(!spec.doc.is_empty() && !spec.signature.is_empty(), "{}", spec.name);
            assert!(spec.options.iter().all(|opt| !opt.doc.is_empty()), "{}", spec.name);
            assert!(spec.options.is_empty() || !spec.options_at.is_empty(), "{}", spec.name);
            let desk = Desk::start(spec.example);
            assert!(!matches!(desk.verdict, Some(Verdict::Stuck(_))), "{}: {:?}", spec.name, desk.verdict);
            if spec.is_step() {
                let last = spec.name.rsplit("::").next().unwrap();
                let wrote = desk.journal.iter().any(|row| Some(row.kind) == spec.kind || row.path.contains('/'));
                assert!(wrote, "{last}: {:?}", desk.rows());
            }
        }
    });
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
