//! A caller: HTTP/1.1 over a socket, by hand, so that a test can also send what
//! no library would.

use super::stream::Stream;
use serde_json::Value as Json;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Somebody who calls the server, signed in or not.
#[derive(Clone, Debug)]
pub struct Client {
    address: SocketAddr,
    token: Option<String>,
}

impl Client {
    pub fn stranger(address: SocketAddr) -> Self {
        Self { address, token: None }
    }
    pub fn with_token(address: SocketAddr, token: &str) -> Self {
        Self { address, token: Some(token.to_owned()) }
    }
    pub fn address(&self) -> SocketAddr {
        self.address
    }
    pub fn get(&self, path: &str) -> Call {
        self.call("GET", path)
    }
    pub fn delete(&self, path: &str) -> Call {
        self.call("DELETE", path)
    }
    pub fn post(&self, path: &str, body: Json) -> Call {
        self.call("POST", path).json(&body)
    }
    pub fn patch(&self, path: &str, body: Json) -> Call {
        self.call("PATCH", path).json(&body)
    }
    /// A file sent up as a browser's form does.
    pub fn upload(&self, name: &str, content: &str) -> Call {
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        let call = self.call("POST", "/attachments").header("Content-Type", "multipart/form-data; boundary=cut");
        call.bytes(format!("{head}{content}\r\n--cut--\r\n").as_bytes())
    }
    /// Any method; paths that are no page of operations lie under `/api/v1`.
    pub fn call(&self, method: &str, path: &str) -> Call {
        let bare =
            ["/api/", "/health/", "/metrics", "/problems/", "/rate/"].iter().any(|start| path.starts_with(start));
        if bare { self.bare(method, path) } else { self.bare(method, &format!("/api/v1{path}")) }
    }
    /// Any method, and a path as it is sent.
    pub fn bare(&self, method: &str, path: &str) -> Call {
        let path = path.to_owned();
        let mut headers = vec![("Host".to_owned(), self.address.to_string())];
        headers.extend(self.token.iter().map(|token| ("Authorization".to_owned(), format!("Bearer {token}"))));
        Call { address: self.address, method: method.to_owned(), path, headers, body: Vec::new() }
    }
}

/// One call, before it is made.
#[must_use]
#[derive(Clone, Debug)]
pub struct Call {
    address: SocketAddr,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Call {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
    /// `Idempotency-Key`.
    pub fn key(self, key: &str) -> Self {
        self.header("Idempotency-Key", key)
    }
    /// `If-Match` with a version.
    pub fn if_match(self, version: &Json) -> Self {
        self.header("If-Match", &format!("\"{version}\""))
    }
    pub fn json(self, body: &Json) -> Self {
        self.text(&body.to_string())
    }
    /// A body that is said to be JSON, whatever it is.
    pub fn text(self, body: &str) -> Self {
        self.bytes(body.as_bytes()).header("Content-Type", "application/json")
    }
    pub fn bytes(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    /// Makes the call, which must be answered with this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Answer {
        let asked = format!("{} {}", self.method, self.path);
        let answer = self.send();
        assert_eq!(answer.status, status, "{asked}: {}", String::from_utf8_lossy(&answer.body));
        answer
    }

    /// Makes the call.
    #[track_caller]
    pub fn send(self) -> Answer {
        self.try_send().expect("the server answers")
    }

    /// Makes the call; none where the server is not there or breaks off.
    pub fn try_send(self) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
        stream.set_nodelay(true).ok()?;
        // A server that refuses early need not read all of it.
        stream.write_all(&self.written()).ok();
        let mut answer = Vec::new();
        let read = stream.read_to_end(&mut answer);
        Answer::read(&answer).filter(|_| read.is_ok())
    }

    /// Makes the call, whose answer goes on for as long as somebody listens.
    #[track_caller]
    pub fn open(self) -> Stream {
        let mut stream = TcpStream::connect(self.address).expect("the server is there");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time is set");
        stream.write_all(&self.written()).expect("the server reads");
        Stream::begin(stream)
    }

    /// Sends the call and hangs up without waiting for the answer.
    pub fn send_and_hang_up(self) {
        let mut stream = TcpStream::connect(self.address).expect("the server is there");
        stream.write_all(&self.written()).expect("the server reads");
    }

    fn written(&self) -> Vec<u8> {
        let mut text = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.body.is_empty() || self.method != "GET" {
            text.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        text.push_str("\r\n");
        let mut written = text.into_bytes();
        written.extend_from_slice(&self.body);
        written
    }
}

/// What the server said.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(bytes.get(..end)?).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(n, v)| (n.to_lowercase(), v.trim().to_owned()))
            .collect();
        let mut answer = Self { status, headers, body: Vec::new() };
        let rest = bytes.get(end + 4..)?;
        answer.body = match answer.header("transfer-encoding") {
            Some("chunked") => unchunked(rest)?,
            _ => rest.to_vec(),
        };
        let length = answer.header("content-length").and_then(|length| length.parse::<usize>().ok());
        (length.is_none_or(|length| length == answer.body.len() || answer.body.is_empty())).then_some(answer)
    }

    /// The same, which must have this status.
    #[track_caller]
    pub fn expecting(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self
    }
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(&self.body)))
    }
    /// What stands at a JSON Pointer.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> Json {
        let json = self.json();
        json.pointer(pointer).cloned().unwrap_or_else(|| panic!("nothing at {pointer} of {json:#}"))
    }
    /// The text at a JSON Pointer.
    #[track_caller]
    pub fn text(&self, pointer: &str) -> String {
        self.at(pointer).as_str().unwrap_or_else(|| panic!("no text at {pointer} of {:#}", self.json())).to_owned()
    }
    /// What stands at a JSON Pointer in each entry of a list.
    #[track_caller]
    pub fn each(&self, pointer: &str) -> Vec<Json> {
        let items = self.at("/items");
        items.as_array().unwrap().iter().map(|item| item.pointer(pointer).cloned().unwrap_or_default()).collect()
    }
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(rest.get(..end)?).ok()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + size)?);
        rest = rest.get(end + 2 + size + 2..)?;
    }
}
