//! Who sees and asks for what of the catalog, for whom, and why; what an author
//! of a category may publish; what people are told of their own rights.

use crate::support::{Answer, Desk, Setup, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::{Value as Json, json};

/// Somebody new at the desk.
fn hire(desk: &Desk, username: &str, change: impl FnOnce(&mut NewUser)) {
    let mut new = NewUser { username: username.to_owned(), password: Some(username.to_owned()), ..NewUser::default() };
    change(&mut new);
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
}

/// An author of the category business.
fn author(desk: &Desk) {
    hire(desk, "otto", |new| {
        new.roles = vec![Role::Author];
        new.categories = vec!["business".to_owned()];
    });
}

/// A desk with an item `wish` of these audiences, beside the shipped ones.
fn with(setup: Setup, audiences: Json) -> Desk {
    let mut catalog = json!({"kind": "request", "category": "business"});
    catalog.as_object_mut().unwrap().extend(audiences.as_object().unwrap().clone());
    let schema = json!({"title": "Wish", "x-catalog": catalog, "type": "object"});
    setup
        .item("wish", json!({}), "task(\"Do it\", group(\"service-desk\"));")
        .file("schemas/wish.json", &schema.to_string())
        .start()
}

/// Who of all people may ask for the item, by the list, by the item's page and
/// by submitting it: all three say the same of those who are not staff.
fn may(desk: &Desk) -> Vec<&'static str> {
    let people = ["ann", "max", "mia", "fay", "finn", "viv", "dora", "lin", "sam", "kim", "ula", "ada"];
    let asks = |who: &&str| {
        let client = desk.as_user(who);
        let listed = client.get("/catalog").expect(200).each("/item").contains(&json!("wish"));
        let told = client.post("/tickets", json!({"item": "wish", "form": {}})).send();
        let previewed = client.post("/catalog/wish/preview", json!({"form": {}})).send();
        assert_eq!((told.status == 201, previewed.status == 200), (listed, listed), "{who}: {}", told.shown());
        let why = desk.as_user("sam").get(&format!("/catalog/wish/access?user={who}")).expect(200);
        assert_eq!(why.at("/may_ask"), json!(listed), "{who}: {}", why.shown());
        if !listed {
            let refused = if told.status == 403 { 403 } else { 404 };
            assert_eq!((told.status, previewed.status), (refused, refused), "{who}");
            assert_eq!(client.get("/catalog/wish").send().status, if refused == 403 { 200 } else { 404 }, "{who}");
        }
        listed
    };
    people.into_iter().filter(asks).collect()
}

fn publishes(desk: &Desk, who: &str, files: Json) -> Answer {
    desk.as_user(who).call("PUT", "/releases").json(&json!({"files": files})).send()
}

const ITEM: &str =
    r#"{"title": "Desk lamp", "x-catalog": {"kind": "request", "category": "business"}, "type": "object"}"#;
const SCRIPT: &str = "task(\"Bring a lamp\", group(\"service-desk\"), #{ form: \"lamp\" });\nresolve(\"done\");\n";

