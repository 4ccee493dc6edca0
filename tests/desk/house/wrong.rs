//! Small wrong sources: each kind of arrow is found wherever it hides, and what
//! is allowed is left alone.

use super::floors::arrows;

/// What is found in `text`, as `line: arrow`.
fn found(file: &str, text: &str) -> Vec<String> {
    let all = arrows(file, text);
    all.into_iter().map(|arrow| arrow.strip_prefix(&format!("{file}:")).map_or(arrow.clone(), str::to_owned)).collect()
}

#[track_caller]
fn finds(file: &str, text: &str, expected: &[&str]) {
    assert_eq!(found(file, text), expected, "{text}");
}

#[test]
fn an_arrow_is_named_with_file_line_and_both_ends() {
    let arrows = arrows("src/store/reader.rs", "//! x\n\nuse crate::desk::Desk;\n");
    assert_eq!(arrows, ["src/store/reader.rs:3: store -> crate::desk::Desk: an arrow upwards"]);
}

#[test]
fn arrows_upwards_and_sideways_are_found_on_each_floor() {
    finds("src/model/text.rs", "use crate::store::Store;", &["1: model -> crate::store::Store: an arrow upwards"]);
    finds("src/script/mod.rs", "use crate::store::Store;", &["1: script -> crate::store::Store: an arrow sideways"]);
    finds("src/store/mod.rs", "use crate::script::Run;", &["1: store -> crate::script::Run: an arrow sideways"]);
    finds(
        "src/workflow/a.rs",
        "use crate::plugins::Call;",
        &["1: workflow -> crate::plugins::Call: an arrow sideways"],
    );
    finds("src/plugins/a.rs", "use crate::desk::Desk;", &["1: plugins -> crate::desk::Desk: an arrow upwards"]);
    finds("src/desk/a.rs", "use crate::http::serve;", &["1: desk -> crate::http::serve: an arrow upwards"]);
    finds("src/scheduler/a.rs", "use crate::http::serve;", &["1: scheduler -> crate::http::serve: an arrow sideways"]);
    finds("src/http/a.rs", "use crate::channels::Mail;", &["1: http -> crate::channels::Mail: an arrow sideways"]);
    finds("src/http/a.rs", "use crate::cli::Args;", &["1: http -> crate::cli::Args: an arrow upwards"]);
}

#[test]
fn a_room_below_may_still_be_unknown() {
    let why = "an arrow to a room that this one does not know";
    finds("src/workflow/a.rs", "use crate::store::Store;", &[&format!("1: workflow -> crate::store::Store: {why}")]);
    finds("src/plugins/a.rs", "use crate::store::Store;", &[&format!("1: plugins -> crate::store::Store: {why}")]);
}

#[test]
fn arrows_down_are_fine() {
    finds("src/desk/a.rs", "use crate::{model::ticket::Ticket, store::{self, Reader}, workflow::Run};", &[]);
    finds("src/http/a.rs", "use crate::desk::Desk; use crate::model::view as shown; use maitred::store::Store;", &[]);
    finds("src/cli/serve.rs", "use crate::http; use crate::scheduler::Scheduler; use crate::store::Store;", &[]);
    finds("src/store/rows/log.rs", "use super::super::types::Text; use self::inner::X; use crate::store::schema;", &[]);
    finds("src/store/rows/log.rs", "pub(in crate::store) fn f() {} pub(super) struct X(pub(crate) u8);", &[]);
}

#[test]
fn a_path_needs_no_use_to_be_found() {
    let up = |line: u32, name: &str| format!("{line}: model -> crate::desk::{name}: an arrow upwards");
    finds("src/model/a.rs", "fn f(x: crate::desk::T) {}", &[&up(1, "T")]);
    finds("src/model/a.rs", "fn f() {\n crate::desk::call(1);\n}", &[&up(2, "call")]);
    finds("src/model/a.rs", "fn f(x: X) { match x { crate::desk::A => (), _ => () } }", &[&up(1, "A")]);
    finds("src/model/a.rs", "impl crate::desk::Tr for X {}", &[&up(1, "Tr")]);
    finds("src/model/a.rs", "type X = Vec<Option<&'static crate::desk::T>>;", &[&up(1, "T")]);
    finds("src/model/a.rs", "fn f() { <X as crate::desk::Tr>::f() }", &[&up(1, "Tr::f")]);
    finds("src/model/a.rs", "fn f<T>() where T: crate::desk::Tr {}", &[&up(1, "Tr")]);
    finds("src/model/a.rs", "fn f() { use crate::desk::g; g() }", &[&up(1, "g")]);
    finds("src/model/a.rs", "fn f() { x.collect::<crate::desk::T>() }", &[&up(1, "T")]);
    finds("src/model/a.rs", "fn f() { maitred::desk::g() }", &[&up(1, "g")]);
    finds("src/model/a.rs", "fn f() { ::maitred::desk::g() }", &[&up(1, "g")]);
}

