//! The Kinesis Analytics operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod add_application_input;
mod add_application_output;
mod add_application_reference_data_source;
mod create_application;
mod delete_application;
mod describe_application;
mod list_applications;
mod shapes;
mod start_application;
mod stop_application;
mod update_application;

pub use shapes::schema as source_schema;
use std::sync::Arc;

use levada_wire::{Erased, ServiceApi};

use crate::service::Analytics;

pub fn api(analytics: &Arc<Analytics>) -> ServiceApi {
    let operations = vec![
        Erased::<add_application_input::AddApplicationInput>::new(),
        Erased::<add_application_output::AddApplicationOutput>::new(),
        Erased::<add_application_reference_data_source::AddApplicationReferenceDataSource>::new(),
        Erased::<create_application::CreateApplication>::new(),
        Erased::<delete_application::DeleteApplication>::new(),
        Erased::<describe_application::DescribeApplication>::new(),
        Erased::<list_applications::ListApplications>::new(),
        Erased::<start_application::StartApplication>::new(),
        Erased::<stop_application::StopApplication>::new(),
        Erased::<update_application::UpdateApplication>::new(),
    ];
    ServiceApi::of(&levada_model::kinesisanalytics::SERVICE, analytics, operations)
}
