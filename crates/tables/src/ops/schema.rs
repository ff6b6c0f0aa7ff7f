//! Key schemas, indexes, billing and tags out of CreateTable's and UpdateTable's members.
//! Does not: change anything.

use std::collections::BTreeMap;

use levada_model::dynamodb as model;

use super::shapes::{invalid, required};
use crate::error::Error;
use crate::index::Projection;
use crate::key::{KeyAttribute, KeySchema, KeyType};
use crate::limits::{INCLUDED_ATTRIBUTES_MAX, TAGS_MAX};
use crate::service::NewIndex;
use crate::store::{Billing, Throughput};

pub fn wrong<T>(text: impl std::fmt::Display) -> Result<T, Error> {
    Err(invalid(format!("One or more parameter values were invalid: {text}")))
}

/// Refuses members that would be accepted and not obeyed.
pub fn refuse(members: &[(&str, bool)]) -> Result<(), Error> {
    match members.iter().find(|(_, given)| *given) {
        Some((member, _)) => Err(invalid(format!("{member} is not supported by this endpoint."))),
        None => Ok(()),
    }
}

/// A table's or an index's name.
pub fn check_name(name: &str) -> Result<(), Error> {
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    if (3..=255).contains(&name.len()) && name.bytes().all(legal) {
        return Ok(());
    }
    Err(invalid(
        "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, \
         and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    ))
}

fn named(
    element: &model::KeySchemaElement,
    definitions: &[model::AttributeDefinition],
) -> Result<KeyAttribute, Error> {
    let name = element.attribute_name.clone().unwrap_or_default();
    let found = definitions.iter().find(|d| d.attribute_name.as_deref() == Some(&name));
    match found.and_then(|d| KeyType::parse(d.attribute_type.as_deref()?)) {
        Some(kind) => Ok(KeyAttribute { name, kind }),
        None => wrong(format!(
            "Some index key attributes are not defined in AttributeDefinitions. Keys: [{name}], \
             AttributeDefinitions: [{}]",
            definitions
                .iter()
                .filter_map(|d| d.attribute_name.as_deref())
                .collect::<Vec<_>>()
                .join(", ")
        )),
    }
}

pub fn key_schema(
    elements: &[model::KeySchemaElement],
    definitions: &[model::AttributeDefinition],
) -> Result<KeySchema, Error> {
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
    let range = range.map(|range| named(range, definitions)).transpose()?;
    Ok(KeySchema { hash: named(hash, definitions)?, range })
}

/// Every attribute that is defined must be a key of something.
pub fn check_all_used<'a>(
    definitions: &[model::AttributeDefinition],
    schemas: impl Iterator<Item = &'a KeySchema> + Clone,
    has_indexes: bool,
) -> Result<(), Error> {
    let is_used = |definition: &model::AttributeDefinition| {
        let name = definition.attribute_name.as_deref().unwrap_or_default();
        schemas.clone().any(|schema| schema.has(name))
    };
    if definitions.iter().all(is_used) {
        return Ok(());
    }
    if has_indexes {
        return wrong(
            "Some AttributeDefinitions are not used. AttributeDefinitions: every one must be the \
             key of the table or of an index",
        );
    }
    wrong(
        "Number of attributes in KeySchema does not exactly match number of attributes defined \
         in AttributeDefinitions",
    )
}

fn projection(given: Option<model::Projection>) -> Result<Projection, Error> {
    let given = given.unwrap_or_default();
    let names = given.non_key_attributes;
    match (given.projection_type.as_deref(), names) {
        (None, _) => wrong("Unknown ProjectionType: null"),
        (Some("ALL"), None) => Ok(Projection::All),
        (Some("KEYS_ONLY"), None) => Ok(Projection::KeysOnly),
        (Some("INCLUDE"), Some(names)) => {
            if names.len() > INCLUDED_ATTRIBUTES_MAX {
                return wrong("Number of NonKeyAttributes exceeds its limit");
            }
            Ok(Projection::Include(names))
        }
        (Some("INCLUDE"), None) => {
            wrong("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")
        }
        (Some(kind), _) => {
            wrong(format!("ProjectionType is {kind}, but NonKeyAttributes is specified"))
        }
    }
}

pub fn index(
    given: model::GlobalSecondaryIndex,
    definitions: &[model::AttributeDefinition],
) -> Result<NewIndex, Error> {
    let name = required(given.index_name, "IndexName")?;
    check_name(&name)?;
    Ok(NewIndex {
        name,
        schema: key_schema(&required(given.key_schema, "KeySchema")?, definitions)?,
        projection: projection(given.projection)?,
        throughput: given.provisioned_throughput.map(throughput).unwrap_or_default(),
    })
}

pub fn throughput(given: model::ProvisionedThroughput) -> Throughput {
    Throughput {
        read_units: given.read_capacity_units.unwrap_or(1),
        write_units: given.write_capacity_units.unwrap_or(1),
    }
}

pub fn billing(
    mode: Option<&str>,
    given: Option<model::ProvisionedThroughput>,
) -> Result<Billing, Error> {
    match (mode, given) {
        (Some("PAY_PER_REQUEST"), None) => Ok(Billing::PayPerRequest),
        (Some("PAY_PER_REQUEST"), Some(_)) => wrong(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode \
             is PAY_PER_REQUEST",
        ),
        (_, Some(given)) => Ok(Billing::Provisioned(throughput(given))),
        (_, None) => wrong(
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is \
             PROVISIONED",
        ),
    }
}

/// Tags by key; one that is given twice is refused.
pub fn tags(given: Option<Vec<model::Tag>>) -> Result<BTreeMap<String, String>, Error> {
    let mut tags = BTreeMap::new();
    for tag in given.unwrap_or_default() {
        let key = required(tag.key, "Key")?;
        if tags.insert(key.clone(), tag.value.unwrap_or_default()).is_some() {
            return wrong(format!("Duplicate tag key: {key}"));
        }
    }
    if tags.len() > TAGS_MAX {
        return Err(invalid(format!("Too Many Tags: a resource has up to {TAGS_MAX}")));
    }
    Ok(tags)
}
