//! Statements.
//! Does not: check them against each other.

use super::{Parser, Read};
use crate::token::Symbol;
use crate::tree::{
    ColumnDef, CreateFunction, CreatePump, CreateStream, CreateView, DataAccess, DropKind, Insert,
    Name, Parameter, Statement, StatementKind,
};

/// What may stand between RETURNS and RETURN.
#[derive(Default)]
struct FunctionOptions {
    language: bool,
    specific: Option<Name>,
    deterministic: Option<bool>,
    data_access: Option<DataAccess>,
    null_on_null_input: bool,
}

impl Parser {
    pub(super) fn statement(&mut self) -> Read<Statement> {
        let start = self.span();
        self.query_chain = 0;
        let kind = match self.word_at(0) {
            Some("CREATE") => self.create()?,
            Some("INSERT") => StatementKind::Insert(self.insert()?),
            Some("SELECT" | "VALUES") => StatementKind::Query(self.query()?),
            Some("ALTER") => self.alter()?,
            Some("DROP") => self.drop_statement()?,
            _ if self.at(Symbol::Open) => StatementKind::Query(self.query()?),
            _ => return Err(self.unexpected("CREATE, INSERT, SELECT, ALTER or DROP")),
        };
        let span = self.since(start);
        if !self.at_end() {
            self.expect(Symbol::Semicolon)?;
        }
        Ok(Statement { kind, span })
    }

    fn create(&mut self) -> Read<StatementKind> {
        self.expect_word("CREATE")?;
        let or_replace = self.eat_words(&["OR", "REPLACE"]);
        if self.eat_word("STREAM") {
            return self.create_stream(or_replace).map(StatementKind::CreateStream);
        }
        if self.eat_word("PUMP") {
            return self.create_pump(or_replace).map(StatementKind::CreatePump);
        }
        if self.eat_word("VIEW") {
            return self.create_view(or_replace).map(StatementKind::CreateView);
        }
        if self.eat_word("FUNCTION") {
            let function = self.create_function(or_replace)?;
            return Ok(StatementKind::CreateFunction(Box::new(function)));
        }
        Err(self.unexpected("STREAM, PUMP, VIEW or FUNCTION"))
    }

    fn create_stream(&mut self, or_replace: bool) -> Read<CreateStream> {
        let name = self.name("a stream name")?;
        self.expect(Symbol::Open)?;
        let columns = self.recovering_list(Self::column_def)?;
        self.expect(Symbol::Close)?;
        let description = self.description()?;
        Ok(CreateStream { or_replace, name, columns, description })
    }

    fn column_def(&mut self) -> Read<ColumnDef> {
        let name = self.ident("a column name")?;
        let start = name.span;
        let ty = self.sql_type()?;
        let not_null = self.eat_words(&["NOT", "NULL"]);
        if !not_null {
            self.eat_word("NULL");
        }
        Ok(ColumnDef { name, ty, not_null, span: self.since(start) })
    }

    fn description(&mut self) -> Read<Option<String>> {
        if self.eat_word("DESCRIPTION") { self.text("a description").map(Some) } else { Ok(None) }
    }

    fn create_pump(&mut self, or_replace: bool) -> Read<CreatePump> {
        let name = self.name("a pump name")?;
        let stopped = self.eat_word("STOPPED");
        if !stopped {
            self.eat_word("STARTED");
        }
        let description = self.description()?;
        self.expect_word("AS")?;
        let insert = self.insert()?;
        Ok(CreatePump { or_replace, name, stopped, description, insert })
    }

    fn insert(&mut self) -> Read<Insert> {
        let start = self.span();
        self.expect_word("INSERT")?;
        let expedited = self.eat_word("EXPEDITED");
        self.expect_word("INTO")?;
        let target = self.name("a stream name")?;
        let has_columns = self.at(Symbol::Open) && !self.query_ahead();
        let columns = match has_columns {
            true => self.ident_list("a column name")?,
            false => Vec::new(),
        };
        let query = self.query()?;
        Ok(Insert { expedited, target, columns, query, span: self.since(start) })
    }

