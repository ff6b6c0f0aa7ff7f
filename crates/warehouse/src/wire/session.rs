//! One client's connection: its statements in, rows, notices and errors out.
//! Does not: hold a transaction open; each statement is committed by itself, and a ROLLBACK
//! that comes too late says so.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use futures::{Sink, SinkExt, StreamExt, stream};
use pgwire::api::portal::{Format, Portal};
use pgwire::api::query::{ExtendedQueryHandler, SimpleQueryHandler};
use pgwire::api::results::{FieldInfo, QueryResponse, Response, Tag};
use pgwire::api::stmt::QueryParser;
use pgwire::api::store::PortalStore;
use pgwire::api::{ClientInfo, ClientPortalStore, Type};
use pgwire::error::{ErrorInfo, PgWireError, PgWireResult};
use pgwire::messages::PgWireBackendMessage;
use pgwire::messages::response::{NoticeResponse, TransactionStatus};

use super::encode::data_row;
use super::{fields, parameter, pg_type};
use crate::answer::{Answer, Notice, Outcome, Severity};
use crate::engine::Rows;
use crate::error::{Result, WarehouseError};
use crate::service::Warehouse;
use crate::sql::{self, Statement};

pub struct Session {
    warehouse: Arc<Warehouse>,
    parser: Arc<Parser>,
    /// Something was changed since BEGIN.
    changed: AtomicBool,
}

pub struct Parser {
    warehouse: Arc<Warehouse>,
}

/// A prepared statement.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    sql: String,
    parameters: Vec<Type>,
    /// The answer's columns, in text; none where no rows are answered.
    columns: Vec<FieldInfo>,
}

impl From<WarehouseError> for PgWireError {
    fn from(error: WarehouseError) -> Self {
        Self::UserError(Box::new(error_info(&error)))
    }
}

fn error_info(error: &WarehouseError) -> ErrorInfo {
    let code = error.sqlstate();
    if code == "XX000" {
        tracing::error!(%error, "statement failed");
    }
    let mut info = ErrorInfo::new("ERROR".to_owned(), code.to_owned(), error.to_string());
    info.severity_nonlocalized = Some("ERROR".to_owned());
    if let WarehouseError::Load(load) = error {
        info.table = Some(load.table.clone());
        info.column = load.column.clone();
    }
    info
}

impl Session {
    pub fn new(warehouse: Arc<Warehouse>) -> Self {
        let parser = Arc::new(Parser { warehouse: Arc::clone(&warehouse) });
        Self { warehouse, parser, changed: AtomicBool::new(false) }
    }

    async fn run(&self, sql: &str, status: TransactionStatus) -> Result<Answer> {
        let statement = sql::parse(sql)?;
        let failed = matches!(status, TransactionStatus::Error);
        let open = matches!(status, TransactionStatus::Transaction);
        let answer = match &statement {
            Statement::Begin => {
                self.changed.store(false, Ordering::Relaxed);
                self.warehouse.run(statement).await
            }
            Statement::Commit if failed => Ok(Answer::done(Outcome::Ended("ROLLBACK"))),
            Statement::Commit | Statement::Rollback => self.warehouse.run(statement).await,
            _ if failed => Err(WarehouseError::FailedTransaction),
            Statement::Query(_) | Statement::ShowSetting(_) | Statement::Nothing(_) => {
                self.warehouse.run(statement).await
            }
            _ => {
                let answer = self.warehouse.run(statement).await;
                if open && answer.is_ok() {
                    self.changed.store(true, Ordering::Relaxed);
                }
                answer
            }
        };
        let mut answer = answer?;
        let undone = matches!(answer.outcome, Outcome::Ended("ROLLBACK"));
        if undone && self.changed.swap(false, Ordering::Relaxed) {
            answer.notices.push(Notice::warning(
                "the warehouse commits each statement by itself: what was changed since BEGIN \
                 stays changed"
                    .to_owned(),
            ));
        }
        Ok(answer)
    }
}

