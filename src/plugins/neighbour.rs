//! A neighbouring system for tests: a listener on 127.0.0.1 that answers every
//! request as its test says.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Answers until it is dropped.
pub struct Neighbour {
    address: SocketAddr,
    served: Arc<AtomicUsize>,
}

impl Neighbour {
    /// Listens, and answers each request (its head and body as text) with the
    /// response's text. One request per connection.
    pub fn new(answer: impl Fn(&str) -> String + Send + 'static) -> Neighbour {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let served = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&served);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let request = read(&mut stream);
                if request.is_empty() {
                    break;
                }
                counter.fetch_add(1, Ordering::SeqCst);
                let response = answer(&request).replacen("\r\n", "\r\nconnection: close\r\n", 1);
                // A caller may hang up on an answer that is too long for it.
                let _ = stream.write_all(response.as_bytes());
            }
        });
        Neighbour { address, served }
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// How many requests were answered.
    pub fn served(&self) -> usize {
        self.served.load(Ordering::SeqCst)
    }
}

impl Drop for Neighbour {
    fn drop(&mut self) {
        // An empty request ends the listener's thread.
        drop(TcpStream::connect(self.address));
    }
}

fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
            if body.len() >= length {
                return text.into_owned();
            }
        }
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return text.into_owned(),
            Ok(n) => bytes.extend_from_slice(&chunk[..n]),
        }
    }
}
