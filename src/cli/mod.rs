//! The command line: one file per command, each with one function that joins the
//! floors it needs. Settings are read in `settings`, the only place that looks at
//! files and the environment. No rule of the desk is here.
//!
//! Exit codes: 0 all is well; 1 refused: faults in the content, scenarios that
//! fail, tickets that do not replay, a username that is taken; 2 a wrong argument
//! or setting; 3 what is needed cannot be had: the database, an address, a file.

mod arguments;
mod check;
mod definitions;
mod failure;
mod forget;
mod item;
mod logging;
mod migrate;
mod new;
mod openapi;
mod pages;
mod preview;
mod print;
mod pull;
mod reference;
mod serve;
pub mod settings;
mod test;
mod translations;
mod user;
mod verify;
mod watch;

use arguments::{Arguments, Command, UserCommand};
use clap::Parser;
use failure::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command that was asked for.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(wrong) => {
            // Help and version come this way, too, with code 0.
            wrong.print().ok();
            return ExitCode::from(u8::try_from(wrong.exit_code()).unwrap_or(2));
        }
    };
    match carry_out(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            print::failure(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn carry_out(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(wish) => serve::serve(&wish),
        Command::Check(wish) => check::check(&wish),
        Command::Test(wish) => test::test(&wish),
        Command::New(wish) => new::new(&wish),
        Command::Item { command } => item::item(&command),
        Command::Preview(wish) => preview::preview(&wish),
        Command::Migrate(wish) => migrate::migrate(&wish),
        Command::User { command } => match command {
            UserCommand::Add(wish) => user::add(&wish),
            UserCommand::Disable(wish) => user::activate(&wish, false),
            UserCommand::Enable(wish) => user::activate(&wish, true),
        },
        Command::Forget(wish) => forget::forget(&wish),
        Command::Openapi => openapi::openapi(),
        Command::Verify(wish) => verify::verify(&wish),
        Command::Pull(wish) => pull::pull(&wish),
        Command::Definitions(wish) => definitions::definitions(&wish),
        Command::Reference(wish) => reference::reference(&wish),
    }
}
