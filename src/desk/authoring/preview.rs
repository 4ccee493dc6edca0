//! What a request will come to under a text that is not published yet, for who
//! may publish it.

use super::draft::{Draft, draft, on_script_stack};
use super::publish::{Wish, check_shape};
use super::scope;
use crate::desk::command::Submit;
use crate::desk::preview::{PreviewView, drafted};
use crate::desk::views::{self, View};
use crate::desk::{Caller, Desk, reception, unavailable};
use crate::model::access::Right;
use crate::model::problem::Refusal;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Desk {
    /// What a filled form would come to if these files were in force. Whom the
    /// item is for is not asked: its author looks at the way, and asks for nothing.
    ///
    /// # Errors
    /// 404 where there is no such item, neither in force nor among the files; 403
    /// for who may not publish the item and the files; 422 with the faults of what
    /// would be in force, and what submitting the form would be refused for.
    pub async fn preview_draft(
        &self,
        caller: &Caller,
        wish: Submit,
        files: BTreeMap<String, Option<String>>,
    ) -> Result<PreviewView, Refusal> {
        let user = Arc::clone(&caller.user);
        if !Right::Publish.is_of(&user) {
            // Whoever may not see the item hears nothing else of it.
            let (user, item) = (Arc::clone(&user), wish.item.clone());
            self.read(move |view| views::catalog_item(view, &user, &item).map(drop)).await?;
        }
        Right::Publish.ask(&user)?;
        let is_drafted = files.contains_key(&scope::schema_path(&wish.item));
        if !is_drafted && !self.world().content.items.contains_key(&wish.item) {
            return Err(Refusal::not_found());
        }
        let shape = Wish { files, ..Wish::default() };
        check_shape(&shape)?;
        self.drafting(move |desk| {
            scope::ask_item(&user, &desk.world(), &shape.files, &wish.item)?;
            let Draft { world, .. } = draft(desk, &user, shape.files)?;
            on_script_stack(|| {
                let mut reader = desk.store().reader().map_err(|error| unavailable(&error))?;
                let now = desk.clock().now();
                let popular = &desk.shared().popular;
                let mut view = View { reader: &mut reader, world: &world, popular, now };
                let known = reception::known(&mut view, &user, &wish.item, wish.requested_for.as_deref())?;
                let wish = Submit { collective: true, ..wish };
                drafted(&world, &user, wish, now).map(|seen| PreviewView { known, ..seen })
            })
        })
        .await
    }
}
