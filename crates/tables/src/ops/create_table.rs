//! `CreateTable`: a table with its key schema, ready for items when the call returns.
//! Does not: make indexes or streams; a request with one is refused.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::{description, invalid, required};
use crate::error::Error;
use crate::key::{KeyAttribute, KeySchema, KeyType};
use crate::service::{NewTable, Tables};
use crate::store::Billing;

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
        let described = description(&tables.identity, &table, "ACTIVE", (0, 0));
        Ok(model::CreateTableOutput { table_description: Some(described) })
    }
}

fn parse(input: model::CreateTableInput) -> Result<NewTable, Error> {
    let unserved = [
        ("LocalSecondaryIndexes", input.local_secondary_indexes.is_some_and(|l| !l.is_empty())),
        ("GlobalSecondaryIndexes", input.global_secondary_indexes.is_some_and(|l| !l.is_empty())),
        (
            "StreamSpecification",
            input.stream_specification.is_some_and(|s| s.stream_enabled == Some(true)),
        ),
        ("DeletionProtectionEnabled", input.deletion_protection_enabled == Some(true)),
        ("GlobalTableSourceArn", input.global_table_source_arn.is_some()),
    ];
    if let Some((member, _)) = unserved.iter().find(|(_, given)| *given) {
        return Err(invalid(format!("{member} is not supported by this endpoint.")));
    }
    let name = required(input.table_name, "TableName")?;
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    if !(3..=255).contains(&name.len()) || !name.bytes().all(legal) {
        return Err(invalid(
            "Invalid table/index name.  Table/index names must be between 3 and 255 characters \
             long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
        ));
    }
    let schema = schema(
        &required(input.key_schema, "KeySchema")?,
        input.attribute_definitions.unwrap_or_default(),
    )?;
    let billing = billing(input.billing_mode.as_deref(), input.provisioned_throughput)?;
    Ok(NewTable { name, schema, billing })
}

fn schema(
    elements: &[model::KeySchemaElement],
    definitions: Vec<model::AttributeDefinition>,
) -> Result<KeySchema, Error> {
    let named = |element: &model::KeySchemaElement| {
        let name = element.attribute_name.clone().unwrap_or_default();
        let found = definitions.iter().find(|d| d.attribute_name.as_deref() == Some(&name));
        let kind = found.and_then(|d| KeyType::parse(d.attribute_type.as_deref()?));
        match kind {
            Some(kind) => Ok(KeyAttribute { name, kind }),
            None => Err(invalid(format!(
                "One or more parameter values were invalid: Some index key attributes are not \
                 defined in AttributeDefinitions. Keys: [{name}], AttributeDefinitions: [{}]",
                definitions
                    .iter()
                    .filter_map(|d| d.attribute_name.as_deref())
                    .collect::<Vec<_>>()
                    .join(", ")
            ))),
        }
    };
    let (hash, range) = match elements {
        [hash] => (hash, None),
        [hash, range] => (hash, Some(range)),
        _ => return Err(invalid("KeySchema must have one or two elements")),
    };
    if hash.key_type.as_deref() != Some("HASH") {
        return Err(invalid(
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
        ));
    }
    if range.is_some_and(|range| range.key_type.as_deref() != Some("RANGE")) {
        return Err(invalid(
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type",
        ));
    }
    if range.is_some_and(|range| range.attribute_name == hash.attribute_name) {
        return Err(invalid(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name",
        ));
    }
    let schema = KeySchema { hash: named(hash)?, range: range.map(named).transpose()? };
    if definitions.len() != elements.len() {
        return Err(invalid(
            "One or more parameter values were invalid: Number of attributes in KeySchema does \
             not exactly match number of attributes defined in AttributeDefinitions",
        ));
    }
    Ok(schema)
}

fn billing(
    mode: Option<&str>,
    throughput: Option<model::ProvisionedThroughput>,
) -> Result<Billing, Error> {
    let wrong =
        |text: &str| Err(invalid(format!("One or more parameter values were invalid: {text}")));
    match (mode, throughput) {
        (Some("PAY_PER_REQUEST"), None) => Ok(Billing::PayPerRequest),
        (Some("PAY_PER_REQUEST"), Some(_)) => wrong(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode \
             is PAY_PER_REQUEST",
        ),
        (_, Some(given)) => Ok(Billing::Provisioned {
            read_units: given.read_capacity_units.unwrap_or(1),
            write_units: given.write_capacity_units.unwrap_or(1),
        }),
        (_, None) => wrong(
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is \
             PROVISIONED",
        ),
    }
}
