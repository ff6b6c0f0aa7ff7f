//! Claims about the parser, and about the printer that undoes it.
//! Does not: check meaning.

use proptest::prelude::*;

use super::*;
use crate::tree::{ExprKind, Literal};
use crate::{print_expression, print_program};

/// Programs that use every production of the grammar.
const PROGRAMS: &[&str] = &[
    "CREATE OR REPLACE STREAM \"DESTINATION_SQL_STREAM\" (ticker_symbol VARCHAR(4), \"Company\" \
     varchar(20) NOT NULL, change DOUBLE, price DECIMAL(10,2), d DATE, b VARBINARY(8)) \
     DESCRIPTION 'it''s';\n\
     CREATE OR REPLACE PUMP \"STREAM_PUMP\" AS INSERT INTO \"DESTINATION_SQL_STREAM\"\n\
     SELECT STREAM ticker_symbol, \"c\".\"Company\", sector, change, price\n\
     FROM \"SOURCE_SQL_STREAM_001\" LEFT JOIN \"CompanyName\" as \"c\"\n\
     ON \"SOURCE_SQL_STREAM_001\".ticker_symbol = \"c\".\"Ticker\";",
    "CREATE PUMP p STOPPED DESCRIPTION 'x' AS INSERT EXPEDITED INTO d (a, b) SELECT STREAM x.*, * \
     FROM s AS x WHERE sector SIMILAR TO '%TECH%' AND NOT a LIKE 'a\\_' ESCAPE '\\'",
    "SELECT STREAM ROWTIME, COUNT(*) AS C FROM S GROUP BY FLOOR(S.ROWTIME TO MINUTE) - INTERVAL \
     '1' DAY HAVING COUNT(*) > 5",
    "SELECT STREAM ROWTIME AS \"resultrowtime\", s.\"orderid\" FROM O OVER (RANGE INTERVAL '1' \
     MINUTE PRECEDING) AS o FULL OUTER JOIN S AS s USING (\"orderid\") CROSS JOIN (A JOIN B ON \
     A.X = B.X)",
    "SELECT STREAM CITY, MIN(TEMP) OVER W1 AS a, AVG(TEMP) OVER (PARTITION BY CITY ROWS BETWEEN 2 \
     PRECEDING AND CURRENT ROW) FROM W WINDOW W1 AS (PARTITION BY CITY RANGE INTERVAL '1' DAY \
     PRECEDING), W2 AS (W1 ORDER BY X DESC ROWS UNBOUNDED PRECEDING)",
    "SELECT STREAM a, FLOOR(EVENT_TIME TO MINUTE), COUNT(a) AS n FROM S WINDOWED BY STAGGER \
     (PARTITION BY FLOOR(EVENT_TIME TO MINUTE), a RANGE INTERVAL '1' MINUTE)",
    "INSERT INTO d SELECT STREAM * FROM TABLE (TOP_K_ITEMS_TUMBLING(CURSOR(SELECT STREAM * FROM \
     \"S\"), 'TICKER', 2, 60)) AS t (a, b)",
    "SELECT STREAM DISTINCT STEP(s.ROWTIME BY INTERVAL '10' SECOND), CASE WHEN a IS NOT NULL THEN \
     1 ELSE 2.50 END, CASE b WHEN 1 THEN 'x' END FROM (SELECT STREAM * FROM s) AS s, t",
    "SELECT STREAM a FROM s UNION ALL (SELECT STREAM b FROM t ORDER BY b) UNION ALL SELECT STREAM \
     c FROM u INTERSECT SELECT STREAM d FROM v ORDER BY FLOOR(u.ROWTIME TO SECOND), c DESC",
    "SELECT STREAM ts AS ROWTIME FROM s ORDER BY ts WITHIN INTERVAL '5' MINUTE",
    "SELECT STREAM CAST((TIME '12:03:34' - TIME '11:57:23') MINUTE TO SECOND AS VARCHAR(8)), \
     SUBSTRING(r FROM 2 FOR 3), SUBSTRING(r, 12, (POSITION('.com' IN r) - 4)), TRIM(LEADING 'x' \
     FROM y), TRIM(y), OVERLAY(a PLACING 'f' FROM 2 FOR 2), EXTRACT(SECOND FROM t), CEIL(5.2), \
     a IN (1, 2), b NOT IN (SELECT c FROM d), EXISTS (SELECT 1 FROM e), -(-1) + +2, 'a' || 'b', \
     X'0aff', 1.5E10, u&'!0041' uescape '!', DATE '2018-11-01', TIMESTAMP '2018-11-01 10:00:00', \
     CURRENT_TIMESTAMP, a IS DISTINCT FROM b, c BETWEEN 1 AND 2 AND d, LAG(x, 1, 0) IGNORE NULLS \
     OVER (ROWS 5 PRECEDING), NTH_VALUE(x, 2) FROM LAST OVER w, SUM(DISTINCT x) FROM s",
    "CREATE FUNCTION f(a INTEGER, b VARCHAR(3)) RETURNS BIGINT LANGUAGE SQL CONTAINS SQL RETURNS \
     NULL ON NULL INPUT RETURN a * 2; CREATE OR REPLACE VIEW v (a) AS VALUES (1), (2); ALTER PUMP \
     p START; DROP STREAM s; VALUES 1, 2",
    "SELECT STREAM a, -- note\n b /* more */ FROM s // end\n WHERE a <> 1 OR b >= 2 AND c != 3",
];

