//! QR codes: found among what is drawn, drawn again to pixels, and decoded.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page as EnginePage;
use hayro::vello_cpu::color::{AlphaColor, Srgb};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect, Shape};
use hayro::vello_cpu::peniko::Fill;
use hayro::vello_cpu::{Level, Pixmap, RenderContext, RenderMode, RenderSettings, Resources};
use rqrr::PreparedImage;

use super::geometry::{Area, MM};
use super::read::{DrawnKind, PdfPage};

/// Pixels on a side of a part of a page that is looked at: few are enough for most codes, and
/// reading takes as long as there are pixels.
const PIXELS: [u16; 2] = [160, 300];
/// Pixels a point when a whole page is looked at.
const SCALE: f64 = 2.0;

/// What the QR codes of a page read.
pub(super) fn read(page: &PdfPage, pdf: &EnginePage<'_>) -> Vec<String> {
    candidates(page)
        .into_iter()
        .flat_map(|area| {
            let side = area.width().max(area.height());
            let reads = PIXELS.map(|pixels| f64::from(pixels) / side).into_iter();
            let mut reads = reads.map(|scale| decode(pdf, area, scale));
            reads.find(|found| !found.is_empty()).unwrap_or_default()
        })
        .collect()
}

/// The same, looking at the page as a whole: for codes drawn in some unusual way.
pub(super) fn search(page: &PdfPage, pdf: &EnginePage<'_>) -> Vec<String> {
    decode(pdf, page.media, SCALE)
}

/// Where shapes of very many pieces fill a square: so our templates draw QR codes.
fn candidates(page: &PdfPage) -> Vec<Area> {
    const PIECES: usize = 60;
    const SMALLEST: f64 = 8.0 * MM;
    /// The quiet zone around a code is four modules wide, a tenth of it or more.
    const QUIET: f64 = 0.18;
    let square = |area: &Area| {
        let (wide, high) = (area.width(), area.height());
        wide > SMALLEST && (wide - high).abs() < 0.05 * wide
    };
    let of_many = |pieces: usize| pieces >= PIECES;
    page.drawn
        .iter()
        .filter(|drawn| matches!(drawn.what, DrawnKind::Fill { pieces } if of_many(pieces)))
        .map(|drawn| drawn.area)
        .filter(square)
        .map(|area| area.grown(QUIET * area.width()))
        .collect()
}

fn decode(pdf: &EnginePage<'_>, area: Area, scale: f64) -> Vec<String> {
    let Some((pixels, width)) = pixels(pdf, area, scale) else {
        return Vec::new();
    };
    let height = pixels.len() / width.max(1);
    let grey = |x: usize, y: usize| pixels.get(y * width + x).copied().unwrap_or(255);
    let mut image = PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = image.detect_grids();
    grids
        .iter()
        .filter_map(|grid| Some(grid.decode().ok()?.1))
        .collect()
}

/// The brightness of each pixel of a part of a page, and how many pixels are in a row.
fn pixels(pdf: &EnginePage<'_>, area: Area, scale: f64) -> Option<(Vec<u8>, usize)> {
    let side = |points: f64| {
        let pixels = (points * scale).ceil();
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked on both sides"
        )]
        (1.0..=8000.0).contains(&pixels).then_some(pixels as u16)
    };
    let (width, height) = (side(area.width())?, side(area.height())?);
    let at = Affine::new([scale, 0.0, 0.0, -scale, -area.x0 * scale, area.y1 * scale]);
    let frame = Rect::new(0.0, 0.0, width.into(), height.into());
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        render_annotations: false,
        ..InterpreterSettings::default()
    };
    let mut context = Context::new(at, frame, &cache, pdf.xref(), settings);
    let settings = RenderSettings {
        level: Level::baseline(),
        num_threads: 0,
        render_mode: RenderMode::OptimizeSpeed,
    };
    let mut canvas = Canvas {
        context: RenderContext::new_with(width, height, settings),
        frame,
    };
    canvas.context.set_paint(AlphaColor::<Srgb>::WHITE);
    canvas.context.fill_rect(&frame);
    interpret_page(pdf, &mut context, &mut canvas);
    let mut pixmap = Pixmap::new(width, height);
    canvas.context.flush();
    canvas
        .context
        .render_to_pixmap(&mut Resources::default(), &mut pixmap);
    let grey = |pixel: &[u8]| {
        let sum: u32 = pixel.iter().take(3).map(|part| u32::from(*part)).sum();
        u8::try_from(sum / 3).unwrap_or(255)
    };
    let pixels = pixmap
        .data_as_u8_slice()
        .chunks_exact(4)
        .map(grey)
        .collect();
    Some((pixels, width.into()))
}

