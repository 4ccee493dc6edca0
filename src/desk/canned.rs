//! Canned replies: agents write their own, those who look after the process or
//! its knowledge write what all use. Rendering one writes nothing.

use super::command::{never_null, nullable};
use super::views::{self, View};
use super::workers::unavailable;
use super::{Caller, Desk, World};
use crate::model::canned::{CannedReply, Visibility, manages, unknown_placeholders};
use crate::model::people::User;
use crate::model::policy::words::called;
use crate::model::problem::{Code, FieldError, Refusal, pointer_part};
use crate::model::text::fill;
use crate::model::ticket::{Ticket, number_text};
use crate::model::view::{self, CannedReplyView, RenderedReply, spoken};
use crate::store::{MadeUnder, Reader};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

const LONGEST_NAME: usize = 100;
const LONGEST_TITLE: usize = 200;
const LONGEST_TEXT: usize = 20_000;

/// Body of `POST /canned-replies`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCannedReply {
    /// What it is called by programs: small letters, digits and `-`.
    pub name: String,
    /// What it is called by people.
    pub title: String,
    /// Language → text, with placeholders such as `{requester.name}`.
    pub texts: BTreeMap<String, String>,
    /// Who may use it; its author when absent.
    #[serde(default)]
    pub visibility: Visibility,
    /// The group that it is for.
    pub group: Option<String>,
    /// The catalog item that it is for.
    pub item: Option<String>,
    /// The category that it is for.
    pub category: Option<String>,
}

/// Body of `PATCH /canned-replies/{name}`: what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CannedReplyPatch {
    /// What it is called by people.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Language → text; all of them.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub texts: Option<BTreeMap<String, String>>,
    /// Who may use it.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
    /// The group that it is for.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub group: Option<Option<String>>,
    /// The catalog item that it is for.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub item: Option<Option<String>>,
    /// The category that it is for.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub category: Option<Option<String>>,
}

fn may_use(user: &User) -> Result<(), Refusal> {
    match user.is_staff() {
        true => Ok(()),
        false => Err(Refusal::new(Code::Forbidden, "Canned replies are for staff.")),
    }
}

fn may_write(user: &User, visibility: Visibility) -> Result<(), Refusal> {
    may_use(user)?;
    if user.only_reads() {
        return Err(Refusal::new(Code::Forbidden, "You may not write canned replies."));
    }
    match visibility {
        Visibility::Own => Ok(()),
        _ if manages(user) => Ok(()),
        _ => Err(Refusal::new(Code::Forbidden, "You may write replies of your own only.")),
    }
}

/// What is wrong with a reply as it would be.
fn check(world: &World, reply: &CannedReply, errors: &mut Vec<FieldError>) {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if reply.name.is_empty() || reply.name.len() > LONGEST_NAME || !reply.name.bytes().all(letter) {
        errors.push(FieldError::new("/name", "pattern", "small letters, digits and `-` are wanted, at most 100"));
    }
    let length = reply.title.chars().count();
    if reply.title.trim().is_empty() || length > LONGEST_TITLE {
        errors.push(FieldError::new("/title", "length", format!("1 to {LONGEST_TITLE} characters are wanted")));
    }
    if reply.texts.is_empty() {
        errors.push(FieldError::new("/texts", "required", "at least one text is wanted"));
    }
    let languages = &world.policy().languages;
    for (language, text) in &reply.texts {
        let pointer = format!("/texts/{}", pointer_part(language));
        if !languages.contains(language) {
            let known = languages.join(", ");
            errors.push(FieldError::new(&pointer, "enum", format!("`{language}` is none of {known}")));
        }
        if text.trim().is_empty() || text.chars().count() > LONGEST_TEXT {
            errors.push(FieldError::new(&pointer, "length", format!("1 to {LONGEST_TEXT} characters are wanted")));
        }
        for name in unknown_placeholders(text) {
            let known = crate::model::canned::PLACEHOLDERS.join(", ");
            errors.push(FieldError::new(&pointer, "placeholder", format!("`{{{name}}}` is none of {known}")));
        }
    }
    if reply.visibility == Visibility::Group && reply.group.is_none() {
        errors.push(FieldError::new("/group", "required", "Say which group may use it."));
    }
    if let Some(item) = reply.item.as_ref().filter(|item| !world.content.items.contains_key(*item)) {
        errors.push(FieldError::new("/item", "unknown", format!("there is no catalog item `{item}`")));
    }
    let known = |category: &String| world.content.items.values().any(|item| item.meta.category == *category);
    if let Some(category) = reply.category.as_ref().filter(|category| !known(category)) {
        errors.push(FieldError::new(
            "/category",
            "unknown",
            format!("no catalog item is of the category `{category}`"),
        ));
    }
}