    fn create_view(&mut self, or_replace: bool) -> Read<CreateView> {
        let name = self.name("a view name")?;
        let columns = match self.at(Symbol::Open) {
            true => self.ident_list("a column name")?,
            false => Vec::new(),
        };
        let description = self.description()?;
        self.expect_word("AS")?;
        Ok(CreateView { or_replace, name, columns, description, query: self.query()? })
    }

    fn create_function(&mut self, or_replace: bool) -> Read<CreateFunction> {
        let name = self.name("a function name")?;
        self.expect(Symbol::Open)?;
        let parameters = match self.at(Symbol::Close) {
            true => Vec::new(),
            false => self.comma_list(Self::parameter)?,
        };
        self.expect(Symbol::Close)?;
        self.expect_word("RETURNS")?;
        let returns = self.sql_type()?;
        let options = self.function_options()?;
        self.expect_word("RETURN")?;
        let body = self.expr()?;
        let null_on_null_input = options.null_on_null_input;
        let FunctionOptions { language, specific, deterministic, data_access, .. } = options;
        Ok(CreateFunction {
            or_replace,
            name,
            parameters,
            returns,
            language,
            specific,
            deterministic,
            data_access,
            null_on_null_input,
            body,
        })
    }

    fn parameter(&mut self) -> Read<Parameter> {
        let name = self.ident("a parameter name")?;
        Ok(Parameter { name, ty: self.sql_type()? })
    }

    /// Everything between RETURNS and RETURN, in any order.
    fn function_options(&mut self) -> Read<FunctionOptions> {
        let mut options = FunctionOptions::default();
        loop {
            if self.eat_words(&["RETURNS", "NULL", "ON", "NULL", "INPUT"]) {
                options.null_on_null_input = true;
            } else if self.eat_words(&["CALLED", "ON", "NULL", "INPUT"]) {
                options.null_on_null_input = false;
            } else if self.eat_word("SPECIFIC") {
                options.specific = Some(self.name("a specific name")?);
            } else if self.eat_words(&["LANGUAGE", "SQL"]) {
                options.language = true;
            } else if self.eat_words(&["NOT", "DETERMINISTIC"]) {
                options.deterministic = Some(false);
            } else if self.eat_word("DETERMINISTIC") {
                options.deterministic = Some(true);
            } else if self.eat_words(&["CONTAINS", "SQL"]) {
                options.data_access = Some(DataAccess::ContainsSql);
            } else if self.eat_words(&["READS", "SQL", "DATA"]) {
                options.data_access = Some(DataAccess::ReadsSqlData);
            } else if self.eat_words(&["MODIFIES", "SQL", "DATA"]) {
                options.data_access = Some(DataAccess::ModifiesSqlData);
            } else if self.eat_words(&["NO", "SQL"]) {
                options.data_access = Some(DataAccess::NoSql);
            } else if !self.eat_words(&["PARAMETER", "STYLE", "SQL"]) {
                return Ok(options);
            }
        }
    }

    fn alter(&mut self) -> Read<StatementKind> {
        self.expect_word("ALTER")?;
        self.expect_word("PUMP")?;
        let name = self.name("a pump name")?;
        let start = self.eat_word("START");
        if !start {
            self.expect_word("STOP")?;
        }
        Ok(StatementKind::AlterPump { name, start })
    }

    fn drop_statement(&mut self) -> Read<StatementKind> {
        self.expect_word("DROP")?;
        let what = match self.word_at(0) {
            Some("STREAM") => DropKind::Stream,
            Some("PUMP") => DropKind::Pump,
            Some("VIEW") => DropKind::View,
            Some("FUNCTION") => DropKind::Function,
            _ => return Err(self.unexpected("STREAM, PUMP, VIEW or FUNCTION")),
        };
        self.advance();
        Ok(StatementKind::Drop { what, name: self.name("a name")? })
    }
}
