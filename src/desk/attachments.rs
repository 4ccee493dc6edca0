//! Files: sent up, looked at, taken away. What is in them lies in `blobs`; on
//! which ticket one is used is decided in `decide::attach`. Who sees the ticket
//! sees its files, internal ones only staff; a file that nobody used is its
//! uploader's alone and goes after a day.

use super::confidential::Subject;
use super::views::View;
use super::workers::unavailable;
use super::{Caller, Desk};
use crate::blobs::{BlobError, Blobs, Pieces, Upload};
use crate::model::attachment::{Attachment, MOST_STAGED, STAGED_FOR, clean_name, has_extension, served_as};
use crate::model::ids::AttachmentId;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::view::{self, AttachmentView, Sight};
use crate::store::StoreError;
use bytes::Bytes;
use chrono::Duration;
use std::sync::Arc;

/// Where files lie, and which are taken.
#[derive(Clone, Debug)]
pub struct Files {
    /// Where they lie.
    pub blobs: Blobs,
    /// Bytes of one file.
    pub largest: u64,
    /// Extensions that are refused, by name or by content, without dots.
    pub refused: Arc<Vec<String>>,
    /// Content that was written so lately is not swept away: its row may be on
    /// its way.
    pub young: Duration,
}

/// What runs when somebody opens it: refused where the settings say nothing else.
pub const PROGRAMS: &str = "exe,dll,com,bat,cmd,msi,scr,pif,cpl,vbs,vbe,js,jse,wsf,wsh,ps1,hta,jar,lnk,reg,apk,app,dmg";
/// Bytes of one file where the settings say nothing else: 25 MiB.
pub const LARGEST: u64 = 25 * 1024 * 1024;

impl Default for Files {
    fn default() -> Self {
        let refused = PROGRAMS.split(',').map(str::to_owned).collect();
        Self { blobs: Blobs::in_memory(), largest: LARGEST, refused: Arc::new(refused), young: Duration::hours(1) }
    }
}

/// A file on its way in.
pub struct Incoming {
    desk: Desk,
    caller: Caller,
    name: String,
    upload: Upload,
}

fn failed(error: &BlobError) -> Refusal {
    match error {
        BlobError::NotFound => Refusal::not_found(),
        other => {
            tracing::error!(error = %other, "the object store failed");
            Refusal::unavailable("The files cannot be reached now.")
        }
    }
}

fn refused_kind(name: &str) -> Refusal {
    Refusal::invalid("/file", "type", format!("Files like `{name}` are not taken here."))
}

impl Desk {
    /// What is known of files.
    pub fn files(&self) -> &Files {
        &self.shared().options.files
    }

    /// Begins to take a file in.
    ///
    /// # Errors
    /// 422 for a kind that is not taken, or too many unused ones; 503.
    pub async fn begin_upload(&self, caller: &Caller, name: &str) -> Result<Incoming, Refusal> {
        let name = clean_name(name);
        if has_extension(&name, &self.files().refused) {
            return Err(refused_kind(&name));
        }
        let (user, since) = (caller.user.id, self.clock().now().plus(-STAGED_FOR));
        if self.read_store(move |reader| reader.staged_by(user, since)).await? >= MOST_STAGED {
            let message = format!("you have {MOST_STAGED} files that are not used yet; use them or delete some");
            return Err(Refusal::invalid("/file", "maxItems", message));
        }
        let files = self.files();
        let upload = files.blobs.begin(&self.fresh_id().to_string(), files.largest).await;
        let upload = upload.map_err(|error| failed(&error))?;
        Ok(Incoming { desk: self.clone(), caller: caller.clone(), name, upload })
    }

