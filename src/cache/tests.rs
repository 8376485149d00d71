//! The cache: what is kept, what is not trusted, what is forgotten.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::prune::{CacheLimits, prune, prune_if_due};
use super::*;

const DAY: Duration = Duration::from_hours(24);

fn key(input: &str) -> CacheKey {
    CacheKey::new("test").with(input)
}

/// A cache in a folder of its own.
fn cache() -> (tempfile::TempDir, Cache) {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::open(dir.path().join("cache"));
    (dir, cache)
}

/// The one file that an entry is.
fn file(cache: &Cache, key: &CacheKey) -> PathBuf {
    cache.0.as_ref().unwrap().file(key)
}

#[test]
fn what_was_put_in_comes_out() {
    let (dir, cache) = cache();
    assert_eq!(cache.get(&key("a")), None);
    cache.put(&key("a"), b"value");
    cache.put(&key("empty"), b"");
    assert_eq!(cache.get(&key("a")).as_deref(), Some(&b"value"[..]));
    assert_eq!(cache.get(&key("empty")).as_deref(), Some(&b""[..]));
    assert_eq!(cache.get(&key("b")), None);
    cache.put(&key("a"), b"other");
    let again = Cache::open(dir.path().join("cache"));
    assert_eq!(again.get(&key("a")).as_deref(), Some(&b"other"[..]));
    assert_eq!(again.get(&key("a")).as_deref(), Some(&b"other"[..]));
}

#[test]
fn keys_tell_inputs_apart() {
    let names = [
        CacheKey::new("test").with("ab").with("c"),
        CacheKey::new("test").with("a").with("bc"),
        CacheKey::new("test").with("abc"),
        CacheKey::new("other").with("abc"),
    ];
    let names: std::collections::BTreeSet<_> = names.iter().map(CacheKey::name).collect();
    assert_eq!(names.len(), 4);
}

#[test]
fn a_damaged_entry_is_no_entry() {
    let (_dir, cache) = cache();
    let key = key("a");
    cache.put(&key, b"some value");
    let whole = fs::read(file(&cache, &key)).unwrap();
    for length in 0..whole.len() {
        fs::write(file(&cache, &key), &whole[..length]).unwrap();
        assert_eq!(cache.get(&key), None, "cut after {length} bytes");
        assert!(!file(&cache, &key).exists());
    }
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(file(&cache, &key), &damaged).unwrap();
        assert_eq!(cache.get(&key), None, "byte {at} turned");
    }
    let longer = [&whole[..], b"x"].concat();
    fs::write(file(&cache, &key), longer).unwrap();
    assert_eq!(cache.get(&key), None);
    fs::write(file(&cache, &key), &whole).unwrap();
    assert!(cache.get(&key).is_some());
}

#[test]
fn an_entry_under_another_key_is_not_believed() {
    let (_dir, cache) = cache();
    cache.put(&key("a"), b"of a");
    let folder = file(&cache, &key("b"));
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    fs::copy(file(&cache, &key("a")), &folder).unwrap();
    assert_eq!(cache.get(&key("b")), None);
}

#[test]
fn nothing_is_kept_where_nothing_can_be() {
    let none = Cache::none();
    none.put(&key("a"), b"value");
    none.tidy();
    assert_eq!(none.get(&key("a")), None);

    let dir = tempfile::tempdir().unwrap();
    let occupied = dir.path().join("file");
    fs::write(&occupied, "not a folder").unwrap();
    let cache = Cache::open(occupied.clone());
    cache.put(&key("a"), b"value");
    cache.tidy();
    assert_eq!(cache.get(&key("a")), None);
    assert_eq!(fs::read_to_string(occupied).unwrap(), "not a folder");
}

#[test]
fn many_writers_do_not_meet() {
    let (_dir, cache) = cache();
    let folder = cache.0.as_ref().unwrap().folder.clone();
    std::thread::scope(|scope| {
        for writer in 0..8 {
            // Every other one as a run of its own.
            let own = if writer % 2 == 0 {
                cache.clone()
            } else {
                Cache::open(folder.clone())
            };
            scope.spawn(move || {
                for round in 0..50 {
                    let key = key(&format!("{}", round % 5));
                    own.put(&key, format!("value {}", round % 5).as_bytes());
                    if let Some(value) = own.get(&key) {
                        assert_eq!(value, format!("value {}", round % 5).as_bytes());
                    }
                }
            });
        }
    });
    for n in 0..5 {
        assert_eq!(
            cache.get(&key(&n.to_string())).unwrap(),
            format!("value {n}").as_bytes()
        );
    }
}

#[test]
fn the_oldest_go_first_and_nothing_of_others() {
    let (_dir, cache) = cache();
    let folder = cache.0.as_ref().unwrap().folder.clone();
    let now = SystemTime::now();
    for (name, days) in [("new", 1), ("used", 2), ("old", 30), ("ancient", 61)] {
        cache.put(&key(name), &[0; 1000]);
        let entry = fs::File::options()
            .write(true)
            .open(file(&cache, &key(name)))
            .unwrap();
        entry.set_modified(now - DAY * days).unwrap();
    }
    let stray = folder.join("test/ab/letter.txt");
    fs::create_dir_all(stray.parent().unwrap()).unwrap();
    fs::write(&stray, "somebody's").unwrap();
    fs::File::options()
        .write(true)
        .open(&stray)
        .unwrap()
        .set_modified(now - DAY * 900)
        .unwrap();
    let limits = CacheLimits {
        bytes: 2_500,
        ..CacheLimits::USUAL
    };
    prune_if_due(&folder, 0, limits, now);
    let there = ["new", "used", "old", "ancient"].map(|name| file(&cache, &key(name)).exists());
    assert_eq!(there, [true, true, false, false]);
    assert!(stray.exists());

    // Once a day is enough, unless much was written.
    let tight = CacheLimits {
        bytes: 1_500,
        ..CacheLimits::USUAL
    };
    prune_if_due(&folder, 0, tight, now);
    assert!(file(&cache, &key("used")).exists());
    prune_if_due(&folder, tight.burst, tight, now);
    assert!(!file(&cache, &key("used")).exists());
    prune(&folder, CacheLimits { bytes: 0, ..tight }, now);
    assert!(stray.exists() && !file(&cache, &key("new")).exists());
}

#[test]
fn an_entry_in_use_grows_young() {
    let (_dir, cache) = cache();
    cache.put(&key("a"), b"value");
    let path = file(&cache, &key("a"));
    let long_ago = SystemTime::now() - DAY * 40;
    fs::File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(long_ago)
        .unwrap();
    assert!(cache.get(&key("a")).is_some());
    let last = fs::metadata(&path).unwrap().modified().unwrap();
    assert!(last > long_ago + DAY * 39);
}

proptest::proptest! {
    #[test]
    fn parts_come_apart_as_they_went_in(parts: Vec<Vec<u8>>, noise: Vec<u8>) {
        let packed = pack(parts.iter().map(Vec::as_slice));
        let apart = unpack(&packed).unwrap();
        proptest::prop_assert_eq!(apart, parts.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let _ = unpack(&noise);
    }
}
