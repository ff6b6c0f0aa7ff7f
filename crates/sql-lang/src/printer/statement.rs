//! Statements as text.
//! Does not: end them with a semicolon.

use super::{expr, query, quote_name, quote_text, write_idents, write_list, write_name};
use crate::tree::{
    ColumnDef, CreateFunction, CreatePump, CreateStream, CreateView, DataAccess, DropKind, Insert,
    Name, Statement, StatementKind,
};

pub(super) fn write(out: &mut String, statement: &Statement) {
    match &statement.kind {
        StatementKind::CreateStream(stream) => write_stream(out, stream),
        StatementKind::CreatePump(pump) => write_pump(out, pump),
        StatementKind::CreateView(view) => write_view(out, view),
        StatementKind::CreateFunction(function) => write_function(out, function),
        StatementKind::Insert(insert) => write_insert(out, insert),
        StatementKind::Query(inner) => query::write(out, inner),
        StatementKind::AlterPump { name, start } => {
            out.push_str("ALTER PUMP ");
            write_name(out, name);
            out.push_str(if *start { " START" } else { " STOP" });
        }
        StatementKind::Drop { what, name } => {
            out.push_str(match what {
                DropKind::Stream => "DROP STREAM ",
                DropKind::Pump => "DROP PUMP ",
                DropKind::View => "DROP VIEW ",
                DropKind::Function => "DROP FUNCTION ",
            });
            write_name(out, name);
        }
    }
}

fn write_create(out: &mut String, or_replace: bool, what: &str, name: &Name) {
    out.push_str("CREATE ");
    if or_replace {
        out.push_str("OR REPLACE ");
    }
    out.push_str(what);
    out.push(' ');
    write_name(out, name);
}

fn write_description(out: &mut String, description: Option<&String>) {
    if let Some(description) = description {
        out.push_str(&format!(" DESCRIPTION {}", quote_text(description)));
    }
}

fn write_stream(out: &mut String, stream: &CreateStream) {
    write_create(out, stream.or_replace, "STREAM", &stream.name);
    out.push_str(" (");
    write_list(out, &stream.columns, ", ", |out, ColumnDef { name, ty, not_null, .. }| {
        let not_null = if *not_null { " NOT NULL" } else { "" };
        out.push_str(&format!("{} {ty}{not_null}", quote_name(&name.name)));
    });
    out.push(')');
    write_description(out, stream.description.as_ref());
}

fn write_pump(out: &mut String, pump: &CreatePump) {
    write_create(out, pump.or_replace, "PUMP", &pump.name);
    if pump.stopped {
        out.push_str(" STOPPED");
    }
    write_description(out, pump.description.as_ref());
    out.push_str(" AS ");
    write_insert(out, &pump.insert);
}

fn write_insert(out: &mut String, insert: &Insert) {
    out.push_str("INSERT ");
    if insert.expedited {
        out.push_str("EXPEDITED ");
    }
    out.push_str("INTO ");
    write_name(out, &insert.target);
    out.push(' ');
    if !insert.columns.is_empty() {
        write_idents(out, &insert.columns);
        out.push(' ');
    }
    query::write(out, &insert.query);
}

fn write_view(out: &mut String, view: &CreateView) {
    write_create(out, view.or_replace, "VIEW", &view.name);
    if !view.columns.is_empty() {
        out.push(' ');
        write_idents(out, &view.columns);
    }
    write_description(out, view.description.as_ref());
    out.push_str(" AS ");
    query::write(out, &view.query);
}

fn write_function(out: &mut String, function: &CreateFunction) {
    write_create(out, function.or_replace, "FUNCTION", &function.name);
    out.push('(');
    write_list(out, &function.parameters, ", ", |out, parameter| {
        out.push_str(&format!("{} {}", quote_name(&parameter.name.name), parameter.ty));
    });
    out.push_str(&format!(") RETURNS {}", function.returns));
    if function.language {
        out.push_str(" LANGUAGE SQL");
    }
    if let Some(specific) = &function.specific {
        out.push_str(" SPECIFIC ");
        write_name(out, specific);
    }
    out.push_str(match function.deterministic {
        Some(true) => " DETERMINISTIC",
        Some(false) => " NOT DETERMINISTIC",
        None => "",
    });
    out.push_str(match function.data_access {
        Some(DataAccess::NoSql) => " NO SQL",
        Some(DataAccess::ContainsSql) => " CONTAINS SQL",
        Some(DataAccess::ReadsSqlData) => " READS SQL DATA",
        Some(DataAccess::ModifiesSqlData) => " MODIFIES SQL DATA",
        None => "",
    });
    if function.null_on_null_input {
        out.push_str(" RETURNS NULL ON NULL INPUT");
    }
    out.push_str(" RETURN ");
    expr::write(out, &function.body);
}
