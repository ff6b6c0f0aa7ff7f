//! The pages of `docs/sql/functions` say what the functions say of themselves, of all of them.
//! Does not: write the pages unless `LEVADA_WRITE_DOCS` is set.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use levada_sql_functions::{aggregate, analytic, forms, record, scalar, table};

/// A page: its file, title, introduction and functions in their order.
struct Page {
    file: &'static str,
    title: &'static str,
    about: &'static str,
    functions: &'static [&'static str],
}

const PAGES: &[Page] = &[
    Page {
        file: "aggregate",
        title: "Aggregate functions",
        about: "Over the rows of a group (`GROUP BY` with a monotonic term, `WINDOWED BY \
                STAGGER`) or of a sliding window (`OVER`). NULLs are skipped. `DISTINCT` and \
                `FILTER` are refused where the language refuses them. The examples are over rows \
                with 1, 2, 4 and NULL in column `x`.",
        functions: &[
            "ANY",
            "AVG",
            "COUNT",
            "EVERY",
            "MAX",
            "MIN",
            "STDDEV_POP",
            "STDDEV_SAMP",
            "SUM",
            "VAR_POP",
            "VAR_SAMP",
        ],
    },
    Page {
        file: "analytic",
        title: "Analytic functions",
        about: "Over the rows of a sliding window, which `OVER` has to name. The examples are for \
                the last of four rows with 1, 2, 4 and NULL in column `x`.",
        functions: &["EXP_AVG", "FIRST_VALUE", "LAG", "LAST_VALUE", "NTH_VALUE"],
    },
    Page {
        file: "datetime",
        title: "Date and time functions",
        about: "Dates, times and timestamps are UTC with milliseconds. NULL among the arguments \
                gives NULL unless a function says otherwise.",
        functions: &[
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "CURRENT_ROW_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "EXTRACT",
            "FLOOR TO",
            "CEIL TO",
            "MONOTONIC",
            "TSDIFF",
            "UNIX_TIMESTAMP",
            "TO_TIMESTAMP",
            "CHAR_TO_DATE",
            "CHAR_TO_TIME",
            "CHAR_TO_TIMESTAMP",
            "DATE_TO_CHAR",
            "TIME_TO_CHAR",
            "TIMESTAMP_TO_CHAR",
        ],
    },
    Page {
        file: "log-parsing",
        title: "Log parsers",
        about: "They give a record, whose fields are named through its alias: `SELECT STREAM \
                t.r.COLUMN1 FROM (SELECT STREAM SYS_LOG_PARSE(line) AS r FROM s) AS t`. \
                Everything but the text is a constant.",
        functions: &[
            "FAST_REGEX_LOG_PARSE",
            "FIXED_COLUMN_LOG_PARSE",
            "REGEX_LOG_PARSE",
            "SYS_LOG_PARSE",
            "VARIABLE_COLUMN_LOG_PARSE",
            "W3C_LOG_PARSE",
        ],
    },
    Page {
        file: "null-and-cast",
        title: "NULL and CAST",
        about: "What reads like a function and is an expression of its own.",
        functions: &["CAST", "COALESCE", "NULLIF"],
    },
    Page {
        file: "numeric",
        title: "Numeric functions",
        about: "NULL among the arguments gives NULL.",
        functions: &["ABS", "CEIL", "EXP", "FLOOR", "LN", "LOG10", "MOD", "POWER", "STEP"],
    },
    Page {
        file: "string",
        title: "String functions",
        about: "Places and lengths count characters. NULL among the arguments gives NULL.",
        functions: &[
            "CHAR_LENGTH",
            "CHARACTER_LENGTH",
            "INITCAP",
            "LOWER",
            "OVERLAY",
            "POSITION",
            "REGEX_REPLACE",
            "SUBSTRING",
            "SUBSTRING FROM",
            "SUBSTRING REGEX",
            "SUBSTRING SIMILAR",
            "TRIM",
            "UPPER",
        ],
    },
    Page {
        file: "table",
        title: "Table functions",
        about: "They stand in FROM: `TABLE(function(CURSOR(query), …))`. What follows CURSOR is \
                constant. Their state is part of an application's snapshots.",
        functions: &[
            "COUNT_DISTINCT_ITEMS_TUMBLING",
            "GROUP_RANK",
            "HOTSPOTS",
            "RANDOM_CUT_FOREST",
            "RANDOM_CUT_FOREST_WITH_EXPLANATION",
            "TOP_K_ITEMS_TUMBLING",
        ],
    },
];

