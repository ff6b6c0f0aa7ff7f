//! Numbers as DynamoDB has them: exact decimals of up to 38 significant digits.
//! Does not: round; what does not fit is refused.
//!
//! A number is `sign * coefficient * 10^exponent` with no trailing zero in the coefficient, so
//! that equal numbers are equal values and have one text and one key.

use std::cmp::Ordering;
use std::fmt;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, Sign};

const DIGITS_MAX: usize = 38;
/// Powers of ten of the first digit: 1E-130 to 9.99…E+125.
const SCIENTIFIC_MIN: i64 = -130;
const SCIENTIFIC_MAX: i64 = 125;
/// Longer texts are no numbers a client would write.
const TEXT_BYTES_MAX: usize = 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    negative: bool,
    /// Below 10^38.
    coefficient: u128,
    exponent: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    #[error("The parameter cannot be converted to a numeric value{}", echo(.0))]
    NotNumeric(String),
    #[error("Attempting to store more than 38 significant digits in a Number")]
    TooManyDigits,
    #[error(
        "Number overflow. Attempting to store a number with magnitude larger than supported range"
    )]
    Overflow,
    #[error(
        "Number underflow. Attempting to store a number with magnitude smaller than supported range"
    )]
    Underflow,
}

fn echo(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(": {text}") }
}

fn digit_count(coefficient: u128) -> u32 {
    coefficient.checked_ilog10().map_or(0, |log| log + 1)
}

impl Number {
    pub const ZERO: Self = Self { negative: false, coefficient: 0, exponent: 0 };

    /// `digits` are decimal digits, the value is `0.digits… * 10^0` shifted by `exponent`:
    /// `digits * 10^exponent`.
    fn from_digits(negative: bool, digits: &str, exponent: i64) -> Result<Self, NumberError> {
        let digits = digits.trim_start_matches('0');
        let kept = digits.trim_end_matches('0');
        if kept.is_empty() {
            return Ok(Self::ZERO);
        }
        let exponent = exponent.saturating_add((digits.len() - kept.len()) as i64);
        let scientific = exponent.saturating_add(kept.len() as i64 - 1);
        if scientific > SCIENTIFIC_MAX {
            return Err(NumberError::Overflow);
        }
        if scientific < SCIENTIFIC_MIN {
            return Err(NumberError::Underflow);
        }
        if kept.len() > DIGITS_MAX {
            return Err(NumberError::TooManyDigits);
        }
        let coefficient = kept.parse().map_err(|_| NumberError::TooManyDigits)?;
        let exponent = i32::try_from(exponent).map_err(|_| NumberError::Overflow)?;
        Ok(Self { negative, coefficient, exponent })
    }

    /// Parses `-12.50`, `+1e3`, `.5` and the like.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let not_numeric = || NumberError::NotNumeric(text.to_owned());
        if text.len() > TEXT_BYTES_MAX {
            return Err(NumberError::NotNumeric(String::new()));
        }
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (rest, None),
        };
        let exponent = match exponent {
            None => 0,
            Some(text) => parse_exponent(text).ok_or_else(not_numeric)?,
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(not_numeric());
        }
        Self::from_digits(negative, &digits, exponent.saturating_sub(fraction.len() as i64))
    }

    fn to_decimal(self) -> BigDecimal {
        let sign = if self.negative { Sign::Minus } else { Sign::Plus };
        let magnitude = BigInt::from_biguint(sign, self.coefficient.into());
        BigDecimal::new(magnitude, -i64::from(self.exponent))
    }

    fn from_decimal(decimal: &BigDecimal) -> Result<Self, NumberError> {
        let (digits, scale) = decimal.as_bigint_and_exponent();
        let negative = digits.sign() == Sign::Minus;
        Self::from_digits(negative, &digits.magnitude().to_string(), -scale)
    }

    /// Exact, or refused when the result needs more than 38 digits.
    pub fn plus(self, other: Self) -> Result<Self, NumberError> {
        Self::from_decimal(&(self.to_decimal() + other.to_decimal()))
    }

    pub fn minus(self, other: Self) -> Result<Self, NumberError> {
        Self::from_decimal(&(self.to_decimal() - other.to_decimal()))
    }

    /// The power of ten of the first digit.
    fn scientific(self) -> i32 {
        self.exponent + digit_count(self.coefficient) as i32 - 1
    }

    /// The coefficient with zeros behind it, 38 digits in all.
    fn aligned(self) -> u128 {
        let missing = DIGITS_MAX as u32 - digit_count(self.coefficient).min(DIGITS_MAX as u32);
        self.coefficient * 10u128.pow(missing)
    }

    /// Bytes whose order is the numbers' order. Persisted in keys, never changed:
    /// `1` for zero; `2 | first digit's power + 130 | 38 digits as u128 BE` for positive
    /// numbers; `0` and the same with every bit flipped for negative ones.
    pub fn key(self) -> Vec<u8> {
        if self.coefficient == 0 {
            return vec![1];
        }
        let power = u8::try_from(i64::from(self.scientific()) - SCIENTIFIC_MIN).unwrap_or(0);
        let flip = if self.negative { 0xff } else { 0 };
        let mut key = vec![if self.negative { 0 } else { 2 }, power ^ flip];
        key.extend(self.aligned().to_be_bytes().map(|byte| byte ^ flip));
        key
    }

    /// What DynamoDB counts for a number: about half a byte per digit, and one.
    pub fn size(self) -> usize {
        let digits = digit_count(self.coefficient) as usize;
        digits.div_ceil(2) + 1 + usize::from(self.negative)
    }
}

fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // Anything this large is out of range whatever its last digits are.
    let value: i64 = digits.trim_start_matches('0').parse().map_or_else(
        |_| if digits.bytes().all(|b| b == b'0') { 0 } else { i64::from(i32::MAX) },
        |value: i64| value.min(i64::from(i32::MAX)),
    );
    Some(if text.starts_with('-') { -value } else { value })
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.coefficient, number.negative) {
            (0, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        };
        let magnitude = || {
            self.scientific()
                .cmp(&other.scientific())
                .then_with(|| self.aligned().cmp(&other.aligned()))
        };
        sign(self).cmp(&sign(other)).then_with(|| match sign(self) {
            0 => Ordering::Equal,
            1 => magnitude(),
            _ => magnitude().reverse(),
        })
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    /// Plain digits, never an exponent, no zeros that say nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        let digits = self.coefficient.to_string();
        let point = digits.len() as i64 + i64::from(self.exponent);
        if self.exponent >= 0 {
            write!(f, "{digits}{}", "0".repeat(self.exponent as usize))
        } else if let Ok(whole) = usize::try_from(point)
            && whole > 0
        {
            write!(f, "{}.{}", &digits[..whole], &digits[whole..])
        } else {
            write!(f, "0.{}{digits}", "0".repeat(point.unsigned_abs() as usize))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn numbers_print_in_one_plain_form() {
        let cases = [
            ("0", "0"),
            ("-0", "0"),
            ("-0.000", "0"),
            ("0e999999999999999999999", "0"),
            ("007", "7"),
            ("1.50", "1.5"),
            ("1e3", "1000"),
            ("+12E-1", "1.2"),
            (".5", "0.5"),
            ("5.", "5"),
            ("-0.00120", "-0.0012"),
            ("1E-3", "0.001"),
            ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
            (
                "100000000000000000000000000000000000000000",
                "100000000000000000000000000000000000000000",
            ),
        ];
        for (given, expected) in cases {
            assert_eq!(number(given).to_string(), expected, "{given}");
        }
        assert_eq!(number("9e125").to_string().len(), 126);
    }

    #[test]
    fn texts_that_are_no_numbers_or_do_not_fit_are_refused() {
        for bad in ["", "-", "+", ".", "e5", "1e", "1e+", "--1", "1.2.3", "0x1", "NaN", " 1", "1 "]
        {
            assert_eq!(Number::parse(bad), Err(NumberError::NotNumeric(bad.into())), "{bad}");
        }
        assert_eq!(Number::parse(&"1".repeat(39)), Err(NumberError::TooManyDigits));
        assert_eq!(Number::parse("1e126"), Err(NumberError::Overflow));
        assert_eq!(Number::parse("-1e99999999999999999999"), Err(NumberError::Overflow));
        assert_eq!(Number::parse("1e-131"), Err(NumberError::Underflow));
        assert_eq!(Number::parse("1e-130").map(|n| n.to_string().len()), Ok(132));
    }

    #[test]
    fn sums_are_exact_or_refused() {
        let plus = |a: &str, b: &str| number(a).plus(number(b)).map(|sum| sum.to_string());
        assert_eq!(plus("0.1", "0.2"), Ok("0.3".into()));
        assert_eq!(plus("99.9", "0.1"), Ok("100".into()));
        assert_eq!(plus("-5", "5"), Ok("0".into()));
        assert_eq!(plus("1e37", "1"), Ok("10000000000000000000000000000000000001".into()));
        assert_eq!(plus("1e38", "1"), Err(NumberError::TooManyDigits));
        assert_eq!(number("1").minus(number("1.25")).unwrap().to_string(), "-0.25");
    }

    fn any_number() -> impl Strategy<Value = Number> {
        (any::<bool>(), 0u128..10u128.pow(38), -130i32..87).prop_filter_map(
            "in range",
            |(negative, coefficient, exponent)| {
                let sign = if negative { "-" } else { "" };
                Number::parse(&format!("{sign}{coefficient}e{exponent}")).ok()
            },
        )
    }

    proptest! {
        #[test]
        fn a_number_reads_back_from_its_text(number in any_number()) {
            prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        }

        #[test]
        fn order_keys_and_exact_decimals_agree(a in any_number(), b in any_number()) {
            let decimal = |number: Number| BigDecimal::from_str(&number.to_string()).unwrap();
            prop_assert_eq!(a.cmp(&b), decimal(a).cmp(&decimal(b)));
            prop_assert_eq!(a.cmp(&b), a.key().cmp(&b.key()));
        }

        #[test]
        fn small_numbers_too(a in -1000i32..1000, b in -1000i32..1000) {
            let (x, y) = (number(&format!("{a}e-2")), number(&format!("{b}e-2")));
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
            prop_assert_eq!(x.key().cmp(&y.key()), a.cmp(&b));
            prop_assert_eq!(x.plus(y).unwrap(), number(&format!("{}e-2", a + b)));
        }

        #[test]
        fn any_text_parses_or_is_refused_without_panic(text: String) {
            let _ = Number::parse(&text);
        }
    }
}
