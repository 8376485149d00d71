//! The live preview — watches the folders, makes again what an edit can affect, and
//! serves it from memory to this machine alone.

mod answer;
mod client;
mod events;
mod excerpt;
mod fault;
mod find;
mod guard;
mod inject;
mod injected_page;
mod report;
mod serve_event;
mod snapshot;
mod watch;
mod work;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use crate::diagnostic::UiLang;
use crate::project::{BuildOptions, Project};
pub(crate) use fault::PreviewFault;
pub(crate) use serve_event::{Say, ServeEvent};
use snapshot::Snapshot;

/// The first port that is tried when none is wanted.
const FIRST_PORT: u16 = 4000;
/// How many ports are tried before the system chooses one.
const PORTS: u16 = 100;

/// Takes a port of this machine: `wanted`, or the first free one from 4000 on.
///
/// # Errors
/// The port that is taken, or the reason why none can be had.
pub(crate) fn bind(wanted: Option<u16>) -> Result<TcpListener, PreviewFault> {
    let on = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let bound = match wanted {
        Some(port) => on(port),
        None => (FIRST_PORT..FIRST_PORT + PORTS)
            .find_map(|port| on(port).ok())
            .map_or_else(|| on(0), Ok),
    };
    bound.map_err(|error| {
        let is_taken = error.kind() == io::ErrorKind::AddrInUse;
        PreviewFault::Port {
            port: wanted.unwrap_or(FIRST_PORT),
            reason: (!is_taken).then(|| error.to_string()),
        }
    })
}

/// Serves the site of the folders that `options` name until the program is told to end.
/// `opened` is called once the site can be looked at.
///
/// # Errors
/// What keeps the server from starting or going on.
pub(crate) fn serve(
    options: &BuildOptions,
    listener: TcpListener,
    lang: UiLang,
    say: &Say,
    opened: impl FnOnce(SocketAddr),
) -> io::Result<()> {
    let address = listener.local_addr()?;
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    // Heard from before anybody can look at the site.
    let ended = {
        let _inside = runtime.enter();
        told_to_end()?
    };
    // Watched from before the first reading, so that no change falls between the two.
    let watcher = watch::Watcher::new(std::slice::from_ref(&options.content));
    let project = Project::open_to_follow(options);
    let (sender, snapshot) = tokio::sync::watch::channel(Snapshot::first(&project, lang));
    say(ServeEvent::Ready(address));
    say(ServeEvent::Problems(
        project.diagnostics(),
        project.sources(),
    ));
    let told = Arc::clone(say);
    std::thread::spawn(move || work::follow(project, watcher, &sender, &told));
    opened(address);
    let served = runtime.block_on(async {
        tokio::select! {
            served = answer::serve(listener, address.port(), snapshot) => served,
            ended = ended => ended,
        }
    });
    // Open connections and work under way are left behind: nothing has to be saved.
    runtime.shutdown_background();
    if served.is_ok() {
        say(ServeEvent::Ended);
    }
    served
}

/// Listens from now on for Ctrl-C, and for the system asking for the program's end; gives back
/// what waits for either. To be called inside the runtime.
#[cfg(unix)]
fn told_to_end() -> io::Result<impl Future<Output = io::Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut pressed = signal(SignalKind::interrupt())?;
    let mut asked = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = pressed.recv() => Ok(()),
            _ = asked.recv() => Ok(()),
        }
    })
}

/// The same, where there is but Ctrl-C.
#[cfg(not(unix))]
fn told_to_end() -> io::Result<impl Future<Output = io::Result<()>>> {
    Ok(tokio::signal::ctrl_c())
}