async fn send_notices<C>(client: &mut C, notices: Vec<Notice>) -> PgWireResult<()>
where
    C: Sink<PgWireBackendMessage> + Unpin + Send,
    PgWireError: From<<C as Sink<PgWireBackendMessage>>::Error>,
{
    for notice in notices {
        let severity = match notice.severity {
            Severity::Info => "INFO",
            Severity::Notice => "NOTICE",
            Severity::Warning => "WARNING",
        };
        let mut info = ErrorInfo::new(severity.to_owned(), "00000".to_owned(), notice.text);
        info.severity_nonlocalized = Some(severity.to_owned());
        client.feed(PgWireBackendMessage::NoticeResponse(NoticeResponse::from(info))).await?;
    }
    Ok(())
}

fn response(outcome: Outcome, format: &Format) -> Response {
    match outcome {
        Outcome::Rows(rows, tag) => Response::Query(query_response(rows, tag, format)),
        Outcome::Done { tag, rows } => {
            let rows = rows.map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
            let tag = Tag::new(tag);
            Response::Execution(match rows {
                Some(rows) => tag.with_rows(rows),
                None => tag,
            })
        }
        Outcome::Begun => Response::TransactionStart(Tag::new("BEGIN")),
        Outcome::Ended(tag) => Response::TransactionEnd(Tag::new(tag)),
    }
}

fn query_response(rows: Rows, tag: &str, format: &Format) -> QueryResponse {
    let columns = Arc::new(fields(&rows.schema, format));
    let Rows { stream, pinned, .. } = rows;
    let row_columns = Arc::clone(&columns);
    let data = stream.flat_map(move |batch| {
        // The files stay as long as rows are asked for.
        let _pinned = &pinned;
        let rows: Vec<PgWireResult<_>> = match batch {
            Ok(batch) => (0..batch.num_rows())
                .map(|row| data_row(&row_columns, &batch, row).map_err(PgWireError::from))
                .collect(),
            Err(error) => vec![Err(WarehouseError::from_query(error).into())],
        };
        stream::iter(rows)
    });
    let mut response = QueryResponse::new(columns, data);
    response.set_command_tag(tag);
    response
}

#[async_trait]
impl SimpleQueryHandler for Session {
    async fn do_query<C>(&self, client: &mut C, query: &str) -> PgWireResult<Vec<Response>>
    where
        C: ClientInfo + ClientPortalStore + Sink<PgWireBackendMessage> + Unpin + Send + Sync,
        C::PortalStore: PortalStore,
        C::Error: Debug,
        PgWireError: From<<C as Sink<PgWireBackendMessage>>::Error>,
    {
        let mut responses = Vec::new();
        let mut status = client.transaction_status();
        let statements = sql::split(query)?;
        if statements.is_empty() {
            return Ok(vec![Response::EmptyQuery]);
        }
        for statement in statements {
            match self.run(statement, status).await {
                Ok(answer) => {
                    send_notices(client, answer.notices).await?;
                    match answer.outcome {
                        Outcome::Begun => status = TransactionStatus::Transaction,
                        Outcome::Ended(_) => status = TransactionStatus::Idle,
                        _ => {}
                    }
                    responses.push(response(answer.outcome, &Format::UnifiedText));
                }
                // What came before has happened and is answered.
                Err(error) => {
                    responses.push(Response::Error(Box::new(error_info(&error))));
                    break;
                }
            }
        }
        Ok(responses)
    }
}

#[async_trait]
impl ExtendedQueryHandler for Session {
    type Statement = Prepared;
    type QueryParser = Parser;

    fn query_parser(&self) -> Arc<Parser> {
        Arc::clone(&self.parser)
    }