impl Desk {
    /// Keeps a new reply; a repeat under the same key is answered from it.
    ///
    /// # Errors
    /// 403, 409 where there is one of that name, 422 with what is wrong.
    pub async fn add_canned_reply(
        &self,
        caller: &Caller,
        wish: NewCannedReply,
        made: MadeUnder,
    ) -> Result<(CannedReplyView, bool), Refusal> {
        may_write(&caller.user, wish.visibility)?;
        if let Some((command, print)) = made.clone() {
            let before = self.read_store(move |reader| reader.canned_made(&command)).await?;
            if let Some((name, known)) = before {
                if known != print {
                    let detail = "The same Idempotency-Key came before with another body.";
                    return Err(Refusal::new(Code::IdempotencyKeyReused, detail));
                }
                return Ok((self.canned_reply(caller, name).await?, true));
            }
        }
        let (world, now) = (self.world(), self.clock().now());
        let mut errors = Vec::new();
        let group = group(&world, wish.group.as_deref(), &mut errors);
        let reply = CannedReply {
            name: wish.name,
            title: wish.title,
            texts: wish.texts,
            visibility: wish.visibility,
            owner: caller.user.id,
            group,
            item: wish.item,
            category: wish.category,
            created_at: now,
            updated_at: now,
            version: 1,
        };
        check(&world, &reply, &mut errors);
        // A group that is not there was named already.
        if wish.group.is_some() && group.is_none() {
            errors.retain(|error| error.pointer != "/group" || error.code != "required");
        }
        if !errors.is_empty() {
            return Err(Refusal::invalid_fields(errors));
        }
        let kept = reply.clone();
        if !self.write_store(move |store| store.add_canned_reply(&kept, made)).await? {
            return Err(Refusal::new(Code::AlreadyExists, format!("There is a reply `{}` already.", reply.name)));
        }
        Ok((self.reply_view(caller, &reply), false))
    }

    /// Changes a reply.
    ///
    /// # Errors
    /// 404, 403, 412 where it is at another version than the caller saw, 422 with what is wrong.
    pub async fn change_canned_reply(
        &self,
        caller: &Caller,
        name: String,
        patch: CannedReplyPatch,
        seen: Option<i64>,
    ) -> Result<CannedReplyView, Refusal> {
        let before = self.writable(caller, name, seen).await?;
        if let Some(visibility) = patch.visibility {
            may_write(&caller.user, visibility)?;
        }
        let world = self.world();
        let mut errors = Vec::new();
        let mut reply = before.clone();
        if let Some(name) = &patch.group {
            reply.group = group(&world, name.as_deref(), &mut errors);
        }
        reply.title = patch.title.unwrap_or(reply.title);
        reply.texts = patch.texts.unwrap_or(reply.texts);
        reply.visibility = patch.visibility.unwrap_or(reply.visibility);
        reply.item = patch.item.unwrap_or(reply.item);
        reply.category = patch.category.unwrap_or(reply.category);
        reply.updated_at = self.clock().now();
        reply.version += 1;
        let known = errors.is_empty();
        check(&world, &reply, &mut errors);
        if !known {
            errors.retain(|error| error.pointer != "/group" || error.code != "required");
        }
        if !errors.is_empty() {
            return Err(Refusal::invalid_fields(errors));
        }
        let kept = reply.clone();
        match self.write_store(move |store| store.change_canned_reply(&kept, before.version)).await? {
            true => Ok(self.reply_view(caller, &reply)),
            false => Err(meanwhile(seen)),
        }
    }

    /// Takes a reply away.
    ///
    /// # Errors
    /// 404, 403, 412 where it is at another version than the caller saw.
    pub async fn drop_canned_reply(&self, caller: &Caller, name: String, seen: Option<i64>) -> Result<(), Refusal> {
        let before = self.writable(caller, name.clone(), seen).await?;
        match self.write_store(move |store| store.drop_canned_reply(name, before.version)).await? {
            true => Ok(()),
            false => Err(meanwhile(seen)),
        }
    }

    /// Whether the caller writes replies at all.
    ///
    /// # Errors
    /// 403.
    pub async fn may_write_replies(&self, caller: &Caller) -> Result<(), Refusal> {
        may_write(&caller.user, Visibility::Own)
    }

    /// A reply that the caller may change, at the version that they saw.
    ///
    /// # Errors
    /// 404, 403, 412.
    pub async fn writable(&self, caller: &Caller, name: String, seen: Option<i64>) -> Result<CannedReply, Refusal> {
        let user = caller.user.clone();
        let reply = self.read(move |view| usable(view.reader, &user, &name)).await?;
        if !reply.changed_by(&caller.user) || caller.user.only_reads() {
            return Err(Refusal::new(Code::Forbidden, "You may not change this reply."));
        }
        match seen {
            Some(seen) if seen != reply.version => Err(meanwhile(Some(seen))),
            _ => Ok(reply),
        }
    }

    /// One reply that the caller may use.
    ///
    /// # Errors
    /// 403 for others than staff, 404.
    pub async fn canned_reply(&self, caller: &Caller, name: String) -> Result<CannedReplyView, Refusal> {
        let user = caller.user.clone();
        let reply = self.read(move |view| usable(view.reader, &user, &name)).await?;
        Ok(self.reply_view(caller, &reply))
    }

