//! Rays and distances in the plane.

use super::world::Wall;

/// Way along a ray (from `at`, direction of unit length) to a segment; None: it misses.
pub fn hit(at: [f64; 2], direction: [f64; 2], from: [f64; 2], to: [f64; 2]) -> Option<f64> {
    let (ex, ey) = (to[0] - from[0], to[1] - from[1]);
    let cross = direction[0] * ey - direction[1] * ex;
    if cross.abs() < 1e-12 {
        return None;
    }
    let (dx, dy) = (from[0] - at[0], from[1] - at[1]);
    let along = (dx * ey - dy * ex) / cross;
    let part = (dx * direction[1] - dy * direction[0]) / cross;
    (along >= 0.0 && (0.0..=1.0).contains(&part)).then_some(along)
}

/// The nearest wall on a ray that rises by `slope` mm per mm, from that height: way and wall. Walls that it passes above are not
/// hit.
pub fn nearest(
    walls: &[Wall],
    at: [f64; 2],
    direction: [f64; 2],
    height: f64,
    slope: f64,
) -> Option<(f64, &Wall)> {
    let mut best: Option<(f64, &Wall)> = None;
    for wall in walls {
        let Some(way) = hit(at, direction, wall.from, wall.to) else { continue };
        if height + slope * way <= wall.height && best.is_none_or(|(least, _)| way < least) {
            best = Some((way, wall));
        }
    }
    best
}

/// The point of a segment that is nearest to a point.
pub fn nearest_point(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> [f64; 2] {
    let (ex, ey) = (to[0] - from[0], to[1] - from[1]);
    let length = ex * ex + ey * ey;
    let part =
        if length > 0.0 { ((point[0] - from[0]) * ex + (point[1] - from[1]) * ey) / length } else { 0.0 };
    let part = part.clamp(0.0, 1.0);
    [from[0] + part * ex, from[1] + part * ey]
}

/// Distance of a point to a segment.
pub fn distance_to(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let near = nearest_point(point, from, to);
    libm::hypot(point[0] - near[0], point[1] - near[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rays_hit_what_is_ahead() {
        let wall = |y: f64, height: f64| Wall { from: [-50.0, y], to: [50.0, y], height, reflectivity: 1.0 };
        let walls = [wall(-100.0, 100.0), wall(300.0, 30.0), wall(500.0, 100.0)];
        let ahead =
            |height, slope| nearest(&walls, [0.0, 0.0], [0.0, 1.0], height, slope).map(|(way, _)| way);
        assert_eq!(ahead(10.0, 0.0), Some(300.0));
        assert_eq!(ahead(40.0, 0.0), Some(500.0));
        assert_eq!(ahead(40.0, 0.5), None);
        assert_eq!(nearest(&walls, [60.0, 0.0], [0.0, 1.0], 10.0, 0.0), None);
        assert_eq!(distance_to([3.0, 4.0], [0.0, 0.0], [0.0, 0.0]), 5.0);
        assert_eq!(distance_to([5.0, 7.0], [0.0, 0.0], [10.0, 0.0]), 7.0);
    }
}
