//! Makes cargo embed the default theme anew whenever a file in it changes, appears or goes.

fn main() {
    println!("cargo:rerun-if-changed=themes/default");
}