    async fn do_query<C>(
        &self,
        client: &mut C,
        portal: &Portal<Prepared>,
        _max_rows: usize,
    ) -> PgWireResult<Response>
    where
        C: ClientInfo + ClientPortalStore + Sink<PgWireBackendMessage> + Unpin + Send + Sync,
        C::PortalStore: PortalStore<Statement = Prepared>,
        C::Error: Debug,
        PgWireError: From<<C as Sink<PgWireBackendMessage>>::Error>,
    {
        let prepared = &portal.statement.statement;
        let (wanted, given) = (prepared.parameters.len(), portal.parameters.len());
        if wanted != given {
            return Err(WarehouseError::ParameterCount { wanted, given }.into());
        }
        let literals = prepared
            .parameters
            .iter()
            .zip(&portal.parameters)
            .enumerate()
            .map(|(at, (kind, value))| {
                let format = portal.parameter_format.format_for(at);
                parameter::literal(at + 1, kind, format, value.as_ref())
            })
            .collect::<Result<Vec<_>>>()?;
        let sql = parameter::bind(&prepared.sql, &literals)?;
        let answer = self.run(&sql, client.transaction_status()).await?;
        send_notices(client, answer.notices).await?;
        Ok(response(answer.outcome, &portal.result_column_format))
    }
}

#[async_trait]
impl QueryParser for Parser {
    type Statement = Prepared;

    async fn parse_sql<C>(
        &self,
        _client: &C,
        sql: &str,
        types: &[Option<Type>],
    ) -> PgWireResult<Option<Prepared>>
    where
        C: ClientInfo + Unpin + Send + Sync,
    {
        Ok(self.prepare(sql, types).await?)
    }

    fn get_parameter_types(&self, prepared: &Prepared) -> PgWireResult<Vec<Type>> {
        Ok(prepared.parameters.clone())
    }

    fn get_result_schema(
        &self,
        prepared: &Prepared,
        format: Option<&Format>,
    ) -> PgWireResult<Vec<FieldInfo>> {
        let Some(format) = format else { return Ok(prepared.columns.clone()) };
        let columns = prepared.columns.iter().enumerate();
        Ok(columns.map(|(at, column)| super::encode::with_format(column, format, at)).collect())
    }
}

impl Parser {
    async fn prepare(&self, sql: &str, types: &[Option<Type>]) -> Result<Option<Prepared>> {
        let statements = sql::split(sql)?;
        let sql = match statements.as_slice() {
            [] => return Ok(None),
            [one] => (*one).to_owned(),
            _ => {
                let what = "more than one command in a prepared statement".to_owned();
                return Err(WarehouseError::Unsupported(what));
            }
        };
        let count = parameter::count(&sql)?.max(types.len());
        let given =
            |at: usize| types.get(at).cloned().flatten().filter(|kind| *kind != Type::UNKNOWN);
        let (query, inferred) = match sql::parse(&sql)? {
            Statement::Query(query) => {
                let inferred = if count > 0 { self.infer(&query).await? } else { Vec::new() };
                (Some(query), inferred)
            }
            Statement::Insert(insert) => (None, self.warehouse.insert_types(&insert).await?),
            Statement::ShowSetting(name) => (Some(crate::settings::query(&name)), Vec::new()),
            _ => (None, Vec::new()),
        };
        let parameters: Vec<Type> = (0..count)
            .map(|at| {
                let inferred = inferred.iter().find(|(number, _)| *number == at + 1);
                given(at).or_else(|| inferred.map(|(_, kind)| kind.clone())).unwrap_or(Type::TEXT)
            })
            .collect();
        let mut columns = Vec::new();
        if let Some(query) = query {
            let nulls: Vec<String> = parameters.iter().map(parameter::null_literal).collect();
            let plan = self.warehouse.engine.describe(&parameter::bind(&query, &nulls)?).await?;
            columns = fields(plan.schema().as_arrow(), &Format::UnifiedText);
        }
        Ok(Some(Prepared { sql, parameters, columns }))
    }

    /// The types of parameters as far as the query tells them.
    async fn infer(&self, query: &str) -> Result<Vec<(usize, Type)>> {
        let plan = self.warehouse.engine.describe(query).await?;
        let found = plan.get_parameter_types().map_err(WarehouseError::from_query)?;
        let typed = found.into_iter().filter_map(|(name, kind)| {
            Some((name.trim_start_matches('$').parse().ok()?, pg_type(&kind?)))
        });
        Ok(typed.collect())
    }
}
