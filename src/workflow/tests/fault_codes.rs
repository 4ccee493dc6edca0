//! Every code of a fault is explained by a sample, and the sample comes to it.

use super::checks::known;
use super::*;
use crate::model::fault_codes::{self, Sample};

#[test]
fn each_sample_that_is_checked_comes_to_its_code() {
    deep(|| {
        for kind in fault_codes::all() {
            let Sample::Checked(text) = kind.sample else { continue };
            let found = match program_with(text, &known()) {
                Ok(program) => program.warnings().to_vec(),
                Err(faults) => faults,
            };
            let codes: Vec<&str> = found.iter().map(|fault| fault.code.as_str()).collect();
            assert!(codes.contains(&kind.code), "{}: {text}: {codes:?}", kind.code);
            let fault = found.iter().find(|fault| fault.code == kind.code).unwrap();
            assert!(fault.line > 0, "{}: {fault}", kind.code);
        }
    });
}

#[test]
fn each_sample_that_is_run_comes_to_its_code() {
    deep(|| {
        for kind in fault_codes::all() {
            let Sample::Run(text) = kind.sample else { continue };
            let desk = Desk::start(text);
            assert_eq!(desk.stuck().code, kind.code, "{text}: {}", desk.stuck());
        }
    });
}
