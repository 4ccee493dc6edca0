//! The command line; joins the floors.

fn main() -> std::process::ExitCode {
    maitred::cli::run(std::env::args_os())
}
