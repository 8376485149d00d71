//! The elements and attributes of SVG that draw and can do nothing else.

/// Elements that stay, with their content. Neither scripts nor foreign content, nor links; no
/// animation, which could set an address afterwards; no metadata, which tells who drew it and where;
/// no fonts.
pub(super) const ELEMENTS: [&str; 54] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// Elements that may refer to another part of the drawing.
pub(super) const REFERRING: [&str; 7] = [
    "feImage",
    "image",
    "linearGradient",
    "pattern",
    "radialGradient",
    "textPath",
    "use",
];

/// Attributes that stay, if their value is harmless. `href` and `style` are looked at by themselves.
#[rustfmt::skip]
pub(super) const ATTRIBUTES: &[&str] = &[
    // What an element is, and when it is drawn.
    "id", "class", "lang", "requiredExtensions", "requiredFeatures", "systemLanguage", "version",
    "media", "type",
    // Place, size and form.
    "cx", "cy", "d", "dx", "dy", "fr", "fx", "fy", "height", "pathLength", "points",
    "preserveAspectRatio", "r", "rotate", "rx", "ry", "transform", "transform-origin", "viewBox",
    "width", "x", "x1", "x2", "y", "y1", "y2", "z",
    // Gradients, patterns, masks, markers.
    "clipPathUnits", "gradientTransform", "gradientUnits", "markerHeight", "markerUnits",
    "markerWidth", "maskContentUnits", "maskUnits", "offset", "orient", "patternContentUnits",
    "patternTransform", "patternUnits", "refX", "refY", "spreadMethod",
    // Text.
    "lengthAdjust", "method", "side", "spacing", "startOffset", "textLength",
    // Filters.
    "amplitude", "azimuth", "baseFrequency", "bias", "diffuseConstant", "divisor", "edgeMode",
    "elevation", "exponent", "filterRes", "filterUnits", "in", "in2", "intercept", "k1", "k2", "k3",
    "k4", "kernelMatrix", "kernelUnitLength", "limitingConeAngle", "mode", "numOctaves", "operator",
    "order", "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "primitiveUnits", "radius",
    "result", "scale", "seed", "slope", "specularConstant", "specularExponent", "stdDeviation",
    "stitchTiles", "surfaceScale", "tableValues", "targetX", "targetY", "values",
    "xChannelSelector", "yChannelSelector",
    // Properties of style that may stand as attributes.
    "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color",
    "color-interpolation", "color-interpolation-filters", "color-rendering", "direction", "display",
    "dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter",
    "flood-color", "flood-opacity", "font-family", "font-size", "font-size-adjust", "font-stretch",
    "font-style", "font-variant", "font-weight", "glyph-orientation-horizontal",
    "glyph-orientation-vertical", "image-rendering", "isolation", "kerning", "letter-spacing",
    "lighting-color", "marker", "marker-end", "marker-mid", "marker-start", "mask", "mask-type",
    "mix-blend-mode", "opacity", "overflow", "paint-order", "pointer-events", "shape-rendering",
    "solid-color", "solid-opacity", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
    "stroke-width", "text-anchor", "text-decoration", "text-rendering", "unicode-bidi",
    "vector-effect", "visibility", "white-space", "word-spacing", "writing-mode",
];

/// Functions of CSS and of attributes that compute and fetch nothing; `url` is looked at by itself.
#[rustfmt::skip]
pub(super) const FUNCTIONS: &[&str] = &[
    "url",
    // Colours and numbers.
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix",
    "calc", "min", "max", "clamp", "var", "cubic-bezier", "steps",
    // Transforms.
    "matrix", "matrix3d", "perspective", "rotate", "rotatex", "rotatey", "rotatez", "rotate3d",
    "scale", "scalex", "scaley", "scalez", "scale3d", "skew", "skewx", "skewy", "translate",
    "translatex", "translatey", "translatez", "translate3d",
    // Forms and filters.
    "circle", "ellipse", "inset", "path", "polygon", "rect", "blur", "brightness", "contrast",
    "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia",
    // Selectors and queries of media.
    "not", "is", "where", "has", "lang", "nth-child", "nth-last-child", "nth-of-type",
    "nth-last-of-type", "and", "or",
];