    fn reply_view(&self, caller: &Caller, reply: &CannedReply) -> CannedReplyView {
        view::canned_reply(&self.world().viewer(&caller.user, self.clock().now()), reply)
    }
}

fn meanwhile(seen: Option<i64>) -> Refusal {
    match seen {
        Some(_) => Refusal::new(Code::PreconditionFailed, "The reply has changed since you read it."),
        None => Refusal::new(Code::Busy, "Somebody else is changing this reply at the same time."),
    }
}

fn group(world: &World, name: Option<&str>, errors: &mut Vec<FieldError>) -> Option<crate::model::ids::GroupId> {
    let name = name?;
    let found = world.people.by_group_name(name).map(|group| group.id);
    if found.is_none() {
        errors.push(FieldError::new("/group", "unknown", format!("there is no group `{name}`")));
    }
    found
}

fn usable(reader: &mut Reader, user: &User, name: &str) -> Result<CannedReply, Refusal> {
    may_use(user)?;
    let found = reader.canned_reply(name).map_err(|error| unavailable(&error))?;
    found.filter(|reply| reply.open_to(user)).ok_or_else(Refusal::not_found)
}

/// The replies that the caller may use, by name; with a ticket those that fit it.
///
/// # Errors
/// 404 where there is no such ticket for the caller, 403 for others than staff.
pub fn canned_replies(v: &mut View<'_>, user: &User, number: Option<i64>) -> Result<Vec<CannedReplyView>, Refusal> {
    let ticket = number.map(|number| views::seen(v, user, number)).transpose()?;
    may_use(user)?;
    let all = v.reader.canned_replies().map_err(|error| unavailable(&error))?;
    let fits = |reply: &&CannedReply| ticket.as_ref().is_none_or(|ticket| fits(reply, ticket));
    let viewer = v.viewer(user);
    let open = all.iter().filter(|reply| reply.open_to(user)).filter(fits);
    Ok(open.map(|reply| view::canned_reply(&viewer, reply)).collect())
}

fn fits(reply: &CannedReply, ticket: &Ticket) -> bool {
    reply.item.as_ref().is_none_or(|item| *item == ticket.item)
        && reply.category.as_ref().is_none_or(|category| *category == ticket.category)
        && reply.group.is_none_or(|group| ticket.group == Some(group))
}

/// A reply with what a ticket says in its placeholders' places, in the language
/// of who asked. Writes nothing.
///
/// # Errors
/// 404 where there is no such ticket or reply for the caller, 403 for others than staff.
pub fn rendered(v: &mut View<'_>, user: &User, number: i64, name: &str) -> Result<RenderedReply, Refusal> {
    let ticket = views::seen(v, user, number)?;
    let reply = usable(v.reader, user, name)?;
    let asked = v.world.people.user(ticket.requester).map(|user| user.language.clone()).unwrap_or_default();
    let (language, text) = reply.text(&asked).ok_or_else(Refusal::not_found)?;
    let text = fill(text, |placeholder| value(v.world, &ticket, user, language, placeholder));
    Ok(RenderedReply { name: reply.name.clone(), language: language.to_owned(), text })
}

/// What stands for a placeholder; nothing where the ticket does not say it.
fn value(world: &World, ticket: &Ticket, agent: &User, language: &str, placeholder: &str) -> Option<String> {
    let name = |id| world.people.user(id).map(|user| user.name.clone());
    let say = |text: &str| world.content.texts.say(language, text).into_owned();
    let zone = world.people.user(ticket.requester).map_or("UTC", |user| user.zone.as_str());
    let moment = |at| spoken(language, zone, at);
    let sla = ticket.sla.as_ref();
    let found = match placeholder {
        "number" => Some(number_text(ticket.kind, ticket.number)),
        "title" => Some(say(&ticket.title)),
        "item" => Some(world.content.items.get(&ticket.item).map_or(ticket.item.clone(), |item| say(&item.title))),
        "priority" => Some(ticket.priority.clone()),
        "group" => ticket.group.and_then(|id| world.group_name(id)).map(|name| say(&called(&name))),
        "location" => ticket.location.clone(),
        "requester.name" => name(ticket.requester),
        "requester.username" => world.people.user(ticket.requester).map(|user| user.username.clone()),
        "requested_for.name" => name(ticket.requested_for),
        "owner.name" => ticket.owner.and_then(name),
        "assignee.name" => ticket.assignee.and_then(name),
        "agent.name" => Some(agent.name.clone()),
        "agent.email" => agent.email.clone(),
        "agent.phone" => agent.phone.clone(),
        "respond_due" => sla.and_then(|sla| sla.respond_due).map(moment),
        "resolve_due" => sla.and_then(|sla| sla.resolve_due).map(moment),
        "resolution" => ticket.resolution.as_deref().map(say),
        _ => return None,
    };
    Some(found.unwrap_or_default())
}
