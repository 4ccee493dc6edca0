//! `GET /users`.

use crate::desk::directory::UserView;
use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::{Paging, PeopleFilter};
use crate::http::document::{examples, problems};
use crate::model::people::Role;
use crate::model::text::fold;
use actix_web::get;

/// People, by username, those who left included; for admins, service request managers and auditors.
#[utoipa::path(
    tag = "people",
    params(PeopleFilter, Paging),
    responses(
        (status = 200, description = "A page of people", body = Page<UserView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::user()))),
        problems::Listed,
    ),
)]
#[get("/users")]
pub async fn list_users(call: Signed) -> Answer {
    let q = call.query.text("q").map(|q| fold(&q));
    let (group, active) = (call.query.text("group"), call.query.flag("active"));
    let role = call.query.one("role", "a role", Role::parse);
    let users = call.desk().list_users(&call.caller, |world, user| {
        let texts = [Some(user.username.as_str()), Some(user.name.as_str()), user.department.as_deref()];
        let named = |q: &String| texts.iter().flatten().any(|text| fold(text).contains(q));
        let in_it = |name: &String| world.people.by_group_name(name).is_some_and(|it| user.groups.contains(&it.id));
        q.as_ref().is_none_or(named)
            && group.as_ref().is_none_or(in_it)
            && role.is_none_or(|role| user.has(role))
            && active.is_none_or(|active| user.active == active)
    })?;
    cut(&call, users, |user| user.username.clone())
}
