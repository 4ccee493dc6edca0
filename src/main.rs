//! The command line; joins the floors.

fn main() {}
