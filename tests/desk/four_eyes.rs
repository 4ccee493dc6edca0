//! Four eyes: where the policy wants them, a release becomes a proposal that
//! somebody else publishes.

use crate::support::{Answer, Desk, Setup, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::{Value as Json, json};

const POLICY: &str = "workflows/policy.toml";

/// A desk whose policy says this of publishing, with a second admin, eve, and an
/// author of technical items, otto.
fn with(setup: Setup, publishing: &str) -> Desk {
    let section = format!("[publishing]\n{publishing}\n[roles]");
    let desk = setup.replaced(POLICY, "[roles]", &section).start();
    for (username, roles, categories) in
        [("eve", vec![Role::Admin], vec![]), ("otto", vec![Role::Author], vec!["technical".to_owned()])]
    {
        let username = username.to_owned();
        let new = NewUser { password: Some(username.clone()), username, roles, categories, ..NewUser::default() };
        add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    }
    desk.desk.refresh().unwrap();
    desk
}

fn source(desk: &Desk) -> String {
    desk.as_user("ada").get("/workflows/laptop").expect(200).text("/source")
}

fn publishes(desk: &Desk, who: &str, source: &str) -> Answer {
    let wish = json!({"source": source, "note": "tried out"});
    desk.as_user(who).call("PUT", "/workflows/laptop").json(&wish).send()
}

/// Ada's proposal of another text of the laptop's workflow.
fn proposed(desk: &Desk) -> (String, String) {
    let text = source(desk).replace("\"Line manager\"", "\"Head of department\"");
    let told = publishes(desk, "ada", &text);
    assert_eq!(told.status, 202, "{}", told.shown());
    assert_eq!(told.header("location").unwrap(), format!("/api/v1/releases/proposals/{}", told.text("/proposal")));
    (told.text("/proposal"), text)
}

fn decides(desk: &Desk, who: &str, id: &str, how: &str, body: Json) -> Answer {
    desk.as_user(who).post(&format!("/releases/proposals/{id}/{how}"), body).send()
}

on_both! {
    fn a_release_waits_for_somebody_else(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        let ticket = desk.submit("ann", "laptop", json!({"model": "light"}));
        let before = source(&desk);
        let (id, text) = proposed(&desk);
        assert_eq!(source(&desk), before, "nothing is in force yet");
        assert!(desk.messages("eve").iter().any(|text| text.contains("workflows/laptop.rhai")), "{:?}", desk.messages("eve"));
        let shown = desk.as_user("eve").get(&format!("/releases/proposals/{id}")).expect(200);
        assert_eq!((shown.text("/state"), shown.text("/author"), shown.at("/outdated"), shown.at("/faults")), ("open".to_owned(), "ada".to_owned(), json!([]), json!([])));
        assert!(shown.text("/changes/0/diff").contains("+") && shown.text("/changes/0/diff").contains("Head of department"));
        assert_eq!(shown.at("/plan/diverging/0/number"), json!(ticket), "what it means for open tickets");
        assert_eq!(decides(&desk, "ada", &id, "approve", json!({})).problem(), "403 forbidden", "not one's own");
        let done = decides(&desk, "eve", &id, "approve", json!({}));
        assert_eq!((done.status, done.at("/changed")), (200, json!(["workflows/laptop.rhai"])), "{}", done.shown());
        assert_eq!(source(&desk), text);
        let release = desk.as_user("ada").get("/releases").expect(200).at("/items/0");
        assert_eq!((release["author"].clone(), release["note"].clone()), (json!("ada"), json!("tried out (approved by eve)")));
        let shown = desk.as_user("ula").get(&format!("/releases/proposals/{id}")).expect(200);
        assert_eq!((shown.text("/state"), shown.text("/decided_by"), shown.at("/release")), ("published".to_owned(), "eve".to_owned(), release["id"].clone()));
        assert!(desk.messages("ada").iter().any(|text| text.contains("published what you proposed")));
        for (who, how, body) in [("eve", "approve", json!({})), ("eve", "reject", json!({"reason": "x"})), ("ada", "withdraw", json!({}))] {
            assert_eq!(decides(&desk, who, &id, how, body).problem(), "409 illegal_operation", "{how}");
        }
    }

    fn what_does_not_pass_the_check_is_no_proposal(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        assert_eq!(publishes(&desk, "ada", "aproval(").status, 422);
        assert_eq!(publishes(&desk, "ada", &source(&desk)).status, 200, "nothing changes");
        assert_eq!(desk.as_user("ada").get("/releases/proposals").expect(200).at("/items"), json!([]));
    }

    fn rejected_with_a_reason_withdrawn_by_its_author(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        let (first, _) = proposed(&desk);
        assert_eq!(decides(&desk, "eve", &first, "reject", json!({"reason": " "})).problem(), "422 invalid /reason:length");
        assert_eq!(decides(&desk, "ada", &first, "reject", json!({"reason": "x"})).problem(), "403 forbidden");
        assert_eq!(decides(&desk, "eve", &first, "withdraw", json!({})).problem(), "403 forbidden");
        assert_eq!(decides(&desk, "eve", &first, "reject", json!({"reason": "Too long."})).at("/reason"), "Too long.");
        assert!(desk.messages("ada").iter().any(|text| text.ends_with("Too long.")));
        desk.advance(chrono::Duration::minutes(1));
        let (second, _) = proposed(&desk);
        assert_eq!(decides(&desk, "ada", &second, "withdraw", json!({})).at("/state"), "withdrawn");
        let list = |query: &str| desk.as_user("eve").get(&format!("/releases/proposals{query}")).expect(200).each("/state");
        assert_eq!(list(""), [json!("withdrawn"), json!("rejected")]);
        assert_eq!(list("?state=rejected").len(), 1);
        assert_eq!(desk.as_user("eve").get("/releases/proposals?state=odd").send().problem(), "422 invalid /state:enum");
        for who in ["ann", "dora", "fay"] {
            assert_eq!(desk.as_user(who).get("/releases/proposals").send().problem(), "403 forbidden", "{who}");
            assert_eq!(decides(&desk, who, &first, "approve", json!({})).problem(), "403 forbidden", "{who}");
        }
        assert_eq!(decides(&desk, "eve", "nothing", "approve", json!({})).problem(), "404 not_found");
    }

    fn it_is_held_against_what_is_in_force_then(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        let (first, _) = proposed(&desk);
        let other = format!("// mended\n{}", source(&desk));
        let second = publishes(&desk, "eve", &other).text("/proposal");
        assert_eq!(decides(&desk, "ada", &second, "approve", json!({})).status, 200);
        let told = decides(&desk, "eve", &first, "approve", json!({}));
        assert_eq!(told.problem(), "409 changed_since_seen");
        assert!(told.text("/detail").contains("workflows/laptop.rhai"));
        let shown = desk.as_user("eve").get(&format!("/releases/proposals/{first}")).expect(200);
        assert_eq!(shown.at("/outdated"), json!(["workflows/laptop.rhai"]));
        assert_eq!(source(&desk), other);
    }

    fn proposals_survive_a_restart(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        let (id, text) = proposed(&desk);
        let desk = desk.restart();
        assert_eq!(decides(&desk, "eve", &id, "approve", json!({})).status, 200);
        assert_eq!(source(&desk), text);
    }

    fn an_author_proposes_and_approves_within_their_categories(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        let text = format!("// shorter\n{}", source(&desk));
        let own = publishes(&desk, "otto", &text).text("/proposal");
        assert_eq!(decides(&desk, "otto", &own, "approve", json!({})).problem(), "403 forbidden");
        let policy = json!({"files": {"workflows/lib/new.rhai": "fn a() { 1 }\n"}});
        let beyond = desk.as_user("ada").call("PUT", "/releases").json(&policy).expect(202).text("/proposal");
        assert_eq!(decides(&desk, "otto", &beyond, "approve", json!({})).at("/code"), "forbidden");
        let (adas, _) = proposed(&desk);
        assert_eq!(decides(&desk, "otto", &adas, "approve", json!({})).status, 200);
    }

    fn only_what_the_policy_names_and_always_the_policy_itself(setup: Setup) {
        let desk = with(setup, "four_eyes = true\npaths = [\"workflows/lib/*\"]\ncategories = [\"business\"]");
        let puts = |files: Json| desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": files})).send();
        assert_eq!(publishes(&desk, "ada", &format!("// shorter\n{}", source(&desk))).status, 200, "the laptop is technical");
        assert_eq!(puts(json!({"workflows/lib/new.rhai": "fn a() { 1 }\n"})).status, 202);
        let lamp = r#"{"title": "Lamp", "x-catalog": {"kind": "request", "category": "business"}, "type": "object"}"#;
        assert_eq!(puts(json!({"schemas/lamp.json": lamp, "workflows/lamp.rhai": "resolve(\"ok\");\n"})).status, 202);
        let mut reader = desk.desk.store().reader().unwrap();
        let policy = reader.published_texts().unwrap()[POLICY].replace("four_eyes = true", "four_eyes = true # for now");
        assert_eq!(puts(json!({POLICY: policy})).status, 202, "else somebody could switch it off alone");
        let first = desk.as_user("ada").get("/releases").expect(200).each("/id").last().unwrap().as_str().unwrap().to_owned();
        assert_eq!(desk.as_user("ada").post(&format!("/releases/{first}/rollback"), json!({})).send().status, 202, "the policy of then would switch it off");
    }

    fn a_folder_may_be_refused(setup: Setup) {
        let desk = with(setup, "four_eyes = true\nfolder = \"refused\"");
        let mut reader = desk.desk.store().reader().unwrap();
        let mut files = reader.published_texts().unwrap();
        let before = source(&desk);
        files.insert("workflows/laptop.rhai".to_owned(), format!("// from the folder\n{before}"));
        let published = desk.desk.publish_folder(&files).unwrap();
        assert_eq!((published.changed.len(), published.kept), (0, vec!["workflows/laptop.rhai".to_owned()]));
        assert_eq!(source(&desk), before);
    }

    fn a_folder_publishes_where_nobody_says_otherwise(setup: Setup) {
        let desk = with(setup, "four_eyes = true");
        let mut reader = desk.desk.store().reader().unwrap();
        let mut files = reader.published_texts().unwrap();
        let text = format!("// from the folder\n{}", source(&desk));
        files.insert("workflows/laptop.rhai".to_owned(), text.clone());
        assert_eq!(desk.desk.publish_folder(&files).unwrap().changed, ["workflows/laptop.rhai"]);
        assert_eq!(source(&desk), text);
    }

    fn faulty_rules_are_named(desk: Desk) {
        let mut reader = desk.desk.store().reader().unwrap();
        let policy = reader.published_texts().unwrap()[POLICY].clone();
        for (rules, message) in [
            ("paths = [\"workflows/x\"]", "narrow `four_eyes = true`"),
            ("four_eyes = true\npaths = [\"plugins/x\"]", "is no path of the content"),
            ("four_eyes = true\nfolder = \"odd\"", "unknown variant `odd`"),
            ("two_eyes = true", "unknown field `two_eyes`"),
        ] {
            let files = json!({POLICY: policy.replace("[roles]", &format!("[publishing]\n{rules}\n[roles]"))});
            let told = desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": files})).send();
            assert!(told.status == 422 && told.text("/faults/0/message").contains(message), "{rules}: {}", told.shown());
        }
    }
}