/// Draws only what shows in a small frame.
struct Canvas {
    context: RenderContext,
    frame: Rect,
}

impl Canvas {
    fn fill(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'_>,
        mode: Option<&PathDrawMode>,
    ) {
        let bounds = transform.transform_rect_bbox(path.bounding_box());
        let Paint::Color(colour) = paint else {
            return;
        };
        if bounds.intersect(self.frame).area() <= 0.0 && mode.is_none() {
            return;
        }
        if bounds.inflate(4.0, 4.0).overlaps(self.frame) {
            let [r, g, b, a] = colour.to_rgba().to_rgba8();
            self.context.set_transform(transform);
            self.context
                .set_paint(AlphaColor::<Srgb>::from_rgba8(r, g, b, a));
            match mode {
                Some(PathDrawMode::Stroke(stroke)) => {
                    let stroke = hayro::vello_cpu::kurbo::Stroke::new(stroke.line_width.into());
                    self.context.set_stroke(stroke);
                    self.context.stroke_path(path);
                }
                _ => {
                    self.context.set_fill_rule(Fill::NonZero);
                    self.context.fill_path(path);
                }
            }
        }
    }
}

impl<'a> Device<'a> for Canvas {
    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'a>,
        mode: &PathDrawMode,
    ) {
        self.fill(path, transform, paint, Some(mode));
    }

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        let Glyph::Outline(glyph) = glyph else {
            return;
        };
        // An em around the origin shows whether the glyph can be seen at all.
        let all = transform * glyph_transform;
        let em = all.transform_rect_bbox(Rect::new(-500.0, -500.0, 1500.0, 1500.0));
        if !matches!(mode, GlyphDrawMode::Invisible) && em.overlaps(self.frame) {
            self.fill(&glyph.outline(), all, paint, None);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let Image::Raster(image) = image else {
            return;
        };
        let corners = transform.transform_rect_bbox(Rect::new(
            0.0,
            0.0,
            image.width().into(),
            image.height().into(),
        ));
        if !corners.overlaps(self.frame) {
            return;
        }
        let context = &mut self.context;
        image.with_rgba(|data, _| paint_pixels(context, &data, transform), None);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn pop_clip_path(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}

/// Paints the dark pixels of a picture, row by row, as far as codes need it.
fn paint_pixels(
    context: &mut RenderContext,
    data: &hayro::hayro_interpret::ImageData,
    transform: Affine,
) {
    use hayro::hayro_interpret::ImageData;
    let (bytes, step) = match data {
        ImageData::Rgb(rgb) => (&rgb.data, 3),
        ImageData::Luma(luma) => (&luma.data, 1),
    };
    let width = usize::try_from(data.width()).unwrap_or_default();
    context.set_transform(transform);
    for (y, row) in bytes.chunks_exact((width * step).max(1)).enumerate() {
        let level = |pixel: &[u8]| {
            let sum: usize = pixel.iter().map(|part| usize::from(*part)).sum();
            u8::try_from(sum / step).unwrap_or(255)
        };
        let levels: Vec<u8> = row.chunks_exact(step).map(level).collect();
        let mut x = 0;
        for run in levels.chunk_by(|a, b| a == b) {
            context.set_paint(AlphaColor::<Srgb>::from_rgba8(run[0], run[0], run[0], 255));
            #[allow(clippy::cast_precision_loss, reason = "pixels")]
            let area = Rect::new(x as f64, y as f64, (x + run.len()) as f64, (y + 1) as f64);
            context.fill_rect(&area);
            x += run.len();
        }
    }
}
