//! `maitred user add`, `user disable` and `user enable`.

use super::arguments::{AddUser, ThisUser};
use super::failure::Failure;
use super::print::say;
use super::settings::Settings;
use crate::desk::clock::{Ids, SystemClock};
use crate::desk::people::{NewUser, add_user, set_active};
use crate::store::{Options, Store};
use std::io::BufRead;

/// Adds a person; without `--password-stdin` a password is made up and printed,
/// this once.
pub fn add(wish: &AddUser) -> Result<(), Failure> {
    let settings = Settings::of(&wish.at, [])?;
    let password = wish.password_stdin.then(password_from_stdin).transpose()?;
    let new = NewUser {
        username: wish.username.clone(),
        name: wish.name.clone().unwrap_or_default(),
        email: wish.email.clone(),
        department: wish.department.clone(),
        location: wish.location.clone(),
        language: wish.language.clone(),
        manager: wish.manager.clone(),
        roles: wish.roles.iter().map(|grant| grant.role).collect(),
        categories: wish.roles.iter().filter_map(|grant| grant.category.clone()).collect(),
        groups: wish.groups.clone(),
        password,
    };
    let store = Store::open(&settings.database, Options::default())?;
    store.migrate()?;
    let added = add_user(&store, &new, &mut Ids::new(&SystemClock));
    store.shutdown();
    match added? {
        Some(made_up) => say(format_args!("added {}; the password, shown this once: {made_up}", wish.username)),
        None => say(format_args!("added {}", wish.username)),
    }
    Ok(())
}

/// Says that a person has left, or is back.
pub fn activate(wish: &ThisUser, active: bool) -> Result<(), Failure> {
    let settings = Settings::of(&wish.at, [])?;
    let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
    store.migrate()?;
    let changed = set_active(&store, &wish.username, active, &SystemClock);
    store.shutdown();
    match (changed?, active) {
        (true, true) => say(format_args!("enabled {}", wish.username)),
        (true, false) => say(format_args!("disabled {}", wish.username)),
        (false, true) => say(format_args!("{} was active before", wish.username)),
        (false, false) => say(format_args!("{} was not active before", wish.username)),
    }
    Ok(())
}

fn password_from_stdin() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']);
    match password.is_empty() {
        true => Err(Failure::Refused("standard input holds no password".to_owned())),
        false => Ok(password.to_owned()),
    }
}