#[test]
fn groups_renames_and_globs_are_read() {
    let up = |line: u32, name: &str| format!("{line}: store -> crate::{name}: an arrow upwards");
    let text =
        "use crate::{\n model::{ids, text},\n desk::{\n  clock::{self, Clock},\n  load as l,\n },\n http::*,\n};";
    let lines = [up(4, "desk::clock"), up(4, "desk::clock::Clock"), up(5, "desk::load"), up(7, "http::*")];
    finds("src/store/a.rs", text, &lines.each_ref().map(String::as_str));
    finds("src/store/a.rs", "use crate::http as h;", &[&up(1, "http")]);
    finds("src/store/a.rs", "use crate::r#http::serve;", &[&up(1, "http::serve")]);
}

#[test]
fn super_and_self_are_followed() {
    let up = |line: u32, name: &str| format!("{line}: store -> crate::{name}: an arrow upwards");
    finds("src/store/rows/log.rs", "use super::super::super::desk::Desk;", &[&up(1, "desk::Desk")]);
    finds("src/store/mod.rs", "use super::http::serve;", &[&up(1, "http::serve")]);
    finds("src/store/rows/mod.rs", "fn f() { self::super::super::desk::g() }", &[&up(1, "desk::g")]);
    finds("src/store/a.rs", "mod tests {\n use super::super::super::desk::X;\n use super::*;\n}", &[&up(2, "desk::X")]);
    finds(
        "src/store/a.rs",
        "mod a { mod b { fn f() { super::super::super::super::http::g() } } }",
        &[&up(1, "http::g")],
    );
}

#[test]
fn the_house_is_not_taken_in_whole() {
    let whole = |name: &str| format!("1: store -> {name}: the whole house at once; name the floor");
    finds("src/store/a.rs", "use crate::*;", &[&whole("crate::*")]);
    finds("src/store/a.rs", "use crate as house;", &[&whole("crate")]);
    finds("src/store/a.rs", "use crate::{self as house};", &[&whole("crate")]);
    finds("src/store/a.rs", "use super::super::*;", &[&whole("crate::*")]);
    finds("src/store/a.rs", "extern crate self as house;", &[&whole("crate")]);
    finds("src/store/a.rs", "use maitred as house;", &[&whole("crate")]);
    finds("src/store/a.rs", "m! { use crate as house; }", &[&whole("crate")]);
    finds("src/store/a.rs", "m! { use crate::{self as house, model::x}; }", &[&whole("crate")]);
    finds("src/store/a.rs", "use crate::Desk;", &["1: store -> crate::Desk: no floor of the house"]);
}

#[test]
fn tokens_of_macros_are_read() {
    let up = |line: u32, name: &str| format!("{line}: store -> crate::{name}: an arrow upwards");
    finds("src/store/a.rs", "m! { f(crate::desk::g(), [crate::http::h]) }", &[&up(1, "desk::g"), &up(1, "http::h")]);
    finds("src/store/a.rs", "macro_rules! m { () => {\n use $crate::desk::X;\n } }", &[&up(2, "desk::X")]);
    finds(
        "src/store/a.rs",
        "m! { use crate::{model::x, desk::{a as b, c}}; }",
        &[&up(1, "desk::a"), &up(1, "desk::c")],
    );
    finds("src/store/a.rs", "m! { use crate::desk::*; }", &[&up(1, "desk::*")]);
    finds("src/store/a.rs", "m! { use super::super::desk::X; }", &[&up(1, "desk::X")]);
    finds("src/store/a.rs", "m! { x as crate::desk::T }", &[&up(1, "desk::T")]);
    finds("src/store/a.rs", "m! { Vec::<crate::desk::T>::new() }", &[&up(1, "desk::T")]);
    finds("src/store/a.rs", "m! { ::maitred::desk::g() }", &[&up(1, "desk::g")]);
    finds("src/store/a.rs", "fn f() { assert!(matches!(x, crate::desk::A)); }", &[&up(1, "desk::A")]);
    finds("src/store/a.rs", "m! { self.x, crate, Self::y, pub(crate) fn f(a: u8) -> X<T>::Y {} }", &[]);
}

