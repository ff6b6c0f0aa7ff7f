//! Claims about the forest, for any points.
//! Does not: compare with the service, whose numbers are random.

use proptest::prelude::*;

use super::*;

const OPTIONS: ForestOptions =
    ForestOptions { trees: 20, sample_size: 64, decay: 1_000.0, dimensions: 2 };

/// Points of a square of side 1, and a forest that has learnt them.
fn learnt(seed: u64, count: usize) -> Forest {
    let mut random = Random::new(seed ^ 0xabcd);
    let mut forest = Forest::new(OPTIONS, seed);
    for _ in 0..count {
        forest.learn(&[random.unit(), random.unit()]);
    }
    forest
}

fn bytes(forest: &Forest) -> levada_sql_lang::Value {
    let mut writer = Writer::default();
    forest.save(&mut writer);
    writer.finish()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn an_outlier_scores_well_above_every_inlier(
        seed in any::<u64>(),
        angle in 0.0_f64..std::f64::consts::TAU,
        inliers in prop::collection::vec((0.2_f64..0.8, 0.2_f64..0.8), 8),
    ) {
        let forest = learnt(seed, 300);
        let outlier = [0.5 + 10.0 * angle.cos(), 0.5 + 10.0 * angle.sin()];
        let far = forest.attribution(&outlier).total();
        for (x, y) in inliers {
            let near = forest.attribution(&[x, y]).total();
            prop_assert!(far > 2.0 * near, "{far} and {near}");
            prop_assert!(near < 1.6, "{near}");
        }
    }

    #[test]
    fn the_blame_lies_on_the_dimension_and_side_that_is_off(
        seed in any::<u64>(),
        above in any::<bool>(),
    ) {
        let forest = learnt(seed, 300);
        let parts = forest.attribution(&[if above { 9.0 } else { -8.0 }, 0.5]);
        let (blamed, other) = if above { (&parts.high, &parts.low) } else { (&parts.low, &parts.high) };
        prop_assert!(blamed[0] > 0.8 * parts.total());
        prop_assert!(other[0] < 0.1 * parts.total());
    }

    #[test]
    fn a_forest_restored_at_any_point_goes_on_byte_for_byte(
        seed in any::<u64>(),
        points in prop::collection::vec((0_i32..9, 0_i32..9), 1..200),
        cut in any::<prop::sample::Index>(),
    ) {
        let cut = cut.index(points.len());
        let mut forest = Forest::new(OPTIONS, seed);
        let mut restored = Forest::new(OPTIONS, 0);
        for (at, (x, y)) in points.iter().enumerate() {
            if at == cut {
                let saved = bytes(&forest);
                let mut reader = Reader::new(&saved).unwrap();
                restored.load(&mut reader).unwrap();
                reader.finish().unwrap();
                prop_assert_eq!(bytes(&restored), saved);
            }
            let point = [f64::from(*x), f64::from(*y)];
            if at >= cut {
                prop_assert_eq!(restored.attribution(&point), forest.attribution(&point));
                restored.learn(&point);
            }
            forest.learn(&point);
        }
        prop_assert_eq!(bytes(&restored), bytes(&forest));
    }

    #[test]
    fn the_seed_alone_decides(seed in any::<u64>()) {
        prop_assert_eq!(bytes(&learnt(seed, 100)), bytes(&learnt(seed, 100)));
        prop_assert_ne!(bytes(&learnt(seed, 100)), bytes(&learnt(seed ^ 1, 100)));
    }

    #[test]
    fn truncated_states_are_refused(cut in 0_usize..2_000) {
        let saved = bytes(&learnt(7, 40));
        let levada_sql_lang::Value::Binary(all) = saved else { panic!("bytes") };
        let cut = cut.min(all.len() - 1);
        let short = levada_sql_lang::Value::Binary(all[..cut].into());
        prop_assert!(Forest::new(OPTIONS, 0).load(&mut Reader::new(&short).unwrap()).is_err());
    }
}

#[test]
fn old_points_leave_the_sample() {
    let options = ForestOptions { decay: 50.0, ..OPTIONS };
    let mut random = Random::new(3);
    let mut forest = Forest::new(options, 1);
    for _ in 0..200 {
        forest.learn(&[random.unit(), random.unit()]);
    }
    let strange = forest.attribution(&[20.0, 20.0]).total();
    for _ in 0..1_000 {
        forest.learn(&[20.0 + random.unit(), 20.0 + random.unit()]);
    }
    let usual = forest.attribution(&[20.5, 20.5]).total();
    let forgotten = forest.attribution(&[0.5, 0.5]).total();
    assert!(strange > 2.0 * usual && forgotten > 2.0 * usual, "{strange} {usual} {forgotten}");
}
