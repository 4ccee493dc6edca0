//! A preview: what a request would come to, before it is one.

use crate::support::{Desk, on_both};
use serde_json::json;

on_both! {
    fn a_requester_sees_before_submitting_who_decides_what_it_costs_and_when_it_is_due(desk: Desk) {
        let ann = desk.as_user("ann");
        let seen = ann.post("/catalog/laptop/preview", json!({"form": {"model": "pro"}})).expect(200);
        let steps = seen.at("/steps");
        let names: Vec<&str> = steps.as_array().unwrap().iter().map(|step| step["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Line manager", "Finance", "", "Prepare the account", "asset.reserve", "Hand over"]);
        assert_eq!(steps[0]["for"]["users"], json!([{"username": "max", "name": "Max Lim"}]));
        assert_eq!((&steps[1]["for"]["groups"], &steps[1]["needed"]), (&json!(["finance"]), &json!(2)));
        assert_eq!(seen.at("/cost/estimated"), "2100.00");
        assert!(seen.at("/respond_due").is_string() && seen.at("/resolve_due").is_string());
        assert!(seen.at("/graph/nodes").as_array().unwrap().iter().all(|node| node["place"].is_null()), "no script");
        let light = ann.post("/catalog/laptop/preview", json!({"form": {"model": "light"}})).expect(200);
        assert_eq!(light.at("/steps").as_array().unwrap().len(), 5, "finance is not asked");
        assert_eq!(ann.get("/tickets").expect(200).at("/items"), json!([]), "nothing was written");
    }

    fn staff_sees_where_in_the_script_it_stands(desk: Desk) {
        let preview = |wish: serde_json::Value| desk.as_user("dora").post("/catalog/password-reset/preview", wish).expect(200);
        let called = preview(json!({"form": {"system": "mail"}, "requested_for": "ann"}));
        assert_eq!(called.at("/steps/0/name"), "Check who is calling", "what she takes down for somebody came by telephone");
        let seen = preview(json!({"form": {"system": "mail"}}));
        assert_eq!(seen.at("/steps/0/for/groups"), json!(["service-desk"]));
        assert_eq!(seen.at("/graph/nodes/1/place/source"), "workflows/password-reset.rhai");
        assert_eq!(seen.at("/not_reached/0/what"), "task \"Check who is calling\"", "the portal has no callers");
    }

    fn who_may_not_submit_may_not_look_ahead_either(desk: Desk) {
        let ann = desk.as_user("ann");
        let problem = |path: &str, body| ann.post(path, body).send().problem().split(' ').take(2).collect::<Vec<_>>().join(" ");
        assert_eq!(problem("/catalog/yacht/preview", json!({"form": {}})), "404 not_found");
        assert_eq!(problem("/catalog/yacht/preview", json!({"colour": "red"})), "404 not_found");
        assert_eq!(problem("/catalog/laptop/preview", json!({"form": {"model": "pro"}, "requested_for": "viv"})), "403 forbidden");
        assert_eq!(problem("/catalog/laptop/preview", json!({"form": {"model": "huge"}})), "422 invalid");
        assert_eq!(problem("/catalog/laptop/preview", json!({"form": {"model": "pro"}, "colour": "red"})), "422 invalid");
        let wrong = ann.post("/catalog/laptop/preview", json!({"form": {}})).expect(422);
        assert_eq!(wrong.at("/errors/0/pointer"), "/form/model");
        assert_eq!(desk.stranger().post("/api/v1/catalog/laptop/preview", json!({})).send().status, 401);
    }
}
