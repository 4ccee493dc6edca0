//! The process as a whole: from its start on an existing database to its first
//! ready answer, and its memory when idle.

use crate::desk::{folder, root, store};
use crate::table::{Series, row};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

fn is_ready(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    stream.set_read_timeout(Some(Duration::from_secs(1))).ok();
    let asked = stream.write_all(b"GET /health/ready HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n");
    let mut answer = [0u8; 15];
    asked.is_ok() && stream.read_exact(&mut answer).is_ok() && &answer == b"HTTP/1.1 200 OK"
}

fn resident_mib(process: &Process) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.0.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

pub fn run(rounds: usize) {
    let place = folder();
    let path = place.path().join("desk.db");
    store(&path).shutdown();
    let (mut ready, mut resident) = (vec![], vec![]);
    for _ in 0..rounds {
        let address = free_address();
        let start = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_maitred"))
            .args(["serve", "--demo", "--database", &format!("sqlite://{}", path.display())])
            .args(["--listen", &address.to_string(), "--content", &root().display().to_string()])
            .current_dir(place.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let process = Process(child.expect("a process"));
        while !is_ready(address) {
            assert!(start.elapsed() < Duration::from_secs(30), "it did not become ready");
            std::thread::sleep(Duration::from_millis(2));
        }
        ready.push(start.elapsed().as_secs_f64() * 1e3);
        std::thread::sleep(Duration::from_secs(3));
        resident.push(resident_mib(&process));
    }
    println!("\nThe process");
    row("ready to serve, existing database", &Series::of(ready), "ms", "at most 300");
    row("resident when idle", &Series::of(resident), "MiB", "under 60");
}
