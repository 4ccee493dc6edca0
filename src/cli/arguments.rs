//! What may be said on the command line. A flag that is also a setting is handed
//! to `settings` as text, so that a wrong one is named like any other.

use crate::model::access::Grant;
use crate::model::people::Role;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const EXIT_CODES: &str = "Exit codes: 0 all is well; 1 refused (faults in the content, scenarios that fail, tickets that do not replay, \
    a username that is taken); 2 a wrong argument or setting; 3 what is needed cannot be had (database, address, file).";

/// A service desk in one binary.
#[derive(Parser)]
#[command(name = "maitred", version, about, after_help = EXIT_CODES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Serve the desk until told to stop
    Serve(Serve),
    /// Check a content folder; exit code 1 names every fault with file, line and column
    Check(Check),
    /// Run the scenarios of a content folder: no database, a virtual clock
    Test(Test),
    /// Show all ways that a request may take; writes nothing
    Preview(Preview),
    /// Write a schema, a workflow and scenarios of an item to start from
    New(New),
    /// An item as a unit: given to another desk, taken from one, copied
    Item {
        /// What to do with it.
        #[command(subcommand)]
        command: ItemCommand,
    },
    /// Bring the database's tables up to date
    Migrate(OfDatabase),
    /// People of the directory
    User {
        /// What to do with them.
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Take a person out of everything that is over, for good; what is open goes on
    Forget(Forget),
    /// Print the OpenAPI document
    Openapi,
    /// Replay the journals of all open tickets under this binary; changes nothing
    Verify(OfDatabase),
    /// Write the published content out into a folder
    Pull(Pull),
    /// Write the words of the language as Rhai definitions, for editors
    Definitions(Definitions),
    /// Write the pages of docs/ that are made from the code
    #[command(hide = true)]
    Reference(Reference),
}

/// `definitions`.
#[derive(Args, Clone, Debug, Default)]
pub struct Definitions {
    /// Folder to write into; `workflows/.rhai` of the content when absent
    #[arg(value_name = "DIR")]
    pub folder: Option<String>,
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(long, value_name = "DIR")]
    pub content: Option<String>,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `reference`.
#[derive(Args, Clone, Debug, Default)]
pub struct Reference {
    /// Folder of the documentation
    #[arg(value_name = "DIR", default_value = "docs")]
    pub folder: String,
}

/// `pull`.
#[derive(Args, Clone, Debug, Default)]
pub struct Pull {
    /// Folder to write `workflows/`, `schemas/` and `plugins/` into
    #[arg(value_name = "DIR")]
    pub folder: String,
    /// Write nothing: name what differs, with exit code 1 where something does
    #[arg(long)]
    pub check: bool,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// `sqlite://PATH` or `postgres://…`
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
}

/// Which settings and which database.
#[derive(Args, Clone, Debug, Default)]
pub struct OfDatabase {
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// `sqlite://PATH` or `postgres://…`
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
}

/// `serve`.
#[derive(Args, Clone, Debug, Default)]
pub struct Serve {
    /// Where the desk is kept.
    #[command(flatten)]
    pub at: OfDatabase,
    /// Address and port, `127.0.0.1:8080`
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(long, value_name = "DIR")]
    pub content: Option<String>,
    /// Give an empty desk its demo people; only on an address of this machine
    #[arg(long)]
    pub demo: bool,
}

/// `check`.
#[derive(Args, Clone, Debug, Default)]
pub struct Check {
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(value_name = "DIR")]
    pub folder: Option<String>,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Check names of people and groups against this desk
    #[arg(long, value_name = "URL", conflicts_with = "demo")]
    pub database: Option<String>,
    /// Check names of people and groups against the demo desk
    #[arg(long)]
    pub demo: bool,
    /// Name shown texts that a language of the policy lacks, and translations that nothing shows any more
    #[arg(long)]
    pub translations: bool,
    /// How faults are told; `text` when absent
    #[arg(long, value_enum)]
    pub format: Option<FaultFormat>,
}

/// How faults are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum FaultFormat {
    /// As compilers do
    #[default]
    Text,
    /// One document for programs
    Json,
}

/// `test`.
#[derive(Args, Clone, Debug, Default)]
pub struct Test {
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(value_name = "DIR")]
    pub folder: Option<String>,
    /// Only scenarios whose file or name holds this
    #[arg(long, value_name = "TEXT")]
    pub filter: Option<String>,
    /// Run nothing: write a scenario of what happened to this ticket
    #[arg(long, value_name = "NUMBER", conflicts_with = "filter")]
    pub record: Option<String>,
    /// Where the ticket is, `sqlite://PATH` or `postgres://…`
    #[arg(long, value_name = "URL", requires = "record")]
    pub database: Option<String>,
    /// Write the scenario into this new file instead of standard output
    #[arg(short, long, value_name = "FILE", requires = "record")]
    pub output: Option<PathBuf>,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `new`.
#[derive(Args, Clone, Debug, Default)]
pub struct New {
    /// What the catalog item is called, `cloud-storage`
    pub item: String,
    /// Begin with this template of the gallery, `badge-lost`
    #[arg(long, value_name = "NAME")]
    pub template: Option<String>,
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(long, value_name = "DIR")]
    pub content: Option<String>,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `item …`.
#[derive(Subcommand)]
pub enum ItemCommand {
    /// Write an item with all that makes it into one file
    Export(Export),
    /// Bring an item from such a file into a content folder: all of it, or nothing
    Import(Import),
    /// Copy an item under another name
    Clone(CloneItem),
}

/// Which content folder.
#[derive(Args, Clone, Debug, Default)]
pub struct OfContent {
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(long, value_name = "DIR")]
    pub content: Option<String>,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// `item export`.
