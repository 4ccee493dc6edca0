//! A neighbouring register of assets, as a test plays it: it can be away, lose
//! its answers, or run out of stock, and remembers what it was asked.

use serde_json::{Map, Value as Json, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

/// How the neighbour is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Well,
    /// Breaks off before it has done anything.
    Away,
    /// Does what it is asked and breaks off before it answers.
    Forgetful,
    /// Answers 409 to every reservation.
    OutOfStock,
}

/// The neighbour; it goes when dropped.
pub struct Neighbour {
    address: SocketAddr,
    inside: Arc<Inside>,
    serving: Option<JoinHandle<()>>,
}

struct Inside {
    mood: Mutex<Mood>,
    reservations: Mutex<Map<String, Json>>,
    asked: Mutex<Vec<String>>,
    gone: AtomicBool,
}

impl Neighbour {
    pub fn start(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let inside = Arc::new(Inside {
            mood: Mutex::new(mood),
            reservations: Mutex::default(),
            asked: Mutex::default(),
            gone: AtomicBool::new(false),
        });
        let serve = {
            let inside = Arc::clone(&inside);
            move || {
                for stream in listener.incoming().flatten() {
                    if inside.gone.load(Ordering::Relaxed) {
                        return;
                    }
                    inside.answer(stream);
                }
            }
        };
        let serving = std::thread::Builder::new().name("neighbour".to_owned()).spawn(serve).unwrap();
        Self { address, inside, serving: Some(serving) }
    }
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
    pub fn set(&self, mood: Mood) {
        *self.inside.mood.lock().unwrap() = mood;
    }
    /// How many devices it has given away.
    pub fn reserved(&self) -> usize {
        self.inside.reservations.lock().unwrap().len()
    }
    /// What it was asked: method and the kind of path.
    pub fn asked(&self) -> Vec<String> {
        self.inside.asked.lock().unwrap().clone()
    }
}

impl Drop for Neighbour {
    fn drop(&mut self) {
        self.inside.gone.store(true, Ordering::Relaxed);
        TcpStream::connect(self.address).ok();
        if let Some(serving) = self.serving.take() {
            serving.join().ok();
        }
    }
}

impl Inside {
    fn answer(&self, mut stream: TcpStream) -> Option<()> {
        let (method, path, body) = read(&mut stream)?;
        let kind = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        self.asked.lock().unwrap().push(format!("{method} {kind}"));
        let mood = *self.mood.lock().unwrap();
        if mood == Mood::Away {
            return None;
        }
        let (status, answer) = self.act(&method, &path, &body, mood);
        if mood == Mood::Forgetful {
            return None;
        }
        let text = answer.to_string();
        let head = format!(
            "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            text.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(text.as_bytes()).ok()
    }

    fn act(&self, method: &str, path: &str, body: &[u8], mood: Mood) -> (u16, Json) {
        let mut known = self.reservations.lock().unwrap();
        match (method, path.strip_prefix("/reservations/")) {
            ("GET", Some(key)) => match known.get(key) {
                Some(piece) => (200, piece.clone()),
                None => (404, json!({})),
            },
            ("POST", None) if mood == Mood::OutOfStock => (409, json!({})),
            ("POST", None) => {
                let wish: Json = serde_json::from_slice(body).unwrap();
                let piece = json!({"tag": format!("NB-{}", known.len() + 1), "price": 777.5});
                let key = wish["key"].as_str().unwrap().replace('/', "%2F");
                known.insert(key, piece.clone());
                (201, piece)
            }
            _ => (404, json!({})),
        }
    }
}

fn read(stream: &mut TcpStream) -> Option<(String, String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).ok()?;
        bytes.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&bytes).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    let first = String::from_utf8_lossy(&bytes).lines().next()?.to_owned();
    let mut words = first.split(' ').map(str::to_owned);
    Some((words.next()?, words.next()?, body))
}
