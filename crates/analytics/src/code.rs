//! Checking an application's code against its inputs, outputs and reference tables.
//! Does not: run it.

use levada_sql_engine::{
    Catalog, ColumnDef, ERROR_STREAM, Program, SqlType, StreamDef, TableDef, compile,
};
use levada_sql_lang::parse_program;
use levada_sql_lang::tree::{
    Query, QueryBody, Select, Statement, StatementKind, TableRef, TableRefKind,
};

use crate::application::{Application, Input, Output};
use crate::error::Error;
use crate::limits::{PARTITION_KEY_CHARS, SEQUENCE_NUMBER_CHARS, SHARD_ID_CHARS};
use crate::run_settings::RunSettings;

fn catalog(application: &Application) -> Catalog {
    let streams = application.inputs.iter().flat_map(|input| {
        let (columns, _) = input_columns(application, input);
        let stream = move |name| StreamDef { name, columns: columns.clone() };
        input.streams().into_iter().map(stream)
    });
    let tables = application.references.iter().map(|reference| TableDef {
        name: reference.table.clone(),
        columns: reference.schema.column_defs(),
    });
    Catalog { streams: streams.collect(), tables: tables.collect() }
}

/// What every source row carries beside the columns of its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemColumn {
    ApproximateArrivalTime,
    PartitionKey,
    SequenceNumber,
    ShardId,
}

impl SystemColumn {
    const ALL: [Self; 4] =
        [Self::ApproximateArrivalTime, Self::PartitionKey, Self::SequenceNumber, Self::ShardId];

    fn name(self) -> &'static str {
        match self {
            Self::ApproximateArrivalTime => "APPROXIMATE_ARRIVAL_TIME",
            Self::PartitionKey => "PARTITION_KEY",
            Self::SequenceNumber => "SEQUENCE_NUMBER",
            Self::ShardId => "SHARD_ID",
        }
    }

    fn definition(self) -> ColumnDef {
        let ty = match self {
            Self::ApproximateArrivalTime => SqlType::Timestamp,
            Self::PartitionKey => SqlType::Varchar(PARTITION_KEY_CHARS),
            Self::SequenceNumber => SqlType::Varchar(SEQUENCE_NUMBER_CHARS),
            Self::ShardId => SqlType::Varchar(SHARD_ID_CHARS),
        };
        ColumnDef::system(self.name(), ty)
    }
}

/// The columns of an input's streams, and which system columns the last of them are: those that
/// the code may name. A column of the schema goes before one of the same name.
pub fn input_columns(
    application: &Application,
    input: &Input,
) -> (Vec<ColumnDef>, Vec<SystemColumn>) {
    let code = application.code.to_ascii_uppercase();
    let mut columns = input.schema.column_defs();
    let is_own = |name: &str| input.schema.columns.iter().any(|column| column.name == name);
    // Rows of the error stream name the record that they come from.
    let shows_errors = application.outputs.iter().any(Output::is_error_stream);
    let is_wanted = |column: SystemColumn| {
        code.contains(column.name()) || (shows_errors && column == SystemColumn::SequenceNumber)
    };
    let all = SystemColumn::ALL.into_iter();
    let system: Vec<SystemColumn> =
        all.filter(|column| is_wanted(*column) && !is_own(column.name())).collect();
    columns.extend(system.iter().map(|column| column.definition()));
    (columns, system)
}

/// Whether the column that a tag names can give ROWTIME.
pub fn check_rowtime(application: &Application) -> Result<(), Error> {
    let Some(event_time) = RunSettings::of(&application.tags)?.event_time else { return Ok(()) };
    let Some(input) = application.inputs.first() else { return Ok(()) };
    let name = &event_time.column;
    let found = input.schema.columns.iter().find(|column| column.name == *name);
    match found {
        Some(column) if column.ty == SqlType::Timestamp => Ok(()),
        Some(column) => Err(Error::InvalidConfiguration(format!(
            "column `{name}` should give ROWTIME and is {}, expected TIMESTAMP",
            column.sql_type
        ))),
        None => Err(Error::InvalidConfiguration(format!(
            "column `{name}` should give ROWTIME and is not in the input's schema"
        ))),
    }
}

