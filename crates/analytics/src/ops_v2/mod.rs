//! The operations of Kinesis Analytics v2 over the same applications as v1: one file each, one
//! line in the sorted list.
//! Does not: run anything but SQL; what only Flink applications have is refused (see
//! `flink_only`).

mod add_application_cloud_watch_logging_option;
mod add_application_input;
mod add_application_input_processing_configuration;
mod add_application_output;
mod add_application_reference_data_source;
mod create_application;
mod delete_application;
mod delete_application_cloud_watch_logging_option;
mod delete_application_input_processing_configuration;
mod delete_application_output;
mod delete_application_reference_data_source;
mod describe_application;
mod describe_application_version;
mod discover_input_schema;
mod flink_only;
mod list_application_versions;
mod list_applications;
mod list_tags_for_resource;
mod rollback_application;
mod shapes;
mod start_application;
mod stop_application;
mod tag_resource;
mod untag_resource;
mod update_application;

use std::sync::Arc;

use levada_wire::{Erased, ServiceApi};

use self::add_application_cloud_watch_logging_option::AddApplicationCloudWatchLoggingOption;
use self::add_application_input_processing_configuration::AddApplicationInputProcessingConfiguration;
use self::delete_application_cloud_watch_logging_option::DeleteApplicationCloudWatchLoggingOption;
use self::delete_application_input_processing_configuration::DeleteApplicationInputProcessingConfiguration;
use self::delete_application_reference_data_source::DeleteApplicationReferenceDataSource;
use crate::service::Analytics;

pub fn api_v2(analytics: &Arc<Analytics>) -> ServiceApi {
    let mut operations = vec![
        Erased::<AddApplicationCloudWatchLoggingOption>::new(),
        Erased::<add_application_input::AddApplicationInput>::new(),
        Erased::<AddApplicationInputProcessingConfiguration>::new(),
        Erased::<add_application_output::AddApplicationOutput>::new(),
        Erased::<add_application_reference_data_source::AddApplicationReferenceDataSource>::new(),
        Erased::<create_application::CreateApplication>::new(),
        Erased::<delete_application::DeleteApplication>::new(),
        Erased::<DeleteApplicationCloudWatchLoggingOption>::new(),
        Erased::<DeleteApplicationInputProcessingConfiguration>::new(),
        Erased::<delete_application_output::DeleteApplicationOutput>::new(),
        Erased::<DeleteApplicationReferenceDataSource>::new(),
        Erased::<describe_application::DescribeApplication>::new(),
        Erased::<describe_application_version::DescribeApplicationVersion>::new(),
        Erased::<discover_input_schema::DiscoverInputSchema>::new(),
        Erased::<list_application_versions::ListApplicationVersions>::new(),
        Erased::<list_applications::ListApplications>::new(),
        Erased::<list_tags_for_resource::ListTagsForResource>::new(),
        Erased::<rollback_application::RollbackApplication>::new(),
        Erased::<start_application::StartApplication>::new(),
        Erased::<stop_application::StopApplication>::new(),
        Erased::<tag_resource::TagResource>::new(),
        Erased::<untag_resource::UntagResource>::new(),
        Erased::<update_application::UpdateApplication>::new(),
    ];
    operations.extend(flink_only::operations());
    ServiceApi::of(&levada_model::kinesisanalyticsv2::SERVICE, analytics, operations)
}