/// The tree's text without its places.
fn shape(statements: &[Statement]) -> String {
    let text = format!("{statements:?}");
    let mut shape = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("Span {") {
        shape.push_str(&rest[..at]);
        let end = rest[at..].find('}').map_or(rest.len(), |length| at + length + 1);
        rest = &rest[end..];
    }
    shape + rest
}

fn assert_round_trip(program: &str) {
    let parsed = parse_program(program);
    if !parsed.errors.is_empty() {
        return;
    }
    let printed = print_program(&parsed.statements);
    let again = parse_program(&printed);
    assert_eq!(again.errors, [], "{program}\n-> {printed}");
    assert_eq!(shape(&again.statements), shape(&parsed.statements), "{program}\n-> {printed}");
    assert_eq!(print_program(&again.statements), printed);
}

#[test]
fn every_production_reads_and_prints_back_as_the_same_tree() {
    for program in PROGRAMS {
        let parsed = parse_program(program);
        assert_eq!(parsed.errors, [], "{program}");
        assert!(!parsed.statements.is_empty());
        assert_round_trip(program);
    }
}

#[test]
fn operators_bind_as_the_standard_says() {
    for (text, canonical) in [
        ("a or b and not c = d", "A OR B AND NOT C = D"),
        ("(a or b) and c", "(A OR B) AND C"),
        ("1 - (2 - 3) - 4", "1 - (2 - 3) - 4"),
        ("(1 * 2) + 3", "1 * 2 + 3"),
        ("a + 1 between b and c + 2", "A + 1 BETWEEN B AND C + 2"),
        ("not (a is null)", "NOT A IS NULL"),
        ("(not a) is null", "(NOT A) IS NULL"),
        ("- (-1)", "-(-1)"),
        ("floor(x)", "FLOOR(X)"),
        ("\"trim\"(x)", "\"trim\"(X)"),
        ("current_timestamp", "CURRENT_TIMESTAMP"),
    ] {
        let expr = parse_expression(text).unwrap();
        assert_eq!(print_expression(&expr), canonical);
    }
}

#[test]
fn numbers_keep_their_kind_and_names_their_case() {
    let kind = |text: &str| parse_expression(text).unwrap().kind;
    assert_eq!(kind("5"), ExprKind::Literal(Literal::Integer(5)));
    assert!(matches!(kind("5.0"), ExprKind::Literal(Literal::Decimal(d)) if d.scale == 1));
    assert_eq!(kind("5e0"), ExprKind::Literal(Literal::Double(5.0)));
    assert!(matches!(kind("99999999999999999999"), ExprKind::Literal(Literal::Decimal(_))));
    let ExprKind::Column(name) = kind("foo.\"Bar\"") else { panic!("not a column") };
    let names: Vec<_> = name.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["FOO", "Bar"]);
}

#[test]
fn errors_name_line_and_column_and_what_was_expected() {
    let parsed = parse_program("CREATE STREAM a (x INTEGER);\n\nSELECT STREAM FROM a WHERE x;");
    assert_eq!(parsed.statements.len(), 1);
    let texts: Vec<_> = parsed.errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        ["From line 3, column 15 to line 3, column 18: expected an expression, found 'FROM'"]
    );
}

