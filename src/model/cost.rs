//! What a ticket costs: lines, and the sums behind which they stand.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use utoipa::ToSchema;

/// One line of cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CostLine {
    /// What for.
    pub text: String,
    /// How much, as a decimal string.
    pub amount: String,
    /// Estimate or invoice.
    pub actual: bool,
    /// How often it comes again: such a line is in no sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<String>,
    /// Who bears it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_centre: Option<String>,
}

/// What a ticket costs; every amount a decimal string.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cost {
    /// ISO 4217 code.
    pub currency: String,
    /// By item and form.
    pub estimated: Option<String>,
    /// What the customer confirmed.
    pub confirmed: Option<String>,
    /// What was paid.
    pub actual: Option<String>,
    /// The lines behind the sums.
    pub lines: Vec<CostLine>,
}

impl Cost {
    /// No money yet.
    pub fn none(currency: impl Into<String>) -> Self {
        Self { currency: currency.into(), estimated: None, confirmed: None, actual: None, lines: Vec::new() }
    }

    /// Adds a line, and its amount to what was paid or to the estimate.
    pub fn add(&mut self, line: CostLine) {
        if line.every.is_some() {
            self.lines.push(line);
            return;
        }
        let number = |text: &str| Decimal::from_str(text).unwrap_or_default();
        let sum = if line.actual { &mut self.actual } else { &mut self.estimated };
        let before = sum.as_deref().map_or(Decimal::ZERO, number);
        *sum = Some(before.checked_add(number(&line.amount)).unwrap_or(before).to_string());
        self.lines.push(line);
    }
}
