//! Parts that several operations share: refusals, guards, table descriptions, capacities.
//! Does not: call the service.

use std::collections::BTreeMap;

use levada_model::Epoch;
use levada_model::dynamodb as model;
use levada_types::Identity;

use crate::convert::item_to_model;
use crate::error::Error;
use crate::expr::{self, Kind, Scope};
use crate::key::KeyAttribute;
use crate::service::OpenTable;
use crate::store::Billing;
use crate::value::{Item, item_size};
use crate::write::Guard;

pub type Attributes = BTreeMap<String, model::AttributeValue>;

const READ_UNIT_BYTES: usize = 4096;
const WRITE_UNIT_BYTES: usize = 1024;

pub fn invalid(message: impl Into<String>) -> Error {
    Error::Validation(message.into())
}

/// Refuses members of the legacy interface, which would change what the request means.
pub fn refuse(members: &[(&str, bool)]) -> Result<(), Error> {
    match members.iter().find(|(_, given)| *given) {
        Some((member, _)) => Err(Error::unserved(member)),
        None => Ok(()),
    }
}

/// A member that the model requires, so that it is there.
pub fn required<T>(member: Option<T>, name: &str) -> Result<T, Error> {
    member.ok_or_else(|| invalid(format!("{name} must be specified")))
}

/// The guard of a write's ConditionExpression.
pub fn guard(
    condition: Option<&str>,
    on_failure: Option<&str>,
    scope: &mut Scope,
) -> Result<Guard, Error> {
    let condition =
        condition.map(|text| expr::condition(Kind::Condition, text, scope)).transpose()?;
    Ok(Guard { condition, show_item: on_failure == Some("ALL_OLD") })
}

/// Attributes of an answer; an empty map is left out.
pub fn attributes(item: Option<Item>) -> Option<Attributes> {
    item.filter(|item| !item.is_empty()).map(item_to_model)
}

/// ReturnValues of PutItem and DeleteItem: whether the old item is wanted.
pub fn wants_old(return_values: Option<&str>) -> Result<bool, Error> {
    match return_values {
        None | Some("NONE") => Ok(false),
        Some("ALL_OLD") => Ok(true),
        Some(_) => Err(invalid("ReturnValues can only be ALL_OLD or NONE")),
    }
}

fn units(bytes: usize, unit: usize) -> f64 {
    bytes.div_ceil(unit).max(1) as f64
}

/// Units of a read of `bytes` in all.
pub fn read_units(bytes: usize, consistent: Option<bool>) -> f64 {
    let share = if consistent == Some(true) { 1.0 } else { 0.5 };
    units(bytes, READ_UNIT_BYTES) * share
}

/// Units of a write: the larger of the item before and after.
pub fn write_units(items: [Option<&Item>; 2]) -> f64 {
    let bytes = items.into_iter().flatten().map(item_size).max().unwrap_or(0);
    units(bytes, WRITE_UNIT_BYTES)
}

/// ConsumedCapacity, as far as it was asked for.
pub fn capacity(
    wanted: Option<&str>,
    table: &OpenTable,
    units: f64,
) -> Option<model::ConsumedCapacity> {
    let whole = model::Capacity { capacity_units: Some(units), ..Default::default() };
    match wanted {
        Some("TOTAL" | "INDEXES") => Some(model::ConsumedCapacity {
            table_name: Some(table.row.name.clone()),
            capacity_units: Some(units),
            table: (wanted == Some("INDEXES")).then_some(whole),
            ..Default::default()
        }),
        _ => None,
    }
}

fn definition(attribute: &KeyAttribute) -> model::AttributeDefinition {
    model::AttributeDefinition {
        attribute_name: Some(attribute.name.clone()),
        attribute_type: Some(attribute.kind.as_str().to_owned()),
    }
}

fn key_element(attribute: &KeyAttribute, kind: &str) -> model::KeySchemaElement {
    model::KeySchemaElement {
        attribute_name: Some(attribute.name.clone()),
        key_type: Some(kind.to_owned()),
    }
}

pub fn description(
    identity: &Identity,
    table: &OpenTable,
    status: &str,
    (items, bytes): (i64, i64),
) -> model::TableDescription {
    let row = &table.row;
    let (read, write) = match row.billing {
        Billing::PayPerRequest => (0, 0),
        Billing::Provisioned { read_units, write_units } => (read_units, write_units),
    };
    let schema = row.schema.attributes().zip(["HASH", "RANGE"]);
    model::TableDescription {
        attribute_definitions: Some(row.schema.attributes().map(definition).collect()),
        table_name: Some(row.name.clone()),
        key_schema: Some(schema.map(|(attribute, kind)| key_element(attribute, kind)).collect()),
        table_status: Some(status.to_owned()),
        creation_date_time: Some(Epoch(row.created.as_millis())),
        provisioned_throughput: Some(model::ProvisionedThroughputDescription {
            number_of_decreases_today: Some(0),
            read_capacity_units: Some(read),
            write_capacity_units: Some(write),
            ..Default::default()
        }),
        table_size_bytes: Some(bytes),
        item_count: Some(items),
        table_arn: Some(row.arn(identity).to_string()),
        table_id: Some(row.table_id.clone()),
        billing_mode_summary: (row.billing == Billing::PayPerRequest).then(|| {
            model::BillingModeSummary {
                billing_mode: Some("PAY_PER_REQUEST".into()),
                last_update_to_pay_per_request_date_time: Some(Epoch(row.created.as_millis())),
            }
        }),
        deletion_protection_enabled: Some(false),
        ..Default::default()
    }
}
