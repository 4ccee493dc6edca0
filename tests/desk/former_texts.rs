//! Texts as they were, and the files in force by path: what authors compare,
//! translate and edit beside scripts and forms.

use crate::support::{Answer, Desk, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::{Value as Json, json};

fn publishes(desk: &Desk, files: Json) -> Answer {
    desk.as_user("ada").call("PUT", "/releases").json(&json!({"files": files})).expect(200)
}

fn file(desk: &Desk, who: &str, path: &str) -> Answer {
    desk.as_user(who).get(&format!("/releases/current/file?path={path}")).send()
}

on_both! {
    fn a_former_text_of_a_workflow_is_read_again(desk: Desk) {
        let ada = desk.as_user("ada");
        let first = ada.get("/workflows/laptop").expect(200);
        let lib = "fn tell(who) { notify(who, \"Soon.\") }\n";
        let text = format!("//! Another laptop.\nimport \"told\" as told;\n{}", first.text("/source").replace("\"Line manager\"", "\"Head\""));
        let pinned = desk.submit("ann", "laptop", json!({"model": "light"}));
        publishes(&desk, json!({"workflows/laptop.rhai": text, "workflows/lib/told.rhai": lib}));
        let second = ada.get("/workflows/laptop").expect(200);
        publishes(&desk, json!({"workflows/laptop.rhai": first.text("/source"), "workflows/lib/told.rhai": null}));
        let hashes = ada.get("/workflows/laptop/versions").expect(200).each("/hash");
        let read = |version: &str| ada.get(&format!("/workflows/laptop/versions/{version}"));
        let was = read(hashes[1].as_str().unwrap()).expect(200);
        assert_eq!(was.json(), second.json(), "the shape of the text in force, and all that it was");
        assert_eq!(was.header("etag"), Some(format!("\"{}\"", hashes[1].as_str().unwrap()).as_str()));
        assert_eq!(read(&second.text("/version")).expect(200).json(), second.json(), "by the version that tickets keep");
        assert_eq!(read(&first.text("/version")).expect(200).json(), first.json());
        assert_eq!(ada.get(&format!("/tickets/{pinned}")).expect(200).text("/item"), "laptop");
        // A text of another file is none of this one's.
        let other = ada.get("/schemas/laptop").expect(200).text("/version");
        for version in [other.as_str(), "0000", "x%2Fy"] {
            assert_eq!(read(version).send().problem(), "404 not_found", "{version}");
        }
        let reset = ada.get("/workflows/password-reset").expect(200).text("/version");
        assert_eq!(read(&reset).send().problem(), "404 not_found");
        assert_eq!(desk.as_user("ann").get("/workflows/laptop/versions/0000").send().problem(), "403 forbidden");
        assert_eq!(desk.as_user("ula").get(&format!("/workflows/laptop/versions/{}?x=1", first.text("/version"))).send().problem(), "422 invalid /x:unknown");
    }

    fn a_workflow_that_is_gone_is_still_read(desk: Desk) {
        let ada = desk.as_user("ada");
        let was = ada.get("/workflows/wifi-advice").expect(200);
        publishes(&desk, json!({"workflows/wifi-advice.rhai": null, "schemas/wifi-advice.json": null, "workflows/tests/wifi-advice.rhai": null}));
        ada.get("/workflows/wifi-advice").expect(404);
        assert_eq!(ada.get(&format!("/workflows/wifi-advice/versions/{}", was.text("/version"))).expect(200).json(), was.json());
    }

    fn a_former_text_of_a_form_is_read_again(desk: Desk) {
        let ada = desk.as_user("ada");
        for (path, file) in [("/schemas/laptop", "schemas/laptop.json"), ("/schemas/forms/installed", "schemas/forms/installed.json")] {
            let was = ada.get(path).expect(200);
            let mut schema = was.at("/schema");
            schema["description"] = json!("Another one.");
            publishes(&desk, json!({file: schema.to_string()}));
            let read = |who: &str, version: &str| desk.as_user(who).get(&format!("{path}/versions/{version}"));
            assert_eq!(read("ula", &was.text("/version")).expect(200).json(), was.json());
            assert_eq!(read("ada", &ada.get(path).expect(200).text("/version")).expect(200).at("/schema/description"), "Another one.");
            assert_eq!(read("ada", "0000").send().problem(), "404 not_found");
            assert_eq!(read("dora", &was.text("/version")).send().problem(), "403 forbidden");
        }
        let form = ada.get("/schemas/forms/installed").expect(200).text("/version");
        assert_eq!(ada.get(&format!("/schemas/laptop/versions/{form}")).send().problem(), "404 not_found");
    }

    fn every_file_in_force_is_listed_and_read(desk: Desk) {
        let listed = desk.as_user("ula").get("/releases/current/files").expect(200);
        let paths = listed.each("/path");
        for path in ["schemas/texts/zh.json", "workflows/policy.toml", "workflows/jobs/escalate-overdue.rhai", "workflows/tests/laptop.rhai", "schemas/lists/groups.csv", "plugins/asset/plugin.toml"] {
            assert!(paths.contains(&json!(path)), "{path}");
            let read = file(&desk, "ula", path).expecting(200);
            let at = paths.iter().position(|known| known == path).unwrap();
            assert_eq!((read.at("/hash"), read.at("/editable")), (listed.at(&format!("/items/{at}/hash")), json!(false)), "{path}");
            assert_eq!(read.header("etag"), Some(format!("\"{}\"", read.text("/hash")).as_str()));
            assert_eq!(read.text("/text"), std::fs::read_to_string(desk.content.path().join(path)).unwrap());
        }
        let texts = desk.as_user("ada").get("/releases/current/files?prefix=schemas/texts/").expect(200);
        assert_eq!(texts.rows(&["path", "editable"]), "schemas/texts/ru.json | true\nschemas/texts/zh.json | true");
        assert_eq!(file(&desk, "ada", "plugins/asset/plugin.toml").expecting(200).at("/editable"), false, "plugins come with the installation");
        for path in ["schemas/texts/fr.json", "..%2Fmaitred.toml", "schemas/", "%00"] {
            assert!([404, 422].contains(&file(&desk, "ada", path).status), "{path}");
        }
        assert_eq!(desk.as_user("ada").get("/releases/current/file").send().problem(), "422 invalid /path:required");
        assert_eq!(desk.as_user("ada").get("/releases/current/files?path=x").send().problem(), "422 invalid /path:unknown");
        for who in ["ann", "dora"] {
            assert_eq!(desk.as_user(who).get("/releases/current/files").send().problem(), "403 forbidden", "{who}");
            assert_eq!(file(&desk, who, "workflows/policy.toml").problem(), "403 forbidden", "{who}");
        }
    }

    fn what_is_listed_is_edited_through_a_release(desk: Desk) {
        let read = |path: &str| file(&desk, "ada", path).expecting(200).text("/text");
        let mut zh: Json = serde_json::from_str(&read("schemas/texts/zh.json")).unwrap();
        zh["Line manager"] = json!("经理甲");
        let policy = read("workflows/policy.toml").replace("finance_limit = \"1000.00\"", "finance_limit = \"500.00\"");
        let job = read("workflows/jobs/escalate-overdue.rhai").replace("*/10", "*/20");
        let scenario = format!("{}\n// more\n", read("workflows/tests/laptop.rhai"));
        let groups = format!("{}\n", read("schemas/lists/groups.csv").trim_end());
        let published = publishes(&desk, json!({"schemas/texts/zh.json": zh.to_string(), "workflows/policy.toml": policy,
            "workflows/jobs/escalate-overdue.rhai": job, "workflows/tests/laptop.rhai": scenario,
            "schemas/lists/new.csv": "value,label\na,A\n", "workflows/lib/told.rhai": "fn a() { 1 }\n", "schemas/lists/groups.csv": groups}));
        for path in ["schemas/texts/zh.json", "workflows/policy.toml", "workflows/jobs/escalate-overdue.rhai", "workflows/lib/told.rhai", "schemas/lists/new.csv"] {
            assert!(published.at("/changed").as_array().unwrap().contains(&json!(path)), "{path}");
        }
        assert_eq!(read("workflows/policy.toml"), policy);
        let seen = desk.as_user("ann").post("/catalog/laptop/preview", json!({"form": {"model": "light"}})).expect(200);
        assert_eq!(seen.at("/steps/1/name"), "Finance", "the new limit is in force");
        assert_eq!(file(&desk, "ada", "workflows/lib/told.rhai").expecting(200).at("/release"), published.at("/release"));
        publishes(&desk, json!({"workflows/lib/told.rhai": null}));
        assert_eq!(file(&desk, "ada", "workflows/lib/told.rhai").problem(), "404 not_found");
    }

    fn an_author_is_told_what_is_theirs_to_edit(desk: Desk) {
        let new = NewUser { username: "otto".to_owned(), password: Some("otto".to_owned()), roles: vec![Role::Author], categories: vec!["technical".to_owned()], ..NewUser::default() };
        add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
        desk.desk.refresh().unwrap();
        let editable = |path: &str| file(&desk, "otto", path).expecting(200).at("/editable");
        for path in ["schemas/laptop.json", "workflows/laptop.rhai", "workflows/tests/laptop.rhai"] {
            assert_eq!(editable(path), true, "{path}");
        }
        for path in ["workflows/policy.toml", "schemas/texts/zh.json", "workflows/jobs/escalate-overdue.rhai", "schemas/hr-letter.json"] {
            assert_eq!(editable(path), false, "{path}");
            let text = file(&desk, "otto", path).text("/text");
            let told = desk.as_user("otto").call("PUT", "/releases").json(&json!({"files": {path: format!("{text}\n")}})).send();
            assert_eq!(told.status, 403, "{path}");
        }
    }
}
