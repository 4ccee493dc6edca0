//! Printing: medians, spreads, ratios.

/// Median and spread (least to greatest) of some rounds.
pub struct Series(pub Vec<f64>);

impl Series {
    pub fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
    }
    pub fn spread(&self) -> (f64, f64) {
        let least = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (least, greatest)
    }
    pub fn of(rounds: impl IntoIterator<Item = f64>) -> Self {
        Self(rounds.into_iter().collect())
    }
}

pub fn row(what: &str, series: &Series, unit: &str, wanted: &str) {
    let (least, greatest) = series.spread();
    let digits = if series.median() < 10.0 { 2 } else { 0 };
    println!(
        "  {what:<58} {:>10.digits$} {unit:<10} ({least:.digits$} – {greatest:.digits$})  {wanted}",
        series.median()
    );
}

/// What the figures were measured on.
pub fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .unwrap_or(": unknown")
        .trim_start_matches([' ', '\t', ':']);
    format!("{cores} cores, {model}; SQLite, WAL, synchronous=FULL")
}
