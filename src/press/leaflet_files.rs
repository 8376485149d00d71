//! The files that come of setting a leaflet.

use crate::base::OutPath;

/// Files of a leaflet with their places: its PDFs, pictures of its pages.
pub(crate) type LeafletFiles = Vec<(OutPath, Vec<u8>)>;
