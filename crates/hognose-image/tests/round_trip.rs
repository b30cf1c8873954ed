//! Text to image to text.

mod common;
use common::{GOOD, assemble, good, text_of, verdict};
use hognose_image::Image;

#[test]
fn good_images_pass_the_checker() {
    for (name, text) in GOOD {
        assert_eq!(verdict(&assemble(name, text)), "", "{name}");
    }
}

#[test]
fn text_of_an_image_gives_the_image_back() {
    for (name, _) in GOOD {
        let bytes = good(name);
        let text = text_of(&Image::parse(&bytes).unwrap());
        assert!(!text.contains("malformed"), "{text}");
        assert!(assemble(name, &text) == bytes, "{name}:\n{text}");
    }
}
