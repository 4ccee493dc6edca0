//! How a ticket ends, as its viewer sees it: a better way for who asked, the
//! knowledge decision and the follow-up calls for staff, a rating for staff and
//! for who gave it; and what a resolved ticket waits for, in a sentence.

use super::headline::Language;
use super::moment::moment;
use super::{PersonView, Viewer};
use crate::model::closing::{Awaits, DecidedWith, Knowledge, Rating, follow_up_due, kept_open};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What they may do instead of what was declined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BetterWayView {
    /// In words, in the caller's language.
    pub text: String,
    /// The catalog item that they may ask for.
    pub item: Option<String>,
}

/// The knowledge decision that stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KnowledgeView {
    /// Which.
    pub decision: Knowledge,
    /// Who decided; nobody where the workflow or the policy's preset did.
    pub by: Option<PersonView>,
    /// With the resolution or with the close.
    pub when: DecidedWith,
    /// When.
    pub at: Time,
}

/// Follow-up calls since the resolution, the last one in detail.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FollowUpView {
    /// Whether the owner must call before the ticket is closed.
    pub due: bool,
    /// How many attempts there were.
    pub attempts: u32,
    /// Whether one of them reached somebody.
    pub reached: bool,
    /// By which channel the last was made.
    pub channel: Option<String>,
    /// What they said of the result.
    pub satisfied: Option<bool>,
    /// What was said.
    pub comment: Option<String>,
    /// Who made the last.
    pub by: Option<PersonView>,
    /// When.
    pub at: Option<Time>,
}

/// How satisfied somebody was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RatingView {
    /// From 1 to 5.
    pub score: u8,
    /// In words.
    pub text: Option<String>,
    /// Who gave it.
    pub by: PersonView,
    /// When.
    pub at: Time,
}

pub(super) fn better_way(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<BetterWayView> {
    let way = ticket.facts.closing.better_way.as_ref().filter(|_| !ticket.status.is_open())?;
    Some(BetterWayView { text: viewer.say(&way.text), item: way.item.clone() })
}

pub(super) fn knowledge(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<KnowledgeView> {
    let decided = ticket.facts.closing.knowledge.last().filter(|_| viewer.is_staff())?;
    let by = decided.by.map(|id| viewer.person(id));
    Some(KnowledgeView { decision: decided.decision, by, when: decided.when, at: decided.at })
}

pub(super) fn follow_up(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<FollowUpView> {
    let due = follow_up_due(viewer.policy, ticket);
    let made = ticket.follow_up.as_ref();
    if !viewer.is_staff() || (!due && made.is_none()) {
        return None;
    }
    Some(FollowUpView {
        due,
        attempts: made.map_or(0, |made| made.attempts),
        reached: made.is_some_and(|made| made.reached),
        channel: made.and_then(|made| made.channel.clone()),
        satisfied: made.and_then(|made| made.satisfied),
        comment: made.and_then(|made| made.comment.clone()),
        by: made.map(|made| viewer.person(made.by)),
        at: made.map(|made| made.at),
    })
}

/// A rating, for staff and for who gave it.
pub fn rating(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<RatingView> {
    let Rating { score, text, by, at } = ticket.rating.as_ref()?;
    let told = viewer.is_staff() || *by == viewer.user.id;
    told.then(|| RatingView { score: *score, text: text.clone(), by: viewer.person(*by), at: *at })
}

/// What a resolved ticket waits for.
pub(super) fn resolved(viewer: &Viewer<'_>, ticket: &Ticket) -> String {
    let language = Language::of(&viewer.user.language);
    let own = [ticket.requester, ticket.requested_for].contains(&viewer.user.id);
    let kept = kept_open(viewer.policy, ticket);
    let texts = match (kept, own) {
        (Some(Awaits::Answer), true) => [
            "resolved; an answer to what you wrote is awaited",
            "已解决，等待答复您的留言",
            "решена, ждёт ответа на ваше сообщение",
        ],
        (Some(Awaits::Answer), false) => [
            "resolved; {who} wrote and waits for an answer",
            "已解决，{who}已留言，等待答复",
            "решена, ждёт ответа на сообщение: {who}",
        ],
        (Some(Awaits::Satisfaction), _) => {
            ["resolved, but {who} is not satisfied", "已解决，但{who}不满意", "решена, но результат не устроил: {who}"]
        }
        (Some(Awaits::FollowUp), _) => {
            ["resolved, waits for the follow-up call", "已解决，等待回访", "решена, ждёт контрольного звонка"]
        }
        (_, true) => {
            ["resolved, waits for your confirmation", "已解决，等待您确认", "решена, ждёт вашего подтверждения"]
        }
        (_, false) => ["resolved, waits for confirmation", "已解决，等待确认", "решена, ждёт подтверждения"],
    };
    let mut text = language.pick(texts).replace("{who}", &viewer.person(ticket.requester).name);
    if let Some(until) = ticket.facts.closing.silence.until.filter(|_| kept.is_none()) {
        let more = language.pick(["; closes by itself {at}", "；{at}自动关闭", "; закроется сама {at}"]);
        text.push_str(&more.replace("{at}", &moment(language, &viewer.user.zone, until)));
    }
    text
}
