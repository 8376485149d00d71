//! Makes cargo embed the default theme and the starter anew whenever a file in them changes, and
//! gives each state of the sources that make anything a name: what one build kept in a cache, another
//! does not take.

use std::fs;
use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=themes");
    println!("cargo:rerun-if-changed=starter");
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let mut name = Name(0xcbf2_9ce4_8422_2325);
    name.take(Path::new("Cargo.lock"));
    name.take(Path::new("src"));
    println!("cargo:rustc-env=CHIRASHI_BUILD={:016x}", name.0);
}

/// Rooms that make nothing that is kept: a change in them leaves the cache as good as it was.
const ASIDE: [&str; 4] = ["src/cli", "src/main.rs", "src/preview", "src/scaffold"];

/// The FNV-1a hash of files by path and content.
struct Name(u64);

impl Name {
    fn take(&mut self, path: &Path) {
        if path.is_dir() {
            let entries = fs::read_dir(path).into_iter().flatten().flatten();
            let mut inside: Vec<_> = entries.map(|entry| entry.path()).collect();
            inside.sort();
            for path in inside {
                if !ASIDE.iter().any(|aside| path == Path::new(aside)) {
                    self.take(&path);
                }
            }
        } else {
            self.bytes(path.to_string_lossy().as_bytes());
            self.bytes(&fs::read(path).unwrap_or_default());
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
