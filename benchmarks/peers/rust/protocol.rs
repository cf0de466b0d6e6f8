//! The protocol, for the programs in Rust: workloads by name, each repeated until it takes as long as asked for.

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Instant;

pub const MILLION: i64 = 1_000_000;

struct Workload {
    units: i64,
    count: i64,
    nanos: Box<dyn FnMut(i64) -> u64>,
}

#[derive(Default)]
pub struct Peer {
    workloads: HashMap<&'static str, Workload>,
    values: HashMap<&'static str, f64>,
}

impl Peer {
    pub fn measure(&mut self, name: &'static str, units: i64, mut body: impl FnMut(i64) + 'static) {
        self.timed(name, units, move |n| {
            let start = Instant::now();
            body(n);
            start.elapsed().as_nanos() as u64
        });
    }

    /// As `measure`, for what prepares something outside its time.
    pub fn timed(&mut self, name: &'static str, units: i64, nanos: impl FnMut(i64) -> u64 + 'static) {
        let nanos = Box::new(nanos);
        self.workloads.insert(
            name,
            Workload {
                units,
                count: 1,
                nanos,
            },
        );
    }

    pub fn value(&mut self, name: &'static str, value: f64) {
        self.values.insert(name, value);
    }

    pub fn serve(mut self, description: &str) {
        println!("ready {description}");
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            let mut words = line.split(' ');
            let name = words.next().unwrap_or("");
            let millis: f64 = words.next().and_then(|word| word.parse().ok()).unwrap_or(1.0);
            if let Some(value) = self.values.get(name) {
                println!("{name} {value}");
            } else if let Some(workload) = self.workloads.get_mut(name) {
                println!("{name} {:.4}", repeat(workload, millis * 1e6));
            } else {
                println!("{name} - no such workload");
            }
        }
    }
}

fn repeat(workload: &mut Workload, target: f64) -> f64 {
    loop {
        let n = workload.count;
        let took = (workload.nanos)(n).max(1) as f64;
        workload.count = ((n as f64 * (target / took).min(10.0)) as i64).max(1);
        if took * 2.0 >= target || workload.count <= n {
            return took / n as f64 / workload.units as f64;
        }
    }
}

/// Eight threads, each of which does an eighth of the operations; the time from when all are ready.
pub fn eight_threads(n: i64, body: impl Fn(i64) + Send + Sync + 'static) -> u64 {
    let each = (n + 7) / 8;
    let barrier = Arc::new(Barrier::new(9));
    let body = Arc::new(body);
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let (barrier, body) = (barrier.clone(), body.clone());
            thread::spawn(move || {
                barrier.wait();
                body(each);
            })
        })
        .collect();
    barrier.wait();
    let start = Instant::now();
    for thread in threads {
        thread.join().unwrap();
    }
    (start.elapsed().as_nanos() as f64 * n as f64 / (each * 8) as f64) as u64
}

/// Says how large the process was at most.
pub fn print_peak() {
    for line in fs::read_to_string("/proc/self/status")
        .unwrap_or_default()
        .lines()
    {
        if let Some(rest) = line.strip_prefix("VmHWM:") {
            println!("started {}", rest.trim().trim_end_matches(" kB"));
        }
    }
}

pub fn ascii(i: usize) -> String {
    format!("{}{}", (b'a' + i as u8) as char, "a".repeat(19))
}

pub fn russian(i: usize) -> String {
    format!("{}{}", (b'a' + i as u8) as char, "\u{436}".repeat(999))
}

pub fn keys() -> Vec<String> {
    (0..100_000).map(|i| format!("key-{i}")).collect()
}
