//! A sum of doubles without rounding: added values can be taken away again, in any order.
//! Does not: round before the sum is asked for.

/// Bits of one limb; its other 32 bits hold what has not been carried yet.
const LIMB_BITS: i32 = 32;
const LIMB_MASK: i64 = 0xffff_ffff;
/// A limb takes less than 2^32 per addition, so this many fit before carries have to run.
const ADDITIONS_MAX: u32 = 1 << 29;
/// The value of the lowest bit of the lowest double, as a power of two.
const LOWEST_EXPONENT: i32 = -1074;

/// The sum as a fixed-point number whose limb `i` counts `2^(32 (low + i) - 1074)`.
#[derive(Clone, Debug, Default)]
pub(crate) struct ExactSum {
    low: i32,
    limbs: Vec<i64>,
    additions: u32,
    nans: i64,
    plus_infinities: i64,
    minus_infinities: i64,
}

impl ExactSum {
    pub(crate) fn add(&mut self, number: f64) {
        self.count(number, 1);
    }

    pub(crate) fn subtract(&mut self, number: f64) {
        self.count(number, -1);
    }

    fn count(&mut self, number: f64, times: i64) {
        if number.is_nan() {
            self.nans += times;
        } else if number == f64::INFINITY {
            self.plus_infinities += times;
        } else if number == f64::NEG_INFINITY {
            self.minus_infinities += times;
        } else if number != 0.0 {
            self.add_finite(number, times);
        }
    }

    fn add_finite(&mut self, number: f64, times: i64) {
        let bits = number.to_bits();
        let field = ((bits >> 52) & 0x7ff) as i32;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, shift) = match field {
            0 => (fraction, 0),
            _ => (fraction | (1 << 52), field - 1),
        };
        let sign = if number < 0.0 { -times } else { times };
        let first = shift / LIMB_BITS;
        let mut rest = u128::from(mantissa) << (shift % LIMB_BITS);
        self.reach(first, first + 2);
        let from = usize::try_from(first - self.low).unwrap_or(0);
        for limb in self.limbs.iter_mut().skip(from).take(3) {
            *limb += sign * (rest as i64 & LIMB_MASK);
            rest >>= LIMB_BITS;
        }
        self.additions += 1;
        if self.additions >= ADDITIONS_MAX {
            self.carry();
        }
    }

    /// Makes the limbs from `first` to `last` exist.
    fn reach(&mut self, first: i32, last: i32) {
        if self.limbs.is_empty() {
            self.low = first;
        }
        if first < self.low {
            let missing = usize::try_from(self.low - first).unwrap_or(0);
            self.limbs.splice(0..0, std::iter::repeat_n(0, missing));
            self.low = first;
        }
        let needed = usize::try_from(last - self.low + 1).unwrap_or(0);
        if self.limbs.len() < needed {
            self.limbs.resize(needed, 0);
        }
    }

    /// Brings every limb but the last into 0 .. 2^32.
    fn carry(&mut self) {
        let mut carry = 0;
        let last = self.limbs.len().saturating_sub(1);
        for (at, limb) in self.limbs.iter_mut().enumerate() {
            *limb += carry;
            carry = if at < last { *limb >> LIMB_BITS } else { 0 };
            if at < last {
                *limb &= LIMB_MASK;
            }
        }
        if let Some(top) = self.limbs.last().copied() {
            if top >> LIMB_BITS != 0 && top >> LIMB_BITS != -1 {
                if let Some(limb) = self.limbs.last_mut() {
                    *limb &= LIMB_MASK;
                }
                self.limbs.push(top >> LIMB_BITS);
            }
        }
        self.additions = 0;
    }

    /// The sum, rounded once to the nearest double.
    pub(crate) fn value(&self) -> f64 {
        if self.nans > 0 || (self.plus_infinities > 0 && self.minus_infinities > 0) {
            return f64::NAN;
        }
        if self.plus_infinities > 0 {
            return f64::INFINITY;
        }
        if self.minus_infinities > 0 {
            return f64::NEG_INFINITY;
        }
        let (digits, negative) = self.digits();
        let magnitude = round(&digits, self.low);
        if negative { -magnitude } else { magnitude }
    }

    /// The sum's magnitude in limbs of 32 bits, lowest first, and its sign.
    fn digits(&self) -> (Vec<u32>, bool) {
        let carried = |sign: i64| {
            let mut digits = Vec::with_capacity(self.limbs.len() + 2);
            let mut carry = 0_i64;
            for limb in &self.limbs {
                let sum = sign * limb + carry;
                digits.push((sum & LIMB_MASK) as u32);
                carry = sum >> LIMB_BITS;
            }
            (digits, carry)
        };
        let (mut digits, mut carry) = carried(1);
        let negative = carry < 0;
        if negative {
            (digits, carry) = carried(-1);
        }
        digits.push((carry & LIMB_MASK) as u32);
        digits.push((carry >> LIMB_BITS) as u32);
        (digits, negative)
    }
}