#[test]
fn one_wrong_statement_does_not_hide_the_others() {
    let parsed = parse_program(
        "CREATE STREAM a (x NOTYPE); SELECT STREAM * FROM a; CREATE PUMP q AS SELECT 1 \
         CREATE STREAM c (y INTEGER); INSERT INTO",
    );
    assert_eq!(parsed.statements.len(), 2);
    assert_eq!(parsed.errors.len(), 3);
    assert_eq!(parsed.errors[0].message, "'NOTYPE' is not a type");
}

#[test]
fn malformed_literals_are_refused_where_they_stand() {
    for (text, message) in [
        ("INTERVAL '120' MINUTE", "`120` in `120` is out of range for MINUTE in INTERVAL MINUTE"),
        ("DATE '2018-02-30'", "expected DATE 'yyyy-MM-dd', found '2018-02-30'"),
        ("CAST(x AS VARCHAR)", "expected '(', found ')'"),
        (
            "CAST(x AS DECIMAL(5, 6))",
            "DECIMAL(5, 6); expected a precision of 1 to 19 and a scale \
          not above it",
        ),
        ("INTERVAL '1' MINUTE TO DAY", "no interval runs from MINUTE to DAY"),
        ("a b", "expected the end of the text, found 'B'"),
    ] {
        let errors = parse_expression(text).unwrap_err();
        assert_eq!(errors[0].message, message, "{text}");
    }
}

#[test]
fn depth_and_length_are_bounded() {
    for text in [
        "(".repeat(50_000),
        "NOT ".repeat(20_000),
        "- ".repeat(50_000),
        "1+".repeat(50_000) + "1",
        "(SELECT ".repeat(10_000),
        "CASE WHEN ".repeat(9_000),
        "((SELECT 1)+".repeat(8_000),
    ] {
        let parsed = parse_program(&format!("SELECT {text}"));
        assert!(!parsed.errors.is_empty());
    }
    let joins = format!("SELECT * FROM a {}", "CROSS JOIN b ".repeat(7_000));
    assert!(!parse_program(&joins).errors.is_empty());
    assert!(!parse_program(&" ".repeat(SQL_BYTES_MAX + 1)).errors.is_empty());
    let wide = format!("SELECT {}a + b + c FROM s", "a + b + c, ".repeat(1_000));
    assert_eq!(parse_program(&wide).errors, []);
}

/// Words and symbols that make plausible, mostly wrong programs.
fn soup() -> impl Strategy<Value = String> {
    let words: Vec<&str> = PROGRAMS.iter().flat_map(|program| program.split(' ')).collect();
    proptest::collection::vec(proptest::sample::select(words), 0..40)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,200}") {
        assert_round_trip(&text);
        let _ = parse_expression(&text);
        let _ = parse_type(&text);
    }

    #[test]
    fn no_mix_of_words_makes_the_parser_panic(text in soup()) {
        assert_round_trip(&text);
        assert_round_trip(&format!("SELECT STREAM {text}"));
    }

    #[test]
    fn mutated_programs_parse_or_fail_and_what_parses_prints_back(
        which in 0..PROGRAMS.len(),
        cut in any::<prop::sample::Index>(),
        length in 0_usize..12,
        other in any::<prop::sample::Index>(),
        insert in "[a-zA-Z0-9 '\"(),.;*+/<>=|-]{0,4}",
    ) {
        let chars: Vec<char> = PROGRAMS[which].chars().collect();
        let start = cut.index(chars.len());
        let end = (start + length).min(chars.len());
        let from = other.index(chars.len());
        let piece: String = chars[from..(from + length).min(chars.len())].iter().collect();
        let head: String = chars[..start].iter().collect();
        let tail: String = chars[end..].iter().collect();
        assert_round_trip(&format!("{head}{insert}{tail}"));
        assert_round_trip(&format!("{head}{piece}{tail}"));
    }

    #[test]
    fn errors_lie_within_the_text(text in soup()) {
        for error in parse_program(&text).errors {
            prop_assert!(error.span.end <= text.len() && error.start <= error.end);
        }
    }
}
