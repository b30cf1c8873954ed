//! The frozen library as the engine looks for functions in it.

use hognose_image::Image;

#[test]
fn functions_of_the_core_stand_by_name() {
    for (bytes, least) in [(hognose_lib::FROZEN, 300), (hognose_lib::CORE, 300), (hognose_lib::LANGUAGE, 200)]
    {
        let image = Image::parse(bytes).expect("it is an image");
        let core = image.module(0).expect("there is a module");
        assert_eq!(image.str(core.name), Some(&b"_core"[..]));
        assert_eq!(image.outer_name(core.code), Some(&b"<module>"[..]));
        let names: Vec<&[u8]> = (0..core.code).filter_map(|index| image.outer_name(index)).collect();
        assert!(names.len() > least, "only {} functions", names.len());
        for pair in names.windows(2) {
            assert!(
                pair[0] < pair[1],
                "{:?}",
                (String::from_utf8_lossy(pair[0]), String::from_utf8_lossy(pair[1]))
            );
        }
    }
}