#[derive(Args, Clone, Debug, Default)]
pub struct Export {
    /// The catalog item
    pub item: String,
    /// Write into this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where it is.
    #[command(flatten)]
    pub of: OfContent,
}

/// `item import`.
#[derive(Args, Clone, Debug, Default)]
pub struct Import {
    /// What `item export` wrote
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Take files over that are there and differ
    #[arg(long)]
    pub replace: bool,
    /// Where it goes.
    #[command(flatten)]
    pub of: OfContent,
}

/// `item clone`.
#[derive(Args, Clone, Debug, Default)]
pub struct CloneItem {
    /// The catalog item
    pub item: String,
    /// What the copy is called, `cloud-storage`
    pub new: String,
    /// Where both are.
    #[command(flatten)]
    pub of: OfContent,
}

/// `preview`.
#[derive(Args, Clone, Debug, Default)]
pub struct Preview {
    /// The catalog item
    pub item: String,
    /// A filled form as JSON; without, all forms are looked at
    #[arg(long, value_name = "FILE")]
    pub form: Option<PathBuf>,
    /// How it is shown; `text` when absent
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Username of who asks, one of the demo desk; `ann` when absent, or who may
    #[arg(long, value_name = "USERNAME")]
    pub by: Option<String>,
    /// Folder that holds `workflows/`, `schemas/` and `plugins/`
    #[arg(long, value_name = "DIR")]
    pub content: Option<String>,
    /// Settings file; `maitred.toml` where there is one
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How a preview is shown.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For pages that draw it
    Mermaid,
    /// A picture
    Svg,
}

/// `user …`.
#[derive(Subcommand)]
pub enum UserCommand {
    /// Add a person
    Add(AddUser),
    /// Say that a person has left: they cannot sign in, and what waits only for them goes on to others
    Disable(ThisUser),
    /// Let a person act again
    Enable(ThisUser),
}

/// `user disable`, `user enable`.
#[derive(Args, Clone, Debug, Default)]
pub struct ThisUser {
    /// Name to sign in with
    pub username: String,
    /// Where the desk is kept.
    #[command(flatten)]
    pub at: OfDatabase,
}

/// `forget`.
#[derive(Args, Clone, Debug, Default)]
pub struct Forget {
    /// Name to sign in with
    pub username: String,
    /// Do it; else only what there is of the person is told
    #[arg(long)]
    pub yes: bool,
    /// Where the desk is kept.
    #[command(flatten)]
    pub at: OfDatabase,
}

/// `user add`.
#[derive(Args, Clone, Debug, Default)]
pub struct AddUser {
    /// Name to sign in with
    pub username: String,
    /// Name as shown; the username when absent
    #[arg(long)]
    pub name: Option<String>,
    /// Mail address
    #[arg(long)]
    pub email: Option<String>,
    /// Department
    #[arg(long)]
    pub department: Option<String>,
    /// Location
    #[arg(long)]
    pub location: Option<String>,
    /// Language of texts, `en`, `zh`, `ru`
    #[arg(long)]
    pub language: Option<String>,
    /// Username of the line manager
    #[arg(long, value_name = "USERNAME")]
    pub manager: Option<String>,
    /// A role; may be repeated. `author:CATEGORY` writes items of a category, `author:*` of every one
    #[arg(long = "role", value_name = "ROLE", value_parser = role)]
    pub roles: Vec<Grant>,
    /// A group, made where there is none of that name; may be repeated
    #[arg(long = "group", value_name = "GROUP")]
    pub groups: Vec<String>,
    /// Read the password from the first line of standard input; else one is made up and printed once
    #[arg(long)]
    pub password_stdin: bool,
    /// Where the desk is kept.
    #[command(flatten)]
    pub at: OfDatabase,
}

fn role(name: &str) -> Result<Grant, String> {
    Grant::parse(name).ok_or_else(|| {
        let known: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
        format!("the roles are {}; an author's may name a category: author:hardware", known.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_the_readme_says_can_be_said() {
        for line in [
            "maitred serve",
            "maitred serve --config a.toml --database sqlite://x.db --listen 127.0.0.1:0 --content c --demo",
            "maitred check content --demo",
            "maitred check content --translations",
            "maitred item export laptop -o laptop.item.json --content content",
            "maitred item import laptop.item.json --replace --content content",
            "maitred item clone laptop tablet --content content",
            "maitred check content --format json",
            "maitred check --database postgres://localhost/maitred",
            "maitred test content --filter laptop",
            "maitred test content --record SR-000123 --database sqlite://x.db -o workflows/tests/sr-000123.rhai",
            "maitred preview laptop --form form.json --format svg --content content",
            "maitred new cloud-storage --content content",
            "maitred migrate --database sqlite://x.db",
            "maitred user add ann --name Ann --role agent --role admin --group finance --manager max --password-stdin",
            "maitred user disable ann --database sqlite://x.db",
            "maitred user enable ann",
            "maitred forget ann --yes --database sqlite://x.db",
            "maitred openapi",
            "maitred definitions editor --content content",
            "maitred reference docs",
            "maitred verify",
            "maitred pull content --check --database sqlite://x.db",
        ] {
            assert!(Arguments::try_parse_from(line.split(' ')).is_ok(), "{line}");
        }
    }

    #[test]
    fn a_role_that_is_none_is_answered_with_those_there_are() {
        let wrong = Arguments::try_parse_from(["maitred", "user", "add", "ann", "--role", "boss"]).err().unwrap();
        assert_eq!(wrong.exit_code(), 2);
        assert!(wrong.to_string().contains("the roles are requester, agent"), "{wrong}");
    }
}
