//! The DynamoDB operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod batch_get_item;
mod batch_write_item;
mod create_table;
mod delete_item;
mod delete_table;
mod describe_continuous_backups;
mod describe_endpoints;
mod describe_limits;
mod describe_table;
mod describe_time_to_live;
mod description;
mod get_item;
mod intent;
mod list_tables;
mod list_tags_of_resource;
mod page;
mod put_item;
mod query;
mod scan;
mod schema;
mod shapes;
mod tag_resource;
#[cfg(test)]
mod tests;
mod transact_get_items;
mod transact_write_items;
mod untag_resource;
mod update_item;
mod update_table;
mod update_time_to_live;

use std::sync::Arc;

use levada_wire::{Erased, Protocol, ServiceApi};

use crate::service::Tables;

const PROTOCOL: Protocol = Protocol::AwsJson { target_prefix: "DynamoDB_20120810", version: "1.0" };

pub fn api(tables: &Arc<Tables>) -> ServiceApi {
    let operations = vec![
        Erased::<batch_get_item::BatchGetItem>::new(),
        Erased::<batch_write_item::BatchWriteItem>::new(),
        Erased::<create_table::CreateTable>::new(),
        Erased::<delete_item::DeleteItem>::new(),
        Erased::<delete_table::DeleteTable>::new(),
        Erased::<describe_continuous_backups::DescribeContinuousBackups>::new(),
        Erased::<describe_endpoints::DescribeEndpoints>::new(),
        Erased::<describe_limits::DescribeLimits>::new(),
        Erased::<describe_table::DescribeTable>::new(),
        Erased::<describe_time_to_live::DescribeTimeToLive>::new(),
        Erased::<get_item::GetItem>::new(),
        Erased::<list_tables::ListTables>::new(),
        Erased::<list_tags_of_resource::ListTagsOfResource>::new(),
        Erased::<put_item::PutItem>::new(),
        Erased::<query::Query>::new(),
        Erased::<scan::Scan>::new(),
        Erased::<tag_resource::TagResource>::new(),
        Erased::<transact_get_items::TransactGetItems>::new(),
        Erased::<transact_write_items::TransactWriteItems>::new(),
        Erased::<untag_resource::UntagResource>::new(),
        Erased::<update_item::UpdateItem>::new(),
        Erased::<update_table::UpdateTable>::new(),
        Erased::<update_time_to_live::UpdateTimeToLive>::new(),
    ];
    ServiceApi::new("dynamodb", PROTOCOL, tables, operations)
}
