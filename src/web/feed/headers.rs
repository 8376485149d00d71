//! `_headers`: what hosts that read this file (Netlify, Cloudflare Pages) send with every page.

use std::fmt::Write;

use crate::base::{BaseUrl, policy};
use crate::site::address;

/// Rules by path: the site's policy for all of it, and how long files may be kept whose names
/// change with what they hold.
pub(super) fn headers(base: Option<&BaseUrl>) -> String {
    let root = base.map_or("/", BaseUrl::path);
    let mut out = format!("{root}*\n");
    for (name, value) in [
        ("Content-Security-Policy", policy::HOST),
        ("Referrer-Policy", policy::REFERRER),
        ("Permissions-Policy", policy::PERMISSIONS),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ] {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for folder in [address::FONTS, address::PICTURES] {
        let _ = writeln!(
            out,
            "{root}{folder}*\n  Cache-Control: public, max-age=31536000, immutable"
        );
    }
    out
}
