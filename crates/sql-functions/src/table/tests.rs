//! Claims about table functions, and about the states of all of them.
//! Does not: run SQL.

use proptest::prelude::*;

use super::*;

fn cursor() -> Vec<Column> {
    vec![
        Column::new("TICKER", SqlType::Varchar(4)),
        Column::new("PRICE", SqlType::Integer),
        Column::new("CHANGE", SqlType::Double),
    ]
}

fn int(number: i64) -> Value {
    Value::Integer(number)
}

fn planned(
    function: &TableFunction,
    arguments: &[Value],
) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    (function.plan)(&TableCall { cursor: &cursor(), arguments })
}

fn row(ticker: &str, price: i64, change: f64) -> Vec<Value> {
    vec![Value::text(ticker), int(price), Value::Double(change)]
}

/// Plans that hold all functions to the same claims.
fn plans() -> Vec<Box<dyn TablePlan>> {
    let text = |text: &str| Value::text(text);
    let calls: Vec<(&TableFunction, Vec<Value>)> = vec![
        (&TOP_K_ITEMS_TUMBLING, vec![text("TICKER"), int(2), int(1)]),
        (&COUNT_DISTINCT_ITEMS_TUMBLING, vec![text("TICKER"), int(1)]),
        (&GROUP_RANK, vec![text("PRICE"), text("RANK"), text("desc"), text("asc"), int(0), int(3)]),
        (&RANDOM_CUT_FOREST, vec![int(5), int(10), int(100), int(2)]),
        (
            &RANDOM_CUT_FOREST_WITH_EXPLANATION,
            vec![int(5), int(10), int(100), int(1), Value::Boolean(true)],
        ),
        (&HOTSPOTS, vec![int(100), Value::Decimal("2.5".parse().unwrap()), int(3)]),
    ];
    calls.into_iter().map(|(f, arguments)| planned(f, &arguments).unwrap()).collect()
}

fn run(plan: &dyn TablePlan, rows: &[(i64, Vec<Value>)], until: i64) -> Vec<TableRow> {
    let mut state = plan.open(5);
    let mut out = Vec::new();
    for (rowtime, row) in rows {
        state.push(row, *rowtime, &mut out).unwrap();
    }
    state.advance(until, &mut out);
    out
}

fn shown(rows: &[TableRow]) -> Vec<String> {
    let line = |row: &TableRow| {
        let cells: Vec<String> = row.values.iter().map(ToString::to_string).collect();
        format!("{} {}", row.rowtime, cells.join(" "))
    };
    rows.iter().map(line).collect()
}

#[test]
fn the_list_is_sorted_and_every_function_is_found() {
    assert!(ALL.is_sorted_by(|a, b| a.name < b.name));
    for function in ALL {
        assert_eq!(find(function.name).map(|found| found.name), Some(function.name));
    }
}

#[test]
fn the_most_frequent_items_come_at_the_windows_end() {
    let plan = planned(&TOP_K_ITEMS_TUMBLING, &[Value::text("TICKER"), int(2), int(60)]).unwrap();
    let tickers = ["TBV", "INTC", "MSFT", "AMZN", "AMZN", "INTC", "AMZN", "AAPL", "INTC", "AMZN"];
    let rows: Vec<_> =
        tickers.iter().zip(0..).map(|(t, at)| (at * 5_000, row(t, 1, 1.0))).collect();
    assert_eq!(shown(&run(&*plan, &rows, 59_999)), [""; 0]);
    assert_eq!(shown(&run(&*plan, &rows, 60_000)), ["60000 AMZN 4", "60000 INTC 3"]);
    assert_eq!(plan.columns()[0], Column::new("ITEM", SqlType::Varchar(4)));
}

#[test]
fn distinct_items_are_counted_exactly_and_null_is_none() {
    let plan = planned(&COUNT_DISTINCT_ITEMS_TUMBLING, &[Value::text("TICKER"), int(1)]).unwrap();
    let mut rows: Vec<_> =
        (0..20_000).map(|n| (n % 2, row(&format!("{}", n / 2), 1, 1.0))).collect();
    rows.sort_by_key(|(rowtime, _)| *rowtime);
    rows.push((7, vec![Value::Null, int(1), Value::Double(0.0)]));
    rows.push((2_000, row("A", 1, 1.0)));
    assert_eq!(shown(&run(&*plan, &rows, 9_000)), ["1000 10000", "3000 1"]);
}

