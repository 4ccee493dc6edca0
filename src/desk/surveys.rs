//! Invitations to say how satisfied one is: what lies behind a link that needs
//! no sign-in. Looking at it changes nothing; the link is the right to rate that
//! one ticket, as the person whom it was sent to.

use super::command::{Act, Command, Doer, Rate, Target};
use super::sessions::token_hash;
use super::{Desk, views};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::view::TicketView;
use std::net::IpAddr;
use std::sync::Arc;

/// Characters of a token: 256 bits in hex.
const TOKEN: usize = 64;
/// Wrong links from one address a minute; then 429.
const FAILURES: usize = 30;

/// What lies behind a link.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Who was asked.
    pub user: Arc<User>,
    /// The ticket as they see it.
    pub ticket: TicketView,
    number: i64,
}

impl Invitation {
    /// Whether the ticket can still be rated.
    pub fn is_open(&self) -> bool {
        self.ticket.actions.iter().any(|action| action == "rating")
    }
}

impl Desk {
    /// Looks at what lies behind a link's token.
    ///
    /// # Errors
    /// 404 where there is no such link, 410 where it has expired, 429 for too
    /// many wrong ones from an address.
    pub async fn invitation(&self, token: &str, address: IpAddr) -> Result<Invitation, Refusal> {
        // No username has a line break.
        let key = ("links\n".to_owned(), address);
        self.check_attempts(&key, FAILURES)?;
        let hash = token_hash(token);
        let found = match token.len() {
            TOKEN => self.read_store(move |reader| reader.survey(&hash)).await?,
            _ => None,
        };
        let Some(survey) = found else {
            self.failed(key);
            return Err(Refusal::not_found());
        };
        let user = self.world().people.user(survey.person).filter(|user| user.active).cloned();
        let expired = || Refusal::new(Code::Expired, "The link has expired.");
        let user = user.filter(|_| survey.expires_at > self.clock().now()).ok_or_else(expired)?;
        let number = self.read_store(move |reader| reader.number_of(survey.ticket)).await?;
        self.invited(user, number.ok_or_else(Refusal::not_found)?).await
    }

    async fn invited(&self, user: Arc<User>, number: i64) -> Result<Invitation, Refusal> {
        let viewer = Arc::clone(&user);
        let ticket = self.read(move |view| views::ticket(view, &viewer, number)).await?;
        Ok(Invitation { user, ticket, number })
    }

    /// Takes the rating of who was invited.
    ///
    /// # Errors
    /// 409 where the ticket was rated before or is open again, 422 with what is wrong.
    pub async fn rate_by_link(&self, invitation: Invitation, wish: Rate) -> Result<Invitation, Refusal> {
        let Invitation { user, number, .. } = invitation;
        let command = Command {
            id: format!("rate/{}", self.fresh_id()),
            fingerprint: [0; 32],
            doer: Doer::Person { user: Arc::clone(&user), token: None },
            target: Target::Ticket(number),
            expect: None,
            act: Act::Rate { wish, by_link: true },
        };
        self.carry_out(command).await?;
        self.invited(user, number).await
    }
}
