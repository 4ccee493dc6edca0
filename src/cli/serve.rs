//! `maitred serve`: joins all floors, and takes them apart again.

use super::arguments::Serve;
use super::failure::Failure;
use super::logging;
use super::pages;
use super::print::say;
use super::settings::{Flag, Settings};
use super::watch;
use crate::desk::clock::{Clock, Ids, SystemClock};
use crate::desk::{self, Desk, content, people, releases};
use crate::http::Server;
use crate::scheduler::{self, Scheduler};
use crate::store::{Options, Store};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing::{info, warn};

/// Serves until told to stop: database, content, people, desk, scheduler, HTTP,
/// in this order; and the other way round at the end.
pub fn serve(wish: &Serve) -> Result<(), Failure> {
    let settings = Settings::of(&wish.at, flags(wish))?;
    logging::start(&settings.log);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let store = Store::open(&settings.database, Options { exclusive: true, ..Options::default() })?;
    for name in store.migrate()? {
        info!(name, "migrated");
    }
    publish(&store, &settings, clock.as_ref())?;
    let password = populate(&store, &settings, clock.as_ref())?;
    let options = desk::Options { files: settings.files()?, ..settings.desk_options() };
    let desk = Desk::start(store, clock, options)?;
    pages::read(&desk, &settings.content, &settings.http.pages)?;
    let scheduler = Scheduler::start(&desk, &scheduler::Options::default())?;
    let server = Server::bind(desk.clone(), settings.http.clone())?;
    let _watcher = watch::watch(&desk, &settings.content, &settings.http.pages)?;
    say(what_next(server.address()?, &settings, password.as_deref()));
    let served = server.run(told_to_stop());
    desk.stop();
    scheduler.join();
    info!("stopped");
    Ok(served?)
}

fn flags(wish: &Serve) -> [Option<Flag>; 3] {
    [
        Flag::text("listen", "--listen", wish.listen.as_ref()),
        Flag::text("content", "--content", wish.content.as_ref()),
        Flag::switch("demo", "--demo", wish.demo),
    ]
}

/// Publishes the content folder, where it differs from what it published last.
fn publish(store: &Store, settings: &Settings, clock: &dyn Clock) -> Result<(), Failure> {
    let files = content::read_folder(&settings.content).map_err(Failure::Faults)?;
    // The groups of a demo desk are made from what is published.
    let people = if settings.demo { None } else { Some(people::people_of(store)?) };
    let installation = settings.installation();
    let rules = releases::Rules { installation: &installation, check_jobs: scheduler::check, people: people.as_ref() };
    let published = releases::publish_folder(store, &files, rules, clock, &mut Ids::new(clock))?;
    info!(changed = published.changed.len(), "content published");
    for path in &published.kept {
        warn!(path, "changed through the API since; the folder's text is passed over");
    }
    for warning in &published.warnings {
        warn!("{warning}");
    }
    Ok(())
}

/// Gives an empty desk its first people; returns the one-time password of the admin.
fn populate(store: &Store, settings: &Settings, clock: &dyn Clock) -> Result<Option<String>, Failure> {
    let mut ids = Ids::new(clock);
    if !settings.demo {
        return Ok(people::first_admin(store, &mut ids)?);
    }
    let files = content::read_folder(&settings.content).map_err(Failure::Faults)?;
    let built =
        content::build(&files, &settings.installation(), content::Against::default()).map_err(Failure::Faults)?;
    people::cast_demo(store, &content::groups_named(&built), &mut ids)?;
    Ok(None)
}

/// What to do next, for whoever started it.
fn what_next(address: SocketAddr, settings: &Settings, password: Option<&str>) -> String {
    let url = match &settings.http.public_url {
        Some(url) => url.as_str().trim_end_matches('/').to_owned(),
        None => format!("http://{address}"),
    };
    let mut text = format!("maitred serves on {url}\n  read and try the API: {url}/api/v1/docs/\n");
    if settings.demo {
        text.push_str(
            "  sign in as ann (asks), max (her manager), fay or finn (finance), dora or dan (service desk),\n  \
             lin (line 2, field support), sam (runs the process), ada (admin); each one's password is their name\n",
        );
        text.push_str(&format!(
            "  for example: curl -s {url}/api/v1/session -H 'Content-Type: application/json' \\\n    \
             -d '{{\"username\": \"ann\", \"password\": \"ann\"}}'\n"
        ));
    }
    if let Some(password) = password {
        text.push_str(&format!("  the desk is empty: sign in as admin with the one-time password {password}\n"));
        text.push_str("  then add people: maitred user add USERNAME --role agent --group service-desk\n");
    }
    text.push_str("  Ctrl-C stops it");
    text
}

/// Comes when the process is told to stop (SIGTERM, Ctrl-C). A second time ends
/// it at once: what was acknowledged is on disk.
async fn told_to_stop() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        warn!("signals cannot be caught; end the process to stop it");
        return std::future::pending().await;
    };
    either(&mut terminate, &mut interrupt).await;
    info!("stopping: requests under way are finished; a second signal ends it at once");
    tokio::spawn(async move {
        either(&mut terminate, &mut interrupt).await;
        std::process::exit(130);
    });
}

async fn either(one: &mut Signal, other: &mut Signal) {
    tokio::select! {
        _ = one.recv() => {}
        _ = other.recv() => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_start_tells_the_password_and_a_demo_its_people() {
        let address = SocketAddr::from(([127, 0, 0, 1], 8080));
        let text = what_next(address, &Settings::default(), Some("s3cret"));
        assert!(
            text.contains("http://127.0.0.1:8080/api/v1/docs/") && text.contains("one-time password s3cret"),
            "{text}"
        );
        let text = what_next(address, &Settings { demo: true, ..Settings::default() }, None);
        assert!(text.contains("sign in as ann") && !text.contains("one-time"), "{text}");
    }
}
