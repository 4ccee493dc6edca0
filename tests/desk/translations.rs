//! Texts in the language of who reads them; what is stored is the source text.

use crate::support::process::run;
use crate::support::{Content, Desk, on_both};
use maitred::desk::clock::Ids;
use maitred::desk::people::{NewUser, add_user};
use maitred::model::people::Role;
use serde_json::json;

/// Somebody who reads in a language, with max as manager.
fn joins(desk: &Desk, username: &str, language: &str, roles: &[Role], groups: &[&str]) {
    let new = NewUser {
        username: username.to_owned(),
        language: Some(language.to_owned()),
        manager: Some("max".to_owned()),
        roles: roles.to_vec(),
        groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        password: Some("a password".to_owned()),
        ..NewUser::default()
    };
    add_user(desk.desk.store(), &new, &mut Ids::new(&desk.clock)).unwrap();
    desk.desk.refresh().unwrap();
}

fn check(content: &Content) -> String {
    let output = run(&["check", content.path().to_str().unwrap(), "--translations"]);
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    // Where a text stands in its dictionary is told, but changes with every other text.
    let placed = |line: &str| match line.strip_prefix("schemas/texts/").and_then(|rest| rest.split_once(": ")) {
        Some((place, told)) => {
            let (file, at) = place.split_once(':').unwrap();
            assert!(at.split(':').all(|n| n.parse::<u32>().is_ok_and(|n| n > 0)), "{line}");
            format!("schemas/texts/{file}: {told}")
        }
        None => line.to_owned(),
    };
    let told: Vec<String> = text.trim_end().lines().map(placed).collect();
    format!("exit {}\n{}", output.status.code().unwrap(), told.join("\n"))
}

on_both! {
    fn the_catalog_is_read_in_ones_own_language(desk: Desk) {
        joins(&desk, "wei", "zh-CN", &[], &[]);
        joins(&desk, "vera", "ru", &[], &[]);
        let titles = |who: &str| {
            let rows = desk.as_user(who).get("/catalog").expect(200).rows(&["item", "title"]);
            let three = ["laptop", "password-reset", "software-installation"];
            let wanted = |row: &&str| three.iter().any(|item| row.starts_with(item));
            rows.lines().filter(wanted).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(titles("wei"), "laptop | 笔记本电脑\npassword-reset | 重置密码\nsoftware-installation | 安装软件");
        assert_eq!(titles("vera"), "laptop | Ноутбук\npassword-reset | Сброс пароля\nsoftware-installation | Установка программы");
        assert_eq!(titles("ann"), "laptop | Laptop\npassword-reset | Password reset\nsoftware-installation | Software installation");
        let form = desk.as_user("vera").get("/catalog/laptop").expect(200).at("/schema");
        assert_eq!(form["properties"]["model"]["title"], "Модель");
        assert_eq!(form["properties"]["model"]["oneOf"][1], json!({"const": "pro", "title": "Профессиональный 16", "x-price": "2100.00"}));
    }

    fn a_ticket_is_read_in_ones_own_language_and_kept_in_the_source(desk: Desk) {
        joins(&desk, "vera", "ru", &[], &[]);
        joins(&desk, "wei", "zh", &[Role::Agent], &["service-desk"]);
        let number = desk.submit("vera", "software-installation", json!({"product": "editor", "computer": "PC-1"}));
        let seen = |who: &str, field: &str| desk.ticket(who, &number).text(field);
        assert_eq!((seen("vera", "/waiting/0/name"), seen("wei", "/waiting/0/name")), ("Руководитель".to_owned(), "直属经理".to_owned()));
        assert_eq!((seen("vera", "/title"), seen("max", "/title")), ("Установка программы".to_owned(), "Software installation".to_owned()));
        assert!(seen("vera", "/headline").starts_with("ждёт согласования: Max Lim (Руководитель) с "), "{}", seen("vera", "/headline"));
        let steps = desk.as_user("vera").get(&format!("/tickets/{number}/steps")).expect(200);
        assert_eq!(steps.each("/name"), ["Руководитель"]);
        let why = desk.as_user("vera").get(&format!("/tickets/{number}/explain")).expect(200);
        assert_eq!(why.text("/steps/0/name"), "Руководитель");
        desk.answer("max", &number, "approval", "approved");
        desk.answering("dora", &number, "task", json!({"outcome": "done", "output": {"version": "3.1"}})).expect(200);
        assert_eq!(seen("vera", "/resolution"), "editor 3.1 установлена на PC-1");
        assert_eq!(seen("wei", "/resolution"), "editor 3.1 已安装在 PC-1 上");
        assert_eq!(seen("dora", "/resolution"), "editor 3.1 is installed on PC-1");
        let told = format!("{number} решена: editor 3.1 установлена на PC-1. Подтвердите или напишите, чего не хватает.");
        assert!(desk.messages("vera").contains(&told), "{:?}", desk.messages("vera"));
        let log = desk.as_user("vera").get(&format!("/tickets/{number}/events?limit=200")).expect(200);
        assert!(log.each("/data/name").contains(&json!("Установить программу")), "{}", log.shown());
        let kept = desk.as_user("dora").get(&format!("/tickets/{number}/steps")).expect(200);
        assert_eq!(kept.each("/name"), ["Line manager", "", "Install the program"]);
    }

    fn a_preview_names_its_steps_in_ones_own_language(desk: Desk) {
        joins(&desk, "vera", "ru", &[], &[]);
        let seen = desk.as_user("vera").post("/catalog/laptop/preview", json!({"form": {"model": "light"}})).expect(200);
        assert_eq!(seen.text("/steps/0/name"), "Руководитель");
        assert!(seen.at("/graph").to_string().contains("\"label\":\"Передать\""), "{}", seen.shown());
    }
}

#[test]
fn everything_that_the_shipped_items_show_is_translated() {
    let said = check(&Content::Shipped);
    assert!(said.starts_with("exit 0\n") && said.ends_with("files checked, no fault"), "{said}");
}

#[test]
fn what_lacks_a_translation_and_what_is_not_shown_any_more_is_named() {
    let content = Content::copied()
        .replaced("workflows/laptop.rhai", "\"Hand over\"", "\"Bring it \" + form.model")
        .replaced("schemas/forms/installed.json", "Installed version", "Version");
    insta::assert_snapshot!(check(&content), @r#"
    exit 1
    schemas/forms/installed.json:8:27: warning: ru lacks “Version” [translation]
    schemas/forms/installed.json:8:27: warning: zh-CN lacks “Version” [translation]
    schemas/texts/ru.json: warning: nothing shows “Hand over” any more [translation]
    schemas/texts/ru.json: warning: nothing shows “Installed version” any more [translation]
    schemas/texts/zh.json: warning: nothing shows “Hand over” any more [translation]
    schemas/texts/zh.json: warning: nothing shows “Installed version” any more [translation]
    workflows/laptop.rhai:17:18: warning: ru lacks “Bring it {}” [translation]
    workflows/laptop.rhai:17:18: warning: zh-CN lacks “Bring it {}” [translation]
    error: 8 texts are not as the translations want them
    "#);
}

#[test]
fn a_file_of_translations_is_checked_with_the_rest() {
    let content = Content::copied().replaced("schemas/texts/ru.json", "\"Выдан {}\"", "\"Выдан\"");
    insta::assert_snapshot!(check(&content), @r#"
    exit 1
    schemas/texts/ru.json: error: “Delivered {}” has the placeholders {}, its translation none [translation]
    1 error
    "#);
}