    /// A file that the caller sees: its uploader while it is not used, then
    /// who sees the ticket.
    ///
    /// # Errors
    /// 404.
    pub async fn attachment(&self, caller: &Caller, id: AttachmentId) -> Result<AttachmentView, Refusal> {
        let user = Arc::clone(&caller.user);
        let look = move |v: &mut View<'_>| {
            let file = seen(v, &user, id)?;
            Ok(view::attachment(&v.viewer(&user), &file))
        };
        self.read_on_record(caller, Subject::Attachment(id), look).await
    }

    /// What is in a file that the caller sees: its view and its pieces.
    ///
    /// # Errors
    /// 404; 503.
    pub async fn content_of(
        &self,
        caller: &Caller,
        id: AttachmentId,
    ) -> Result<(AttachmentView, u64, Pieces), Refusal> {
        let shown = self.attachment(caller, id).await?;
        let (size, pieces) = self.files().blobs.read(&shown.sha256).await.map_err(|error| failed(&error))?;
        Ok((shown, size, pieces))
    }

    /// A file that the caller sent up.
    ///
    /// # Errors
    /// 404; 403 where somebody else did.
    pub async fn own_file(&self, caller: &Caller, id: AttachmentId) -> Result<Attachment, Refusal> {
        let user = Arc::clone(&caller.user);
        let file = self.read(move |v| seen(v, &user, id)).await?;
        match file.uploader == caller.user.id {
            true => Ok(file),
            false => Err(Refusal::new(Code::Forbidden, "Only who sent a file up takes it away.")),
        }
    }

    /// Takes away a file of one's own that is not used.
    ///
    /// # Errors
    /// 404; 409 where it is used.
    pub async fn drop_attachment(&self, caller: &Caller, id: AttachmentId) -> Result<(), Refusal> {
        self.own_file(caller, id).await?;
        let store = self.store().clone();
        let gone = self.look_beside(move || store.unstage(vec![id])).await?;
        if gone.is_empty() {
            return Err(Refusal::new(Code::IllegalOperation, "A file that is used stays with its ticket."));
        }
        Ok(())
    }

    /// A small write on a thread that may block.
    async fn look_beside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.look(move |_, _| work().map_err(|error| unavailable(&error))).await
    }
}

fn seen(v: &mut View<'_>, user: &User, id: AttachmentId) -> Result<Attachment, Refusal> {
    let found = v.reader.attachments(&[id]).map_err(|error| unavailable(&error))?;
    let file = found.into_iter().next().ok_or_else(Refusal::not_found)?;
    let sees = match file.used {
        None => file.uploader == user.id && file.expires_at().is_some_and(|until| until > v.now),
        Some(used) if used.internal && !user.is_staff() => false,
        Some(used) => v.reader.sees(used.ticket, &Sight::of(user)).map_err(|error| unavailable(&error))?,
    };
    if sees { Ok(file) } else { Err(Refusal::not_found()) }
}

impl Incoming {
    /// Takes one piece.
    ///
    /// # Errors
    /// 413 where the file has become too large; 503.
    pub async fn write(&mut self, piece: Bytes) -> Result<(), Refusal> {
        if self.upload.write(piece).await.map_err(|error| failed(&error))? {
            return Ok(());
        }
        let largest = self.desk.files().largest / (1024 * 1024);
        Err(Refusal::new(Code::TooLarge, format!("A file has at most {largest} MiB here.")))
    }

    /// Gives it up.
    pub async fn abort(self) {
        self.upload.abort().await;
    }

    /// Keeps it for a day.
    ///
    /// # Errors
    /// 422 for a kind that is not taken; 503.
    pub async fn finish(self) -> Result<AttachmentView, Refusal> {
        let Incoming { desk, caller, name, upload } = self;
        if upload.found().is_some_and(|(_, extension)| desk.files().refused.contains(&extension)) {
            upload.abort().await;
            return Err(refused_kind(&name));
        }
        let stored = upload.finish().await.map_err(|error| failed(&error))?;
        let file = Attachment {
            id: AttachmentId(desk.fresh_id()),
            uploader: caller.user.id,
            name,
            media_type: served_as(stored.found.as_ref().map(|(kind, _)| kind.as_str()), stored.is_text).to_owned(),
            size: i64::try_from(stored.size).unwrap_or(i64::MAX),
            hash: stored.hash,
            at: desk.clock().now(),
            used: None,
        };
        let (store, kept) = (desk.store().clone(), file.clone());
        desk.look_beside(move || store.stage(kept)).await?;
        // The same content may have been swept away just before its row was there.
        if !desk.files().blobs.has(&file.hash).await.map_err(|error| failed(&error))? {
            return Err(Refusal::unavailable("The file was lost on its way; send it up again."));
        }
        let world = desk.world();
        Ok(view::attachment(&world.viewer(&caller.user, desk.clock().now()), &file))
    }
}

/// The files of a ticket in the order of their use; internal ones for staff.
///
/// # Errors
/// 404 where there is no such ticket for the caller.
pub fn of_ticket(v: &mut View<'_>, user: &User, number: i64) -> Result<Vec<AttachmentView>, Refusal> {
    let ticket = v.reader.seen(number, &Sight::of(user)).map_err(|error| unavailable(&error))?;
    let ticket = ticket.ok_or_else(Refusal::not_found)?;
    let files = v.reader.attachments_of(ticket.id, user.is_staff()).map_err(|error| unavailable(&error))?;
    let viewer = v.viewer(user);
    Ok(files.iter().map(|file| view::attachment(&viewer, file)).collect())
}