#[test]
fn equal_values_share_a_rank_and_leave_a_gap() {
    let arguments = |sort: &str, order: &str, most: i64| {
        let text = |text: &str| Value::text(text);
        [text("PRICE"), text("rank"), text(sort), text(order), int(10), int(most)]
    };
    let rows = [(1, 5), (1, 9), (1, 5), (1, 7), (2, 1)];
    let rows: Vec<_> = rows.map(|(rowtime, price)| (rowtime, row("A", price, 0.5))).into();
    let ranks = |sort: &str, order: &str, most: i64| {
        let plan = planned(&GROUP_RANK, &arguments(sort, order, most)).unwrap();
        let out = run(&*plan, &rows, 2);
        let pair = |row: &TableRow| format!("{}:{}", row.values[1], row.values[3]);
        out.iter().map(pair).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ranks("desc", "asc", 0), "9:1 7:2 5:3 5:3");
    assert_eq!(ranks("asc", "desc", 0), "9:4 7:3 5:1 5:1");
    assert_eq!(ranks("asc", "none", 0), "5:1 9:4 5:1 7:3");
    assert_eq!(ranks("asc", "asc", 2), "5:1 5:1");
}

#[test]
fn hotspots_are_boxes_around_dense_points() {
    let plan = planned(&HOTSPOTS, &[int(100), Value::Double(1.0), int(3)]).unwrap();
    let near = [(10, 0.0), (10, 0.5), (11, 0.0), (11, 0.5)];
    let far = [(90, 9.0), (50, -9.0)];
    let rows: Vec<_> = near.iter().chain(&far).map(|(x, y)| (1, row("A", *x, *y))).collect();
    let out = run(&*plan, &rows, 2);
    let last = out.last().unwrap().values.last().unwrap().to_string();
    assert_eq!(
        last,
        "{\"hotspots\":[{\"density\":4.0,\"minValues\":[10.0,0.0],\"maxValues\":[11.0,0.5]}]}"
    );
    assert_eq!(out[1].values[3].to_string(), "{\"hotspots\":[]}");
}

#[test]
fn the_parts_of_a_score_sum_to_it_and_name_the_column_to_blame() {
    let call = [int(50), int(32), int(1_000), int(1), Value::Boolean(true)];
    let plan = planned(&RANDOM_CUT_FOREST_WITH_EXPLANATION, &call).unwrap();
    let mut random = random::Random::new(9);
    let mut rows: Vec<_> =
        (0..200).map(|at| (at, row("A", (random.next() % 30) as i64, random.unit()))).collect();
    rows.push((200, row("A", 12, 50.0)));
    let out = run(&*plan, &rows, 201);
    for row in &out {
        let [.., Value::Double(score), Value::Varchar(json)] = row.values.as_slice() else {
            panic!("{row:?}")
        };
        let parts = json.split("ATTRIBUTION_SCORE\":\"").skip(1);
        let sum: f64 = parts.map(|rest| rest[..6].parse::<f64>().unwrap()).sum();
        assert!((sum - score).abs() < 0.001, "{sum} and {score}");
    }
    assert!(out[..32].iter().all(|row| row.values[3] == Value::Double(0.0)));
    let Value::Double(usual) = out[150].values[3] else { panic!("a score") };
    let [.., Value::Double(strange), Value::Varchar(json)] = out[200].values.as_slice() else {
        panic!("a score")
    };
    assert!(*strange > 2.0 * usual, "{strange} and {usual}");
    assert!(json.contains("\"CHANGE\":{\"DIRECTION\":\"HIGH\""), "{json}");
}