/// The double nearest to these limbs.
fn round(digits: &[u32], low: i32) -> f64 {
    let Some(top) = digits.iter().rposition(|digit| *digit != 0) else { return 0.0 };
    let digit = |back: usize| top.checked_sub(back).and_then(|at| digits.get(at)).copied();
    let three = (0..3).fold(0_u128, |all, back| all << 32 | u128::from(digit(back).unwrap_or(0)));
    let unused = three.leading_zeros() - 32;
    // The highest 64 bits; what lies below them only has to be known as zero or not.
    let kept = (three << unused >> 32) as u64;
    let below = (three << unused) as u32 != 0
        || digits.iter().take(top.saturating_sub(2)).any(|digit| *digit != 0);
    let exponent = LIMB_BITS * (low + top as i32) + LOWEST_EXPONENT - 32 - unused as i32;
    scale((kept | u64::from(below)) as f64, exponent)
}

/// `number * 2^exponent`, in steps that stay within the exponents a double has.
fn scale(mut number: f64, mut exponent: i32) -> f64 {
    while exponent != 0 {
        let step = exponent.clamp(-1000, 1000);
        number *= 2_f64.powi(step);
        exponent -= step;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(numbers: &[f64]) -> f64 {
        let mut sum = ExactSum::default();
        numbers.iter().for_each(|number| sum.add(*number));
        sum.value()
    }

    #[test]
    fn one_number_is_itself() {
        for number in [0.0, 1.0, -1.5, 0.1, 1e308, -1e-308, 5e-324, f64::MAX, f64::MIN_POSITIVE] {
            assert_eq!(sum(&[number]).to_bits(), number.to_bits(), "{number:e}");
        }
    }

    #[test]
    fn the_sum_is_rounded_once() {
        assert_eq!(sum(&[0.1; 10]), 1.0);
        assert_eq!(sum(&[1e100, 1.0, -1e100]), 1.0);
        assert_eq!(sum(&[9_007_199_254_740_992.0, 1.0, 1.0]), 9_007_199_254_740_994.0);
        assert_eq!(sum(&[f64::MAX, f64::MAX]), f64::INFINITY);
        assert!(sum(&[f64::INFINITY, f64::NEG_INFINITY]).is_nan());
    }

    #[test]
    fn what_is_taken_away_leaves_no_trace() {
        let mut all = ExactSum::default();
        let mut seed = 1_u64;
        let numbers: Vec<f64> = (0..2_000)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let exponent = (seed >> 33) as i32 % 300;
                ((seed >> 20) as f64 - 1e13) * 2_f64.powi(exponent - 150)
            })
            .collect();
        numbers.iter().for_each(|number| all.add(*number));
        all.add(f64::NAN);
        numbers.iter().take(1_990).for_each(|number| all.subtract(*number));
        all.subtract(f64::NAN);
        assert_eq!(all.value().to_bits(), sum(&numbers[1_990..]).to_bits());
        numbers.iter().skip(1_990).for_each(|number| all.subtract(*number));
        assert_eq!(all.value(), 0.0);
    }
}
