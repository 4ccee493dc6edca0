//! The load client: keep-alive connections, requests written by hand, so that it
//! costs as little as it can. Its CPU time is counted apart.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
    token: String,
}

impl Client {
    pub fn connect(address: SocketAddr, token: &str) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("nodelay");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("timeout");
        Self { stream, buffer: Vec::with_capacity(64 * 1024), token: token.to_owned() }
    }

    pub fn post(&mut self, path: &str, body: &str) -> u16 {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        );
        self.send(&head)
    }

    pub fn get(&mut self, path: &str) -> u16 {
        let head = format!("GET {path} HTTP/1.1\r\nHost: desk\r\nAuthorization: Bearer {}\r\n\r\n", self.token);
        self.send(&head)
    }

    /// The body of the last answer.
    pub fn body(&self) -> &[u8] {
        let end = head_end(&self.buffer).unwrap_or(self.buffer.len());
        self.buffer.get(end..).unwrap_or_default()
    }

    fn send(&mut self, request: &str) -> u16 {
        self.stream.write_all(request.as_bytes()).expect("the server takes it");
        self.buffer.clear();
        let mut chunk = [0u8; 32 * 1024];
        loop {
            let n = self.stream.read(&mut chunk).expect("an answer");
            assert!(n > 0, "the server hung up");
            self.buffer.extend_from_slice(&chunk[..n]);
            if let Some(end) = head_end(&self.buffer) {
                let head = std::str::from_utf8(&self.buffer[..end]).expect("ASCII");
                let length = head.to_ascii_lowercase();
                let length = length
                    .split("content-length: ")
                    .nth(1)
                    .and_then(|rest| rest.split("\r\n").next().map(str::to_owned));
                let length: usize = length.and_then(|text| text.parse().ok()).expect("a length");
                if self.buffer.len() >= end + length {
                    return head.get(9..12).and_then(|code| code.parse().ok()).expect("a status");
                }
            }
        }
    }
}

fn head_end(buffer: &[u8]) -> Option<usize> {
    buffer.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4)
}

/// CPU seconds of the calling thread.
pub fn thread_cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

/// CPU seconds of the whole process.
pub fn process_cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |n: usize| fields.get(n).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}
