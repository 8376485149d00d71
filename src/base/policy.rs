//! What a page of the site may fetch and tell: nothing but its own files, to nobody.

/// The Content-Security-Policy that stands in every page. `file:` is for the folder opened from
/// disk, where some browsers take each file for a site of its own; pages of a host cannot
/// fetch such files in any case.
pub(crate) const PAGE: &str = "default-src 'none'; style-src 'self' file:; font-src 'self' file:; \
    img-src 'self' data: file:; script-src 'self' file:; connect-src 'self' file:; \
    base-uri 'none'; form-action 'self' file:";

/// The policy that a host sends: the same for its own files only, and no other site may show
/// the page within a page of its own.
pub(crate) const HOST: &str = "default-src 'none'; style-src 'self'; font-src 'self'; \
    img-src 'self' data:; script-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What a browser tells other sites of where a reader comes from: nothing.
pub(crate) const REFERRER: &str = "no-referrer";

/// Powers of a browser that no page asks for.
pub(crate) const PERMISSIONS: &str = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), payment=(), usb=()";
