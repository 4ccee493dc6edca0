//! Files that people send up, and where they are used. What is in them lies in
//! `blobs` under its hash; rules about names and kinds are here.

use super::ids::{AttachmentId, CommentId, TicketId, UserId};
use super::text::fold;
use super::time::Time;
use chrono::Duration;

/// How long a file that nobody used is kept.
pub const STAGED_FOR: Duration = Duration::hours(24);
/// Characters of a file's name.
pub const LONGEST_NAME: usize = 200;
/// Files that one person may have sent up and not used.
pub const MOST_STAGED: i64 = 100;
/// Files that one call may use.
pub const MOST_AT_ONCE: usize = 50;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Row id.
    pub id: AttachmentId,
    /// Who sent it up.
    pub uploader: UserId,
    /// What it was called, without any folder.
    pub name: String,
    /// What it is, by its content; never a kind that a browser would run.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its content, in hex.
    pub hash: String,
    /// Sent up at.
    pub at: Time,
    /// Where it is used; while it is not, it is its uploader's alone.
    pub used: Option<Use>,
}

/// Where a file is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// On which ticket.
    pub ticket: TicketId,
    /// In which part of it.
    pub place: FilePlace,
    /// With which comment, if it is one's.
    pub comment: Option<CommentId>,
    /// For staff only.
    pub internal: bool,
    /// Since when.
    pub at: Time,
}

/// In which part of a ticket a file is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FilePlace {
    /// On the ticket itself.
    Ticket,
    /// In its form.
    Form,
    /// In the answer to one of its steps.
    Step,
    /// With a comment.
    Comment,
}

impl Attachment {
    /// When it goes if nobody uses it.
    pub fn expires_at(&self) -> Option<Time> {
        self.used.is_none().then(|| self.at.plus(STAGED_FOR))
    }
}

/// A file's name as it is kept: no folder, no control characters, not empty,
/// not too long (RFC 6266 section 4.3 asks recipients for the same care).
pub fn clean_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control() && !is_turn(*c)).collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    if kept.is_empty() { "file".to_owned() } else { kept.chars().take(LONGEST_NAME).collect() }
}

/// Characters that turn the direction of writing: `gpj.exe` would read `exe.jpg`.
fn is_turn(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a name ends in one of these extensions (without dots, lower case).
pub fn has_extension(name: &str, extensions: &[String]) -> bool {
    let folded = fold(name.trim_end_matches(['.', ' ']));
    let extension = folded.rsplit_once('.').map(|(_, extension)| extension.to_owned());
    extension.is_some_and(|extension| extensions.contains(&extension))
}

/// The media type that a file is served under: what its content says, where no
/// browser runs that; else text, or bytes.
pub fn served_as(found: Option<&str>, is_text: bool) -> &'static str {
    const HARMLESS: [&str; 16] = [
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "image/bmp",
        "image/tiff",
        "image/heif",
        "application/pdf",
        "application/zip",
        "application/gzip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "audio/mpeg",
        "video/mp4",
        "video/webm",
    ];
    let harmless = found.and_then(|found| HARMLESS.into_iter().find(|kind| *kind == found));
    harmless.unwrap_or(if is_text { "text/plain; charset=utf-8" } else { "application/octet-stream" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_names_no_folder_and_hides_nothing() {
        let cases = [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ann\\отчёт.docx", "отчёт.docx"),
            ("cv\u{202e}fdp.exe", "cvfdp.exe"),
            ("a\r\nX-Evil: 1", "aX-Evil: 1"),
            ("...", "file"),
            ("", "file"),
        ];
        for (sent, kept) in cases {
            assert_eq!(clean_name(sent), kept, "{sent}");
        }
        assert_eq!(clean_name(&"长".repeat(500)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn extensions_are_found_however_they_are_written() {
        let refused = ["exe".to_owned()];
        for name in ["a.exe", "A.EXE", "a.pdf.Exe", "a.exe. ", "a.exe."] {
            assert!(has_extension(name, &refused), "{name}");
        }
        assert!(!has_extension("exe", &refused) && !has_extension("a.exe.txt", &refused));
    }

    #[test]
    fn what_a_browser_would_run_is_text_or_bytes() {
        assert_eq!(served_as(Some("image/png"), false), "image/png");
        assert_eq!(served_as(Some("text/html"), true), "text/plain; charset=utf-8");
        assert_eq!(served_as(Some("image/svg+xml"), true), "text/plain; charset=utf-8");
        assert_eq!(served_as(Some("application/wasm"), false), "application/octet-stream");
    }
}
