//! `CreateTable`: a table with its keys and indexes, ready for items when the call returns.
//! Does not: make local indexes or streams; a request with one is refused.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::description::uncounted;
use super::schema::{billing, check_all_used, check_name, index, key_schema, refuse, tags, wrong};
use super::shapes::required;
use crate::error::Error;
use crate::limits::INDEXES_MAX;
use crate::service::{NewIndex, NewTable, Tables};

pub struct CreateTable;

impl Operation for CreateTable {
    const NAME: &'static str = "CreateTable";
    type Service = Tables;
    type Input = model::CreateTableInput;
    type Output = model::CreateTableOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let table = tables.create(parse(input)?).await?;
        let described = uncounted(tables, &table, "ACTIVE");
        Ok(model::CreateTableOutput { table_description: Some(described) })
    }
}

fn parse(input: model::CreateTableInput) -> Result<NewTable, Error> {
    let streamed = input.stream_specification.is_some_and(|s| s.stream_enabled == Some(true));
    refuse(&[
        ("LocalSecondaryIndexes", input.local_secondary_indexes.is_some_and(|l| !l.is_empty())),
        ("StreamSpecification", streamed),
        (
            "SSESpecification",
            input.sse_specification.is_some_and(|given| given.enabled == Some(true)),
        ),
        ("GlobalTableSourceArn", input.global_table_source_arn.is_some()),
        ("VectorIndexes", input.vector_indexes.is_some_and(|list| !list.is_empty())),
    ])?;
    let name = required(input.table_name, "TableName")?;
    check_name(&name)?;
    let definitions = input.attribute_definitions.unwrap_or_default();
    let schema = key_schema(&required(input.key_schema, "KeySchema")?, &definitions)?;
    let indexes = input
        .global_secondary_indexes
        .unwrap_or_default()
        .into_iter()
        .map(|given| index(given, &definitions))
        .collect::<Result<Vec<NewIndex>, Error>>()?;
    check_indexes(&indexes)?;
    let schemas = std::iter::once(&schema).chain(indexes.iter().map(|index| &index.schema));
    check_all_used(&definitions, schemas, !indexes.is_empty())?;
    Ok(NewTable {
        name,
        schema,
        billing: billing(input.billing_mode.as_deref(), input.provisioned_throughput)?,
        indexes,
        tags: tags(input.tags)?,
        is_protected: input.deletion_protection_enabled == Some(true),
    })
}

fn check_indexes(indexes: &[NewIndex]) -> Result<(), Error> {
    if indexes.len() > INDEXES_MAX {
        return wrong("GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    for (place, index) in indexes.iter().enumerate() {
        if indexes.iter().skip(place + 1).any(|other| other.name == index.name) {
            return wrong(format!("Duplicate index name: {}", index.name));
        }
    }
    Ok(())
}