/// What a page says of one function.
struct Entry {
    signatures: &'static [&'static str],
    doc: &'static str,
    example: String,
}

/// Every registered function by its name.
fn registry() -> BTreeMap<&'static str, Entry> {
    let valued = |expression: &str, value: &str| format!("{expression}\n-> {value}");
    let mut all = BTreeMap::new();
    let mut add = |name, signatures, doc, example| {
        let twice = all.insert(name, Entry { signatures, doc, example });
        assert!(twice.is_none(), "{name} is registered twice");
    };
    for f in scalar::ALL {
        add(f.name, f.signatures, f.doc, valued(f.example.expression, f.example.value));
    }
    for f in forms::ALL {
        add(f.name, f.signatures, f.doc, valued(f.example.expression, f.example.value));
    }
    for f in aggregate::ALL {
        add(f.name, f.signatures, f.doc, valued(f.example.expression, f.example.value));
    }
    for f in analytic::ALL {
        add(f.name, f.signatures, f.doc, valued(f.example.expression, f.example.value));
    }
    for f in record::ALL {
        let fields = f.example.fields.iter();
        let fields: Vec<String> = fields.map(|(name, value)| format!("{name} = {value}")).collect();
        add(f.name, f.signatures, f.doc, valued(f.example.expression, &fields.join(", ")));
    }
    for f in table::ALL {
        add(f.name, f.signatures, f.doc, f.example.to_owned());
    }
    all
}

/// Breaks a paragraph into lines of at most 100 characters.
fn paragraph(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().expect("a line");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > 100 {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines.join("\n")
}

fn page_text(page: &Page, registry: &BTreeMap<&str, Entry>) -> String {
    let mut text = format!("# {}\n", page.title);
    if !page.about.is_empty() {
        let _ = write!(text, "\n{}\n", paragraph(page.about));
    }
    for name in page.functions {
        let entry = registry.get(name).unwrap_or_else(|| panic!("no function {name}"));
        let signatures = entry.signatures.join("\n");
        let doc = paragraph(entry.doc);
        let _ = write!(
            text,
            "\n## {name}\n\n```\n{signatures}\n```\n\n{doc}\n\n```sql\n{}\n```\n",
            entry.example
        );
    }
    text
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/sql/functions")
}

#[test]
fn every_registered_function_stands_on_exactly_one_page() {
    let mut named: Vec<&str> = PAGES.iter().flat_map(|page| page.functions).copied().collect();
    named.sort_unstable();
    let registered: Vec<&str> = registry().into_keys().collect();
    assert_eq!(named, registered);
}

#[test]
fn the_pages_are_what_the_functions_say() {
    let registry = registry();
    let write = std::env::var_os("LEVADA_WRITE_DOCS").is_some();
    for page in PAGES {
        let path = folder().join(page.file).with_extension("md");
        let expected = page_text(page, &registry);
        if write {
            std::fs::write(&path, &expected).expect("a page");
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            found,
            expected,
            "{} is old; write it anew with LEVADA_WRITE_DOCS=1 cargo test -p \
             levada-sql-functions --test tests",
            path.display()
        );
    }
}

#[test]
fn every_function_has_its_slt_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/slt/functions");
    let missing: Vec<&str> = registry()
        .into_keys()
        .filter(|name| {
            let file = name.to_lowercase().replace(' ', "_");
            !folder.join(file).with_extension("slt").is_file()
        })
        .collect();
    assert!(missing.is_empty(), "conformance/slt/functions has no file for {missing:?}");
}
