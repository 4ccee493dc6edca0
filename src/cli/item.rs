//! `maitred item export|import|clone`. What an item is made of is said in
//! `desk::bundle`; here files are read and written.

use super::arguments::{CloneItem, Export, Import, ItemCommand, OfContent};
use super::failure::Failure;
use super::new::{title, usable_name};
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::Content;
use crate::desk::bundle;
use crate::desk::content::{self, Against, Files};
use crate::plugins::Installation;
use crate::scheduler;
use std::fs;
use std::path::{Path, PathBuf};

/// No item is larger.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Carries an item out of a content folder, into one, or copies it within.
pub fn item(command: &ItemCommand) -> Result<(), Failure> {
    match command {
        ItemCommand::Export(wish) => export(wish),
        ItemCommand::Import(wish) => import(wish),
        ItemCommand::Clone(wish) => clone(wish),
    }
}

/// A content folder as it is.
struct Folder {
    path: PathBuf,
    files: Files,
    installation: Installation,
}

impl Folder {
    fn read(of: &OfContent) -> Result<Folder, Failure> {
        let settings = Settings::read(of.config.as_deref(), [Flag::text("content", "--content", of.content.as_ref())])?;
        let path = PathBuf::from(&settings.content);
        let files = content::read_folder(&path).map_err(Failure::Faults)?;
        Ok(Folder { path, files, installation: settings.installation() })
    }

    fn built(&self, files: &Files) -> Result<Content, Failure> {
        let mut faults = scheduler::check(files);
        let built = content::build(files, &self.installation, Against::default());
        match built {
            Ok(built) if faults.is_empty() => Ok(built),
            Ok(_) => Err(Failure::Faults(faults)),
            Err(found) => {
                faults.extend(found);
                Err(Failure::Faults(faults))
            }
        }
    }

    /// Adds files, when the whole would pass the check with them.
    fn add(&self, new: &Files) -> Result<(), Failure> {
        let mut whole = self.files.clone();
        whole.extend(new.clone());
        self.built(&whole)?;
        write_all(&self.path, new)?;
        new.keys().for_each(|path| say(format_args!("wrote {path}")));
        Ok(())
    }
}

fn export(wish: &Export) -> Result<(), Failure> {
    let folder = Folder::read(&wish.of)?;
    let content = folder.built(&folder.files)?;
    let bundle = bundle::export(&folder.files, &content, &wish.item).map_err(Failure::Refused)?;
    let text = serde_json::to_string_pretty(&bundle).map_err(|error| Failure::Unavailable(error.to_string()))?;
    let Some(path) = &wish.output else {
        say(text);
        return Ok(());
    };
    let written = fs::write(path, text + "\n");
    written.map_err(|error| Failure::Unavailable(format!("{} cannot be written: {error}", path.display())))?;
    say(format_args!("wrote {}: {} files", path.display(), bundle.files.len()));
    Ok(())
}

fn import(wish: &Import) -> Result<(), Failure> {
    let folder = Folder::read(&wish.of)?;
    let cannot =
        |error: std::io::Error| Failure::Unavailable(format!("{} cannot be read: {error}", wish.file.display()));
    if fs::metadata(&wish.file).map_err(cannot)?.len() > LARGEST {
        return Err(Failure::Refused(format!("{} is larger than any item", wish.file.display())));
    }
    let text = String::from_utf8(fs::read(&wish.file).map_err(cannot)?)
        .map_err(|_| Failure::Refused(format!("{} is no item: it is not UTF-8", wish.file.display())))?;
    // What is wrong in the folder already is told by the check of the whole.
    let known = folder.built(&folder.files).ok();
    let (bundle, import) =
        bundle::import(&text, &folder.files, known.as_ref(), wish.replace).map_err(Failure::Refused)?;
    folder.add(&import.write)?;
    import.same.iter().for_each(|path| say(format_args!("as it is {path}")));
    import.notes.iter().for_each(|note| say(format_args!("note: {note}")));
    let groups: Vec<&str> = bundle.requires.groups.iter().map(String::as_str).collect();
    if !groups.is_empty() {
        say(format_args!("it asks the groups {}", groups.join(", ")));
    }
    Ok(())
}

fn clone(wish: &CloneItem) -> Result<(), Failure> {
    usable_name(&wish.new)?;
    let folder = Folder::read(&wish.of)?;
    let content = folder.built(&folder.files)?;
    let made = bundle::clone(&folder.files, &content, &wish.item, &wish.new, &title(&wish.new));
    folder.add(&made.map_err(Failure::Refused)?)
}

/// Writes all files or none: first beside their places, then each is moved to
/// its place; where that fails, what was moved is put back.
fn write_all(folder: &Path, files: &Files) -> Result<(), Failure> {
    let mut ready: Vec<(PathBuf, PathBuf)> = Vec::new();
    let mut moved: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    let written = (|| {
        for (path, text) in files {
            let target = folder.join(path);
            let parent = target.parent().unwrap_or(folder);
            fs::create_dir_all(parent)?;
            // A hidden file is no content: who watches the folder passes it over.
            let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let beside = parent.join(format!(".{name}.new"));
            ready.push((beside.clone(), target));
            fs::write(&beside, text)?;
        }
        for (beside, target) in &ready {
            let before = fs::read(target).ok();
            fs::rename(beside, target)?;
            moved.push((target.clone(), before));
        }
        Ok(())
    })();
    let Err(error) = written else { return Ok(()) };
    for (beside, _) in &ready {
        fs::remove_file(beside).ok();
    }
    for (target, before) in &moved {
        match before {
            Some(bytes) => fs::write(target, bytes).ok(),
            None => fs::remove_file(target).ok(),
        };
    }
    let error: std::io::Error = error;
    Err(Failure::Unavailable(format!("nothing was written into {}: {error}", folder.display())))
}
