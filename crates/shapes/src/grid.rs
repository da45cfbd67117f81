//! Steps and distances that several forms of outlines share.

/// Steps in a degree for drawing parts of a town: 14 m.
pub const DRAWING: u32 = 8_192;

/// From the origin to a line between two points, squared.
pub(crate) fn squared_distance(x0: f64, y0: f64, x: f64, y: f64) -> f64 {
    let (dx, dy) = (x - x0, y - y0);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (-(x0 * dx + y0 * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (px, py) = (x0 + along * dx, y0 + along * dy);
    px * px + py * py
}
