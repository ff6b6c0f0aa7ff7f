//! Rows to output records: JSON objects or delimited lines.
//! Does not: send them; see `outbox`.

use bytes::Bytes;
use levada_codec::csv::CsvFormat;
use levada_sql_engine::ColumnDef;
use levada_sql_lang::Value;

use crate::application::OutputFormat;

/// One output row as a record. Members stand in the order of the columns. A line ends with a
/// line feed where records are put together without any other mark between them: in CSV, and in
/// delivery streams.
pub fn row(
    columns: &[ColumnDef],
    values: &[Value],
    format: OutputFormat,
    to_delivery_stream: bool,
) -> Bytes {
    let mut text = String::new();
    match format {
        OutputFormat::Json => {
            json(columns, values, &mut text);
            if to_delivery_stream {
                text.push('\n');
            }
        }
        OutputFormat::Csv => {
            let fields: Vec<String> = values.iter().map(ToString::to_string).collect();
            CsvFormat::default().write_row(fields.iter().map(String::as_str), &mut text);
        }
    }
    text.into()
}

fn json(columns: &[ColumnDef], values: &[Value], out: &mut String) {
    out.push('{');
    for (place, (column, value)) in columns.iter().zip(values).enumerate() {
        if place > 0 {
            out.push(',');
        }
        quoted(&column.name, out);
        out.push(':');
        json_value(value, out);
    }
    out.push('}');
}

fn json_value(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Double(number) if !number.is_finite() => out.push_str("null"),
        Value::Boolean(_) | Value::Integer(_) | Value::Decimal(_) => {
            out.push_str(&value.to_string());
        }
        Value::Double(number) => out.push_str(&serde_json::Value::from(*number).to_string()),
        _ => quoted(&value.to_string(), out),
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use levada_sql_lang::{Decimal, SqlType, parse_timestamp};

    use super::*;

    #[test]
    fn rows_are_written_in_column_order_with_exact_numbers() {
        let names = ["A", "b\"", "C", "D", "E"];
        let columns: Vec<ColumnDef> =
            names.iter().map(|name| ColumnDef::new(*name, SqlType::Integer)).collect();
        let values = [
            Value::Decimal(Decimal::new(-1250, 2)),
            Value::text("x,\"y\""),
            Value::Null,
            Value::Timestamp(parse_timestamp("2018-11-01 10:00:00").unwrap()),
            Value::Double(0.5),
        ];
        let text = |format, lines| {
            String::from_utf8(row(&columns, &values, format, lines).to_vec()).unwrap()
        };
        let object = "{\"A\":-12.50,\"b\\\"\":\"x,\\\"y\\\"\",\"C\":null,\
                      \"D\":\"2018-11-01 10:00:00.000\",\"E\":0.5}";
        assert_eq!(text(OutputFormat::Json, false), object);
        assert_eq!(text(OutputFormat::Json, true), format!("{object}\n"));
        let line = "-12.50,\"x,\"\"y\"\"\",,2018-11-01 10:00:00.000,0.5\n";
        assert_eq!(text(OutputFormat::Csv, false), line);
    }
}
