//! Claims about log parsers.
//! Does not: run SQL; the examples of the functions are run by the engine's tests.

use super::*;

fn prepared(
    function: &'static RecordFunction,
    arguments: &[Value],
) -> Result<PreparedRecord, ArgumentFault> {
    PreparedRecord::new(function, arguments.iter().cloned().map(Some).collect())
}

fn fields(function: &'static RecordFunction, arguments: &[Value], text: &str) -> String {
    let record = prepared(function, arguments).unwrap();
    let field = |place: usize| record.field(&Value::text(text), place);
    let shown = (0..record.fields().len()).map(|place| match field(place) {
        Ok(Value::Null) => "NULL".to_owned(),
        Ok(value) => value.to_string(),
        Err(error) => error.name().to_owned(),
    });
    shown.collect::<Vec<_>>().join("|")
}

fn text(text: &str) -> Value {
    Value::text(text)
}

#[test]
fn the_list_is_sorted_and_every_function_is_found() {
    assert!(ALL.is_sorted_by(|a, b| a.name < b.name));
    for function in ALL {
        assert_eq!(find(function.name).map(|found| found.name), Some(function.name));
    }
}

#[test]
fn a_pattern_has_to_match_the_whole_text_and_takes_what_it_can() {
    let groups = |pattern: &str, line: &str| fields(&REGEX_LOG_PARSE, &[text(pattern)], line);
    assert_eq!(groups("(.*)_(.*)", "a_b_c"), "a_b|c");
    assert_eq!(groups("(.*?)_(.*)", "a_b_c"), "a|b_c");
    assert_eq!(groups("(a)", "ab"), "NULL");
    assert_eq!(groups("(a)|(b)", "b"), "NULL|b");
    assert_eq!(groups("(.*)", &"x".repeat(1_025)), "STRING_TOO_LONG");
    assert!(prepared(&REGEX_LOG_PARSE, &[text("(")]).is_err());
    assert!(prepared(&REGEX_LOG_PARSE, &[text("a")]).is_err());
    assert!(PreparedRecord::new(&REGEX_LOG_PARSE, vec![None]).is_err());
}

#[test]
fn lines_are_cut_at_delimiters_that_stand_free() {
    let cut = |arguments: &[Value], line: &str| fields(&VARIABLE_COLUMN_LOG_PARSE, arguments, line);
    let two = [Value::Integer(2), text(",")];
    assert_eq!(cut(&two, "a,b"), "a|b");
    assert_eq!(cut(&two, "a"), "a|NULL");
    assert_eq!(cut(&two, "a,b,c"), "a|b");
    assert_eq!(cut(&[Value::Integer(2), text("::")], "a:b::c"), "a:b|c");
    let guarded = |line: &str, quotes: &str| {
        cut(&[Value::Integer(2), text(","), text("\\"), text(quotes)], line)
    };
    assert_eq!(guarded("a\\,b,c", "\""), "a,b|c");
    assert_eq!(guarded("\"a,b\",c", "\""), "a,b|c");
    assert_eq!(guarded("[a,b],c", "[]"), "a,b|c");
    let typed =
        [text("n TYPE INTEGER, t TYPE TIMESTAMP 'dd/MMM/yyyy:HH:mm:ss' NOT NULL"), text(",")];
    assert_eq!(cut(&typed, " 7 ,24/May/2004:22:01:02"), "7|2004-05-24 22:01:02.000");
    assert_eq!(cut(&typed, "x,24/May/2004:22:01:02"), "INVALID_CAST|INVALID_CAST");
    assert_eq!(cut(&typed, "7"), "NULL_NOT_ALLOWED|NULL_NOT_ALLOWED");
    for wrong in [
        [Value::Integer(0), text(",")],
        [text("n"), text(",")],
        [text("n TYPE DATE START 1"), text(",")],
    ] {
        assert!(prepared(&VARIABLE_COLUMN_LOG_PARSE, &wrong).is_err());
    }
}

#[test]
fn fixed_columns_count_characters_from_zero() {
    let columns = text(
        "a TYPE VARCHAR(2) START 0 FOR 2, b TYPE INTEGER START 2 FOR 3, c TYPE VARCHAR(9) START 5",
    );
    let cut = |line: &str| fields(&FIXED_COLUMN_LOG_PARSE, std::slice::from_ref(&columns), line);
    assert_eq!(cut("éx 42rest"), "éx|42|rest");
    assert_eq!(cut("x"), "x|NULL|NULL");
    assert_eq!(cut("xx   "), "xx|NULL|NULL");
}

#[test]
fn web_server_lines_are_read_by_name_and_by_specifiers() {
    let line = "h - u [t u] \"GET \\\"x\\\"\" 200 -";
    let read = |format: &str, line: &str| fields(&W3C_LOG_PARSE, &[text(format)], line);
    assert_eq!(read("COMMON", line), "h|-|u|[t u]|GET \\\"x\\\"|200|NULL");
    assert_eq!(
        read("common  with vhost", &format!("v {line}")),
        "v|h|-|u|[t u]|GET \\\"x\\\"|200|NULL"
    );
    assert_eq!(
        read("NCSA EXTENDED", &format!("{line} \"r\" \"a b\"")),
        "h|-|u|[t u]|GET \\\"x\\\"|200|NULL|r|a b"
    );
    assert_eq!(read("REFERER", "http://x ---> /y"), "http://x|/y");
    assert_eq!(read("AGENT", "Mozilla 5"), "Mozilla 5");
    let iis = "1.1.1.1, -, 03/20/01, 7:55:20, W3SVC2, S, 2.2.2.2, 4502, 163, 3223, 200, 0, GET, /l.gif, -,";
    assert_eq!(
        read("IIS", iis),
        "1.1.1.1|-|03/20/01|7:55:20|W3SVC2|S|2.2.2.2|4502|163|3223|200|0|GET|/l.gif|-"
    );
    assert_eq!(read("%{Referer}i %!200,304s 100%% %B", "r 404 100% -"), "r|404|-");
    assert_eq!(read("COMMON", "nothing of the kind"), ["NULL"; 7].join("|"));
    assert_eq!(read("COMMON", "h - u [t] \"r\" 200 x"), ["NULL"; 7].join("|"));
    for wrong in ["", "plain", "%h%l", "%", "%[x", "%1"] {
        assert!(prepared(&W3C_LOG_PARSE, &[text(wrong)]).is_err(), "{wrong}");
    }
}

#[test]
fn system_log_lines_have_a_time_without_a_year() {
    let read = |line: &str| fields(&SYS_LOG_PARSE, &[], line);
    assert_eq!(read("Feb  3 01:02:03 host x: y"), "1970-02-03 01:02:03.000|host x: y");
    assert_eq!(read("not a log line at all"), "NULL|NULL");
}

#[test]
fn null_gives_a_null_record() {
    let record = prepared(&SYS_LOG_PARSE, &[]).unwrap();
    assert_eq!(record.field(&Value::Null, 0), Ok(Value::Null));
}
