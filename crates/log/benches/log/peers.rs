//! Redis streams and NATS JetStream, synced before they answer, under the same load.
//! Does not: tune them; both run as Debian packages them, with every write synced.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::report::Latencies;

/// A peer that runs until dropped.
pub struct Peer {
    process: Child,
    port: u16,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Redis,
    Nats,
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Connections that share the load; more in flight means deeper pipelines.
const CONNECTIONS_MAX: u64 = 50;
const NATS_STREAMS: u64 = 16;

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

impl Peer {
    /// Starts the peer in `dir`; `None` where it is not installed.
    pub fn start(kind: Kind, dir: &Path) -> Option<Self> {
        std::fs::create_dir_all(dir).expect("create the peer's directory");
        let port = free_port();
        let mut command = match kind {
            Kind::Redis => {
                let mut redis = Command::new("redis-server");
                redis.args(["--port", &port.to_string(), "--save", "", "--appendonly", "yes"]);
                redis.args(["--appendfsync", "always", "--dir"]).arg(dir);
                redis
            }
            Kind::Nats => {
                let config = dir.join("nats.conf");
                let text = format!(
                    "listen: 127.0.0.1:{port}\njetstream {{ store_dir: \"{}\", sync_interval: \
                     always }}\n",
                    dir.display()
                );
                std::fs::write(&config, text).expect("write the configuration");
                let mut nats = Command::new("nats-server");
                nats.arg("-c").arg(config);
                nats
            }
        };
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
        let peer = Self { process: quiet.spawn().ok()?, port, kind };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some(peer);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    }

    fn connect(&self) -> BufReader<TcpStream> {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connect to the peer");
        stream.set_nodelay(true).expect("no delay");
        BufReader::new(stream)
    }

    /// Appends records of `record_bytes` with so many unanswered at a time.
    pub fn append(&self, record_bytes: usize, in_flight: u64, time: Duration) -> (f64, Latencies) {
        if self.kind == Kind::Nats {
            self.make_streams();
        }
        let connections = in_flight.min(CONNECTIONS_MAX);
        let began = Instant::now();
        let threads: Vec<_> = (0..connections)
            .map(|number| {
                let (connection, kind) = (self.connect(), self.kind);
                let depth = in_flight / connections;
                std::thread::spawn(move || {
                    append_loop(connection, kind, number, record_bytes, depth, began + time)
                })
            })
            .collect();
        let mut latencies = Latencies::default();
        for thread in threads {
            latencies.merge(thread.join().expect("an appending thread"));
        }
        (latencies.count() as f64 / began.elapsed().as_secs_f64(), latencies)
    }

    fn make_streams(&self) {
        let mut connection = self.connect();
        write(&mut connection, b"CONNECT {\"verbose\":false}\r\nSUB made 1\r\n");
        for stream in 0..NATS_STREAMS {
            let name = format!("s{stream}");
            let config = format!(
                "{{\"name\":\"{name}\",\"subjects\":[\"{name}\"],\"storage\":\"file\",\
                 \"retention\":\"limits\",\"num_replicas\":1}}"
            );
            let request =
                format!("PUB $JS.API.STREAM.CREATE.{name} made {}\r\n{config}\r\n", config.len());
            write(&mut connection, request.as_bytes());
            let answer = nats_message(&mut connection);
            assert!(answer.contains("\"config\""), "stream not created: {answer}");
        }
    }
}

fn write(connection: &mut BufReader<TcpStream>, bytes: &[u8]) {
    connection.get_mut().write_all(bytes).expect("write to the peer");
}

fn append_loop(
    mut connection: BufReader<TcpStream>,
    kind: Kind,
    number: u64,
    record_bytes: usize,
    depth: u64,
    until: Instant,
) -> Latencies {
    let payload = "x".repeat(record_bytes);
    let one = match kind {
        Kind::Redis => {
            let key = format!("stream-{number}");
            format!(
                "*5\r\n$4\r\nXADD\r\n${}\r\n{key}\r\n$1\r\n*\r\n$1\r\nd\r\n${record_bytes}\r\n\
                 {payload}\r\n",
                key.len()
            )
        }
        Kind::Nats => {
            let inbox = format!("ack.{number}");
            let hello = format!("CONNECT {{\"verbose\":false}}\r\nSUB {inbox} 1\r\n");
            write(&mut connection, hello.as_bytes());
            let stream = number % NATS_STREAMS;
            format!("PUB s{stream} {inbox} {record_bytes}\r\n{payload}\r\n")
        }
    };
    let pipeline = one.repeat(depth as usize);
    let mut latencies = Latencies::default();
    while Instant::now() < until {
        let started = Instant::now();
        write(&mut connection, pipeline.as_bytes());
        for _ in 0..depth {
            match kind {
                Kind::Redis => redis_id(&mut connection),
                Kind::Nats => {
                    let ack = nats_message(&mut connection);
                    assert!(ack.contains("\"seq\""), "not stored: {ack}");
                }
            }
            latencies.add(started.elapsed());
        }
    }
    latencies
}

/// Reads the bulk string that answers XADD.
fn redis_id(connection: &mut BufReader<TcpStream>) {
    let mut line = String::new();
    connection.read_line(&mut line).expect("an answer");
    assert!(line.starts_with('$'), "not stored: {line}");
    line.clear();
    connection.read_line(&mut line).expect("the entry's id");
}

/// The payload of the next message, answering pings on the way.
fn nats_message(connection: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        assert!(connection.read_line(&mut line).expect("a line") > 0, "the peer hung up");
        if line.starts_with("PING") {
            write(connection, b"PONG\r\n");
        } else if line.starts_with("MSG") {
            let len = line.split_whitespace().last().and_then(|len| len.parse::<usize>().ok());
            let mut payload = vec![0; len.expect("a length") + 2];
            connection.read_exact(&mut payload).expect("a payload");
            return String::from_utf8_lossy(&payload).into_owned();
        }
    }
}