#[test]
fn a_row_with_a_null_number_has_no_score_and_teaches_nothing() {
    let plan = planned(&RANDOM_CUT_FOREST, &[int(5), int(10)]).unwrap();
    let mut state = plan.open(1);
    let before = state.state();
    let mut out = Vec::new();
    state.push(&[Value::Null, Value::Null, Value::Double(1.0)], 1, &mut out).unwrap();
    assert_eq!(out[0].values[3], Value::Null);
    assert_eq!(state.state(), before);
}

#[test]
fn wrong_calls_are_refused_at_the_argument() {
    let text = |text: &str| Value::text(text);
    let cases: [(&TableFunction, Vec<Value>, Option<usize>); 9] = [
        (&TOP_K_ITEMS_TUMBLING, vec![text("ticker"), int(2), int(60)], Some(1)),
        (&TOP_K_ITEMS_TUMBLING, vec![text("TICKER"), int(0), int(60)], Some(2)),
        (&TOP_K_ITEMS_TUMBLING, vec![text("TICKER"), int(2), int(3_601)], Some(3)),
        (&TOP_K_ITEMS_TUMBLING, vec![text("TICKER")], None),
        (&RANDOM_CUT_FOREST, vec![int(1_001)], Some(1)),
        (&RANDOM_CUT_FOREST, vec![int(1), int(9)], Some(2)),
        (&HOTSPOTS, vec![int(99), int(1), int(2)], Some(1)),
        (&HOTSPOTS, vec![int(100), int(0), int(2)], Some(2)),
        (
            &GROUP_RANK,
            vec![text("PRICE"), text("r"), text("up"), text("asc"), int(0), int(0)],
            Some(3),
        ),
    ];
    for (function, arguments, place) in cases {
        let fault = planned(function, &arguments).err();
        assert_eq!(fault.map(|fault| fault.argument), Some(place), "{}", function.name);
    }
    let decimals = [Column::new("D", SqlType::Decimal { precision: 4, scale: 2 })];
    let call = TableCall { cursor: &decimals, arguments: &[] };
    assert!((RANDOM_CUT_FOREST.plan)(&call).is_err());
}

fn any_rows() -> impl Strategy<Value = Vec<(i64, Vec<Value>)>> {
    let cells = (0_i64..800, "[A-D]", 0_i64..6, 0_u8..20);
    prop::collection::vec(cells, 1..120).prop_map(|rows| {
        let mut rowtime = 0;
        rows.into_iter()
            .map(|(step, ticker, price, change)| {
                rowtime += if step < 400 { 0 } else { step };
                let change = if change == 0 { Value::Null } else { Value::Double(change.into()) };
                (rowtime, vec![Value::text(ticker), int(price), change])
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn saving_and_restoring_before_every_row_changes_nothing(rows in any_rows()) {
        for plan in plans() {
            let until = rows.last().map_or(0, |(rowtime, _)| rowtime + 5_000);
            let plain = run(&*plan, &rows, until);
            let mut state = plan.open(5);
            let mut out = Vec::new();
            for (rowtime, row) in &rows {
                let saved = state.state();
                let mut restored = plan.open(77);
                restored.restore(&saved).unwrap();
                prop_assert_eq!(restored.state(), saved);
                state = restored;
                state.push(row, *rowtime, &mut out).unwrap();
            }
            state.advance(until, &mut out);
            prop_assert_eq!(&out, &plain, "{:?}", plan);
            prop_assert!(out.is_sorted_by_key(|row| row.rowtime));
        }
    }

    #[test]
    fn bounds_bring_rows_earlier_and_change_none(rows in any_rows(), extra in 0_i64..700) {
        for plan in plans() {
            let until = rows.last().map_or(0, |(rowtime, _)| rowtime + 5_000);
            let mut state = plan.open(5);
            let mut out = Vec::new();
            let mut next = rows.iter().skip(1).map(|(rowtime, _)| *rowtime).chain([until]);
            for (rowtime, row) in &rows {
                state.push(row, *rowtime, &mut out).unwrap();
                let bound = (rowtime + extra).min(next.next().unwrap_or(until));
                let promise = state.advance(bound, &mut out);
                prop_assert!(promise == bound || promise == bound + 1);
            }
            state.advance(until, &mut out);
            prop_assert_eq!(out, run(&*plan, &rows, until), "{:?}", plan);
        }
    }
}