#[test]
fn attributes_are_read() {
    let up = |name: &str| format!("1: store -> crate::{name}: an arrow upwards");
    finds("src/store/a.rs", "#[derive(crate::desk::Shown)] struct X;", &[&up("desk::Shown")]);
    finds("src/store/a.rs", "#[crate::desk::shown] fn f() {}", &[&up("desk::shown")]);
    finds("src/store/a.rs", "struct X { #[serde(with = \"crate::desk::text\")] x: u8 }", &[&up("desk::text")]);
    finds("src/store/a.rs", "/// See `crate::desk::Desk`, which is above.\nstruct X;", &[]);
}

#[test]
fn libraries_keep_to_their_rooms() {
    finds("src/desk/a.rs", "use diesel::prelude::*;", &["1: desk -> diesel::prelude::*: only store knows diesel"]);
    finds("src/desk/a.rs", "use diesel;", &["1: desk -> diesel: only store knows diesel"]);
    finds("src/desk/a.rs", "extern crate diesel as d;", &["1: desk -> diesel: only store knows diesel"]);
    finds(
        "src/desk/a.rs",
        "#[derive(diesel::Queryable)] struct X;",
        &["1: desk -> diesel::Queryable: only store knows diesel"],
    );
    finds("src/desk/a.rs", "fn f() { ::pq_sys::f() }", &["1: desk -> pq_sys::f: only store knows pq_sys"]);
    finds(
        "src/desk/a.rs",
        "fn f(x: libsqlite3_sys::X) {}",
        &["1: desk -> libsqlite3_sys::X: only store knows libsqlite3_sys"],
    );
    finds(
        "src/cli/a.rs",
        "m!(diesel_migrations::x);",
        &["1: cli -> diesel_migrations::x: only store knows diesel_migrations"],
    );
    finds("src/cli/a.rs", "use actix_web::App;", &["1: cli -> actix_web::App: only http knows actix_web"]);
    finds(
        "src/desk/a.rs",
        "#[actix_web::main] async fn f() {}",
        &["1: desk -> actix_web::main: only http knows actix_web"],
    );
    finds(
        "src/desk/a.rs",
        "use utoipa_actix_web::X;",
        &["1: desk -> utoipa_actix_web::X: only http knows utoipa_actix_web"],
    );
    finds("src/workflow/a.rs", "use rhai::Engine;", &["1: workflow -> rhai::Engine: only script knows rhai"]);
    finds("src/http/a.rs", "use clap::Parser;", &["1: http -> clap::Parser: only cli and main knows clap"]);
    finds("src/channels/a.rs", "use reqwest::Url;", &["1: channels -> reqwest::Url: only plugins knows reqwest"]);
    finds("src/lib.rs", "use diesel;", &["1: lib -> diesel: only store knows diesel"]);
    finds("src/store/a.rs", "use diesel::prelude::*; use diesel_migrations::embed_migrations;", &[]);
    finds("src/main.rs", "use clap::Parser; fn main() { let clap = 1; f(clap); maitred::cli::run() }", &[]);
}

#[test]
fn what_is_absent_from_a_room_stays_absent() {
    let lacks = |what: &str| format!("1: workflow -> {what}: workflow is given what it needs and has no {what}");
    finds("src/workflow/a.rs", "use std::fs;", &[&lacks("std::fs")]);
    finds("src/workflow/a.rs", "use std::{fmt, env};", &[&lacks("std::env")]);
    finds("src/workflow/a.rs", "use std::time::{Duration, Instant};", &[&lacks("std::time::Instant")]);
    finds("src/plugins/a.rs", "use std::fs;", &[]);
    finds("src/workflow/a.rs", "mod tests { use std::fs; }", &[]);
    finds("src/workflow/tests/a.rs", "use std::fs;", &[]);
}

#[test]
fn a_file_outside_the_floors_and_one_that_is_no_rust_are_told() {
    let stray = "1: tools -> crate::model::x: a room that stands on no floor";
    finds("src/tools/a.rs", "use crate::model::x;", &[stray]);
    assert!(arrows("src/store/a.rs", "fn {")[0].starts_with("src/store/a.rs: not read: "));
}
