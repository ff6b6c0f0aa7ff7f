//! The Kinesis Analytics operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

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
pub(crate) mod describe;
mod describe_application;
mod discover_input_schema;
mod levada_describe_run;
mod list_applications;
mod list_tags_for_resource;
pub(crate) mod shapes;
mod start_application;
mod stop_application;
mod tag_resource;
mod untag_resource;
mod update_application;

pub use shapes::schema as source_schema;
use std::sync::Arc;

use levada_wire::{Erased, ServiceApi};

use self::add_application_cloud_watch_logging_option::AddApplicationCloudWatchLoggingOption;
use self::add_application_input_processing_configuration::AddApplicationInputProcessingConfiguration;
use self::delete_application_cloud_watch_logging_option::DeleteApplicationCloudWatchLoggingOption;
use self::delete_application_input_processing_configuration::DeleteApplicationInputProcessingConfiguration;
use self::delete_application_reference_data_source::DeleteApplicationReferenceDataSource;
use crate::service::Analytics;

pub fn api(analytics: &Arc<Analytics>) -> ServiceApi {
    let operations = vec![
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
        Erased::<discover_input_schema::DiscoverInputSchema>::new(),
        Erased::<levada_describe_run::LevadaDescribeRun>::new(),
        Erased::<list_applications::ListApplications>::new(),
        Erased::<list_tags_for_resource::ListTagsForResource>::new(),
        Erased::<start_application::StartApplication>::new(),
        Erased::<stop_application::StopApplication>::new(),
        Erased::<tag_resource::TagResource>::new(),
        Erased::<untag_resource::UntagResource>::new(),
        Erased::<update_application::UpdateApplication>::new(),
    ];
    ServiceApi::of(&levada_model::kinesisanalytics::SERVICE, analytics, operations)
}
