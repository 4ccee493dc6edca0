//! Queues: the lists that everybody has, and the views that people keep, each
//! with its count, in one call.

use super::View;
use super::filters::{ListQuery, filter_of};
use super::list::{MOST_COUNTED, count_text};
use crate::desk::unavailable;
use crate::model::ids::SavedViewId;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::saved_view::SavedView;
use crate::model::status::Status;
use crate::model::view::Sight;
use crate::store::Counted;
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use utoipa::ToSchema;

/// All counts of a call together take about so long at most.
const IN_TIME: Duration = Duration::from_secs(2);

/// One queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QueueView {
    /// Names it for ever: `my_open`, `unassigned`, `group/NAME`, `view/ID`.
    #[schema(example = "unassigned")]
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The view that it is; absent for those that everybody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<SavedViewId>,
    /// The query string that lists its tickets.
    #[schema(example = "status=new,accepted,assigned,escalated&unassigned=true&my_groups=true")]
    pub filters: String,
    /// As in a list.
    pub sort: String,
    /// Exact to 10,000, then `10000+`; `37+` where there was no time to count on.
    #[schema(example = "12")]
    pub count: String,
}

/// A queue before it is counted.
struct Queue {
    view: QueueView,
    query: ListQuery,
}

const OPEN: &str = "status=new,accepted,assigned,escalated";

fn own(key: &str, name: String, filters: &str, query: ListQuery) -> Queue {
    let open = vec![Status::New, Status::Accepted, Status::Assigned, Status::Escalated];
    let view = QueueView {
        key: key.to_owned(),
        name,
        view: None,
        filters: format!("{OPEN}&{filters}"),
        sort: "-created_at".to_owned(),
        count: String::new(),
    };
    Queue { view, query: ListQuery { status: open, ..query } }
}

/// What is resolved waits, too: for a confirmation.
fn waiting_for_me(name: String) -> Queue {
    let wanted = ListQuery { waiting_for_me: true, ..ListQuery::default() };
    let mut queue = own("waiting_for_me", name, "waiting_for_me=true", wanted);
    queue.view.filters = format!("{OPEN},resolved&waiting_for_me=true");
    queue.query.status.push(Status::Resolved);
    queue
}

fn encoded(value: &str) -> String {
    url::form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

/// The queues that somebody has without having made them.
fn built_in(v: &View<'_>, user: &User) -> Vec<Queue> {
    let viewer = v.viewer(user);
    let say = |text: &str| viewer.say(text);
    let mut queues = vec![
        waiting_for_me(say("Waiting for me")),
        own(
            "my_requests",
            say("My requests"),
            &format!("requester={}", encoded(&user.username)),
            ListQuery { requester: Some(user.username.clone()), ..ListQuery::default() },
        ),
        own("watched", say("Watched by me"), "watched=true", ListQuery { watched: true, ..ListQuery::default() }),
    ];
    if !user.is_staff() {
        return queues;
    }
    queues.push(own("my_open", say("My open tickets"), "mine=true", ListQuery { mine: true, ..ListQuery::default() }));
    queues.push(own(
        "unassigned",
        say("Unassigned"),
        "unassigned=true&my_groups=true",
        ListQuery { unassigned: Some(true), my_groups: true, ..ListQuery::default() },
    ));
    queues.push(own(
        "overdue",
        say("Overdue"),
        "overdue=true",
        ListQuery { overdue: Some(true), ..ListQuery::default() },
    ));
    let groups = v.world.people.groups().filter(|group| user.groups.contains(&group.id));
    queues.extend(groups.map(|group| {
        let filters = format!("group={}", encoded(&group.name));
        let query = ListQuery { group: vec![group.name.clone()], ..ListQuery::default() };
        own(&format!("group/{}", group.name), group.name.clone(), &filters, query)
    }));
    queues
}

fn kept(view: SavedView) -> Option<Queue> {
    let query = serde_json::from_value(view.shows.query).ok()?;
    let shown = QueueView {
        key: format!("view/{}", view.id),
        name: view.name,
        view: Some(view.id),
        filters: view.shows.filters,
        sort: view.shows.sort,
        count: String::new(),
    };
    Some(Queue { view: shown, query })
}

/// The caller's queues and views, each with its count.
///
/// # Errors
/// 503 where the database does not answer.
pub fn queues(v: &mut View<'_>, user: &User) -> Result<Vec<QueueView>, Refusal> {
    let sight = Sight::of(user);
    let views = v.reader.saved_views(&sight).map_err(|error| unavailable(&error))?;
    let mut queues = built_in(v, user);
    queues.extend(views.into_iter().filter_map(kept));
    // A view of somebody else may ask what the caller may not: it is left out.
    let asked = queues.into_iter().filter_map(|queue| Some((filter_of(v, user, &queue.query).ok()?, queue)));
    let (filters, queues): (Vec<_>, Vec<_>) = asked.unzip();
    let began = Instant::now();
    let counts = v.reader.counts(&filters, &sight, MOST_COUNTED + 1, &|| began.elapsed() < IN_TIME);
    let counts = counts.map_err(|error| unavailable(&error))?;
    let counted = queues.into_iter().zip(counts).map(|(queue, count)| {
        let count = match count {
            Counted::Exactly(count) => count_text(count),
            Counted::AtLeast(count) => format!("{}+", count.min(MOST_COUNTED)),
        };
        QueueView { count, ..queue.view }
    });
    Ok(counted.collect())
}
