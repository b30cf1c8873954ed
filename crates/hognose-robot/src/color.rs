//! Colours of the floor.

/// Colours that the floor sensor tells apart, in the order of their numbers for Bajo programs; the first is none of them.
pub const NAMES: [&str; 7] = ["none", "red", "green", "blue", "white", "black", "yellow"];

/// A colour that is none.
pub const NONE: u8 = 0;

/// Samples that must agree.
const AGREE: u8 = 3;

/// The number of a colour by its name.
pub fn number(name: &str) -> Option<u8> {
    NAMES.iter().position(|known| *known == name).map(|i| i as u8)
}

/// What raw values full black and full white have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Points {
    /// Full black, red, green, blue.
    pub black: [u16; 3],
    /// Full white.
    pub white: [u16; 3],
}

impl Default for Points {
    fn default() -> Self {
        Points { black: [3338, 5868, 2993], white: [37333, 65535, 40437] }
    }
}

impl Points {
    /// Raw values as a colour.
    pub fn rgb(&self, raw: [u16; 3]) -> [u8; 3] {
        core::array::from_fn(|i| {
            let (black, white) = (f32::from(self.black[i]), f32::from(self.white[i]));
            let span = (white - black).max(1.0);
            ((f32::from(raw[i]) - black) / span * 255.0 + 0.5).clamp(0.0, 255.0) as u8
        })
    }
}

/// The colour of one sample.
pub fn classify(rgb: [u8; 3]) -> u8 {
    let [r, g, b] = rgb.map(i32::from);
    if r > 130 && g > 130 && b > 130 {
        4
    } else if r > 120 && g > 120 && b < 100 {
        6
    } else if r > 80 && r > g + 30 && r > b + 30 {
        1
    } else if g > 65 && g > r + 20 && g > b + 20 {
        2
    } else if b > 65 && b > r + 20 && b > g + 20 {
        3
    } else if r < 60 && g < 60 && b < 60 {
        5
    } else {
        NONE
    }
}

/// Hue in degrees, saturation and value in percent.
pub fn hsv(rgb: [u8; 3]) -> [i32; 3] {
    let [r, g, b] = rgb.map(i32::from);
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    let span = most - least;
    let hue = if span == 0 {
        0
    } else if most == r {
        (60 * (g - b) / span + 360) % 360
    } else if most == g {
        60 * (b - r) / span + 120
    } else {
        60 * (r - g) / span + 240
    };
    let saturation = if most == 0 { 0 } else { 100 * span / most };
    [hue, saturation, 100 * most / 255]
}

/// The colour that several samples agree on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vote {
    samples: u8,
    last: u8,
    same: u8,
    agreed: u8,
}

impl Vote {
    /// Another sample.
    pub fn add(&mut self, color: u8) {
        self.samples = (self.samples + 1).min(AGREE);
        self.same = if color == self.last { (self.same + 1).min(AGREE) } else { 1 };
        self.last = color;
        if self.same >= AGREE {
            self.agreed = color;
        }
    }

    /// Are there enough samples to agree at all?
    pub fn is_settled(&self) -> bool {
        self.samples >= AGREE
    }

    /// The colour.
    pub fn color(&self) -> u8 {
        self.agreed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_told_apart() {
        for (rgb, name) in [
            ([200, 30, 30], "red"),
            ([30, 160, 60], "green"),
            ([30, 60, 170], "blue"),
            ([230, 230, 230], "white"),
            ([20, 20, 20], "black"),
            ([210, 190, 40], "yellow"),
            ([110, 110, 110], "none"),
        ] {
            assert_eq!(NAMES[classify(rgb) as usize], name);
        }
    }

    #[test]
    fn three_samples_must_agree() {
        let mut vote = Vote::default();
        for color in [1, 1, 2, 1, 1] {
            vote.add(color);
            assert_eq!(vote.color(), NONE);
        }
        vote.add(1);
        assert_eq!(vote.color(), 1);
        vote.add(2);
        vote.add(2);
        assert_eq!(vote.color(), 1);
        vote.add(2);
        assert_eq!(vote.color(), 2);
    }

    #[test]
    fn hues() {
        assert_eq!(hsv([255, 0, 0]), [0, 100, 100]);
        assert_eq!(hsv([0, 0, 255]), [240, 100, 100]);
        assert_eq!(hsv([255, 0, 100]), [337, 100, 100]);
        assert_eq!(hsv([51, 51, 51]), [0, 0, 20]);
    }
}
