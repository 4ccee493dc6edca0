//! A listener: server-sent events, read off the socket as they come.

use serde_json::Value as Json;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;

/// A stream of events that goes on until one side hangs up.
pub struct Stream {
    lines: BufReader<TcpStream>,
}

impl Stream {
    /// Reads the head and the greeting: from then on nothing is missed.
    #[track_caller]
    pub fn begin(socket: TcpStream) -> Self {
        let mut stream = Self { lines: BufReader::new(socket) };
        let status = stream.line().expect("the server answers");
        assert!(status.contains(" 200 "), "{status}");
        while stream.line().expect("a head has an end") != ": welcome" {}
        stream
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        match self.lines.read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => Some(line.trim_end().to_owned()),
            Err(error) => panic!("nothing came in time: {error}"),
        }
    }

    /// The next event's id and data; none where the stream has ended.
    pub fn next(&mut self) -> Option<(String, Json)> {
        let mut id = String::new();
        loop {
            let line = self.line()?;
            if let Some(place) = line.strip_prefix("id: ") {
                id = place.to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((id, serde_json::from_str(data).expect("data is JSON")));
            }
        }
    }
}
