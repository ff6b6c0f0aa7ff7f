//! The DynamoDB operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod create_table;
mod delete_item;
mod delete_table;
mod describe_table;
mod description;
mod get_item;
mod intent;
mod list_tables;
mod page;
mod put_item;
mod query;
mod scan;
mod schema;
mod shapes;
#[cfg(test)]
mod tests;
mod update_item;

use std::sync::Arc;

use levada_wire::{Erased, Protocol, ServiceApi};

use crate::service::Tables;

const PROTOCOL: Protocol = Protocol::AwsJson { target_prefix: "DynamoDB_20120810", version: "1.0" };

pub fn api(tables: &Arc<Tables>) -> ServiceApi {
    let operations = vec![
        Erased::<create_table::CreateTable>::new(),
        Erased::<delete_item::DeleteItem>::new(),
        Erased::<delete_table::DeleteTable>::new(),
        Erased::<describe_table::DescribeTable>::new(),
        Erased::<get_item::GetItem>::new(),
        Erased::<list_tables::ListTables>::new(),
        Erased::<put_item::PutItem>::new(),
        Erased::<query::Query>::new(),
        Erased::<scan::Scan>::new(),
        Erased::<update_item::UpdateItem>::new(),
    ];
    ServiceApi::new("dynamodb", PROTOCOL, tables, operations)
}