on_both! {
    fn several_keys_widen_and_exclusion_wins(setup: Setup) {
        let desk = with(setup, json!({
            "available_to": {"users": ["ann"], "groups": ["finance"], "roles": ["handler", "change_manager"]},
            "not_available_to": {"users": ["finn"]},
        }));
        // change_manager is a role of the policy: sam's.
        assert_eq!(may(&desk), ["ann", "fay", "lin", "sam"]);
    }

    fn by_department_and_location(setup: Setup) {
        let desk = with(setup, json!({
            "available_to": {"departments": ["IT"], "locations": ["Paris"]}, "not_available_to": {"roles": ["agent"]},
        }));
        assert_eq!(may(&desk), ["fay", "finn", "viv", "lin"]);
        hire(&desk, "pia", |new| new.location = Some("Paris".to_owned()));
        assert_eq!(desk.as_user("pia").get("/catalog/wish/access").expect(200).at("/may_ask"), true);
    }

    fn a_star_is_everybody_also_who_has_none_and_absent_means_everybody(setup: Setup) {
        let desk = with(setup, json!({"available_to": {"departments": ["*"]}, "not_available_to": {"groups": ["board"]}}));
        hire(&desk, "noa", |_| {});
        assert_eq!(desk.as_user("noa").get("/catalog/wish/access").expect(200).at("/may_ask"), true);
        assert_eq!(may(&desk).len(), 11, "all but viv of the board");
        desk.as_user("ann").get("/catalog/laptop").expect(200);
    }

    fn nobody_may_ask_what_is_kept_from_everybody(setup: Setup) {
        let desk = with(setup, json!({"not_available_to": {"locations": ["*"]}}));
        assert_eq!(may(&desk), [""; 0]);
    }

    fn on_behalf_of_whom(setup: Setup) {
        let desk = with(setup, json!({"available_to": {"users": ["ann"]}}));
        let asks = |who: &str, body: Json| desk.as_user(who).post("/tickets", body).send();
        let wish = |whom: &str| json!({"item": "wish", "form": {}, "requested_for": whom});
        // Ann's manager may not ask for themselves; for ann they may, and see the form for that.
        assert_eq!(asks("max", json!({"item": "wish", "form": {}})).problem(), "403 forbidden");
        desk.as_user("max").get("/catalog/wish").expect(200);
        assert_eq!(asks("max", wish("ann")).status, 201);
        assert_eq!(asks("dora", wish("ann")).status, 201, "an agent for anybody");
        assert_eq!(asks("dora", wish("fay")).problem(), "403 forbidden", "it looks at whom it is for");
        assert_eq!(asks("sam", wish("ann")).status, 201);
        assert_eq!(asks("mia", wish("ann")).problem(), "404 not_found", "no report of hers");
        assert_eq!(asks("ann", json!({"item": "laptop", "form": {"model": "light"}, "requested_for": "max"})).problem(), "403 forbidden");
        assert_eq!(asks("lin", json!({"item": "laptop", "form": {"model": "light"}, "requested_for": "ann"})).problem(), "403 forbidden");
        assert_eq!(asks("dora", wish("nobody")).at("/errors/0/pointer"), "/requested_for");
        let previews = |who: &str| desk.as_user(who).post("/catalog/wish/preview", json!({"form": {}, "requested_for": "ann"})).send().status;
        assert_eq!(["max", "dora", "mia", "lin"].map(previews), [200, 200, 404, 403]);
    }

    fn the_catalog_of_another_is_shown_to_who_may_ask_for_them(setup: Setup) {
        let desk = with(setup, json!({"available_to": {"users": ["ann"]}}));
        let lists = |who: &str, whom: &str| desk.as_user(who).get(&format!("/catalog?requested_for={whom}")).send();
        assert!(!desk.as_user("max").get("/catalog").expect(200).each("/item").contains(&json!("wish")));
        assert!(lists("max", "ann").each("/item").contains(&json!("wish")));
        assert!(lists("dora", "ann").each("/item").contains(&json!("wish")));
        assert_eq!(lists("mia", "ann").problem(), "403 forbidden");
        assert_eq!(lists("mia", "nobody").problem(), "403 forbidden", "whoever may not ask hears of nobody");
        assert_eq!(lists("dora", "nobody").at("/errors/0/pointer"), "/requested_for");
    }

    fn access_says_every_rule(setup: Setup) {
        let desk = with(setup, json!({
            "available_to": {"departments": ["Sales"], "roles": ["*"]}, "not_available_to": {"groups": ["finance"]},
        }));
        let rules = |who: &str, whom: &str| {
            let told = desk.as_user(who).get(&format!("/catalog/wish/access?user={whom}")).expect(200);
            let rule = |rule: &Json| format!("{} {} {}", rule["effect"].as_str().unwrap(), rule["rule"].as_str().unwrap(), rule["value"].as_str().unwrap_or("-"));
            let rules: Vec<String> = told.at("/because").as_array().unwrap().iter().map(rule).collect();
            (told.at("/may_see") == true, told.at("/may_ask") == true, told.at("/on_behalf") == true, rules.join(", "))
        };
        let granted = "grants available_to.departments Sales, grants available_to.roles *";
        assert_eq!(rules("ann", "ann"), (true, true, true, granted.to_owned()));
        assert_eq!(rules("max", "ann"), (true, true, true, granted.to_owned()));
        let refused = "grants available_to.roles *, refuses not_available_to.groups finance";
        assert_eq!(rules("kim", "fay"), (false, false, false, refused.to_owned()));
        assert_eq!(rules("dora", "ada"), (true, true, true, format!("{granted}, shows role admin, shows category business")));
    }

    fn access_is_about_oneself_reports_and_for_staff_anybody(desk: Desk) {
        let told = |who: &str, whom: &str| desk.as_user(who).get(&format!("/catalog/laptop/access?user={whom}")).send();
        assert_eq!(told("ann", "ann").status, 200);
        assert_eq!(told("max", "ann").status, 200);
        assert_eq!(told("ann", "max").problem(), "403 forbidden");
        assert_eq!(told("ann", "nobody").problem(), "403 forbidden");
        assert_eq!(told("ula", "ann").status, 200);
        assert_eq!(told("ula", "nobody").at("/errors/0/pointer"), "/user");
        assert_eq!(desk.as_user("ann").get("/catalog/nothing/access").send().problem(), "404 not_found");
        assert_eq!(desk.as_user("ann").get("/catalog/laptop/access?of=ann").send().at("/errors/0/pointer"), "/of");
        assert_eq!(desk.stranger().get("/catalog/laptop/access").send().problem(), "401 unauthenticated");
    }

    fn people_are_told_what_they_may(desk: Desk) {
        author(&desk);
        let me = |who: &str| desk.as_user(who).get("/me").expect(200);
        assert_eq!(me("ann").at("/may"), json!(["ask"]));
        assert_eq!(me("dora").at("/may"), json!(["ask", "ask_for_anybody", "see_tickets", "accept_tickets", "write_notes", "see_groups"]));
        let otto = me("otto");
        assert_eq!((otto.at("/categories"), otto.at("/may")), (json!(["business"]), json!(["ask", "read_content", "publish"])));
        assert_eq!(me("sam").at("/policy_roles"), json!(["change_manager"]));
        assert_eq!(me("fay").at("/groups"), json!(["cab", "finance", "procurement"]));
    }

    fn a_role_of_the_policy_gives_no_right_of_the_desk(setup: Setup) {
        let desk = setup.replaced("workflows/policy.toml", "change_manager = [\"sam\"]", "change_manager = [\"sam\"]\nadmin = [\"ann\"]").start();
        assert_eq!(desk.as_user("ann").get("/me").expect(200).at("/may"), json!(["ask"]));
        assert_eq!(desk.as_user("ann").get("/releases").send().problem(), "403 forbidden");
    }

    fn an_author_publishes_items_of_their_categories(desk: Desk) {
        author(&desk);
        let form = r#"{"title": "Lamp", "type": "object", "properties": {"tag": {"type": "string"}}}"#;
        let files = json!({"schemas/lamp.json": ITEM, "workflows/lamp.rhai": SCRIPT, "schemas/forms/lamp.json": form});
        let told = publishes(&desk, "otto", files);
        assert_eq!(told.status, 200, "{}", told.shown());
        let number = desk.submit("ann", "lamp", json!({}));
        assert_eq!(desk.waits_for(&number), ["task Bring a lamp"]);
        let text = SCRIPT.replace("Bring", "Carry");
        desk.as_user("otto").post("/workflows/lamp/plan", json!({"source": text})).expect(200);
        desk.as_user("otto").call("PUT", "/workflows/lamp").json(&json!({"source": text})).expect(200);
        let told = publishes(&desk, "otto", json!({"workflows/lamp.rhai": "task("}));
        assert_eq!(told.status, 422, "what is theirs is checked: {}", told.shown());
        assert_eq!(publishes(&desk, "otto", json!({"schemas/lamp.json": null, "workflows/lamp.rhai": null, "schemas/forms/lamp.json": null})).status, 200);
    }

    fn an_author_publishes_nothing_else(desk: Desk) {
        author(&desk);
        hire(&desk, "olga", |new| new.roles = vec![Role::Author]);
        let laptop = desk.as_user("ada").get("/schemas/laptop").expect(200).text("/source");
        let captured = laptop.replace("\"technical\"", "\"business\"");
        assert_ne!(laptop, captured);
        let other = ITEM.replace("business", "technical");
        let own_item_on_anothers_script = ITEM.replace("\"category\"", "\"workflow\": \"laptop\", \"category\"");
        for (path, text) in [
            ("workflows/policy.toml", "x"),
            ("workflows/lib/x.rhai", "fn a() { 1 }"),
            ("workflows/jobs/x.rhai", "x"),
            ("workflows/laptop.rhai", "resolve(\"x\");"),
            ("workflows/tests/laptop.rhai", "x"),
            ("workflows/new.rhai", "resolve(\"x\");"),
            ("schemas/laptop.json", captured.as_str()),
            ("schemas/new.json", other.as_str()),
            ("schemas/lists/suppliers.csv", "name"),
            ("schemas/texts/zh.json", "{}"),
        ] {
            let told = publishes(&desk, "otto", json!({path: text}));
            assert_eq!((told.status, told.at("/code")), (403, json!("forbidden")), "{path}");
            assert!(told.text("/detail").contains(path), "{path}: {}", told.shown());
            assert_eq!(publishes(&desk, "olga", json!({path: text})).status, 403, "{path}: an author of nothing");
        }
        let both = json!({"schemas/wish.json": own_item_on_anothers_script, "workflows/laptop.rhai": "resolve(\"x\");"});
        let told = publishes(&desk, "otto", both);
        assert_eq!(told.problem(), "403 forbidden /files/schemas~1wish.json:category /files/workflows~1laptop.rhai:category");
        let plan = desk.as_user("otto").post("/workflows/laptop/plan", json!({"source": "resolve(\"x\");"})).send();
        assert_eq!(plan.problem(), "403 forbidden");
        assert_eq!(desk.as_user("otto").post("/workflows/none/plan", json!({"source": "x"})).send().problem(), "404 not_found");
        let first = desk.as_user("otto").get("/releases").expect(200).each("/id")[0].as_str().unwrap().to_owned();
        assert_eq!(desk.as_user("otto").post(&format!("/releases/{first}/rollback"), json!({})).send().status, 403);
        assert_eq!(publishes(&desk, "ann", json!({"schemas/new.json": ITEM})).problem(), "403 forbidden");
    }

    fn an_auditor_reads_and_changes_only_what_they_asked_for(desk: Desk) {
        let number = desk.submit("ann", "laptop", json!({"model": "light"}));
        let ula = desk.as_user("ula");
        for path in ["", "/events", "/steps?all=true", "/comments", "/explain"] {
            ula.get(&format!("/tickets/{number}{path}")).expect(200);
        }
        for path in ["/releases", "/workflows", "/absences?user=ann", "/metrics"] {
            ula.get(path).expect(200);
        }
        for (operation, body) in [("cancel", json!({})), ("comments", json!({"text": "x"})), ("comments", json!({"text": "x", "internal": true}))] {
            assert_eq!(ula.post(&format!("/tickets/{number}/{operation}"), body).send().problem(), "403 forbidden", "{operation}");
        }
        let own = desk.submit("ula", "password-reset", json!({"system": "erp"}));
        ula.post(&format!("/tickets/{own}/comments"), json!({"text": "Please hurry."})).expect(201);
        ula.post(&format!("/tickets/{own}/cancel"), json!({})).expect(200);
    }
}
