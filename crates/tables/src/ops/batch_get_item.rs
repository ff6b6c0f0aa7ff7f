//! `BatchGetItem`: up to 100 items of several tables, in no promised order.
//! Does not: read them as of one moment; TransactGetItems does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::{Attributes, capacities, invalid, parts, read_units, required};
use crate::convert::{self, item_to_model};
use crate::error::Error;
use crate::expr::Path;
use crate::limits::{BATCH_BYTES_MAX, BATCH_READS_MAX};
use crate::project::project;
use crate::service::{OpenTable, Tables};
use crate::value::item_size;

pub struct BatchGetItem;

impl Operation for BatchGetItem {
    const NAME: &'static str = "BatchGetItem";
    type Service = Tables;
    type Input = model::BatchGetItemInput;
    type Output = model::BatchGetItemOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let requests = required(input.request_items, "RequestItems")?;
        let keys = |request: &model::KeysAndAttributes| request.keys.as_ref().map_or(0, Vec::len);
        if requests.values().map(keys).sum::<usize>() > BATCH_READS_MAX {
            return Err(invalid("Too many items requested for the BatchGetItem call"));
        }
        let requests = requests
            .into_iter()
            .map(|(name, request)| Request::parse(tables, name, request))
            .collect::<Result<Vec<_>, Error>>()?;
        let mut room = BATCH_BYTES_MAX;
        let (mut responses, mut unprocessed) = (BTreeMap::new(), BTreeMap::new());
        let mut units = Vec::new();
        for request in requests {
            let read = request.read(tables, &mut room).await?;
            units.push((request.table, read.units));
            responses.insert(request.name.clone(), read.items);
            if !read.rest.is_empty() {
                let rest = model::KeysAndAttributes { keys: Some(read.rest), ..request.given };
                unprocessed.insert(request.name, rest);
            }
        }
        let units = units.iter().map(|(table, units)| (table, *units));
        Ok(model::BatchGetItemOutput {
            responses: Some(responses),
            unprocessed_keys: Some(unprocessed),
            consumed_capacity: capacities(input.return_consumed_capacity.as_deref(), units),
        })
    }
}

/// What is asked of one table.
struct Request {
    /// As the request has it: a name or an ARN.
    name: String,
    table: Arc<OpenTable>,
    paths: Option<Vec<Path>>,
    /// Each key as it was given, and its row key.
    keys: Vec<(Attributes, Vec<u8>)>,
    /// Without its keys.
    given: model::KeysAndAttributes,
}

#[derive(Default)]
struct Read {
    items: Vec<Attributes>,
    rest: Vec<Attributes>,
    units: f64,
}

impl Request {
    fn parse(
        tables: &Tables,
        name: String,
        mut given: model::KeysAndAttributes,
    ) -> Result<Self, Error> {
        let paths = parts(
            given.projection_expression.as_deref(),
            given.attributes_to_get.clone(),
            given.expression_attribute_names.clone(),
        )?;
        let table = tables.find(&name)?;
        let mut seen = BTreeSet::new();
        let mut keys = Vec::new();
        for key in required(given.keys.take(), "Keys")? {
            let row_key = table.row.schema.of_key(&convert::item(key.clone())?)?;
            if !seen.insert(row_key.clone()) {
                return Err(invalid("Provided list of item keys contains duplicates"));
            }
            keys.push((key, row_key));
        }
        Ok(Self { name, table, paths, keys, given })
    }

    /// Reads while there is room, which shrinks by what was read.
    async fn read(&self, tables: &Tables, room: &mut usize) -> Result<Read, Error> {
        let mut read = Read::default();
        for (key, row_key) in &self.keys {
            if *room == 0 {
                read.rest.push(key.clone());
                continue;
            }
            let item = tables.get(&self.table, row_key).await?;
            let bytes = item.as_ref().map_or(0, item_size);
            *room = room.saturating_sub(bytes);
            read.units += read_units(bytes, self.given.consistent_read);
            read.items.extend(item.map(|item| match &self.paths {
                Some(paths) => item_to_model(project(&item, paths)),
                None => item_to_model(item),
            }));
        }
        Ok(read)
    }
}
