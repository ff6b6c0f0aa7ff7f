//! `UpdateTable`: makes and drops indexes, changes billing and protection.
//! Does not: wait until a new index is filled; DescribeTable tells.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::description::uncounted;
use super::schema::{billing, check_all_used, index, refuse, throughput, wrong};
use super::shapes::{invalid, required};
use crate::alter::Alteration;
use crate::error::Error;
use crate::service::{OpenTable, Tables};

pub struct UpdateTable;

impl Operation for UpdateTable {
    const NAME: &'static str = "UpdateTable";
    type Service = Tables;
    type Input = model::UpdateTableInput;
    type Output = model::UpdateTableOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        mut input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.table_name.take(), "TableName")?;
        let table = tables.find_named(&name)?;
        let altered = tables.update(&name, parse(&table, input)?).await?;
        let described = uncounted(tables, &altered, "UPDATING");
        Ok(model::UpdateTableOutput { table_description: Some(described) })
    }
}

fn parse(table: &OpenTable, input: model::UpdateTableInput) -> Result<Alteration, Error> {
    refuse(&[
        ("StreamSpecification", input.stream_specification.is_some()),
        ("SSESpecification", input.sse_specification.is_some()),
        ("ReplicaUpdates", input.replica_updates.is_some()),
        ("TableClass", input.table_class.is_some()),
        ("MultiRegionConsistency", input.multi_region_consistency.is_some()),
        ("GlobalTableWitnessUpdates", input.global_table_witness_updates.is_some()),
        ("VectorIndexUpdates", input.vector_index_updates.is_some()),
    ])?;
    let mut alteration =
        Alteration { is_protected: input.deletion_protection_enabled, ..Alteration::default() };
    if input.billing_mode.is_some() || input.provisioned_throughput.is_some() {
        let mode = input.billing_mode.as_deref();
        alteration.billing = Some(billing(mode, input.provisioned_throughput)?);
    }
    let definitions = definitions(table, input.attribute_definitions.unwrap_or_default());
    for update in input.global_secondary_index_updates.unwrap_or_default() {
        index_update(&mut alteration, update, &definitions)?;
    }
    if let Some(created) = &alteration.create {
        let own = table.row.indexes.iter().map(|index| &index.schema);
        let schemas = own.chain([&table.row.schema, &created.schema]);
        check_all_used(&definitions, schemas, true)?;
    }
    if alteration == Alteration::default() {
        return Err(invalid(
            "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, \
             GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required",
        ));
    }
    Ok(alteration)
}

/// What is given, and what the table knows already.
fn definitions(
    table: &OpenTable,
    mut given: Vec<model::AttributeDefinition>,
) -> Vec<model::AttributeDefinition> {
    for known in table.row.key_attributes() {
        if given.iter().all(|given| given.attribute_name.as_ref() != Some(&known.name)) {
            given.push(model::AttributeDefinition {
                attribute_name: Some(known.name.clone()),
                attribute_type: Some(known.kind.as_str().to_owned()),
            });
        }
    }
    given
}

fn index_update(
    alteration: &mut Alteration,
    update: model::GlobalSecondaryIndexUpdate,
    definitions: &[model::AttributeDefinition],
) -> Result<(), Error> {
    let is_busy = alteration.create.is_some() || alteration.delete.is_some();
    if is_busy && (update.create.is_some() || update.delete.is_some()) {
        return Err(Error::OneIndexAtATime);
    }
    match (update.create, update.delete, update.update) {
        (Some(create), None, None) => {
            let given = model::GlobalSecondaryIndex {
                index_name: create.index_name,
                key_schema: create.key_schema,
                projection: create.projection,
                provisioned_throughput: create.provisioned_throughput,
                ..Default::default()
            };
            alteration.create = Some(index(given, definitions)?);
        }
        (None, Some(delete), None) => {
            alteration.delete = Some(required(delete.index_name, "IndexName")?);
        }
        (None, None, Some(update)) => {
            let units = required(update.provisioned_throughput, "ProvisionedThroughput")?;
            let name = required(update.index_name, "IndexName")?;
            alteration.throughputs.push((name, throughput(units)));
        }
        _ => return wrong("One of GlobalSecondaryIndexUpdate's members must be given"),
    }
    Ok(())
}