/// The program, with every output bound to one of its streams.
pub fn compile_whole(application: &Application) -> Result<Program, Error> {
    let program = compile(&application.code, &catalog(application)).map_err(Error::Code)?;
    for output in &application.outputs {
        if columns_of(&program, output).is_none() {
            return Err(Error::InvalidConfiguration(format!(
                "output {} names the in-application stream {}, which the code does not create",
                output.id, output.name
            )));
        }
    }
    Ok(program)
}

/// The columns of an output's stream; `None` when the code does not create it.
pub fn columns_of(program: &Program, output: &Output) -> Option<Vec<ColumnDef>> {
    if output.is_error_stream() {
        return Some(levada_sql_engine::error_stream_columns());
    }
    let streams = program.streams();
    let found = streams.iter().find(|stream| stream.name == output.name)?;
    (found.name != ERROR_STREAM).then(|| found.columns.clone())
}

/// What can be checked at creation and at every change. An application gets its input or its
/// reference data source by a later call; code that reads one is checked as far as syntax goes
/// until then, and as a whole when the application starts.
pub fn check(application: &Application) -> Result<(), Error> {
    if application.code.trim().is_empty() {
        return Ok(());
    }
    let parsed = parse_program(&application.code);
    if !parsed.errors.is_empty() {
        return Err(Error::Code(parsed.errors));
    }
    if is_complete(application, &parsed.statements) {
        compile(&application.code, &catalog(application)).map_err(Error::Code)?;
    }
    Ok(())
}

/// Whether nothing that the code reads can still be added to the application.
fn is_complete(application: &Application, statements: &[Statement]) -> bool {
    if application.inputs.is_empty() {
        return false;
    }
    if !application.references.is_empty() {
        return true;
    }
    let mut names = Names { known: Vec::new(), joined: Vec::new() };
    names.known.extend(application.inputs.iter().flat_map(|input| input.streams()));
    for statement in statements {
        match &statement.kind {
            StatementKind::CreateStream(stream) => names.known.push(stream.name.last().to_owned()),
            StatementKind::CreateView(view) => {
                names.known.push(view.name.last().to_owned());
                names.query(&view.query);
            }
            StatementKind::CreatePump(pump) => names.query(&pump.insert.query),
            StatementKind::Insert(insert) => names.query(&insert.query),
            StatementKind::Query(query) => names.query(query),
            StatementKind::CreateFunction(_)
            | StatementKind::AlterPump { .. }
            | StatementKind::Drop { .. } => {}
        }
    }
    // Only what is joined can be a reference table: a stream stands beside it.
    let Names { known, joined } = names;
    joined.iter().all(|name| known.contains(name))
}

struct Names {
    known: Vec<String>,
    joined: Vec<String>,
}

impl Names {
    fn query(&mut self, query: &Query) {
        match &query.body {
            QueryBody::Select(select) => self.select(select),
            QueryBody::SetOperation { left, right, .. } => {
                self.query(left);
                self.query(right);
            }
            QueryBody::Values(_) => {}
        }
    }

    fn select(&mut self, select: &Select) {
        let is_joined = select.from.len() > 1;
        select.from.iter().for_each(|table| self.table(table, is_joined));
    }

    fn table(&mut self, table: &TableRef, is_joined: bool) {
        match &table.kind {
            TableRefKind::Named { name, .. } if is_joined => {
                self.joined.push(name.last().to_owned());
            }
            TableRefKind::Named { .. } | TableRefKind::Function { .. } => {}
            TableRefKind::Subquery { query, .. } => self.query(query),
            TableRefKind::Join { left, right, .. } => {
                self.table(left, true);
                self.table(right, true);
            }
        }
    }
}
