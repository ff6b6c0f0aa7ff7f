//! Tables and indexes as answers describe them.
//! Does not: list tags or times to live; other operations do.

use levada_model::Epoch;
use levada_model::dynamodb as model;

use crate::error::Error;
use crate::index::{Index, Projection};
use crate::key::{KeyAttribute, KeySchema};
use crate::service::{OpenTable, Tables};
use crate::store::{Billing, Progress, TableRow, Throughput};

fn definition(attribute: &KeyAttribute) -> model::AttributeDefinition {
    model::AttributeDefinition {
        attribute_name: Some(attribute.name.clone()),
        attribute_type: Some(attribute.kind.as_str().to_owned()),
    }
}

fn key_schema(schema: &KeySchema) -> Vec<model::KeySchemaElement> {
    let element = |(attribute, kind): (&KeyAttribute, &str)| model::KeySchemaElement {
        attribute_name: Some(attribute.name.clone()),
        key_type: Some(kind.to_owned()),
    };
    schema.attributes().zip(["HASH", "RANGE"]).map(element).collect()
}

fn throughput(given: Throughput) -> model::ProvisionedThroughputDescription {
    model::ProvisionedThroughputDescription {
        number_of_decreases_today: Some(0),
        read_capacity_units: Some(given.read_units),
        write_capacity_units: Some(given.write_units),
        ..Default::default()
    }
}

fn projection(given: &Projection) -> model::Projection {
    let (kind, names) = match given {
        Projection::All => ("ALL", None),
        Projection::KeysOnly => ("KEYS_ONLY", None),
        Projection::Include(names) => ("INCLUDE", Some(names.clone())),
    };
    model::Projection { projection_type: Some(kind.to_owned()), non_key_attributes: names }
}

fn index(
    table_arn: &str,
    index: &Index,
    status: Option<&str>,
    (items, bytes): (i64, i64),
) -> model::GlobalSecondaryIndexDescription {
    let is_backfilling = index.progress == Progress::Backfilling;
    let own = if is_backfilling { "CREATING" } else { "ACTIVE" };
    model::GlobalSecondaryIndexDescription {
        index_name: Some(index.name.clone()),
        key_schema: Some(key_schema(&index.schema)),
        projection: Some(projection(&index.projection)),
        index_status: Some(status.unwrap_or(own).to_owned()),
        backfilling: is_backfilling.then_some(true),
        provisioned_throughput: Some(throughput(index.throughput)),
        index_size_bytes: Some(bytes),
        item_count: Some(items),
        index_arn: Some(format!("{table_arn}/index/{}", index.name)),
        ..Default::default()
    }
}

/// A table without counting what it holds. `status` stands for the table, and for its indexes
/// where they have no other of their own.
pub fn uncounted(tables: &Tables, table: &OpenTable, status: &str) -> model::TableDescription {
    let row = &table.row;
    let arn = row.arn(&tables.identity).to_string();
    let of_index = (status == "DELETING").then_some(status);
    let indexes: Vec<_> =
        row.indexes.iter().map(|given| index(&arn, given, of_index, (0, 0))).collect();
    model::TableDescription {
        attribute_definitions: Some(row.key_attributes().into_iter().map(definition).collect()),
        table_name: Some(row.name.clone()),
        key_schema: Some(key_schema(&row.schema)),
        table_status: Some(status.to_owned()),
        creation_date_time: Some(Epoch(row.created.as_millis())),
        provisioned_throughput: Some(throughput(row.billing.throughput())),
        table_size_bytes: Some(0),
        item_count: Some(0),
        table_arn: Some(arn),
        table_id: Some(row.table_id.clone()),
        billing_mode_summary: summary(row),
        global_secondary_indexes: (!indexes.is_empty()).then_some(indexes),
        deletion_protection_enabled: Some(row.is_protected),
        ..Default::default()
    }
}

fn summary(row: &TableRow) -> Option<model::BillingModeSummary> {
    (row.billing == Billing::PayPerRequest).then(|| model::BillingModeSummary {
        billing_mode: Some("PAY_PER_REQUEST".into()),
        last_update_to_pay_per_request_date_time: Some(Epoch(row.created.as_millis())),
    })
}

/// A table with its items and those of its indexes counted now.
pub async fn counted(tables: &Tables, table: &OpenTable) -> Result<model::TableDescription, Error> {
    let mut described = uncounted(tables, table, "ACTIVE");
    let (items, bytes) = tables.count(&table.row.items_space()).await?;
    described.item_count = Some(items);
    described.table_size_bytes = Some(bytes);
    let shown = described.global_secondary_indexes.iter_mut().flatten();
    for (shown, index) in shown.zip(&table.row.indexes) {
        let (items, bytes) = tables.count(&index.space()).await?;
        shown.item_count = Some(items);
        shown.index_size_bytes = Some(bytes);
    }
    Ok(described)
}
