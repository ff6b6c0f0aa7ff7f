//! Exact decimal numbers: an integer and the number of its digits after the point.
//! Does not: arithmetic between decimals (see `sql-functions`); only text, scale and order.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::limits::DECIMAL_DIGITS_MAX;

/// `unscaled / 10^scale`; at most 38 digits. The scale is kept for printing: `2.50` and `2.5`
/// are equal and print differently.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Decimal {
    pub unscaled: i128,
    pub scale: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a decimal number of at most 38 digits")]
pub struct InvalidDecimal(pub String);

impl Decimal {
    pub const fn new(unscaled: i128, scale: u32) -> Self {
        Self { unscaled, scale }
    }

    /// The same number with `scale` digits after the point, half rounded away from zero;
    /// `None` when it no longer fits.
    pub fn rescale(self, scale: u32) -> Option<Self> {
        if scale >= self.scale {
            let factor = 10_i128.checked_pow(scale - self.scale)?;
            return Some(Self::new(self.unscaled.checked_mul(factor)?, scale));
        }
        let Some(factor) = 10_i128.checked_pow(self.scale - scale) else {
            return Some(Self::new(0, scale));
        };
        let (whole, rest) = (self.unscaled / factor, self.unscaled % factor);
        let away = if rest.abs() >= factor - rest.abs() { self.unscaled.signum() } else { 0 };
        Some(Self::new(whole + away, scale))
    }

    /// Digits without leading zeros; at least 1.
    pub fn digits(self) -> u32 {
        self.unscaled.unsigned_abs().checked_ilog10().unwrap_or(0) + 1
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        // Going through text rounds once; dividing two doubles would round twice.
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// Towards zero.
    pub fn trunc(self) -> i128 {
        10_i128.checked_pow(self.scale).map_or(0, |factor| self.unscaled / factor)
    }

    /// Without zeros at the end of the fraction, so that equal numbers look alike.
    pub fn normalized(self) -> Self {
        let Self { mut unscaled, mut scale } = self;
        while scale > 0 && unscaled % 10 == 0 {
            unscaled /= 10;
            scale -= 1;
        }
        Self { unscaled, scale }
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self::new(i128::from(number), 0)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { unscaled, scale } = self.normalized();
        (unscaled, scale).hash(state);
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        match (self.rescale(scale), other.rescale(scale)) {
            (Some(a), Some(b)) => a.unscaled.cmp(&b.unscaled),
            // Only the one with fewer fraction digits grows, and only by becoming very large.
            (None, _) => self.unscaled.cmp(&0),
            (_, None) => 0.cmp(&other.unscaled),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.unscaled < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        let digits = format!("{:0>width$}", self.unscaled.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        match scale {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{fraction}"),
        }
    }
}

impl FromStr for Decimal {
    type Err = InvalidDecimal;

    /// `[+|-] digits [. digits]`, with digits on at least one side of the point.
    fn from_str(text: &str) -> Result<Self, InvalidDecimal> {
        let invalid = || InvalidDecimal(text.to_owned());
        let (negative, body) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty()) || !plain(whole) || !plain(fraction) {
            return Err(invalid());
        }
        let digits = format!("{whole}{fraction}");
        let significant = digits.trim_start_matches('0');
        if significant.len() > DECIMAL_DIGITS_MAX as usize
            || fraction.len() > DECIMAL_DIGITS_MAX as usize
        {
            return Err(invalid());
        }
        let unscaled: i128 =
            if significant.is_empty() { 0 } else { significant.parse().map_err(|_| invalid())? };
        let scale = u32::try_from(fraction.len()).map_err(|_| invalid())?;
        Ok(Self { unscaled: if negative { -unscaled } else { unscaled }, scale })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_keeps_its_scale_and_equality_ignores_it() {
        for text in ["0", "1.5", "-0.050", "123456789012345678.90"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        assert_eq!("2.50".parse::<Decimal>(), "2.5".parse());
        for text in ["", ".", "1.2.3", "1e5", "--1", "+", "９"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    #[test]
    fn rescaling_rounds_half_away_from_zero() {
        let to = |text: &str, scale| text.parse::<Decimal>().unwrap().rescale(scale).unwrap();
        assert_eq!(to("2.45", 1).to_string(), "2.5");
        assert_eq!(to("-2.45", 1).to_string(), "-2.5");
        assert_eq!(to("2.44", 1).to_string(), "2.4");
        assert_eq!(to("2.4", 3).to_string(), "2.400");
    }

    proptest! {
        #[test]
        fn a_decimal_reads_back_as_it_was_written(n in any::<i64>(), scale in 0_u32..18) {
            let number = Decimal::new(i128::from(n), scale);
            let read: Decimal = number.to_string().parse().unwrap();
            prop_assert_eq!((read.unscaled, read.scale), (number.unscaled, number.scale));
        }

        #[test]
        fn order_agrees_with_doubles(a in -1000_i64..1000, b in -1000_i64..1000, s in 0_u32..3) {
            let (a, b) = (Decimal::new(i128::from(a), s), Decimal::new(i128::from(b), 1));
            prop_assert_eq!(a.cmp(&b), a.to_f64().total_cmp(&(b.to_f64() + 0.0)));
        }
    }
}
